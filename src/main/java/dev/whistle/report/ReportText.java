package dev.whistle.report;

import dev.whistle.report.Paper.Heading;
import dev.whistle.report.Paper.Paragraph;
import dev.whistle.report.Paper.Part;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * How reports are laid out: a month's and a quarter's go from topic to topic, a year's as Yongqiao's summary (YQ.1, YQ.2).
 * What is said stands in {@link StockText}, {@link Topics}, {@link ProblemText}.
 */
final class ReportText {

    private static final List<String> NUMERALS = List.of("一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二");
    private static final String ADDRESSEES = "各镇街、各有关部门";
    private static final String ADDRESSEES_OF_CITY = "各区、市各有关部门";

    private final ReportFigures figures;
    private final Supplement supplement;
    private final Period period;
    private final StockText stock;
    private final Topics topics;
    private final List<Part> problems;

    ReportText(ReportFigures figures, Supplement supplement) {
        this.figures = figures;
        this.supplement = supplement;
        this.period = new Period(figures.kind(), figures.period(), figures.from());
        this.stock = new StockText(figures);
        this.topics = new Topics(figures);
        this.problems = new ProblemText(figures).parts();
    }

    /**
     * @param number empty while it is not issued
     * @param day of its issue
     */
    Paper paper(String number, LocalDate day) {
        return new Paper(
                figures.office(),
                number,
                title(),
                addressees(),
                period.kind() == ReportKind.YEAR ? yearly() : topicByTopic(),
                day);
    }

    private String addressees() {
        if (period.kind() == ReportKind.YEAR) {
            return "";
        }
        return figures.area().equals(FigureReader.WHOLE_CITY) ? ADDRESSEES_OF_CITY : ADDRESSEES;
    }

    private List<String> title() {
        return switch (period.kind()) {
            case MONTH -> List.of("关于" + period.said() + "住宅小区", "物业管理工作情况的通报");
            case QUARTER -> List.of(period.said() + "住宅小区", "物业管理工作情况报告");
            case YEAR -> List.of(period.said() + "住宅小区物业管理工作总结");
        };
    }

    private List<Part> topicByTopic() {
        boolean month = period.kind() == ReportKind.MONTH;
        List<Part> parts = new ArrayList<>();
        parts.add(new Paragraph(
                "", "现将" + period.said() + figures.area() + "住宅小区物业管理工作情况" + (month ? "通报" : "报告") + "如下："));
        int number = 0;
        for (Topic topic : inOrder(month)) {
            parts.add(new Heading(1, NUMERALS.get(number++) + "、" + topic.name()));
            topic.said().forEach(it -> parts.add(new Paragraph("", it)));
            parts.addAll(topic.tables());
        }
        parts.add(new Heading(1, NUMERALS.get(number++) + "、存在的问题和工作要求"));
        parts.addAll(problems);
        parts.addAll(plan(NUMERALS.get(number) + "、下一步工作安排"));
        return parts;
    }

    /** A quarter's tells of what there is to run, too, and how exits and handovers ended. */
    private List<Topic> inOrder(boolean month) {
        List<Topic> inOrder = new ArrayList<>(List.of(
                topics.work(),
                topics.complaints(),
                topics.onTime(),
                topics.patrols(),
                topics.ladder(),
                topics.referrals(),
                topics.interim()));
        if (!month) {
            inOrder.add(
                    0,
                    new Topic(
                            "基本情况", List.of(stock.compounds(), stock.companies(), stock.committees()), stock.tables()));
            inOrder.add(topics.ends());
        }
        if (!supplement.workParagraphs().isEmpty()) {
            inOrder.add(new Topic("其他工作情况", supplement.workParagraphs(), List.of()));
        }
        return inOrder;
    }

    private List<Part> yearly() {
        List<Part> parts = new ArrayList<>();
        parts.add(new Heading(1, "一、年度工作情况"));
        parts.add(new Heading(2, "（一）" + figures.area() + "物业基本情况"));
        parts.add(new Paragraph("1.住宅小区情况。", stock.compounds()));
        parts.add(new Paragraph("2.物业企业情况。", stock.companies()));
        parts.add(new Paragraph("3.业主委员会及临时管委会成立情况。", stock.committees()));
        parts.addAll(stock.tables());
        parts.add(new Heading(2, "（二）工作推进情况"));
        int number = 1;
        for (Topic topic : List.of(
                topics.complaints().called("处理投诉，协调矛盾纠纷。"),
                topics.work().called("依法受理，推动案件办结。"),
                topics.onTime().called("压实责任，按期办理事项。"),
                topics.patrols().called("加强巡查，及时发现问题。"),
                topics.ladder().called("强化督查，落实抄告督办。"),
                topics.referrals().called("部门联动，办理移送事项。"),
                topics.ends().called("规范退出，做好小区交接。"),
                topics.interim().called("托底保障，落实临时管理。"))) {
            parts.add(new Paragraph(number++ + "." + topic.name(), String.join("", topic.said())));
            parts.addAll(topic.tables());
        }
        for (String paragraph : supplement.workParagraphs()) {
            parts.add(led(number++ + ".", paragraph));
        }
        parts.add(new Heading(1, "二、存在的问题"));
        parts.addAll(problems);
        parts.addAll(plan("三、" + (period.from().getYear() + 1) + "年度工作计划"));
        return parts;
    }

    private List<Part> plan(String heading) {
        List<String> paragraphs = supplement.planParagraphs();
        return paragraphs.isEmpty()
                ? List.of()
                : Stream.concat(
                                Stream.<Part>of(new Heading(1, heading)),
                                paragraphs.stream().map(it -> led("", it)))
                        .toList();
    }

    /** Its first sentence leads, as in Yongqiao's, where another follows. */
    private static Paragraph led(String number, String paragraph) {
        int end = paragraph.indexOf('。') + 1;
        boolean leads = end > 0 && end < paragraph.length();
        return leads
                ? new Paragraph(number + paragraph.substring(0, end), paragraph.substring(end))
                : new Paragraph("", number + paragraph);
    }
}

package dev.whistle.report;

import dev.whistle.casefile.ChineseTime;
import dev.whistle.report.Paper.Heading;
import dev.whistle.report.Paper.Paragraph;
import dev.whistle.report.Paper.Part;
import dev.whistle.report.Paper.Table;
import dev.whistle.report.ReportFigures.Complaints;
import dev.whistle.report.ReportFigures.Counted;
import dev.whistle.report.ReportFigures.OfCompound;
import dev.whistle.report.ReportFigures.OfProcedure;
import dev.whistle.report.ReportFigures.OnTime;
import dev.whistle.report.ReportFigures.Patrols;
import dev.whistle.report.ReportFigures.PatrolsOf;
import dev.whistle.report.ReportFigures.Rate;
import dev.whistle.report.ReportFigures.Referred;
import dev.whistle.report.ReportFigures.Stock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The words of reports, all of them: what an office writes of these figures, also where there is nothing to count. A
 * month's and a quarter's go from topic to topic, a year's is laid out as Yongqiao's summary (YQ.1, YQ.2).
 */
final class ReportText {

    private static final List<String> NUMERALS = List.of("一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二");
    private static final String ADDRESSEES = "各镇街、各有关部门";
    private static final String ADDRESSEES_OF_CITY = "各区、市各有关部门";
    private static final int NAMED = 5;
    private static final int ALL = Integer.MAX_VALUE;

    private final ReportFigures figures;
    private final Supplement supplement;
    private final Period period;
    private final ReportTables tables;

    ReportText(ReportFigures figures, Supplement supplement) {
        this.figures = figures;
        this.supplement = supplement;
        this.period = new Period(figures.kind(), figures.period(), figures.from());
        this.tables = new ReportTables(figures);
    }

    /** What is said about one thing. */
    private record Topic(String name, List<String> said, List<Table> tables) {}

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
        List<Topic> topics =
                new ArrayList<>(List.of(work(), complaints(), onTime(), patrols(), ladder(), referrals(), interim()));
        if (!month) {
            topics.add(0, new Topic("基本情况", List.of(compounds(), companies(), committees()), stockTables()));
            topics.add(ends());
        }
        if (!supplement.workParagraphs().isEmpty()) {
            topics.add(new Topic("其他工作情况", supplement.workParagraphs(), List.of()));
        }
        int number = 0;
        for (Topic topic : topics) {
            parts.add(new Heading(1, NUMERALS.get(number++) + "、" + topic.name()));
            topic.said().forEach(it -> parts.add(new Paragraph("", it)));
            parts.addAll(topic.tables());
        }
        parts.add(new Heading(1, NUMERALS.get(number++) + "、存在的问题和工作要求"));
        parts.addAll(problems());
        parts.addAll(plan(NUMERALS.get(number) + "、下一步工作安排"));
        return parts;
    }

    private List<Part> yearly() {
        List<Part> parts = new ArrayList<>();
        parts.add(new Heading(1, "一、年度工作情况"));
        parts.add(new Heading(2, "（一）" + figures.area() + "物业基本情况"));
        parts.add(new Paragraph("1.住宅小区情况。", compounds()));
        parts.add(new Paragraph("2.物业企业情况。", companies()));
        parts.add(new Paragraph("3.业主委员会及临时管委会成立情况。", committees()));
        parts.addAll(stockTables());
        parts.add(new Heading(2, "（二）工作推进情况"));
        int number = 1;
        for (Topic topic : List.of(
                called("处理投诉，协调矛盾纠纷。", complaints()),
                called("依法受理，推动案件办结。", work()),
                called("压实责任，按期办理事项。", onTime()),
                called("加强巡查，及时发现问题。", patrols()),
                called("强化督查，落实抄告督办。", ladder()),
                called("部门联动，办理移送事项。", referrals()),
                called("规范退出，做好小区交接。", ends()),
                called("托底保障，落实临时管理。", interim()))) {
            parts.add(new Paragraph(number++ + "." + topic.name(), String.join("", topic.said())));
            parts.addAll(topic.tables());
        }
        for (String paragraph : supplement.workParagraphs()) {
            parts.add(led(number++ + ".", paragraph));
        }
        parts.add(new Heading(1, "二、存在的问题"));
        parts.addAll(problems());
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

    private static Topic called(String name, Topic topic) {
        return new Topic(name, topic.said(), topic.tables());
    }

    private List<Table> stockTables() {
        return List.of(new Table(tables.stock(), ALL));
    }

    private String compounds() {
        Stock stock = figures.stock();
        if (stock.compounds() == 0) {
            return "截至" + ChineseTime.of(stock.day()) + "，" + figures.area() + "没有登记住宅小区。";
        }
        String area = stock.withoutArea() == stock.compounds()
                ? "，建筑面积均没有登记"
                : "，建筑面积" + Words.area(stock.area())
                        + (stock.withoutArea() == 0 ? "" : "（" + stock.withoutArea() + "个小区的面积没有登记，不在其内）");
        return "截至%s，%s共有住宅小区%d个，住户%d户%s。按类别分，%s；按管理方式分，%s。"
                .formatted(
                        ChineseTime.of(stock.day()),
                        figures.area(),
                        stock.compounds(),
                        stock.households(),
                        area,
                        Words.each(stock.classes(), "个"),
                        Words.each(stock.bases(), "个"));
    }

    private String companies() {
        Stock stock = figures.stock();
        if (stock.companies() == 0) {
            return figures.area() + "没有登记物业服务企业。";
        }
        return figures.area() + "共有物业服务企业" + stock.companies() + "家，"
                + (stock.running() == 0 ? "均没有在管小区" : "其中有在管小区的" + stock.running() + "家") + "；"
                + inPeriod()
                + (stock.contracts() == 0 ? "没有新开始履行的物业服务合同。" : "新开始履行的物业服务合同" + stock.contracts() + "份。");
    }

    private String committees() {
        Stock stock = figures.stock();
        String each = Words.each(stock.committees(), "个");
        if (each.isEmpty()) {
            return figures.area() + "没有成立业主委员会和临时管委会。";
        }
        return figures.area() + "成立" + each
                + (stock.overdue() == 0 ? "，没有任期届满未换届的。" : "，其中任期届满尚未换届的" + stock.overdue() + "个。");
    }

    private Topic work() {
        List<OfProcedure> procedures = figures.procedures();
        long received = procedures.stream().mapToLong(OfProcedure::received).sum();
        long closed = procedures.stream().mapToLong(OfProcedure::closed).sum();
        long open = procedures.stream().mapToLong(OfProcedure::open).sum();
        long overdue = overdue();
        String said = inPeriod() + figures.area() + (received == 0 ? "没有新收案件" : "新收各类案件" + received + "件") + "，"
                + (closed == 0 ? "没有办结案件" : "办结" + closed + "件") + "。截至" + asOf() + "，"
                + (open == 0 ? "没有在办案件。" : "在办案件" + open + "件，" + (overdue == 0 ? "没有逾期的。" : "其中逾期" + overdue + "件。"));
        return new Topic("案件受理办理总体情况", List.of(said), List.of(new Table(tables.procedures(), ALL)));
    }

    private Topic complaints() {
        Complaints complaints = figures.complaints();
        List<String> said = new ArrayList<>();
        said.add(inPeriod() + figures.area()
                + (complaints.total() == 0
                        ? "没有收到投诉"
                        : "共受理投诉" + complaints.total() + "件" + Words.inBrackets(complaints.channels(), "件"))
                + compared(complaints.total()) + "；"
                + (complaints.closed() == 0
                        ? "没有办结的投诉。"
                        : "办结" + complaints.closed() + "件" + Words.inBrackets(complaints.outcomes(), "件") + "。"));
        if (complaints.total() > 0) {
            said.add(about(complaints));
        }
        if (!complaints.satisfaction().isEmpty()) {
            said.add("从回访情况看，" + Words.each(complaints.satisfaction(), "件") + "。");
        }
        List<Table> shown = new ArrayList<>(List.of(
                new Table(tables.channels(), ALL),
                new Table(tables.matters(), ALL),
                new Table(tables.complaintsOfStreets(), ALL),
                new Table(tables.complaintsOfCompounds(), 10)));
        if (figures.months().size() > 1) {
            shown.add(new Table(tables.months(), ALL));
        }
        return new Topic("投诉受理办理情况", said, shown);
    }

    private String about(Complaints complaints) {
        String matters = Words.first(NAMED, complaints.matters(), Counted::name, Counted::count, "件");
        List<OfCompound> several =
                complaints.compounds().stream().filter(it -> it.count() > 1).toList();
        String compounds = Words.first(NAMED, several, OfCompound::name, OfCompound::count, "件");
        return (matters.isEmpty() ? "" : "群众反映较多的事项是：" + matters + "。")
                + (compounds.isEmpty() ? "" : "投诉较集中的小区是：" + compounds + "。")
                + (complaints.repeats() == 0 ? "没有重复投诉。" : "其中重复投诉" + complaints.repeats() + "件。");
    }

    /** Nothing where nothing was counted before: the office may not have used the system yet. */
    private String compared(long total) {
        long before = figures.before();
        if (before == 0) {
            return "";
        }
        long more = total - before;
        return more == 0
                ? "，与" + period.beforeSaid() + "持平"
                : "，比" + period.beforeSaid() + (more > 0 ? "增加" : "减少") + Math.abs(more) + "件";
    }

    private Topic onTime() {
        OnTime onTime = figures.onTime();
        long all = onTime.met() + onTime.breached();
        List<String> said = new ArrayList<>();
        if (all == 0) {
            said.add(inPeriod() + "没有完成或者到期的办理时限。");
        } else if (onTime.breached() == 0) {
            said.add(inPeriod() + "完成或者到期的办理时限共" + all + "项，全部按期完成。");
        } else {
            said.add(inPeriod() + "完成或者到期的办理时限共" + all + "项，"
                    + (onTime.met() == 0 ? "均已逾期" : "按期完成" + onTime.met() + "项，逾期" + onTime.breached() + "项")
                    + "，按期办结率为" + Words.share(onTime.met(), all) + "。");
        }
        bestAndWorst(onTime.streets()).ifPresent(said::add);
        return new Topic(
                "按期办结情况", said, List.of(new Table(tables.streets(), ALL), new Table(tables.departments(), ALL)));
    }

    private static Optional<String> bestAndWorst(List<Rate> streets) {
        List<Rate> ranked = streets.stream()
                .filter(it -> it.rank() != null)
                .sorted(Comparator.comparing(Rate::rank))
                .toList();
        if (ranked.size() < 2) {
            return Optional.empty();
        }
        Rate best = ranked.get(0);
        Rate worst = ranked.get(ranked.size() - 1);
        return Optional.of(
                Objects.equals(best.rank(), worst.rank())
                        ? "有办理时限的各镇街按期办结率均为" + share(best) + "。"
                        : "镇街中按期办结率最高的是" + withRank(ranked, best) + "，为" + share(best) + "；最低的是"
                                + withRank(ranked, worst) + "，为" + share(worst) + "。");
    }

    /** Those that share its rank, too. */
    private static String withRank(List<Rate> ranked, Rate rate) {
        return ranked.stream()
                .filter(it -> Objects.equals(it.rank(), rate.rank()))
                .map(Rate::name)
                .collect(Collectors.joining("、"));
    }

    private static String share(Rate rate) {
        return Words.share(rate.met(), rate.met() + rate.breached());
    }

    private Topic patrols() {
        Patrols patrols = figures.patrols();
        String visits = patrols.visits() == 0
                ? inPeriod() + "没有巡查记录。"
                : inPeriod() + "各单位共巡查" + patrols.visits() + "次，涉及小区" + patrols.compounds() + "个，"
                        + (patrols.findings() == 0 ? "没有发现问题。" : "其中" + patrols.findings() + "次发现问题。");
        return new Topic("小区巡查情况", List.of(visits, minimum(patrols)), List.of(new Table(tables.patrols(), 15)));
    }

    private static String minimum(Patrols patrols) {
        LocalDate first = patrols.firstWeek();
        LocalDate last = patrols.lastWeek();
        if (first == null || last == null || patrols.minimum() == 0) {
            return "没有纳入巡查次数统计的周。";
        }
        String weeks = "从" + ChineseTime.of(first) + "至" + ChineseTime.of(last.plusDays(6)) + "各周统计看，";
        if (patrols.lacking() == 0) {
            return weeks + "应巡查" + patrols.minimum() + "次，全部达标。";
        }
        List<PatrolsOf> missing =
                patrols.units().stream().filter(it -> it.lacking() > 0).toList();
        return weeks + "应巡查" + patrols.minimum() + "次，"
                + (patrols.done() == 0 ? "均没有达标" : "达标" + patrols.done() + "次，缺少" + patrols.lacking() + "次") + "，达标率为"
                + Words.share(patrols.done(), patrols.minimum()) + "。缺少较多的单位是："
                + Words.first(NAMED, missing, PatrolsOf::name, PatrolsOf::lacking, "次") + "。";
    }

    private Topic ladder() {
        List<Counted> rungs = figures.ladder().rungs();
        String none =
                rungs.stream().filter(it -> it.count() == 0).map(Counted::name).collect(Collectors.joining("、"));
        String said = Words.sum(rungs) == 0
                ? inPeriod() + figures.area() + "没有单位被" + none + "。"
                : inPeriod() + figures.area() + "对" + figures.ladder().units().size() + "个责任单位采取督查措施："
                        + Words.each(rungs, "次") + (none.isEmpty() ? "。" : "；没有" + none + "。");
        return new Topic("抄告、督办、通报、约谈和问责情况", List.of(said), List.of(new Table(tables.ladder(), ALL)));
    }

    private Topic referrals() {
        List<Referred> referrals = figures.referrals();
        long closed = referrals.stream().mapToLong(Referred::referrals).sum();
        long now = referrals.stream().mapToLong(Referred::now).sum();
        double hours = referrals.stream().mapToDouble(Referred::hours).sum();
        String said = inPeriod()
                + (closed == 0
                        ? "没有办结移送其他单位的案件；"
                        : "移送其他单位的案件办结" + closed + "件次，承办单位平均用时"
                                + ChineseTime.of(Duration.ofMinutes(Math.round(hours * 60 / closed))) + "；")
                + "截至" + asOf() + "，" + (now == 0 ? "没有正在办理的移送案件。" : "正在办理的移送案件" + now + "件次。");
        return new Topic("移送办理情况", List.of(said), List.of(new Table(tables.referrals(), ALL)));
    }

    private Topic interim() {
        Map<String, Long> bases = figures.interim().stream()
                .collect(Collectors.groupingBy(ReportFigures.Interim::basis, TreeMap::new, Collectors.counting()));
        List<Counted> counts = bases.entrySet().stream()
                .map(it -> new Counted(it.getKey(), it.getKey(), it.getValue()))
                .toList();
        String said = "截至" + asOf() + "，" + figures.area()
                + (counts.isEmpty()
                        ? "没有临时管理的小区。"
                        : "临时管理的小区有" + figures.interim().size() + "个" + Words.inBrackets(counts, "个") + "。");
        return new Topic("小区临时管理情况", List.of(said), List.of(new Table(tables.interim(), 20)));
    }

    private Topic ends() {
        List<Counted> exits = figures.ends().exits();
        List<Counted> handovers = figures.ends().handovers();
        String said = inPeriod()
                + (exits.isEmpty()
                        ? "没有办结企业退出案件；"
                        : "办结企业退出案件" + Words.sum(exits) + "件" + Words.inBrackets(exits, "件") + "；")
                + (handovers.isEmpty()
                        ? "没有办结小区交接案件。"
                        : "办结小区交接案件" + Words.sum(handovers) + "件" + Words.inBrackets(handovers, "件") + "。");
        return new Topic("企业退出和小区交接情况", List.of(said), List.of(new Table(tables.ends(), ALL)));
    }

    /** What the figures themselves show. */
    private List<Part> problems() {
        List<String> found = new ArrayList<>();
        if (overdue() > 0) {
            found.add("截至" + asOf() + "，仍有" + overdue() + "件案件逾期没有办结。承办单位要逐件查明原因，抓紧办结。");
        }
        List<Rate> late = Stream.concat(figures.onTime().streets().stream(), figures.onTime().departments().stream())
                .filter(it -> it.breached() > 0)
                .sorted(Comparator.comparingLong(Rate::breached).reversed().thenComparing(Rate::id))
                .toList();
        if (!late.isEmpty()) {
            found.add("逾期较多的单位是：" + Words.first(NAMED, late, Rate::name, Rate::breached, "项")
                    + "。有关单位要落实首问负责和限时办结要求，确有困难的及时上报。");
        }
        List<OfCompound> again = figures.complaints().compounds().stream()
                .filter(it -> it.repeats() > 0)
                .toList();
        if (figures.complaints().repeats() > 0) {
            found.add("重复投诉" + figures.complaints().repeats() + "件"
                    + (again.isEmpty()
                            ? "。"
                            : "，涉及" + Words.first(NAMED, again, OfCompound::name, OfCompound::repeats, "件")
                                    + (again.size() > NAMED ? "等小区。" : "。"))
                    + "属地镇街要会同物业服务企业查找根源，一次解决到位。");
        }
        List<PatrolsOf> lacking = figures.patrols().units().stream()
                .filter(it -> it.lacking() > 0)
                .toList();
        if (!lacking.isEmpty()) {
            found.add("有" + lacking.size() + "个单位巡查次数不足。有关单位要按照规定的频次开展巡查，做好记录。");
        }
        if (!figures.interim().isEmpty()) {
            found.add("有" + figures.interim().size() + "个小区处于临时管理。属地镇街、社区要指导业主抓紧选聘物业服务企业或者依法自行管理。");
        }
        if (found.isEmpty()) {
            return List.of(new Paragraph("", "从统计情况看，没有发现突出问题。各单位要继续按照职责分工抓好落实。"));
        }
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            parts.add(new Paragraph("", (i + 1) + "." + found.get(i)));
        }
        return parts;
    }

    private long overdue() {
        return figures.procedures().stream().mapToLong(OfProcedure::overdue).sum();
    }

    private String inPeriod() {
        return period.within() + "，";
    }

    private String asOf() {
        return ChineseTime.of(
                figures.asOf().atZoneSameInstant(ChineseTime.CHINA).toLocalDate());
    }
}

package dev.whistle.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.whistle.report.Paper.Heading;
import dev.whistle.report.Paper.Paragraph;
import dev.whistle.report.Paper.Table;
import dev.whistle.sheet.Book;
import dev.whistle.sheet.Cell;
import dev.whistle.sheet.Grid;
import dev.whistle.sheet.Page;
import dev.whistle.testing.Clause;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.docx4j.XmlUtils;
import org.docx4j.openpackaging.packages.WordprocessingMLPackage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What reports say, and that both files say all of it. */
class ReportTextTest {

    private static final LocalDate DAY = LocalDate.parse("2026-01-05");
    private static final Pattern RUN = Pattern.compile("<w:t(?: [^>]*)?>([^<]*)</w:t>");
    private static final ObjectMapper JSON = new ObjectMapper().registerModule(new JavaTimeModule());

    @ParameterizedTest
    @CsvSource({"MONTH,2025-12", "QUARTER,2025Q4", "YEAR,2025"})
    @Clause({"YQ.2.4"})
    void bothFilesSayEachFigure(ReportKind kind, String period) throws Exception {
        ReportFigures figures = SomeFigures.of(kind, period);
        Paper paper = new ReportText(figures, Supplement.NONE).paper("办公室〔2026〕1号", DAY);
        byte[] docx = WordPaper.of(paper);
        Files.write(Path.of("target", "report-" + period + ".docx"), docx);
        String word = text(docx);
        String sheets = sheets(SheetPaper.of(paper)).stream()
                .flatMap(it -> it.lines().stream())
                .flatMap(it -> it.cells().stream())
                .map(Cell::text)
                .collect(Collectors.joining("\n", "\n", "\n"));
        assertThat(word).contains(paper.titleLines()).contains("办公室〔2026〕1号").contains("2026年1月5日");
        List<String> numbers = numbers(figures, kind);
        assertThat(numbers).hasSizeGreaterThan(60);
        assertThat(numbers).allSatisfy(number -> assertThat(word).containsPattern("(?<!\\d)" + number + "(?![\\d.])"));
        paper.grids()
                .forEach(grid -> grid.rows().stream()
                        .flatMap(List::stream)
                        .filter(Long.class::isInstance)
                        .forEach(it -> assertThat(sheets).contains("\n" + it + "\n")));
    }

    /** What a month's does not tell: the registers, and how exits ended. Squares and hours stand there otherwise. */
    private static List<String> numbers(ReportFigures figures, ReportKind kind) {
        JsonNode tree = JSON.valueToTree(figures);
        List<String> numbers = new ArrayList<>();
        tree.fields().forEachRemaining(part -> {
            boolean told = switch (part.getKey()) {
                case "stock", "ends", "months" -> kind != ReportKind.MONTH;
                case "before", "from", "to", "asOf" -> false;
                default -> true;
            };
            if (told) {
                collect(part.getKey(), part.getValue(), numbers);
            }
        });
        return numbers;
    }

    private static void collect(String name, JsonNode node, List<String> numbers) {
        if (node.isObject()) {
            node.fields().forEachRemaining(it -> collect(it.getKey(), it.getValue(), numbers));
        } else if (node.isArray()) {
            if (!List.of("day", "month", "firstWeek", "lastWeek", "since").contains(name)) {
                node.forEach(it -> collect(name, it, numbers));
            }
        } else if (node.isIntegralNumber() && node.asLong() != 0 && !name.equals("area")) {
            numbers.add(node.asText());
        }
    }

    @Test
    void aMonthReadsAsAnOfficeWrites() {
        Paper paper = new ReportText(SomeFigures.of(ReportKind.MONTH, "2025-12"), Supplement.NONE).paper("1号", DAY);
        assertThat(paper.title()).isEqualTo("关于2025年12月住宅小区物业管理工作情况的通报");
        assertThat(paper.addressees()).isEqualTo("各镇街、各有关部门");
        assertThat(headings(paper))
                .containsExactly(
                        "一、案件受理办理总体情况",
                        "二、投诉受理办理情况",
                        "三、按期办结情况",
                        "四、小区巡查情况",
                        "五、抄告、督办、通报、约谈和问责情况",
                        "六、移送办理情况",
                        "七、小区临时管理情况",
                        "八、存在的问题和工作要求");
        assertThat(said(paper))
                .contains(
                        "现将2025年12月全区住宅小区物业管理工作情况通报如下：",
                        "12月，全区共受理投诉278件（来电109件、12345 热线86件、来访47件、网络舆情25件、领导批示11件），比上月增加27件；"
                                + "办结276件（按期答复205件、当场答复50件、逾期答复21件）。",
                        "群众反映较多的事项是：停车管理（142件）、消防安全（136件）。投诉较集中的小区是：坝柳阳光里（31件）。其中重复投诉23件。",
                        "12月，完成或者到期的办理时限共650项，按期完成612项，逾期38项，按期办结率为94.2%。",
                        "镇街中按期办结率最高的是汤沟镇，为98.6%；最低的是二坝镇，为87.9%。",
                        "12月，全区对2个责任单位采取督查措施：抄告34次、督办15次、通报12次；没有约谈、问责。",
                        "12月，移送其他单位的案件办结52件次，承办单位平均用时1天1小时；截至2026年1月5日，正在办理的移送案件7件次。",
                        "截至2026年1月5日，全区临时管理的小区有2个（应急管理委托1个、社区基本服务1个）。");
    }

    @Test
    @Clause({"YQ.1.1", "YQ.1.2", "YQ.1.3", "YQ.2.4"})
    void aYearIsLaidOutAsYongqiaosSummary() {
        Paper paper = new ReportText(SomeFigures.of(ReportKind.YEAR, "2025"), Supplement.NONE).paper("1号", DAY);
        assertThat(paper.title()).isEqualTo("2025年住宅小区物业管理工作总结");
        assertThat(paper.addressees()).isEmpty();
        assertThat(headings(paper)).containsExactly("一、年度工作情况", "（一）全区物业基本情况", "（二）工作推进情况", "二、存在的问题");
        assertThat(leads(paper)).startsWith("1.住宅小区情况。", "2.物业企业情况。", "3.业主委员会及临时管委会成立情况。", "1.处理投诉，协调矛盾纠纷。");
        assertThat(said(paper))
                .contains(
                        "截至2025年12月31日，全区共有住宅小区565个，住户42684户，建筑面积3100.5万平方米（13个小区的面积没有登记，不在其内）。"
                                + "按类别分，商业开发301个、安置195个、老旧69个；按管理方式分，物业服务合同490个、社区基本服务75个。",
                        "全区共有物业服务企业97家，其中有在管小区的88家；全年，新开始履行的物业服务合同45份。",
                        "全区成立业主委员会41个、临时管委会204个，其中任期届满尚未换届的9个。");
        assertThat(String.join("", said(paper))).contains("全年，全区共受理投诉278件").contains("比上年增加27件");
    }

    /** What no figure tells of, and what comes next: as Yongqiao's second part. */
    @Test
    @Clause({"YQ.2.2", "YQ.P1"})
    void whatTheOfficeAddsGoesOnWithTheNumbers() throws Exception {
        Supplement added =
                new Supplement("加强培训，提高专业能力。组织物业项目经理培训6场。\r\n\n  减证便民 <备案> & 公示  ", "压实各方责任。每半月召开一次联席会议。\n做好考核。");
        Paper year = new ReportText(SomeFigures.of(ReportKind.YEAR, "2025"), added).paper("1号", DAY);
        assertThat(headings(year)).endsWith("二、存在的问题", "三、2026年度工作计划");
        assertThat(leads(year)).contains("8.托底保障，落实临时管理。", "9.加强培训，提高专业能力。").endsWith("压实各方责任。");
        assertThat(said(year)).contains("组织物业项目经理培训6场。", "10.减证便民 <备案> & 公示").endsWith("每半月召开一次联席会议。", "做好考核。");
        assertThat(text(WordPaper.of(year))).contains("9.加强培训，提高专业能力。", "三、2026年度工作计划", "做好考核。");

        Paper quarter = new ReportText(SomeFigures.of(ReportKind.QUARTER, "2025Q4"), added).paper("1号", DAY);
        assertThat(headings(quarter)).endsWith("九、企业退出和小区交接情况", "十、其他工作情况", "十一、存在的问题和工作要求", "十二、下一步工作安排");
        Paper month = new ReportText(SomeFigures.of(ReportKind.MONTH, "2025-12"), new Supplement("", "做好考核。"))
                .paper("1号", DAY);
        assertThat(headings(month)).endsWith("八、存在的问题和工作要求", "九、下一步工作安排").doesNotContain("八、其他工作情况");
    }

    @ParameterizedTest
    @CsvSource({"MONTH,2025-12", "QUARTER,2025Q4", "YEAR,2025"})
    void nothingReadsWellToo(ReportKind kind, String period) throws Exception {
        Paper paper = new ReportText(SomeFigures.none(kind, period), Supplement.NONE).paper("", DAY);
        assertThat(said(paper))
                .noneMatch(it -> it.matches(".*(?<!\\d)0[件项次个家户].*"))
                .noneMatch(it -> it.contains("null") || it.contains("（）") || it.contains("：。"));
        assertThat(String.join("", said(paper)))
                .contains("没有新收案件，没有办结案件", "没有收到投诉；没有办结的投诉。", "没有完成或者到期的办理时限。", "没有巡查记录。")
                .contains("没有单位被抄告、督办、通报、约谈、问责。", "没有临时管理的小区。", "没有发现突出问题");
        assertThat(text(WordPaper.of(paper))).doesNotContain("表1");
        assertThat(sheets(SheetPaper.of(paper)))
                .hasSize((int) paper.grids().count())
                .allSatisfy(it -> assertThat(it.titles()).isNotEmpty());
    }

    @Test
    void asManyAsBeforeOrLess() {
        ReportFigures figures = SomeFigures.of(ReportKind.QUARTER, "2025Q4");
        assertThat(said(new ReportText(before(figures, 278), Supplement.NONE).paper("", DAY)))
                .anyMatch(it -> it.contains("，与上季度持平；"));
        assertThat(said(new ReportText(before(figures, 300), Supplement.NONE).paper("", DAY)))
                .anyMatch(it -> it.contains("，比上季度减少22件；"));
        assertThat(said(new ReportText(before(figures, 0), Supplement.NONE).paper("", DAY)))
                .noneMatch(it -> it.contains("上季度"));
    }

    private static ReportFigures before(ReportFigures it, long before) {
        return new ReportFigures(
                it.kind(),
                it.period(),
                it.from(),
                it.to(),
                it.asOf(),
                it.office(),
                it.area(),
                it.stock(),
                it.procedures(),
                it.complaints(),
                before,
                it.months(),
                it.onTime(),
                it.patrols(),
                it.ladder(),
                it.referrals(),
                it.ends(),
                it.interim());
    }

    /** A spreadsheet has it all the same. */
    @Test
    void aTableWithNothingInItIsNotPrinted() {
        Grid nothing =
                new Grid("没有", List.of("单位", "件数"), List.of(Arrays.asList("二坝镇", 0L), Arrays.asList("汤沟镇", null)));
        Grid one = new Grid("一件", List.of("单位", "件数"), List.of(Arrays.asList("二坝镇", 0L), Arrays.asList("汤沟镇", 1L)));
        Grid names = new Grid("名单", List.of("小区"), List.of(Arrays.asList("汤沟新村")));
        assertThat(Stream.of(nothing, one, names)
                        .map(it -> new Table(it, 10))
                        .filter(Table::worthPrinting)
                        .map(it -> it.grid().title()))
                .containsExactly("一件", "名单");
    }

    @Test
    void aSheetForEachTableAndEachOfItsRows() {
        Paper paper = new ReportText(SomeFigures.of(ReportKind.YEAR, "2025"), Supplement.NONE).paper("1号", DAY);
        List<Grid> grids = paper.grids().toList();
        List<Page> pages = sheets(SheetPaper.of(paper));
        assertThat(pages.stream().map(Page::name).toList())
                .isEqualTo(grids.stream().map(Grid::title).toList())
                .doesNotHaveDuplicates();
        for (int i = 0; i < grids.size(); i++) {
            assertThat(pages.get(i).titles()).isEqualTo(grids.get(i).columns());
            assertThat(pages.get(i).lines()).hasSameSizeAs(grids.get(i).rows());
        }
        Page months = pages.stream()
                .filter(it -> it.name().equals("各月情况"))
                .findFirst()
                .orElseThrow();
        assertThat(months.lines().get(4).cells().stream().map(Cell::text))
                .startsWith("2025年5月", "1005", "2005", "3005", "4005");
    }

    private static List<Page> sheets(byte[] xlsx) {
        return Book.read(xlsx, 100);
    }

    /** A line for each run, so that the cells of a table are apart. */
    private static String text(byte[] docx) throws Exception {
        String xml = XmlUtils.marshaltoString(WordprocessingMLPackage.load(new ByteArrayInputStream(docx))
                .getMainDocumentPart()
                .getContents());
        return RUN.matcher(xml).results().map(it -> it.group(1)).collect(Collectors.joining("\n"));
    }

    private static List<String> headings(Paper paper) {
        return paper.parts().stream()
                .filter(Heading.class::isInstance)
                .map(it -> ((Heading) it).text())
                .toList();
    }

    private static List<String> leads(Paper paper) {
        return paragraphs(paper).stream()
                .map(Paragraph::lead)
                .filter(it -> !it.isEmpty())
                .toList();
    }

    private static List<String> said(Paper paper) {
        return paragraphs(paper).stream().map(Paragraph::text).toList();
    }

    private static List<Paragraph> paragraphs(Paper paper) {
        return paper.parts().stream()
                .filter(Paragraph.class::isInstance)
                .map(Paragraph.class::cast)
                .toList();
    }
}

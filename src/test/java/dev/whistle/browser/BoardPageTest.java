package dev.whistle.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.options.AriaRole.LINK;
import static dev.whistle.procedure.complaint.ComplaintStory.call;
import static dev.whistle.procedure.complaint.ComplaintStory.in;
import static dev.whistle.procedure.complaint.ComplaintStory.signedAs;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import dev.whistle.casefile.Cases;
import dev.whistle.engine.CaseEvents;
import dev.whistle.procedure.complaint.ComplaintProcess;
import dev.whistle.procedure.complaint.ComplaintProcess.Category;
import dev.whistle.procedure.complaint.ComplaintProcess.LimitTold;
import dev.whistle.procedure.complaint.ComplaintProcess.Tasks;
import dev.whistle.procedure.complaint.ComplaintProcess.Variables;
import dev.whistle.procedure.complaint.ComplaintStory;
import dev.whistle.testing.Desk;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** The board in Cockpit: its page, in short on the first page, on a model and beside an instance. */
@InBrowser
class BoardPageTest {

    @Autowired
    private Desk desk;

    @Autowired
    private ProcessEngine engine;

    @Autowired
    private Cases cases;

    @Autowired
    private CaseEvents events;

    @Autowired
    private JdbcTemplate db;

    @Test
    void aFigureLeadsToItsCasesAndTheWayBackToTheFigure(Office office) {
        String caseNo = complaint("鲌鱊渗水");
        Page page = office.window("cockpit").login("district").page();
        BoardAnswers answers = BoardAnswers.busy(page).behindThem(caseNo);
        goesTo(page, "processes");
        page.getByRole(LINK, new GetByRoleOptions().setName("监管看板").setExact(true))
                .click();

        assertThat(section(page, "总体情况")).containsText("已逾期22件");
        assertThat(section(page, "按期办结率").locator(".whistle-chart svg")).isVisible();
        Pictures.take(page.locator("main"), "board");
        figure(page, "清水街道已逾期：5").click();

        Locator list = page.locator(".whistle-behind");
        assertThat(list.getByRole(AriaRole.HEADING)).hasText("已逾期案件　清水街道");
        assertThat(list.locator("tbody tr")).hasCount(1);
        assertThat(list.locator("tbody")).containsText("最后一日 2026年11月17日");
        assertThat(answers.asked()).last().asString().contains("figure=overdue", "of=street-qingshui");
        Pictures.take(page.locator("main"), "board-cases");
        list.getByRole(LINK, new Locator.GetByRoleOptions().setName(caseNo)).click();

        assertThat(page.getByRole(AriaRole.HEADING, new GetByRoleOptions().setName("案件 " + caseNo)))
                .isVisible();
        page.goBack();
        assertThat(list.locator("tbody tr")).hasCount(1);
        list.getByText("返回看板").click();
        assertThat(figure(page, "清水街道已逾期：5")).isFocused();
        assertThat(list).hasCount(0);
    }

    /**
     * Nothing is answered in the routes' place: two complaints, one of them late, are counted, marked on the model and read.
     */
    @Test
    void twoComplaintsAreCountedMarkedAndRead(Office office) {
        Window window = office.window("cockpit").login("district");
        Page page = window.page();
        JsonNode before = window.api("/api/board");
        JsonNode marked = window.api("/api/board/activities?procedure=complaint");
        String late = complaint("tanggou-1", "compound-17", "鲌鱊停电", 400);
        desk.does("tanggou", late, Tasks.SIGN_FOR, limitTold(LimitTold.LETTER));
        String inTime = complaint("tanggou-1", "compound-17", "鲌鱊停水", 1);
        try {
            goesTo(page, "dashboard");
            assertThat(section(page, "总体情况"))
                    .containsText(Pattern.compile("已逾期%s件.*在办%s件"
                            .formatted(said(before.at("/open/overdue"), 1), said(before.at("/open/open"), 2))));
            Locator street =
                    section(page, "各镇街逾期情况").locator("li").filter(new Locator.FilterOptions().setHasText("汤沟镇"));
            assertThat(street)
                    .containsText("在办 "
                            + said(
                                    of(before.at("/open/streets"), "street-tanggou")
                                            .path("open"),
                                    2));
            Pictures.takeWindow(page, "board-brief-real");
            street.getByRole(LINK, new Locator.GetByRoleOptions().setName("汤沟镇已逾期："))
                    .click();
            page.locator(".whistle-behind")
                    .getByRole(LINK, new Locator.GetByRoleOptions().setName(late))
                    .click();
            assertThat(page.getByRole(AriaRole.HEADING, new GetByRoleOptions().setName("案件 " + late)))
                    .isVisible();

            goesTo(page, "process-definition/" + definition() + "/runtime");
            assertThat(marks(page, Tasks.SIGN_FOR)).hasText(marks(marked, Tasks.SIGN_FOR, 1, 0));
            assertThat(marks(page, Tasks.INVESTIGATE)).hasText(marks(marked, Tasks.INVESTIGATE, 1, 1));
            Pictures.takeWindow(page, "board-diagram-real");

            goesTo(page, "process-instance/" + instance(late) + "/runtime");
            page.getByRole(LINK, new GetByRoleOptions().setName("办理情况")).click();
            assertThat(section(page, "案件概况").getByRole(AriaRole.LIST)).containsText(Pattern.compile("投诉答复期限.*已逾期"));
            assertThat(section(page, "文书")).containsText("投诉办理期限告知书");
            assertThat(section(page, "办理经过")).containsText("签收并确定承办单位");
            Pictures.takeWindow(page, "board-instance-real");
        } finally {
            withdrawn(late);
            withdrawn(inTime);
        }
    }

    @Test
    void aFigureOfPatrolsLeadsToItsWeeks(Office office) {
        LocalDate monday = LocalDate.now(ZoneOffset.ofHours(8))
                .withDayOfMonth(1)
                .with(TemporalAdjusters.firstInMonth(DayOfWeek.MONDAY));
        for (int week = 0; week < 2; week++) {
            db.update(
                    "insert into whistle.patrol_week (unit, compound, week, minimum, planned, done, shortfall, streak)"
                            + " values ('street-tanggou', '', ?, 2, 2, ?, ?, ?), ('community-tanggou-1', 'compound-17', ?, 3, 3, 4, 0, 0)",
                    monday.plusWeeks(week),
                    week,
                    2 - week,
                    week + 1,
                    monday.plusWeeks(week));
        }
        try {
            Page page = office.tasklist("tanggou-lead").window().page();
            page.getByRole(LINK, new GetByRoleOptions().setName("监管看板")).click();
            Locator patrols = section(page, "小区巡查");
            assertThat(patrols.locator("p")).containsText("应巡查 10 次，达标 7 次，缺少 3 次。");
            Pictures.take(patrols, "board-patrols");
            figure(page, "汤沟镇缺少次数：3").click();

            Locator list = page.locator(".whistle-behind");
            assertThat(list.getByRole(AriaRole.HEADING)).hasText("小区巡查不足的周　汤沟镇");
            assertThat(list.locator("tbody tr")).hasCount(2);
            assertThat(list.locator("tbody tr").first()).containsText("汤沟镇全部小区2021 周");
            assertThat(list).containsText("共应巡查 4 次，达标 1 次，缺少 3 次。");
            list.getByText("查看所有单位").click();
            list.getByText("查看全部各周").click();
            assertThat(list.locator("tbody tr")).hasCount(4);
            Pictures.take(page.locator("main"), "board-weeks");
            String exported = page.waitForDownload(
                            () -> list.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("导出"))
                                    .click())
                    .suggestedFilename();
            assertThat(exported).startsWith("小区巡查周次").endsWith(".xlsx");
            String compound =
                    list.locator("tbody tr").last().locator("td:nth-child(3) a").textContent();
            list.getByRole(LINK, new Locator.GetByRoleOptions().setName(compound))
                    .first()
                    .click();
            assertThat(section(page, "管理责任").locator("tbody tr")).not().hasCount(0);
        } finally {
            db.update("delete from whistle.patrol_week where unit in ('street-tanggou', 'community-tanggou-1')");
        }
    }

    @Test
    void whatItIsNarrowedByStandsInTheAddress(Office office) {
        Page page = office.window("cockpit").login("district").page();
        BoardAnswers answers = BoardAnswers.busy(page);
        goesTo(page, "board");
        assertThat(section(page, "总体情况")).isVisible();
        page.getByLabel("开始月份").selectOption(new SelectOption().setLabel("2026年3月"));
        page.getByLabel("单位", new Page.GetByLabelOptions().setExact(true))
                .selectOption(new SelectOption().setLabel("湾里街道"));
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("查看")).click();

        assertThat(page.getByText("清除条件")).isVisible();
        assertThat(page.url()).contains("#/board?from=2026-03&to=2026-11&unit=street-wanli");
        answers.awaits("board?from=2026-03&to=2026-11&unit=street-wanli");
        page.reload(); // a copied link
        assertThat(page.getByLabel("单位", new Page.GetByLabelOptions().setExact(true))
                        .locator("option:checked"))
                .hasText("湾里街道");
        page.goBack();
        assertThat(page.getByText("清除条件")).hasCount(0);
        assertThat(page.getByLabel("单位", new Page.GetByLabelOptions().setExact(true))
                        .locator("option:checked"))
                .hasText("全部");
        answers.awaits("board?");
    }

    @Test
    void aCompoundThatSomebodyRunsForTheTimeBeingLeadsToItsSheet(Office office) {
        Page page = office.window("cockpit").login("district").page();
        goesTo(page, "board");
        Locator first = section(page, "临时管理小区").locator("tbody a").first();
        String name = first.textContent();
        first.click();

        assertThat(section(page, "管理责任").locator("tbody tr")).not().hasCount(0);
        assertThat(page.locator("main")).containsText(name);
        page.locator("main").getByText("返回列表").click();
        assertThat(page.getByRole(AriaRole.TABPANEL)).isVisible();
    }

    @Test
    void onATelephoneNothingIsWiderThanThePage(Office office) {
        Page page = office.window("cockpit").login("district").page();
        BoardAnswers.busy(page);
        page.setViewportSize(390, 844);
        goesTo(page, "board");
        assertThat(section(page, "按期办结率").locator(".whistle-chart svg")).isVisible();
        Pictures.take(page.locator("main"), "board-390");

        assertThat(page.evaluate("document.querySelector('.whistle-page').scrollWidth"))
                .isEqualTo(390);
    }

    @Test
    void inShortOnTheFirstPage(Office office) {
        Page page = office.window("cockpit").login("district").page();
        BoardAnswers.busy(page);
        goesTo(page, "dashboard");

        assertThat(section(page, "总体情况")).containsText("已逾期22件");
        assertThat(section(page, "各镇街逾期情况")).containsText("沈巷镇35.5%");
        Pictures.takeWindow(page, "board-brief");
        figure(page, "即将到期：14").click();
        assertThat(page.locator(".whistle-behind").getByRole(AriaRole.HEADING)).hasText("即将到期案件");
    }

    @Test
    void onAModel(Office office) {
        Page page = office.window("cockpit").login("district").page();
        BoardAnswers answers = BoardAnswers.busy(page).activity(Tasks.SIGN_FOR, 3, 1);
        goesTo(page, "process-definition/" + definition() + "/runtime");

        Locator marks = page.locator(".whistle-marks");
        assertThat(marks).hasText(new String[] {"办 3逾 1"});
        assertThat(marks).hasAttribute("title", Pattern.compile("^签收并确定承办单位：在办 3 项，其中已逾期 1 项$"));
        assertThat(answers.asked()).contains("board/activities?procedure=complaint");
        Pictures.takeWindow(page, "board-diagram");
    }

    @Test
    void besideAnInstance(Office office) {
        String caseNo = complaint("鲌鱊噪声");
        Page page = office.window("cockpit").login("district").page();
        goesTo(page, "process-instance/" + instance(caseNo) + "/runtime");

        page.getByRole(LINK, new GetByRoleOptions().setName("办理情况")).click();
        assertThat(section(page, "案件概况")).containsText("鲌鱊噪声");
        assertThat(section(page, "案件概况").getByRole(AriaRole.LIST)).containsText("投诉答复期限");
        assertThat(section(page, "文书")).containsText("还没有文书。");
        assertThat(section(page, "办理经过")).containsText("立案登记");
        Pictures.takeWindow(page, "board-instance");
    }

    @Test
    void aLeadHasTheBoardInTasklist(Office office) {
        String caseNo = complaint("鲌鱊扬尘");
        Window window = office.tasklist("wanli-lead").window();
        Page page = window.page();
        page.getByRole(LINK, new GetByRoleOptions().setName("监管看板")).click();

        assertThat(page.getByText("湾里街道 · ")).isVisible();
        Locator open = section(page, "总体情况").getByRole(LINK, new Locator.GetByRoleOptions().setName("在办："));
        String figure = open.textContent();
        open.click();
        Locator list = page.locator(".whistle-behind");
        assertThat(list).containsText("共 " + figure + " 条");
        // an export is of all, however many are shown
        String exported = page.waitForDownload(
                        () -> list.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("导出"))
                                .click())
                .suggestedFilename();
        assertThat(exported).endsWith(".xlsx");
        list.locator("tbody a").first().click();
        assertThat(page.getByRole(AriaRole.HEADING, new GetByRoleOptions().setName(Pattern.compile("^案件 "))))
                .isVisible();
        assertThat(window.api("/api/board/cases?figure=open&size=200").toString())
                .contains(caseNo);
    }

    @Test
    void aReportIsLookedThroughIssuedAndRead(Office office) {
        Window window = office.tasklist("district-lead").window();
        window.expects("409 POST /api/reports");
        Page page = window.page();
        page.getByRole(LINK, new GetByRoleOptions().setName("监管看板")).click();
        Locator reports = section(page, "通报和报告");
        reports.getByLabel("类别").selectOption("QUARTER");
        Locator period = reports.getByLabel("期间");
        period.selectOption(new SelectOption().setIndex(6)); // no other test issues one that is as old
        String said = period.locator("option:checked").textContent();
        button(reports, "预览").click();
        assertThat(reports.getByRole(AriaRole.ARTICLE)).containsText(said + "住宅小区物业管理工作情况报告");
        reports.getByLabel("其他工作情况").fill("加强培训，提高专业能力。组织项目经理培训6场。");
        assertThat(reports.getByRole(AriaRole.ARTICLE)).hasCount(0);
        reports.getByLabel("下一步工作安排").fill("做好年度考核。\n做好合同备案。");
        button(reports, "预览").click();
        assertThat(reports.getByRole(AriaRole.ARTICLE)).containsText("组织项目经理培训6场。");
        assertThat(reports.getByRole(AriaRole.ARTICLE)).containsText("十二、下一步工作安排");
        Pictures.take(reports, "board-report");
        button(reports, "签发").click();

        Locator row = reports.locator("tbody tr").filter(new Locator.FilterOptions().setHasText(said));
        assertThat(row).containsText("季度报告〔");
        String file =
                page.waitForDownload(() -> row.getByText("Word 文档").click()).suggestedFilename();
        assertThat(file).endsWith(".docx");
        button(reports, "预览").click();
        button(reports, "签发").click();
        assertThat(reports.getByRole(AriaRole.ALERT)).containsText("每期只签发一次");

        Page street = office.tasklist("wanli-lead").window().page();
        street.getByRole(LINK, new GetByRoleOptions().setName("监管看板")).click();
        assertThat(section(street, "通报和报告")).containsText(said);
        assertThat(section(street, "通报和报告").getByText("拟稿")).hasCount(0);
    }

    private static Locator button(Locator around, String name) {
        return around.getByRole(
                AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    @Test
    void whoeverMayNotSeeItIsToldSo(Office office) {
        Window window = office.tasklist("wanli-1").window();
        window.expects("403 GET /api/board");
        Page page = window.page();
        page.getByRole(LINK, new GetByRoleOptions().setName("我经办的")).waitFor();

        assertThat(page.getByRole(LINK, new GetByRoleOptions().setName("监管看板"))).hasCount(0);
        page.evaluate("location.hash = '#/board'");
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("监管看板供各单位负责人、区办公室和企业的人员查看");
    }

    @Test
    void monthsTheWrongWayRoundAndAMonthWithoutAnything(Office office) {
        Window window = office.tasklist("company-3").window();
        window.expects("400 GET /api/board");
        Page page = window.page();
        page.evaluate("location.hash = '#/board?from=2026-05&to=2026-01'");
        assertThat(page.getByLabel("开始月份")).hasAttribute("aria-invalid", "true");
        assertThat(page.locator(".whistle-wrong:visible")).containsText("请调换或者重新选择");
        page.getByLabel("结束月份").selectOption(new SelectOption().setLabel("2026年5月"));
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("查看")).click();
        assertThat(section(page, "总体情况")).isVisible();

        page.evaluate("location.hash = '#/board?from=2022-01&to=2022-02&procedure=company-exit'");
        assertThat(page.locator("main")).containsText("所选期间和范围内没有案件，也没有巡查、通报等记录。");
        Pictures.take(page.locator("main"), "board-empty");
    }

    private String complaint(String matter) {
        return complaint("wanli-1", "compound-05", matter, 1);
    }

    private String complaint(String officer, String compound, String matter, int daysAgo) {
        Map<String, Object> form = in(
                compound,
                call(OffsetDateTime.now(ZoneOffset.ofHours(8))
                        .withNano(0)
                        .minusDays(daysAgo)
                        .toString()));
        form.put(Variables.MATTER, matter);
        return desk.starts(officer, ComplaintProcess.ID, form);
    }

    private static Map<String, Object> limitTold(String how) {
        Map<String, Object> form = signedAs(Category.SERVICE, "street-tanggou");
        form.put(Variables.LIMIT_TOLD, how);
        return form;
    }

    /** The case is closed, and counts no more for other tests. */
    private void withdrawn(String caseNo) {
        desk.as("tanggou", () -> {
            events.record(cases.get(caseNo), ComplaintProcess.WITHDRAWN, ComplaintStory.withdrawn());
            return caseNo;
        });
    }

    private String instance(String caseNo) {
        return engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(caseNo)
                .rootProcessInstances()
                .singleResult()
                .getId();
    }

    /** A figure as it is read, with so many more. */
    private static String said(JsonNode figure, int more) {
        return String.format(Locale.ROOT, "%,d", figure.asLong() + more);
    }

    private static JsonNode of(JsonNode rows, String id) {
        return StreamSupport.stream(rows.spliterator(), false)
                .filter(it -> it.path("id").asText().equals(id)
                        || it.path("element").asText().equals(id))
                .findFirst()
                .orElse(MissingNode.getInstance());
    }

    private static Locator marks(Page page, String element) {
        return page.locator("[data-container-id=" + element + "] .whistle-marks");
    }

    /** What is marked at an element where there were these, and so many more. */
    private static String marks(JsonNode before, String element, int open, int overdue) {
        long late = of(before, element).path("overdue").asLong() + overdue;
        return "办 " + said(of(before, element).path("open"), open) + (late > 0 ? "逾 " + late : "");
    }

    private String definition() {
        return engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey(ComplaintProcess.ID)
                .latestVersion()
                .singleResult()
                .getId();
    }

    /** A page of Cockpit, which is loaded anew: it asks for figures again, and of what it did before nothing is left. */
    private static void goesTo(Page page, String address) {
        page.navigate("about:blank");
        page.navigate("/camunda/app/cockpit/default/#/" + address);
    }

    private static Locator figure(Page page, String name) {
        return page.getByRole(LINK, new GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator section(Page page, String name) {
        return page.getByRole(
                AriaRole.REGION, new GetByRoleOptions().setName(name).setExact(true));
    }
}

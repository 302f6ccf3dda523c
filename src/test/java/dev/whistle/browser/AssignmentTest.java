package dev.whistle.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import dev.whistle.procedure.assignment.AssignmentDesk;
import dev.whistle.procedure.assignment.AssignmentStory;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** P10 as officers see it: an order to three units, signed for, reported and checked for one, in Tasklist. */
@InBrowser
class AssignmentTest {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy/MM/dd");

    @Autowired
    private AssignmentDesk desk;

    @Test
    void anOrderToThreeUnitsSignedForByOne(Office office) {
        TasklistPage district = office.tasklist("district");
        String matter = "年末消防通道集中整治";
        String due = DAY.format(LocalDate.now().plusDays(20));
        StartDialog order = district.starts("调度交办督办");
        assertThat(order.form().shown()).contains("承办单位（一）").doesNotContain("承办单位（二）");
        order.form()
                .ticks("区领导小组办公室调度")
                .enters("召集或者部署的领导", "姜敏（办公室主任）")
                .picksToday("调度日期")
                .enters("事由", matter)
                .ticks("不必到现场")
                .finds("承办单位（一）", "湾里", "湾里街道")
                .dates("最后一日（一）", due)
                .enters("交办事项（一）", "清理辖区小区消防通道。")
                .finds("承办单位（二）", "消防救援", "鸠江消防救援大队")
                .dates("最后一日（二）", due)
                .enters("交办事项（二）", "指导并抽查整治情况。")
                .finds("承办单位（三）", "区城管", "区城管局")
                .dates("最后一日（三）", due)
                .enters("交办事项（三）", "清理占用通道的违停车辆和杂物。")
                .pictured("assignment-start");
        order.start();
        String caseNo = district.caseAbout(matter);
        String today = LocalDate.now().toString();
        desk.issues(caseNo, "street-wanli", today);
        desk.issues(caseNo, "dept-fire", today);
        desk.issues(caseNo, "dept-urban-management", today);

        TasklistPage wanli = office.tasklist("wanli");
        TaskPane signing = wanli.opens("签收工作交办单：湾里街道", caseNo);
        signing.claims().form().shows("案件编号", caseNo).shows("调度形式", "区领导小组办公室调度");
        assertThat(signing.form().field("交办清单").inputValue()).contains("1．湾里街道：清理辖区小区消防通道。", "2．鸠江消防救援大队：指导并抽查整治情况。");
        signing.form().enters("经办人员", "谭红霞").pictured("assignment-sign-for");
        signing.completes();

        TaskPane reporting = wanli.opens("办理并报告结果：湾里街道", caseNo);
        reporting.claims().form().pictured("assignment-report");
        // done meanwhile by somebody else: Tasklist looks at it once more
        wanli.window().expects("404 GET /camunda/api/engine/engine/default/task/.*");
        desk.does("wanli", caseNo, "street-wanli", "userTask_report", AssignmentStory.reported(today));
        TaskPane checking = district.opens("核查：湾里街道", caseNo);
        checking.claims().form().pictured("assignment-check");
        CaseTab tab = new CaseTab(checking);
        Pictures.take(tab.shown(), "assignment-case-tab");
        tab.section("变动登记").getByRole(AriaRole.BUTTON).first().click();
        Pictures.take(tab.section("变动登记").locator("dialog"), "assignment-cancel");
        tab.section("变动登记")
                .locator("dialog")
                .getByText("取消", new Locator.GetByTextOptions().setExact(true))
                .click();
        office.tasklist("fire").opens("签收工作交办单：鸠江消防救援大队", caseNo);
        JsonNode read = district.window().api("/api/cases/" + caseNo);
        assertThat(read.path("state").asText()).isEqualTo("open");
        assertThat(read.findValuesAsText("kind")).contains("assignment.order", "assignment.sign-for");
    }
}

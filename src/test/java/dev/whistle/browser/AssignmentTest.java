package dev.whistle.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.whistle.procedure.assignment.AssignmentDesk;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** P10 as officers see it: an order to two units, signed for by one, in Tasklist. */
@InBrowser
class AssignmentTest {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy/MM/dd");

    @Autowired
    private AssignmentDesk desk;

    @Test
    void anOrderToTwoUnitsSignedForByOne(Office office) {
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
                .enters("交办事项（二）", "指导并抽查整治情况。");
        order.start();
        String caseNo = district.caseAbout(matter);
        String today = LocalDate.now().toString();
        desk.issues(caseNo, "street-wanli", today);
        desk.issues(caseNo, "dept-fire", today);

        TasklistPage wanli = office.tasklist("wanli");
        TaskPane signing = wanli.opens("签收工作交办单：湾里街道", caseNo);
        signing.claims().form().shows("案件编号", caseNo).shows("调度形式", "区领导小组办公室调度");
        assertThat(signing.form().field("交办清单").inputValue()).contains("1．湾里街道：清理辖区小区消防通道。", "2．鸠江消防救援大队：指导并抽查整治情况。");
        signing.form().enters("经办人员", "谭红霞");
        signing.completes();

        wanli.opens("办理并报告结果：湾里街道", caseNo);
        office.tasklist("fire").opens("签收工作交办单：鸠江消防救援大队", caseNo);
        JsonNode read = district.window().api("/api/cases/" + caseNo);
        assertThat(read.path("state").asText()).isEqualTo("open");
        assertThat(read.findValuesAsText("kind")).contains("assignment.order", "assignment.sign-for");
    }
}

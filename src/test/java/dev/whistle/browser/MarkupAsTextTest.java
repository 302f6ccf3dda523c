package dev.whistle.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.whistle.procedure.complaint.ComplaintProcess.Variables;
import dev.whistle.procedure.complaint.ComplaintStory;
import dev.whistle.testing.Desk;
import java.time.OffsetDateTime;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Markup that somebody dictates is shown as he dictated it, wherever officers and administrators look. */
@InBrowser
class MarkupAsTextTest {

    private static final String MARKUP =
            "<img src=x onerror=\"window.struck=1\"><script>window.struck=1</script>{{7*6}}";

    @Autowired
    private Desk desk;

    @Autowired
    private ProcessEngine engine;

    @Test
    void inTasklistAndCockpit(Office office) {
        Map<String, Object> call =
                ComplaintStory.call(OffsetDateTime.now().minusMinutes(5).toString());
        call.put(Variables.CALLER_NAME, "贾" + "<b onmouseover=\"window.struck=1\">宝</b>");
        call.put(Variables.PLACE, "路口" + MARKUP);
        call.put(Variables.MATTER, "噪声" + MARKUP);
        call.put(Variables.DETAILS, "夜间" + MARKUP);
        String caseNo = desk.starts("tanggou-1", "complaint", call);

        TasklistPage tasklist = office.tasklist("tanggou");
        TaskPane task = tasklist.opens("签收并确定承办单位", caseNo);
        task.form().shows("小区或地点", "路口" + MARKUP).shows("投诉事由", "噪声" + MARKUP);
        assertUnharmed(tasklist.window());

        CaseTab tab = new CaseTab(task);
        assertThat(tab.shown()).containsText("夜间" + MARKUP);
        assertThat(tab.shown()).containsText("路口" + MARKUP);
        tab.section("当事人").getByText("查看").click();
        assertThat(tab.section("当事人")).containsText("<b onmouseover=\"window.struck=1\">宝</b>");
        tab.section("当事人").getByText("宝</b>").hover();
        assertUnharmed(tasklist.window());

        Window cockpit = office.window("cockpit").login("admin");
        String instance = engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(caseNo)
                .singleResult()
                .getId();
        cockpit.page()
                .navigate("/camunda/app/cockpit/default/#/process-instance/" + instance + "/runtime?tab=variables-tab");
        assertThat(cockpit.page().locator("body")).containsText(caseNo);
        cockpit.settles();
        assertUnharmed(cockpit);
    }

    private static void assertUnharmed(Window window) {
        assertThat(window.page().locator("img[src=x]")).hasCount(0);
        assertThat((boolean) window.page().evaluate("'struck' in window")).isFalse();
    }
}

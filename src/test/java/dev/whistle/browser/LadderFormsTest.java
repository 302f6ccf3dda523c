package dev.whistle.browser;

import static dev.whistle.procedure.escalation.EscalationStory.missed;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import dev.whistle.casefile.Cases;
import dev.whistle.procedure.complaint.ComplaintProcess;
import dev.whistle.procedure.complaint.ComplaintStory;
import dev.whistle.procedure.escalation.EscalationProcess.Happened;
import dev.whistle.procedure.escalation.EscalationProcess.Source;
import dev.whistle.procedure.escalation.EscalationStory;
import dev.whistle.procedure.sanction.SanctionProcess.Rectified;
import dev.whistle.testing.Desk;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What officers are shown on the upper rungs of the ladder: looked into, referred, interviewed, held to account. */
@InBrowser
class LadderFormsTest {

    @Autowired
    private Desk desk;

    @Autowired
    private EscalationStory story;

    @Autowired
    private Cases cases;

    @Autowired
    private ProcessEngine engine;

    private final String today = LocalDate.now(ZoneId.of("Asia/Shanghai")).toString();
    private String matter = "";

    @BeforeEach
    void aComplaint() {
        matter = desk.starts(
                "wanli-1",
                ComplaintProcess.ID,
                ComplaintStory.in("compound-05", ComplaintStory.call(ago().toString())));
    }

    @Test
    void aDepartmentLookedIntoAndInterviewed(Office office) {
        String caseNo = reported("dept-fire", Source.COMPLAINT, Happened.MISSED);
        TasklistPage district = office.tasklist("district");
        TaskPane assessing = district.opens("核实责任", caseNo);
        Reader reader = reader(district, caseNo);
        assertThat(assessing.form().shown()).contains("经核实的情形", "已作出的处理");
        assessing.form().pictured("escalation-assess");
        reader.readsWhatIsThere("assess");
        CaseTab tab = new CaseTab(assessing);
        assertThat(tab.section("失职处理").innerText()).contains("鸠江消防救援大队", "还没有采取措施。");
        reader.readsWhatIsThere("case tab");
        Pictures.take(tab.shown(), "escalation-case-tab");
        reader.assertChinese();

        // done meanwhile by somebody else: Tasklist looks at it once more
        district.window().expects("404 GET /camunda/api/engine/engine/default/task/.*");
        story.assesses(caseNo, Happened.SHIRKED);
        story.isServed(caseNo, today);
        story.rectifies("fire", caseNo, today);
        story.checks(caseNo, Rectified.DONE, today);
        story.isServed(caseNo, today);
        TasklistPage lead = office.tasklist("district");
        TaskPane interviewing = lead.opens("约谈", caseNo);
        interviewing.form().pictured("escalation-interview");
        Reader later = reader(lead, caseNo);
        later.readsWhatIsThere("interview");
        tab = new CaseTab(interviewing);
        assertThat(tab.section("失职处理").innerText()).contains("通报", "整改到位", "约谈");
        Pictures.take(tab.section("失职处理"), "escalation-ladder");
        later.readsWhatIsThere("case tab with rungs");
        revoking(tab);
        later.readsWhatIsThere("revocation");
        later.assertChinese();
    }

    @Test
    void aDepartmentHeldToAccount(Office office) {
        String caseNo = reported("dept-fire", Source.OFFICE_DISPATCH, Happened.MISSED);
        story.isServed(caseNo, today);
        story.rectifies("fire", caseNo, today);
        story.checks(caseNo, Rectified.FAILED, today);
        story.isServed(caseNo, today);
        story.interviews(caseNo, today);
        TasklistPage discipline = office.tasklist("discipline");
        TaskPane accounting = discipline.opens("问责", caseNo);
        accounting.form().pictured("escalation-account");
        Reader reader = reader(discipline, caseNo);
        reader.readsWhatIsThere("account");
        reader.assertChinese();
    }

    @Test
    void aCompanyReferred(Office office) {
        String caseNo = reported("company-5", Source.COMPLAINT, Happened.GRAVE);
        story.isServed(caseNo, today);
        story.rectifies("company-5", caseNo, today);
        story.checks(caseNo, Rectified.DONE, today);
        TasklistPage district = office.tasklist("district");
        TaskPane referring = district.opens("转办解聘或者改选", caseNo);
        referring.form().pictured("escalation-refer");
        Reader reader = reader(district, caseNo);
        reader.readsWhatIsThere("refer");
        reader.assertChinese();
    }

    private static void revoking(CaseTab tab) {
        Locator revoke = tab.section("变动登记").getByRole(AriaRole.BUTTON).first();
        revoke.click();
        Locator dialog = tab.section("变动登记").locator("dialog");
        assertThat(dialog.innerText()).contains("撤销理由", "复核日期");
        Pictures.take(dialog, "escalation-revoke");
    }

    private String reported(String unit, String source, String happened) {
        Map<String, Object> form = new HashMap<>(missed(matter, unit, source, happened));
        form.put("reportedAt", ago().toString());
        return story.reported(form);
    }

    private static OffsetDateTime ago() {
        return OffsetDateTime.now().minusMinutes(5).truncatedTo(ChronoUnit.SECONDS);
    }

    private Reader reader(TasklistPage tasklist, String caseNo) {
        Set<String> ids = Ids.of(engine);
        ids.add(cases.get(caseNo).trackingCode());
        return new Reader(tasklist.window(), new Words(ids));
    }
}

package dev.whistle.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import dev.whistle.document.Docx;
import dev.whistle.procedure.complaint.ComplaintProcess;
import dev.whistle.procedure.complaint.ComplaintStory;
import dev.whistle.testing.Desk;
import java.io.IOException;
import java.nio.file.Files;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** A first notice as its officers see it: reported by hand, signed by the lead, read in Word, served and put right. */
@InBrowser
class FirstNoticeTest {

    private static final String LETTER = "督查抄告单";

    @Autowired
    private Desk desk;

    @Autowired
    private JdbcTemplate db;

    @Test
    void fromTheReportToTheCheck(Office office) throws IOException {
        String matter = desk.starts(
                "wanli-1",
                ComplaintProcess.ID,
                ComplaintStory.in(
                        "compound-05",
                        ComplaintStory.call(OffsetDateTime.now()
                                .minusMinutes(5)
                                .truncatedTo(ChronoUnit.SECONDS)
                                .toString())));

        TasklistPage office1 = office.tasklist("district");
        StartDialog report = office1.starts("抄告、督办、通报");
        report.form()
                .finds("事项来源", "督查", "督查交办事项")
                .finds("涉及案件", matter, matter + " · 消防通道被堵 · 桂汀社区")
                .finds("责任单位", "湾里街道", "湾里街道")
                .enters("没有履行的职责", "按期答复投诉人")
                .enters("条款编号", "JJ.G3")
                .finds("失职情形", "按期", "没有按期办理")
                .enters("事实经过", "逾期三天仍没有答复投诉人。")
                .pictured("escalation-start");
        report.start();
        report.assertStarted();
        String caseNo =
                db.queryForObject("select case_no from whistle.case_file where parent_case = ?", String.class, matter);

        TasklistPage leads = office.tasklist("district-lead");
        TaskPane signing = leads.opens("签发文书：" + LETTER + "（湾里街道）", caseNo);
        signing.claims().form().ticks("同意签发");
        signing.completes();

        TaskPane serving = office1.opens("送达文书：" + LETTER + "（湾里街道）", caseNo);
        Docx letter = read(office1, new CaseTab(serving).section("文书"));
        assertThat(letter.text())
                .contains("区物业管理工作领导小组办公室抄告〔", "湾里街道：", "按期答复投诉人", matter, "5个工作日内整改到位", "签发人：姜敏")
                .doesNotContain("«");
        serving.tab("表单");
        serving.claims().form().ticks("当面送达").picksToday("送达日期");
        serving.completes();

        ladderOf(office, matter, caseNo);
        TaskPane rectifying = office.tasklist("wanli").opens("限期整改", caseNo);
        rectifying
                .claims()
                .form()
                .shows("责任主体", "湾里街道")
                .shows("没有履行的职责", "按期答复投诉人")
                .pictured("sanction-rectify")
                .ticks("已经整改到位")
                .picksToday("填报日期")
                .enters("整改措施和结果", "已经答复投诉人，并落实了专人负责。");
        rectifying.completes();

        TaskPane checking = office1.opens("核查整改情况", caseNo);
        checking.claims()
                .form()
                .shows("整改措施和结果", "已经答复投诉人，并落实了专人负责。")
                .enters("核查人员", "崔慧")
                .picksToday("核查日期")
                .enters("核查情况", "查看了答复记录，属实。")
                .pictured("sanction-check");
        checking.form().ticks("整改到位");
        checking.completes();

        assertThat(db.queryForObject("select outcome from whistle.case_file where case_no = ?", String.class, caseNo))
                .isEqualTo("rectified-after-first-notice");
    }

    /** On the complaint's tab the escalation, and in it the rung with its letter; who keeps contact stands below. */
    private static void ladderOf(Office office, String matter, String caseNo) {
        TasklistPage wanli = office.tasklist("wanli");
        CaseTab complaint = new CaseTab(wanli.opens("签收并确定承办单位", matter));
        Locator ladder = complaint.section("失职处理");
        assertThat(ladder).containsText("没有履行的职责：按期答复投诉人");
        assertThat(complaint.section("联系人")).containsText("政府部门联系小区");
        Pictures.take(complaint.shown(), "ladder-on-complaint");
        ladder.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("查看案件 " + caseNo))
                .click();
        Locator rung = complaint.section("失职处理").getByRole(AriaRole.LISTITEM).last();
        assertThat(rung).containsText("抄告");
        assertThat(rung).containsText("已送达");
        assertThat(rung).containsText("整改最后一日");
        assertThat(complaint.section("联系人")).containsText("镇街干部联系社区");
        Pictures.take(complaint.shown(), "ladder-on-escalation");
        Download letter = wanli.window()
                .page()
                .waitForDownload(() -> rung.getByRole(AriaRole.LINK).click());
        assertThat(letter.suggestedFilename()).endsWith(".docx");
    }

    private static Docx read(TasklistPage tasklist, Locator letters) throws IOException {
        assertThat(letters).containsText(LETTER);
        Download download = tasklist.window()
                .page()
                .waitForDownload(() -> letters.getByRole(
                                AriaRole.LINK, new Locator.GetByRoleOptions().setName("下载《" + LETTER + "》签发稿"))
                        .click());
        return Docx.of(Files.readAllBytes(download.path()));
    }
}

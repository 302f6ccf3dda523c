package dev.whistle.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import dev.whistle.casefile.CaseLinks;
import dev.whistle.procedure.complaint.ComplaintStory;
import dev.whistle.testing.Desk;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** The case beside the task's form: who complained, what was collected, what happened. */
@InBrowser
class CaseTabTest {

    @Autowired
    private Desk desk;

    @Autowired
    private CaseLinks links;

    @Autowired
    private TransactionTemplate transaction;

    @Test
    void theComplainantIsMaskedUntilAnOfficerAsks(Office office) {
        CaseTab tab = tabOfACase(office).tab();

        Locator parties = tab.section("当事人");
        assertThat(parties).not().containsText(ComplaintStory.NAME);
        assertThat(parties).not().containsText(ComplaintStory.PHONE);
        parties.getByText("查看").click();
        assertThat(parties).containsText(ComplaintStory.NAME);
        assertThat(parties).containsText(ComplaintStory.PHONE);
        assertThat(parties).containsText("秒后隐藏");
        assertThat(tab.said()).containsText("已记入办理经过");
        assertThat(tab.section("办理经过")).containsText("查看");

        parties.getByText("隐藏", new Locator.GetByTextOptions().setExact(true)).click();
        assertThat(parties).not().containsText(ComplaintStory.NAME);
    }

    @Test
    void aPhotoIsAddedAndLookedAt(Office office) throws IOException {
        Opened opened = tabOfACase(office);
        CaseTab tab = opened.tab();
        Locator attachments = tab.section("附件");

        tab.adds(new FilePayload("现场照片.png", "image/png", photo()));
        assertThat(tab.said()).hasText("已添加附件：现场照片.png");

        // somebody else looks at it later, as it comes from the case
        CaseTab later = new CaseTab(office.tasklist("baimao-lead").opens("签收并确定承办单位", opened.caseNo()));
        Locator file = later.section("附件");
        file.getByText("预览").click();
        Locator picture = file.locator("img[alt='现场照片.png']");
        assertThat(picture).isVisible();
        assertThat((boolean) picture.evaluate("it => it.decode().then(() => it.naturalWidth === 40)"))
                .isTrue();
    }

    @Test
    void aLinkedCaseIsOpenedAndLeftAgain(Office office) {
        String other = desk.starts(
                "baimao-1",
                "complaint",
                ComplaintStory.call(OffsetDateTime.now().minusMinutes(9).toString()));
        String caseNo = reported();
        transaction.executeWithoutResult(
                status -> links.repeats(caseNo, other, "同一处消防通道", "repeatOf", "userTask_signFor"));
        CaseTab tab = new CaseTab(office.tasklist("baimao").opens("签收并确定承办单位", caseNo));

        Locator linked = tab.section("关联案件");
        assertThat(linked).containsText("重复投诉的原案件");
        assertThat(linked).containsText("同一处消防通道");
        linked.getByText("查看").click();
        assertThat(tab.said()).hasText("已打开案件 " + other + "。");
        assertThat(tab.section("案件概况")).containsText(other);
        assertThat(tab.section("关联案件")).containsText(caseNo);

        linked.page().getByText("返回本案 " + caseNo).click();
        assertThat(tab.section("案件概况")).containsText(caseNo);
    }

    /** Going to the tab takes the form away with what was typed in it; beside the form the case does not. */
    @Test
    void theCaseBesideTheForm(Office office) {
        String caseNo = reported();
        TasklistPage tasklist = office.tasklist("baimao");
        Page page = tasklist.window().page();
        TaskPane task = tasklist.opens("签收并确定承办单位", caseNo).claims();
        task.form().enters("批办意见", "请尽快到现场。");
        Locator opener = page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("案件对照"));
        Locator beside = page.getByRole(AriaRole.COMPLEMENTARY, new Page.GetByRoleOptions().setName("案件对照"));

        opener.click();
        assertThat(beside).containsText(caseNo);
        Pictures.takeWindow(page, "case-beside");
        task.form().shows("批办意见", "请尽快到现场。");

        page.keyboard().press("Escape");
        assertThat(beside).isHidden();
        assertThat(opener).isFocused();
        task.form().shows("批办意见", "请尽快到现场。");

        String next = reported();
        page.keyboard().press("Enter");
        assertThat(beside).containsText(caseNo);
        tasklist.goesTo(desk.taskOf(next, "userTask_signFor").getId(), "签收并确定承办单位");
        assertThat(beside).containsText(next);
    }

    /** What a step stands on is read where it is cited. */
    @Test
    void whatAClauseSays(Office office) {
        CaseTab tab = tabOfACase(office).tab();
        Locator chip =
                tab.section("办理依据").getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("JJ.A7.2.2.2"));

        chip.click();
        Locator said = tab.section("办理依据").getByRole(AriaRole.DIALOG);
        assertThat(said).containsText("鸠江区住宅小区物业长效管理体制机制实施办法（试行） JJ.A7.2.2.2");
        Pictures.take(said, "clause");
        said.page().keyboard().press("Escape");

        assertThat(said).hasCount(0);
        assertThat(chip).isFocused();
    }

    private String reported() {
        return desk.starts(
                "baimao-1",
                "complaint",
                ComplaintStory.call(OffsetDateTime.now().minusMinutes(5).toString()));
    }

    @Test
    void aProgramIsRefusedInChinese(Office office) {
        Opened opened = tabOfACase(office);
        opened.window().expects("4\\d\\d POST /api/cases/" + opened.caseNo() + "/attachments");
        CaseTab tab = opened.tab();

        tab.adds(new FilePayload("照片.png", "image/png", "MZ\u0090 this program".getBytes(StandardCharsets.ISO_8859_1)));

        assertThat(tab.section("附件").getByRole(AriaRole.ALERT)).containsText("照片.png");
        tab.section("附件").getByText("知道了").click();
        assertThat(tab.section("附件")).containsText("还没有附件。");
    }

    private record Opened(CaseTab tab, String caseNo, Window window) {}

    private Opened tabOfACase(Office office) {
        String caseNo = reported();
        TasklistPage tasklist = office.tasklist("baimao");
        return new Opened(new CaseTab(tasklist.opens("签收并确定承办单位", caseNo)), caseNo, tasklist.window());
    }

    private static byte[] photo() throws IOException {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "png", png);
        return png.toByteArray();
    }
}

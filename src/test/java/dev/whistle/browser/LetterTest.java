package dev.whistle.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import dev.whistle.document.DocumentContent;
import dev.whistle.document.Docx;
import dev.whistle.document.LetterStory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.camunda.bpm.engine.repository.Deployment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * A letter as its officers see it: corrected, signed, served and acknowledged in Tasklist, each version read in Word.
 */
@InBrowser
class LetterTest {

    private static final String LETTER = "投诉办理期限告知书";

    @Autowired
    private LetterStory story;

    private Deployment deployment;

    @BeforeEach
    void deploy() {
        deployment = story.deploy();
    }

    @AfterEach
    void undeploy() {
        story.undeploy(deployment);
    }

    @Test
    void fromTheDraftToTheReception(Office office) throws IOException {
        String caseNo = story.withNotice();
        TasklistPage leads = office.tasklist("fire-lead");
        TaskPane signing = leads.opens("签发文书：" + LETTER, caseNo);
        signing.claims();
        Locator draft = letters(signing);
        assertThat(draft).containsText("草稿");
        Docx first = read(leads, draft, "第 1 稿（系统生成）");
        assertThat(first.text()).contains("«文号»", caseNo, "欧阳静怡：");
        looksAt(draft, "第 1 稿（系统生成）", "欧阳静怡：");

        draft.locator("input[type=file]").setInputFiles(word(first.with(xml -> xml.replace("特此告知。", "特此告知，请知悉。"))));
        assertThat(draft).containsText("第 2 稿（上传修改稿）");
        assertThat(new CaseTab(signing).said()).containsText("已上传《" + LETTER + "》的修改稿，为第 2 稿。");
        signing.tab("表单");
        signing.form().ticks("同意签发");
        signing.completes();

        TasklistPage officers = office.tasklist("fire");
        TaskPane serving = officers.opens("送达文书：" + LETTER, caseNo);
        Locator signed = letters(serving);
        assertThat(signed).containsText("已签发");
        assertThat(signed).containsText("鸠江消防救援大队投告〔");
        Docx letter = read(officers, signed, "签发稿");
        assertThat(letter.text())
                .contains("鸠江消防救援大队投告〔", "签发人：蒋梦琪", "特此告知，请知悉。")
                .doesNotContain("«");
        serving.tab("表单");
        serving.claims().form().ticks("当面送达").picksToday("送达日期");
        serving.completes();

        Locator served = letters(officers.opens("调查核实", caseNo));
        assertThat(served).containsText("当面送达");
        served.getByText("登记签收", new Locator.GetByTextOptions().setExact(true)).click();
        assertThat(served).containsText("已签收");
        assertThat(served.getByRole(AriaRole.BUTTON)).hasText(new String[] {"预览", "预览", "预览"});
    }

    @Test
    void whatIsNoLetterIsRefusedBesideIt(Office office) {
        String caseNo = story.withNotice();
        TasklistPage leads = office.tasklist("fire-lead");
        leads.window().expects("4\\d\\d POST /api/documents/.*");
        Locator draft = letters(leads.opens("签发文书：" + LETTER, caseNo));

        draft.locator("input[type=file]")
                .setInputFiles(new FilePayload(
                        "修改稿.docx", DocumentContent.MEDIA_TYPE, "no Word file".getBytes(StandardCharsets.UTF_8)));

        assertThat(draft.getByRole(AriaRole.ALERT)).containsText("这不是 Word 文档（.docx）");
        assertThat(draft).not().containsText("第 2 稿");
    }

    private static Locator letters(TaskPane task) {
        Locator section = new CaseTab(task).section("文书");
        assertThat(section).containsText(LETTER);
        return section;
    }

    /** In place, without downloading it, and folded away again. */
    private static void looksAt(Locator letters, String version, String text) {
        letters.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("预览《" + LETTER + "》" + version))
                .click();
        assertThat(letters.frameLocator("iframe").locator("body")).containsText(text);
        Pictures.take(letters, "letter-preview");
        letters.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("收起《" + LETTER + "》" + version))
                .click();
        assertThat(letters.locator("iframe")).hasCount(0);
    }

    private static Docx read(TasklistPage tasklist, Locator letters, String version) throws IOException {
        Download download = tasklist.window()
                .page()
                .waitForDownload(() -> letters.getByRole(
                                AriaRole.LINK, new Locator.GetByRoleOptions().setName("下载《" + LETTER + "》" + version))
                        .click());
        assertThat(download.suggestedFilename()).startsWith(LETTER).endsWith(".docx");
        return Docx.of(Files.readAllBytes(download.path()));
    }

    private static FilePayload word(Docx docx) {
        return new FilePayload("修改稿.docx", DocumentContent.MEDIA_TYPE, docx.bytes());
    }
}

package dev.whistle.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import dev.whistle.document.DocumentContent;
import dev.whistle.document.LetterStory;
import java.nio.charset.StandardCharsets;
import org.camunda.bpm.engine.repository.Deployment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What is no letter; how one is corrected, signed and served is told by {@link OfficersDayTest}. */
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
}

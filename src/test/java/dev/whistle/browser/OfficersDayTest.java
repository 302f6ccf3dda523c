package dev.whistle.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import dev.whistle.document.DocumentContent;
import dev.whistle.document.Docx;
import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.junit.jupiter.api.Test;

/**
 * P01 as officers see it, from log-in to a signed letter: a call is taken down, signed for, investigated and answered in
 * writing; the answer is corrected in Word, signed, served and acknowledged; and the complainant is asked whether that was
 * the end of it.
 */
@InBrowser
class OfficersDayTest {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy/MM/dd");
    private static final String LETTER = "投诉答复书";
    private static final String THANKS = "感谢您对物业管理工作的监督和支持。";
    private static final String CORRECTED = "感谢您对物业管理工作的监督。";

    @Test
    void fromTheCallToTheLetter(Office office) throws IOException {
        TasklistPage community = office.tasklist("wanli-1");
        String matter = "消防通道被面包车堵住";
        StartDialog call = community.starts("投诉接访处理");
        call.form()
                .shows("收到日期", DAY.format(LocalDate.now()))
                .enters("投诉人姓名", "欧阳静怡")
                .enters("联系电话", "139 5531 2877")
                .enters("单位或联系地址", "湾里街道云锦苑7栋301室")
                .finds("小区", "荷塘雅", "荷塘雅筑(湾里街道)")
                .finds("事由类别", "停车", "停车管理")
                .enters("投诉事由", matter)
                .enters("详细情况", "三辆面包车长期停在消防通道上,物业收费不管。")
                .ticks("上报上一级");
        call.start();
        String caseNo = community.caseAbout(matter);

        TaskPane signing = office.tasklist("wanli").opens("签收并确定承办单位", caseNo);
        signing.claims()
                .form()
                .shows("案件编号", caseNo)
                .shows("小区或地点", "荷塘雅筑")
                .shows("投诉事由", matter)
                .shows("系统初步判断", "物业服务不到位（企业整改）")
                .ticks("物业服务不到位（企业整改）")
                .finds("承办单位", "消防", "鸠江消防救援大队")
                .enters("批办意见", "请尽快到现场核实。");
        signing.completes();

        TasklistPage fire = office.tasklist("fire");
        TaskPane investigating = fire.opens("调查核实、处理", caseNo);
        investigating
                .claims()
                .form()
                .enters("调查人员", "王建国、李敏")
                .picksToday("调查日期")
                .enters("调查情况", "现场确有三辆车占用消防通道。")
                .enters("处理措施", "已通知车主挪车,物业增设禁停标线。");
        investigating.completes();

        TaskPane answering = fire.opens("答复投诉人", caseNo);
        answering.claims().form().ticks("书面").ticks("问题已经解决").ticks("业主或者使用人").enters("答复内容", "车辆已挪走，标线已施划，感谢监督。");
        answering.completes();

        TasklistPage leads = office.tasklist("fire-lead");
        TaskPane writing = leads.opens("签发文书：" + LETTER, caseNo);
        writing.claims();
        Locator draft = letters(new CaseTab(writing).shown());
        assertThat(draft).containsText("草稿");
        Docx first = read(leads, draft, "第 1 稿（系统生成）");
        assertThat(first.text()).contains("«文号»", caseNo, "欧阳静怡：", THANKS);
        looksAt(draft, "第 1 稿（系统生成）", "欧阳静怡：");
        draft.locator("input[type=file]").setInputFiles(word(first.with(xml -> xml.replace(THANKS, CORRECTED))));
        assertThat(draft).containsText("第 2 稿（上传修改稿）");
        assertThat(new CaseTab(writing).said()).containsText("已上传《" + LETTER + "》的修改稿，为第 2 稿。");
        writing.tab("表单");
        writing.form().ticks("同意签发");
        writing.completes();

        TaskPane serving = fire.opens("送达文书：" + LETTER, caseNo);
        Locator signed = letters(new CaseTab(serving).shown());
        assertThat(signed).containsText("已签发");
        assertThat(signed).containsText("鸠江消防救援大队投答〔");
        assertThat(read(fire, signed, "签发稿").text())
                .contains("鸠江消防救援大队投答〔", "签发人：蒋梦琪", CORRECTED)
                .doesNotContain("«");
        serving.tab("表单");
        serving.claims().form().ticks("当面送达").picksToday("送达日期");
        serving.completes();

        Page page = fire.window().page();
        page.evaluate("no => location.hash = '#/case/' + no", caseNo);
        Locator served = letters(page.locator("main"));
        assertThat(served).containsText("当面送达");
        served.getByText("登记签收", new Locator.GetByTextOptions().setExact(true)).click();
        assertThat(served).containsText("已签收");
        assertThat(served.getByRole(AriaRole.BUTTON)).hasText(new String[] {"预览", "预览", "预览"});

        TaskPane visiting = office.tasklist("wanli-1").opens("回访投诉人", caseNo);
        visiting.claims().form().picksToday("回访日期").ticks("电话").ticks("满意");
        visiting.completes();

        JsonNode read = fire.window().api("/api/cases/" + caseNo);
        assertThat(read.path("state").asText()).isEqualTo("closed");
        assertThat(read.path("outcome").asText()).isEqualTo("answered-in-time");
        assertThat(read.path("title").asText()).isEqualTo(matter);
    }

    private static Locator letters(Locator shown) {
        Locator section = shown.getByRole(
                AriaRole.REGION, new Locator.GetByRoleOptions().setName("文书").setExact(true));
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

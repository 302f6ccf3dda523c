package dev.whistle.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator.FilterOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import dev.whistle.testing.Jobs;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** An officer imports a register without a program: what is wrong, how far it has come, what came of it. */
@InBrowser
class ImportPageTest {

    private static final String HEADER = "渠道,收到时间,首次接待单位,投诉人,联系电话,联系地址,发生地点,投诉事由\n";

    @Autowired
    private Jobs jobs;

    @Autowired
    private JdbcTemplate db;

    private final String matter = "路灯不亮" + UUID.randomUUID();

    @BeforeEach
    void anEmptyDesk() {
        jobs.clear();
    }

    @Test
    void aRegisterIsMendedAndImported(Office office) {
        TasklistPage tasklist = office.tasklist("hotline");
        tasklist.window().expects("400 POST /api/complaints/import");
        ImportPage page = ImportPage.opened(tasklist);

        page.imports("九月.csv", HEADER + row("来电", "2026-09-10 09:40", "区热线办") + row("传真", "昨天", "天上社区"));

        assertThat(page.result()).containsText("九月.csv 没有导入");
        assertThat(page.result().getByRole(AriaRole.ALERT)).containsText("文件有 3 处错误，没有导入任何内容");
        assertThat(page.rows("错误清单")).hasCount(3);
        for (String wrong : List.of("3渠道没有“传真”，只能填", "3收到时间“昨天”不是时间，应写成", "3首次接待单位本区没有名为“天上社区”的单位")) {
            assertThat(page.rows("错误清单").filter(new FilterOptions().setHasText(wrong)))
                    .hasCount(1);
        }
        assertThat(page.result()).isFocused();

        page.imports("九月.csv", HEADER + row("来电", "2026-09-10 09:40", "区热线办") + row("来电", "2026-09-11 09:40", "桂汀社区"));

        assertThat(page.result()).containsText("正在立案：已办 0 件，共 2 件。");
        assertThat(page.said()).hasText("正在立案，已办 0 件，共 2 件。");
        assertThat(page.section("历次导入")).containsText("正在立案");
        jobs.withExecutor(() -> assertThat(page.said()).containsText("导入完成，2 件全部立案"));
        assertThat(page.rows("已立案的案件")).hasCount(2);
        assertThat(page.section("历次导入")).containsText("全部立案");

        // the case of another unit is named; the own one is opened here and left again
        assertThat(page.rows("已立案的案件").nth(1).getByRole(AriaRole.BUTTON)).hasCount(0);
        page.rows("已立案的案件").nth(0).getByRole(AriaRole.BUTTON).click();
        assertThat(page.section("案件概况")).containsText(matter);
        tasklist.window().page().getByText("返回导入台账").click();
        assertThat(page.rows("已立案的案件").nth(0).getByRole(AriaRole.BUTTON)).isFocused();
    }

    @Test
    void whatFailedIsShownAndRunAgain(Office office) {
        TasklistPage tasklist = office.tasklist("hotline");
        ImportPage page = ImportPage.opened(tasklist);
        page.imports("九月.csv", HEADER + row("来电", "2026-09-10 09:40", "") + row("来电", "2026-09-11 09:40", ""));
        assertThat(page.result()).containsText("正在立案");
        String id = tasklist.window()
                .api("/api/complaints/imports?size=1")
                .at("/imports/0/id")
                .asText();
        String sealed = Objects.requireNonNull(db.queryForObject(
                "select content from whistle.complaint_import_row where import_id = ? and row_no = 3",
                String.class,
                id));
        thirdRowSays(id, "damaged");

        jobs.withExecutor(() -> assertThat(page.result()).containsText("1 行未能立案"));
        assertThat(page.rows("未能立案的行")).hasText(Pattern.compile("3区热线办系统出错，没有立案.*"));
        assertThat(page.section("历次导入")).containsText("部分未立案");

        thirdRowSays(id, sealed);
        page.result().getByText("重新立案 1 行").click();
        jobs.withExecutor(() -> assertThat(page.said()).containsText("导入完成，2 件全部立案"));
        assertThat(page.rows("已立案的案件")).hasCount(2);
    }

    @Test
    void anEarlierImportIsLookedAtAgainAndNotRepeated(Office office) {
        String register = HEADER + row("来电", "2026-09-10 09:40", "");
        TasklistPage tasklist = office.tasklist("hotline");
        ImportPage page = ImportPage.opened(tasklist);
        page.imports("九月.csv", register);
        jobs.withExecutor(() -> assertThat(page.said()).containsText("导入完成"));

        ImportPage later = ImportPage.opened(office.tasklist("district"));
        later.section("历次导入")
                .getByRole(AriaRole.BUTTON)
                .and(later.section("历次导入").getByText("查看"))
                .first()
                .click();
        assertThat(later.result()).containsText("1 件全部立案");

        page.imports("又一次.csv", register);
        assertThat(page.result()).containsText("这个文件以前已经导入过，没有重复立案");
        assertThat(page.said()).containsText("1 件全部立案");
    }

    @Test
    void byKeyboard(Office office) {
        TasklistPage tasklist = office.tasklist("hotline");
        tasklist.window().expects("400 POST /api/complaints/import");
        // The browser is told at once that files will be chosen, not in the same moment as the key is pressed.
        tasklist.window().page().onFileChooser(chooser -> {});
        Keys keys = new Keys(tasklist.window().page());
        keys.tabsTo(AriaRole.LINK, "导入台账").press("Enter");
        ImportPage page = ImportPage.alreadyOpen(tasklist);
        assertThat(tasklist.window().page().locator("h2")).isFocused();
        keys.tabsTo(AriaRole.BUTTON, "选择文件");
        tasklist.window()
                .page()
                .waitForFileChooser(() -> keys.press("Enter"))
                .setFiles(new FilePayload("空.csv", "text/csv", HEADER.getBytes(StandardCharsets.UTF_8)));
        assertThat(page.said()).hasText("已选择空.csv。");
        keys.press("Enter"); // the focus is on 开始导入
        assertThat(page.result().getByRole(AriaRole.ALERT)).containsText("文件里没有投诉");
        assertThat(page.result()).isFocused();
        keys.tabsBackTo(AriaRole.BUTTON, "选择文件");
        Download template = tasklist.window().page().waitForDownload(() -> {
            keys.tabsTo(AriaRole.LINK, "下载登记表模板").press("Enter");
        });
        assertThat(template.suggestedFilename()).isEqualTo("投诉登记表模板.csv");
        keys.tabsBackTo(AriaRole.LINK, "返回任务列表").press("Enter");
        assertThat(tasklist.window().page().getByPlaceholder("筛选任务")).isVisible();
    }

    @Test
    void whoMayNotImportIsNotOfferedIt(Office office) {
        TasklistPage tasklist = office.tasklist("wanli");
        tasklist.window().settles();

        assertThat(ImportPage.entry(tasklist.window().page())).hasCount(0);
    }

    @Test
    void itReadsChinese(Office office) {
        TasklistPage tasklist = office.tasklist("district");
        ImportPage.opened(tasklist);
        Reader reader = new Reader(tasklist.window(), new Words(List.of("CSV", "UTF-8", "GB18030", "GBK")));

        reader.readsWhatIsThere("imports");

        reader.assertChinese();
    }

    private void thirdRowSays(String id, String content) {
        db.update(
                "update whistle.complaint_import_row set content = ? where import_id = ? and row_no = 3", content, id);
    }

    private String row(String channel, String received, String unit) {
        return String.join(",", channel, received, unit, "上官婉清", "13912340001", "滨江路1号", "滨江路", matter) + "\n";
    }
}

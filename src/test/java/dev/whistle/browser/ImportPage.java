package dev.whistle.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Locator.GetByRoleOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;

/** The page 导入台账, behind its entry in Tasklist's header. */
final class ImportPage {

    private final Page page;

    private ImportPage(Page page) {
        this.page = page;
        section("历次导入").waitFor();
    }

    static ImportPage opened(TasklistPage tasklist) {
        entry(tasklist.window().page()).click();
        return alreadyOpen(tasklist);
    }

    static ImportPage alreadyOpen(TasklistPage tasklist) {
        return new ImportPage(tasklist.window().page());
    }

    static Locator entry(Page page) {
        return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("导入台账"));
    }

    ImportPage imports(String name, String register) {
        section("选择文件")
                .locator("input[type=file]")
                .setInputFiles(new FilePayload(name, "text/csv", register.getBytes(StandardCharsets.UTF_8)));
        section("选择文件").getByText("开始导入").click();
        return this;
    }

    /** What became of the file. */
    Locator result() {
        return section("导入情况");
    }

    Locator section(String name) {
        return page.getByRole(
                AriaRole.REGION, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    /** Rows of the table with this caption, as they read. */
    Locator rows(String table) {
        return result().getByRole(AriaRole.TABLE, new GetByRoleOptions().setName(table))
                .locator("tbody tr");
    }

    /** What a screen reader hears of it. */
    Locator said() {
        return page.locator(".whistle-register > [role=status]");
    }
}

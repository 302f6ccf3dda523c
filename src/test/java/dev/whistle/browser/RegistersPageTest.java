package dev.whistle.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Locator.FilterOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import dev.whistle.register.book.Books;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The page 登记簿: looked through, a compound's sheet, and a workbook that is checked, mended and imported. */
@InBrowser
class RegistersPageTest {

    private final String number = "HT-" + UUID.randomUUID().toString().substring(0, 8);

    @Test
    void aWorkbookIsCheckedMendedAndImported(Office office) {
        Window window = open(office, "district");
        window.expects("400 POST /api/registers/import.*");
        Page page = window.page();
        tab(page, "导入").click();
        choose(page, "合同.xlsx", contract("不是日期"));
        Locator result = section(page, "检查和导入结果");
        assertThat(result).containsText("合同.xlsx 没有导入");
        assertThat(result.getByRole(AriaRole.ALERT)).containsText("文件有 1 处错误");
        assertThat(result.locator("tbody tr"))
                .hasText(new String[] {"物业服务合同2开始日期“不是日期”不是日期，请写成 2026-01-01 的形式，或者把单元格格式设为日期。"});
        Pictures.take(page.locator("main"), "registers-mistakes");

        choose(page, "合同.xlsx", contract("2041-01-01"));
        assertThat(result).containsText("检查通过：将新增 1 条、更改 0 条。");
        Pictures.take(page.locator("main"), "registers-checked");
        press(result, "确认导入");
        assertThat(result).containsText("导入完成：新增 1 条，更改 0 条。");
        choose(page, "合同.xlsx", contract("2041-01-01"));
        assertThat(result).containsText("文件内容与登记簿一致，没有要导入的。");

        tab(page, "合同").click();
        page.getByLabel("只看履行中的").uncheck();
        page.getByLabel("查找", new Page.GetByLabelOptions().setExact(true)).fill(number);
        Locator row =
                page.getByRole(AriaRole.TABPANEL).locator("tbody tr").filter(new FilterOptions().setHasText(number));
        assertThat(page.locator(".whistle-total")).hasText("共 1 条");
        row.getByText("柳岸春晓").click();
        assertThat(section(page, "管理责任").locator("tbody tr")).not().hasCount(0);
        assertThat(section(page, "登记记录").locator("tbody tr").first()).containsText("导入：合同.xlsx");
        Pictures.take(page.locator("main"), "registers-compound");
        press(page.locator("main"), "返回列表");
        assertThat(row.getByText("柳岸春晓")).isFocused();
    }

    @Test
    void aCompanySeesItselfAndImportsNothing(Office office) {
        Page page = open(office, "company-1").page();
        assertThat(tab(page, "导入")).hasCount(0);
        assertThat(tab(page, "应急保障")).hasCount(0);
        tab(page, "小区").press("ArrowRight");
        assertThat(tab(page, "企业")).isFocused();
        Locator rows = page.getByRole(AriaRole.TABPANEL).locator("tbody tr");
        assertThat(rows).hasCount(1);
        rows.getByText("芜湖皖屿国有物业服务有限公司").click();
        assertThat(section(page, "管理的小区").locator("tbody tr")).not().hasCount(0);
        Pictures.take(page.locator("main"), "registers-company");
        page.setViewportSize(390, 844);
        Pictures.take(page.locator("main"), "registers-company-390");
    }

    @Test
    void itReadsChinese(Office office) {
        Window window = open(office, "district");
        tab(window.page(), "导入").click();
        Reader reader = new Reader(window, new Words(List.of(".xlsx")));

        reader.readsWhatIsThere("registers");

        reader.assertChinese();
    }

    private byte[] contract(String from) {
        return Books.book()
                .sheet("物业服务合同", number, "柳岸春晓", "company-12", "物业服务合同", from, "2042-12-31", "860000", "3", "", "")
                .bytes();
    }

    private static Window open(Office office, String user) {
        Window window = office.tasklist(user).window();
        window.page()
                .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("登记簿"))
                .click();
        window.page().getByRole(AriaRole.TABPANEL).getByRole(AriaRole.TABLE).waitFor();
        return window;
    }

    private static void choose(Page page, String name, byte[] content) {
        section(page, "选择文件")
                .locator("input[type=file]")
                .setInputFiles(new FilePayload(
                        name, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", content));
        press(section(page, "选择文件"), "开始检查");
    }

    private static Locator tab(Page page, String name) {
        return page.getByRole(
                AriaRole.TAB, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator section(Page page, String name) {
        return page.getByRole(
                AriaRole.REGION, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static void press(Locator around, String button) {
        around.getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(button).setExact(true))
                .click();
    }
}

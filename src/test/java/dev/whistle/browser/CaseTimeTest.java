package dev.whistle.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Locator.FilterOptions;
import dev.whistle.clock.Clocks;
import dev.whistle.procedure.complaint.ComplaintProcess;
import dev.whistle.procedure.complaint.ComplaintProcess.Tasks;
import dev.whistle.procedure.complaint.ComplaintStory;
import dev.whistle.testing.Desk;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** The time of a case beside the task's form: how long there is and why, and who held it how long. */
@InBrowser
class CaseTimeTest {

    @Autowired
    private Desk desk;

    @Autowired
    private Clocks clocks;

    @Autowired
    private TransactionTemplate transaction;

    @AfterEach
    void backToTheRealTime() {
        desk.itIsNow();
    }

    @Test
    void anOfficerUnfoldsADeadlineOverNationalDay(Office office) {
        CaseTab tab = tabOfACaseOverNationalDay(office);
        Locator clock = clock(tab, "派单办理期限");
        assertThat(clock).containsText("进行中");
        assertThat(clock).containsText("剩 4 天");
        assertThat(clock).containsText("最后一日 2026年10月13日");
        assertThat(clock).containsText("期限5个工作日，自2026年9月30日起算");

        clock.locator("summary").press("Enter"); // no mouse needed

        assertThat(clock).containsText("节假日和周末不计入，调休上班日计入");
        assertThat(day(clock, "10日，计入，第3个工作日，调休上班（国庆节）")).isVisible();
        assertThat(day(clock, "10日，计入，第3个工作日，调休上班（国庆节）")).containsText("班");
        assertThat(day(clock, "1日，不计入，国庆节").first()).containsText("休");
        assertThat(day(clock, "3日，不计入，星期六").first()).containsText("周末");
        assertThat(day(clock, "13日，计入，第5个工作日，最后一日")).isVisible();
        assertThat(clock.locator("table").last().locator("caption")).hasText("2026年10月");

        clock.locator("summary").press("Enter");
        assertThat(day(clock, "13日，计入")).not().isVisible();
    }

    @Test
    void aDeadlineThatIsOverSaysSoInWords(Office office) {
        desk.itIs("2026-10-20T02:00:00Z");
        String caseNo =
                desk.starts("shenxiang-1", ComplaintProcess.ID, ComplaintStory.call("2026-09-16T10:00:00+08:00"));

        CaseTab tab = new CaseTab(office.tasklist("shenxiang").opens("签收并确定承办单位", caseNo));

        Locator clock = clock(tab, "投诉答复期限");
        assertThat(clock).containsText("逾期");
        assertThat(clock).containsText("已逾期 12 天");
        clock.getByText("逐日计算").click();
        assertThat(day(clock, "1日，不计入，最后一日为休息日（国庆节），顺延")).isVisible();
        assertThat(day(clock, "8日，计入，第15日，顺延至此日届满，最后一日")).isVisible();
    }

    @Test
    void whoHeldItHowLong(Office office) {
        Locator holders = tabOfACaseOverNationalDay(office).section("经办时长");

        Locator street = holders.locator(".whistle-holders > li").nth(0);
        assertThat(street).containsText("沈巷镇");
        assertThat(street).containsText("4 小时 30 分钟");
        assertThat(street).containsText("2026年9月30日 10:00 至 2026年9月30日 14:30");
        assertThat(street).not().containsText("正在经办");
        Locator fire = holders.locator(".whistle-holders > li").nth(1);
        assertThat(fire).containsText("鸠江消防救援大队");
        assertThat(fire).containsText("正在经办");
        assertThat(fire).containsText("8 天 19 小时");
        assertThat(fire).containsText("2 个工作日");
        assertThat(fire).containsText("2026年9月30日 14:30 至 今");
        assertThat(fire).containsText("调查核实、处理");
    }

    private CaseTab tabOfACaseOverNationalDay(Office office) {
        desk.itIs("2026-09-30T02:00:00Z");
        String caseNo =
                desk.starts("shenxiang-1", ComplaintProcess.ID, ComplaintStory.call("2026-09-30T09:40:00+08:00"));
        transaction.executeWithoutResult(
                status -> clocks.arm(caseNo, "complaint.dispatch", Instant.parse("2026-09-30T02:00:00Z")));
        desk.itIs("2026-09-30T06:30:00Z");
        desk.does("shenxiang", caseNo, Tasks.SIGN_FOR, ComplaintStory.signed("dept-fire"));
        desk.itIs("2026-10-09T02:00:00Z");
        return new CaseTab(office.tasklist("fire").opens("调查核实、处理", caseNo));
    }

    private static Locator clock(CaseTab tab, String name) {
        return tab.section("案件概况").locator(".whistle-clock").filter(new FilterOptions().setHasText(name));
    }

    private static Locator day(Locator clock, String text) {
        return clock.locator("td").filter(new FilterOptions().setHasText(text));
    }
}

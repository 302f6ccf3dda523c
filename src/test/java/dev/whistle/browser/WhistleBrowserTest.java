package dev.whistle.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whistle.procedure.streetwhistle.StreetWhistleProcess;
import dev.whistle.testing.Desk;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** P02 as officers see it: a street whistles, one department hands it back, the next reports in. */
@InBrowser
class WhistleBrowserTest {

    @Autowired
    private Desk desk;

    @Test
    void oneDepartmentReturnsItAndOneReportsIn(Office office) {
        TasklistPage street = office.tasklist("wanli");
        String matter = "地下车库通道违规堆物";
        StartDialog whistle = street.starts("街道吹哨");
        whistle.form()
                .ticks("自行发现")
                .finds("小区", "桂汀兰", "桂汀兰庭(湾里街道)")
                .finds("违法行为种类", "消防通道", "占用消防通道、损坏消防设施")
                .enters("事由", matter)
                .pictured("street-whistle-start");
        whistle.start();
        String caseNo = street.caseAbout(matter);
        assertThat(caseNo).startsWith(StreetWhistleProcess.CODE + "-");

        TaskPane referring = street.opens("确定承办部门", caseNo);
        referring
                .claims()
                .form()
                .shows("建议的牵头部门", "鸠江消防救援大队")
                .shows("牵头部门", "鸠江消防救援大队")
                .pictured("whistle-refer");
        referring.completes();

        TasklistPage fire = office.tasklist("fire");
        TaskPane returning = fire.opens("签收报到", caseNo);
        returning.claims().form().ticks("不属于本部门职责，退回");
        returning
                .refuses()
                .complains("退回的理由", "必填。")
                .enters("退回的理由", "堆物不在消防通道内。")
                .pictured("whistle-return");
        returning.completes();

        TaskPane again = street.opens("确定承办部门", caseNo);
        assertThat(again.claims().form().field("交办经过").inputValue()).contains("鸠江消防救援大队", "已退回", "堆物不在消防通道内。");
        again.form()
                .finds("牵头部门", "城管", "区城管局")
                .enters("改选或者仍交原部门的理由", "占用共用部位，由城管办理。")
                .pictured("whistle-refer-again");
        again.completes();

        TaskPane reporting = office.tasklist("urban-management").opens("签收报到", caseNo);
        reporting.claims().form().ticks("签收报到").enters("经办人员", "邹强").pictured("whistle-report-in");
        reporting.completes();

        assertThat(desk.sees("urban-management", caseNo)).containsExactly("userTask_handleViolation");
    }
}

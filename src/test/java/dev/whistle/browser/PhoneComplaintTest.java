package dev.whistle.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.junit.jupiter.api.Test;

/** P01 as officers see it: from the call to the answer, in Tasklist. */
@InBrowser
class PhoneComplaintTest {

    private static final String PROCESS = "投诉接访处理";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy/MM/dd");

    @Test
    void fromTheCallToTheAnswer(Office office) {
        TasklistPage community = office.tasklist("wanli-1");
        String matter = "消防通道被面包车堵住";
        StartDialog call = community.starts(PROCESS);
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
        answering.claims().form().ticks("电话").ticks("问题已经解决").ticks("业主或者使用人").enters("答复内容", "车辆已挪走，标线已施划，感谢监督。");
        answering.completes();

        TaskPane visiting = office.tasklist("wanli-1").opens("回访投诉人", caseNo);
        visiting.claims().form().picksToday("回访日期").ticks("电话").ticks("满意");
        visiting.completes();

        JsonNode read = fire.window().api("/api/cases/" + caseNo);
        assertThat(read.path("state").asText()).isEqualTo("closed");
        assertThat(read.path("outcome").asText()).isEqualTo("answered-in-time");
        assertThat(read.path("title").asText()).isEqualTo(matter);
    }

    @Test
    void theFormSaysInChineseWhatIsMissingOrWrong(Office office) {
        StartDialog call = office.tasklist("wanli-1").starts(PROCESS);
        call.refusesToStart();
        call.form()
                .enters("联系电话", "12345")
                .complains("联系电话", "格式不正确。")
                .complains("投诉人姓名", "必填。")
                .complains("单位或联系地址", "必填。")
                .complains("发生地点", "必填。")
                .complains("事由类别", "必填。")
                .complains("投诉事由", "必填。");
        assertThat(call.form().shown()).contains("必填。").doesNotContainPattern("[A-Za-z]");
    }
}

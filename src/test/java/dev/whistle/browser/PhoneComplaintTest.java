package dev.whistle.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What the form of a call says; what becomes of it is told by {@link OfficersDayTest}. */
@InBrowser
class PhoneComplaintTest {

    private static final String PROCESS = "投诉接访处理";

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

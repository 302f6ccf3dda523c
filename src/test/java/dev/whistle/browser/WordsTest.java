package dev.whistle.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTest {

    private final Words words = new Words(List.of("wanli", "complaint", "street-wanli.officer"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "签收并确定承办单位",
                "吹哨 · 基于 Camunda v7.24.0",
                "TS-2026-000001",
                "JJ.A7.2.3.2 AP.M2 不能当场答复的",
                "street-wanli.officer",
                "流程实例 ID：3e4e786b-e609-11f1-b1fb-02fc00000001",
                "ctrl+alt+c"
            })
    void isChineseEnough(String text) {
        assertThat(words.foreign(text)).isEmpty();
    }

    @Test
    void isNotChinese() {
        assertThat(words.foreign("Save 保存")).containsExactly("Save");
        assertThat(words.foreign("CAM_WIDGET_FOOTER_TIMEZONE")).containsExactly("CAM_WIDGET_FOOTER_TIMEZONE");
        assertThat(words.foreign("ID of the complaints")).containsExactly("of", "the", "complaints");
        assertThat(words.foreign("wanli-lead")).containsExactly("wanli-lead");
    }
}

package dev.whistle.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CreditCodeTest {

    /** The example of the standard itself. */
    @Test
    void theLastCharacterIsComputed() {
        assertThat(CreditCode.isOne("91350100M000100Y43")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "91350100M000100Y44", // another last character
                "19350100M000100Y43", // two exchanged
                "91350100M000100Y4", // too short
                "91350100M000100Y430",
                "91350100m000100y43",
                "91350100I000100Y43", // a letter that looks like a figure
                "９1350100M000100Y43",
                ""
            })
    void aSlipIsSeen(String code) {
        assertThat(CreditCode.isOne(code)).isFalse();
    }
}

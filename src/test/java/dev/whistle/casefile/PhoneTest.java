package dev.whistle.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneTest {

    @ParameterizedTest
    @CsvSource({
        "13912345678, 13912345678, 139****5678",
        "139 1234 5678, 13912345678, 139****5678",
        "139-1234-5678, 13912345678, 139****5678",
        "+86 13912345678, 13912345678, 139****5678",
        "8613912345678, 13912345678, 139****5678",
        "0086-139 1234 5678, 13912345678, 139****5678",
        "0553-3833333, 05533833333, 0553****33",
        "0553 383 3333, 05533833333, 0553****33",
        "0553-3833333-801, 05533833333-801, 0553****33",
        "0553-3833333转801, 05533833333-801, 0553****33",
        "010-12345678, 01012345678, 010****78",
        "02512345678, 02512345678, 025****78",
        "400-123-4567, 4001234567, 400****67",
        "8001234567, 8001234567, 800****67"
    })
    void isReadHoweverItIsTyped(String typed, String plain, String masked) {
        assertThat(Phone.parse(" " + typed + " ")).hasValueSatisfying(phone -> {
            assertThat(phone.number()).isEqualTo(plain);
            assertThat(phone.masked()).isEqualTo(masked);
            assertThat(phone).hasToString(masked);
            assertThat(new Phone(phone.number())).isEqualTo(phone);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "12345",
                "95588",
                "110",
                "1391234567",
                "139123456789",
                "12912345678",
                "3833333",
                "1391234567a",
                "１３９１２３４５６７８",
                "0553-383333",
                "0553-3833333-",
                "139 1234 5678\n1",
                "500-123-4567",
                "<b>13912345678"
            })
    void isRefusedWhenItIsNone(String typed) {
        assertThat(Phone.parse(typed)).isEmpty();
    }
}

package dev.whistle.register.book;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Values as they stand in a sheet. */
final class Words {

    private Words() {}

    static String of(boolean yes) {
        return yes ? "是" : "否";
    }

    static String of(@Nullable LocalDate day) {
        return day == null ? "" : day.toString();
    }

    static String of(@Nullable BigDecimal number) {
        return number == null ? "" : number.stripTrailingZeros().toPlainString();
    }

    static String of(@Nullable String text) {
        return text == null ? "" : text;
    }
}

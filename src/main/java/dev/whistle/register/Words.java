package dev.whistle.register;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Values as they stand in a sheet. */
public final class Words {

    private Words() {}

    public static String of(boolean yes) {
        return yes ? "是" : "否";
    }

    public static String of(@Nullable LocalDate day) {
        return day == null ? "" : day.toString();
    }

    public static String of(@Nullable BigDecimal number) {
        return number == null ? "" : number.stripTrailingZeros().toPlainString();
    }

    public static String of(@Nullable String text) {
        return text == null ? "" : text;
    }
}

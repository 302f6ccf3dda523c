package dev.whistle.casefile;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** Dates and times as Chinese offices write them. */
public final class ChineseTime {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日");
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm");

    private ChineseTime() {}

    /** E.g. 2026年9月25日. */
    public static String of(LocalDate day) {
        return day.format(DAY);
    }

    /** E.g. 2026年9月25日 10:00, in China's time. */
    public static String of(OffsetDateTime time) {
        return time.atZoneSameInstant(CHINA).format(MINUTE);
    }
}

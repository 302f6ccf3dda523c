package dev.whistle.casefile;

import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** Dates and times as Chinese offices write them. */
public final class ChineseTime {

    public static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
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

    /** E.g. 3天4小时, 4小时20分钟, 20分钟: what is less than an hour counts for nothing beside days. */
    public static String of(Duration length) {
        if (length.toDays() > 0) {
            return length.toDays() + "天" + (length.toHoursPart() > 0 ? length.toHoursPart() + "小时" : "");
        }
        if (length.toHours() > 0) {
            return length.toHours() + "小时" + (length.toMinutesPart() > 0 ? length.toMinutesPart() + "分钟" : "");
        }
        return length.toMinutes() > 0 ? length.toMinutes() + "分钟" : "不足1分钟";
    }
}

package dev.whistle.procedure.complaint;

import dev.whistle.engine.AskedField;
import dev.whistle.problem.FieldError;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Cells of a register as a form takes them. One that cannot be read is noted, and handed on as it stands, so that the
 * form does not miss it.
 *
 * @param zone of times that name none
 * @param dates where a date of the file belongs
 */
record RegisterCells(RegisterNames names, ZoneId zone, UnaryOperator<LocalDate> dates) {

    /** Spreadsheets write dates with dashes or strokes, with or without leading zeros and seconds. */
    private static final List<DateTimeFormatter> TIMES = formats("uuuu-M-d H:m[:s]", "uuuu/M/d H:m[:s]");

    private static final List<DateTimeFormatter> DAYS = formats("uuuu-M-d", "uuuu/M/d");

    /** What stands in a row under a title, as this field takes it. */
    Object read(RegisterRow row, String title, String text, AskedField field) {
        return switch (field.kind()) {
            case TEXT -> text;
            case CHOICE -> names.choice(row, title, text, field);
            case NUMBER -> number(row, title, text);
            case YES_OR_NO -> yesOrNo(row, title, text);
            case DAY -> day(row, title, text);
            case TIME -> time(row, title, text);
        };
    }

    private static Object number(RegisterRow row, String title, String text) {
        if (text.matches("-?[0-9]{1,9}")) {
            return Integer.valueOf(text);
        }
        return text.matches("-?[0-9]{1,9}\\.[0-9]{1,9}")
                ? Double.valueOf(text)
                : unreadable(row, title, text, "complaint.import.cell.number");
    }

    private static Object yesOrNo(RegisterRow row, String title, String text) {
        return switch (text) {
            case "是" -> true;
            case "否" -> false;
            default -> unreadable(row, title, text, "complaint.import.cell.yes-or-no");
        };
    }

    private Object day(RegisterRow row, String title, String text) {
        LocalDate day = parsed(text, DAYS, LocalDate::parse);
        return day == null
                ? unreadable(row, title, text, "complaint.import.cell.day")
                : dates.apply(day).toString();
    }

    private Object time(RegisterRow row, String title, String text) {
        LocalDateTime local = parsed(text, TIMES, LocalDateTime::parse);
        OffsetDateTime time = local == null
                ? parsed(text, List.of(DateTimeFormatter.ISO_OFFSET_DATE_TIME), OffsetDateTime::parse)
                : local.atZone(zone).toOffsetDateTime();
        return time == null
                ? unreadable(row, title, text, "complaint.import.cell.time")
                : time.with(dates.apply(time.toLocalDate())).format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
    }

    private static Object unreadable(RegisterRow row, String title, String text, String message) {
        row.wrong(title, new FieldError(title, message, text));
        return text;
    }

    private interface Parse<T> {
        T from(String text, DateTimeFormatter format);
    }

    private static <T> @Nullable T parsed(String text, List<DateTimeFormatter> formats, Parse<T> parse) {
        for (DateTimeFormatter format : formats) {
            try {
                return parse.from(text, format);
            } catch (DateTimeParseException another) {
                // the next format may fit
            }
        }
        return null;
    }

    private static List<DateTimeFormatter> formats(String... patterns) {
        return Arrays.stream(patterns)
                .map(it -> DateTimeFormatter.ofPattern(it).withResolverStyle(ResolverStyle.STRICT))
                .toList();
    }
}

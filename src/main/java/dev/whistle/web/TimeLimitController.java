package dev.whistle.web;

import dev.whistle.clock.DayCount;
import dev.whistle.clock.DeadlineSheet;
import dev.whistle.clock.DeadlineSheets;
import dev.whistle.clock.Effect;
import dev.whistle.clock.TimeUnit;
import dev.whistle.problem.FieldError;
import dev.whistle.problem.Problem;
import dev.whistle.problem.Texts;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How a deadline is counted, day by day. */
@RestController
@Tag(name = "时限")
class TimeLimitController {

    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2100;

    private final DeadlineSheets sheets;

    TimeLimitController(DeadlineSheets sheets) {
        this.sheets = sheets;
    }

    /**
     * A deadline and how it came about. It is half-open: done in time means before {@code dueAt}.
     *
     * @param days every day from the trigger's to the last
     */
    record Sheet(
            String kind,
            String clause,
            int budget,
            TimeUnit unit,
            Effect effect,
            OffsetDateTime from,
            OffsetDateTime dueAt,
            boolean provisional,
            List<Day> days) {}

    /** One day and why it counts or does not, in words. */
    record Day(LocalDate date, boolean counted, String why) {}

    @GetMapping("/api/time-limits/{kind}")
    @OpenTo(Audience.ANYBODY)
    @Operation(summary = "从某一时刻起算的期限，逐日列明是否计入及理由")
    Sheet sheet(@PathVariable String kind, @RequestParam @DateTimeFormat(iso = ISO.DATE_TIME) OffsetDateTime from) {
        if (from.getYear() < FIRST_YEAR || from.getYear() > LAST_YEAR) {
            throw Problem.invalid(new FieldError("from", "time-limit.from-far", FIRST_YEAR, LAST_YEAR));
        }
        DeadlineSheet sheet = sheets.of(kind, from.toInstant());
        Locale language = LocaleContextHolder.getLocale();
        return new Sheet(
                sheet.limit().kind(),
                sheet.limit().clause(),
                sheet.limit().budget(),
                sheet.limit().unit(),
                sheet.limit().effect(),
                CaseView.china(sheet.from()),
                CaseView.china(sheet.period().dueAt()),
                sheet.period().provisional(),
                sheet.period().days().stream()
                        .map(day -> new Day(day.date(), day.counted(), why(day, language)))
                        .toList());
    }

    private static String why(DayCount day, Locale language) {
        String occasion = day.holiday() == null
                ? day.date().getDayOfWeek().getDisplayName(TextStyle.FULL, Texts.language(language))
                : day.holiday();
        return Texts.text(
                language,
                "time-limit.why." + day.reason().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                day.number(),
                occasion);
    }
}

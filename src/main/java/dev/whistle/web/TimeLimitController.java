package dev.whistle.web;

import dev.whistle.clock.DeadlineSheet;
import dev.whistle.clock.DeadlineSheets;
import dev.whistle.clock.Effect;
import dev.whistle.clock.TimeUnit;
import dev.whistle.problem.FieldError;
import dev.whistle.problem.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
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
            List<DayView> days) {}

    @GetMapping("/api/time-limits/{kind}")
    @OpenTo(Audience.ANYBODY)
    @Operation(summary = "从某一时刻起算的期限，逐日列明是否计入及理由")
    Sheet sheet(
            @PathVariable String kind,
            @RequestParam @DateTimeFormat(iso = ISO.DATE_TIME) OffsetDateTime from,
            @RequestParam(required = false) @Nullable String category) {
        if (from.getYear() < FIRST_YEAR || from.getYear() > LAST_YEAR) {
            throw Problem.invalid(new FieldError("from", "time-limit.from-far", FIRST_YEAR, LAST_YEAR));
        }
        DeadlineSheet sheet = sheets.of(kind, category, from.toInstant());
        return new Sheet(
                sheet.limit().kind(),
                sheet.limit().clause(),
                sheet.limit().budget(),
                sheet.limit().unit(),
                sheet.limit().effect(),
                CaseView.china(sheet.from()),
                CaseView.china(sheet.period().dueAt()),
                sheet.period().provisional(),
                DayView.of(sheet.period().days(), LocaleContextHolder.getLocale()));
    }
}

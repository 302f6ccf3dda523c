package dev.whistle.web;

import dev.whistle.casefile.ReadableCases;
import dev.whistle.clock.CaseClock;
import dev.whistle.clock.Clocks;
import dev.whistle.clock.DeadlineSheet;
import dev.whistle.clock.DeadlineSheets;
import dev.whistle.clock.TimeUnit;
import dev.whistle.problem.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** How the deadline of a clock came about, for whoever may read its case. */
@RestController
@Tag(name = "时限")
class ClockSheetController {

    private final ReadableCases cases;
    private final Clocks clocks;
    private final DeadlineSheets sheets;

    ClockSheetController(ReadableCases cases, Clocks clocks, DeadlineSheets sheets) {
        this.cases = cases;
        this.clocks = clocks;
        this.sheets = sheets;
    }

    /**
     * The sheet of one clock.
     *
     * @param from what it counts from
     * @param dueAt the first moment that is too late
     * @param days every day from the trigger's to the last
     */
    record ClockSheet(
            String id,
            String kind,
            String clause,
            int budget,
            TimeUnit unit,
            OffsetDateTime from,
            OffsetDateTime dueAt,
            boolean provisional,
            List<DayView> days) {}

    @GetMapping("/api/cases/{caseNo}/clocks/{id}/days")
    @OpenTo({Audience.OFFICER, Audience.COMPANY})
    @Operation(summary = "某一期限的逐日计算：每日是否计入及理由")
    ClockSheet days(@PathVariable String caseNo, @PathVariable String id) {
        cases.get(caseNo);
        CaseClock clock = clocks.of(caseNo).stream()
                .filter(it -> it.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new Problem(Problem.Kind.NOT_FOUND, "clock.not-found", caseNo));
        DeadlineSheet sheet = sheets.of(clock.kind(), clock.anchorAt());
        return new ClockSheet(
                clock.id(),
                clock.kind(),
                clock.clause(),
                sheet.limit().budget(),
                sheet.limit().unit(),
                CaseView.china(sheet.from()),
                CaseView.china(sheet.period().dueAt()),
                sheet.period().provisional(),
                DayView.of(sheet.period().days(), LocaleContextHolder.getLocale()));
    }
}

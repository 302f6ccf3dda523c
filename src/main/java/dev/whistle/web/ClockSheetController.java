package dev.whistle.web;

import dev.whistle.casefile.ReadableCases;
import dev.whistle.clock.CaseClock;
import dev.whistle.clock.Clocks;
import dev.whistle.clock.DeadlineSheet;
import dev.whistle.clock.TimeUnit;
import dev.whistle.problem.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
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

    ClockSheetController(ReadableCases cases, Clocks clocks) {
        this.cases = cases;
        this.clocks = clocks;
    }

    /**
     * The sheet of one clock.
     *
     * @param budget how many units there were to begin with
     * @param extended how many units were added
     * @param from what it counts from
     * @param dueAt the first moment that is too late
     * @param pausedSince null unless it is paused now: then its days are listed until today
     * @param days every day from the trigger's to the last
     */
    record ClockSheet(
            String id,
            String kind,
            String clause,
            int budget,
            int extended,
            TimeUnit unit,
            OffsetDateTime from,
            OffsetDateTime dueAt,
            @Nullable OffsetDateTime pausedSince,
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
                .orElseThrow(() -> notFound(caseNo));
        DeadlineSheet sheet = clocks.sheet(id).orElseThrow(() -> notFound(caseNo));
        return new ClockSheet(
                clock.id(),
                clock.kind(),
                clock.clause(),
                clock.budget(),
                clock.extended(),
                clock.unit(),
                CaseView.china(sheet.from()),
                CaseView.china(sheet.period().dueAt()),
                clock.pausedSince() == null ? null : CaseView.china(clock.pausedSince()),
                sheet.period().provisional(),
                DayView.of(sheet.period().days(), LocaleContextHolder.getLocale()));
    }

    private static Problem notFound(String caseNo) {
        return new Problem(Problem.Kind.NOT_FOUND, "clock.not-found", caseNo);
    }
}

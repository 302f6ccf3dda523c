package dev.whistle.web;

import dev.whistle.casefile.Holdings;
import dev.whistle.casefile.ReadableCases;
import dev.whistle.clock.WorkingDays;
import dev.whistle.organisation.Units;
import dev.whistle.procedure.whistle.Whistles;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Who held a case how long, for whoever may read it. */
@RestController
@Tag(name = "时限")
class HolderController {

    private final ReadableCases cases;
    private final Holdings holdings;
    private final Whistles whistles;
    private final WorkingDays workingDays;
    private final Units units;
    private final Clock clock;

    HolderController(
            ReadableCases cases,
            Holdings holdings,
            Whistles whistles,
            WorkingDays workingDays,
            Units units,
            Clock clock) {
        this.cases = cases;
        this.holdings = holdings;
        this.whistles = whistles;
        this.workingDays = workingDays;
        this.units = units;
        this.clock = clock;
    }

    @GetMapping("/api/cases/{caseNo}/holders")
    @OpenTo({Audience.OFFICER, Audience.COMPANY})
    @Operation(summary = "各单位经办时长：每一段的起止、时长和工作日，以及各单位合计；吹哨的，各部门签收、退回（理由）、反馈的情况")
    HoldersView holders(@PathVariable String caseNo) {
        cases.get(caseNo);
        return HoldersView.of(
                holdings.of(caseNo), whistles.referrals(caseNo), units::nameOf, workingDays::between, clock.instant());
    }
}

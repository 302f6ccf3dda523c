package dev.whistle.web;

import dev.whistle.casefile.Cases;
import dev.whistle.organisation.Access;
import dev.whistle.organisation.CurrentOfficer;
import dev.whistle.organisation.Officer;
import dev.whistle.organisation.Unit;
import dev.whistle.organisation.UnitKind;
import dev.whistle.organisation.Units;
import dev.whistle.problem.Problem;
import dev.whistle.problem.Problem.Kind;
import dev.whistle.sanction.LadderRung;
import dev.whistle.sanction.Sanction;
import dev.whistle.sanction.SanctionState;
import dev.whistle.sanction.Sanctions;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What units have come to on the ladder of notices (P03). */
@RestController
@Tag(name = "抄告、督办、通报")
class SanctionController {

    private final Sanctions sanctions;
    private final Cases cases;
    private final Units units;
    private final Access access;
    private final CurrentOfficer current;

    SanctionController(Sanctions sanctions, Cases cases, Units units, Access access, CurrentOfficer current) {
        this.sanctions = sanctions;
        this.cases = cases;
        this.units = units;
        this.access = access;
        this.current = current;
    }

    /**
     * A rung.
     *
     * @param matter number of the case whose duty was missed
     * @param caseNo number of the escalation
     * @param counts whether it counts for the next one
     * @param events what became of it, the oldest first
     */
    record View(
            String matter,
            String matterTitle,
            String rung,
            String rungName,
            SanctionState state,
            String stateName,
            boolean counts,
            String caseNo,
            @Nullable String documentNumber,
            OffsetDateTime imposedAt,
            List<EventView> events) {}

    record EventView(
            SanctionState state,
            String stateName,
            OffsetDateTime at,
            @Nullable String actor,
            String caseNo,
            @Nullable String documentNumber,
            @Nullable String reason) {}

    /** How many rungs of a kind count. */
    record Count(String rung, String rungName, long count) {}

    /** What stands against a company's name. */
    record CompanyRecord(String id, String name, List<Count> counts, List<View> sanctions) {}

    @GetMapping("/api/units/{unit}/sanctions")
    @OpenTo({Audience.OFFICER, Audience.COMPANY})
    @Operation(summary = "一个单位受到的抄告、督办、通报、约谈、问责，最近的在前")
    List<View> ofUnit(@PathVariable String unit) {
        return sanctions.of(readable(unit).id()).stream().map(this::view).toList();
    }

    @GetMapping("/api/companies/{id}/record")
    @OpenTo({Audience.OFFICER, Audience.COMPANY})
    @Operation(summary = "一家企业的记录：各种措施的次数和逐项情况")
    CompanyRecord ofCompany(@PathVariable String id) {
        Unit company = readable(id);
        if (company.kind() != UnitKind.COMPANY) {
            throw notFound(id);
        }
        List<Sanction> all = sanctions.of(id);
        List<Count> counts = Arrays.stream(LadderRung.values())
                .map(rung -> new Count(
                        rung.code(),
                        rung.label(),
                        all.stream()
                                .filter(it -> it.rung() == rung && it.counts())
                                .count()))
                .toList();
        return new CompanyRecord(
                id, company.name(), counts, all.stream().map(this::view).toList());
    }

    private View view(Sanction sanction) {
        return new View(
                sanction.matter(),
                cases.get(sanction.matter()).title(),
                sanction.rung().code(),
                sanction.rung().label(),
                sanction.state(),
                sanction.state().label(),
                sanction.counts(),
                sanction.caseNo(),
                sanction.documentNumber(),
                CaseView.china(sanction.imposedAt()),
                sanction.events().stream()
                        .map(it -> new EventView(
                                it.kind(),
                                it.kind().label(),
                                CaseView.china(it.at()),
                                it.actor(),
                                it.caseNo(),
                                it.documentNumber(),
                                it.reason()))
                        .toList());
    }

    private Unit readable(String id) {
        return units.find(id)
                .filter(it -> access.mayRead(officer(), List.of(it.id())))
                .orElseThrow(() -> notFound(id));
    }

    private static Problem notFound(String id) {
        return new Problem(Kind.NOT_FOUND, "unit.not-found", id);
    }

    private Officer officer() {
        return current.get().orElseThrow(() -> new Problem(Kind.FORBIDDEN, "case.nobody"));
    }
}

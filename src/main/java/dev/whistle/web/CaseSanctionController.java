package dev.whistle.web;

import dev.whistle.casefile.CaseFile;
import dev.whistle.casefile.ReadableCases;
import dev.whistle.clock.CaseClock;
import dev.whistle.clock.Clocks;
import dev.whistle.document.Document;
import dev.whistle.document.ReadableDocuments;
import dev.whistle.sanction.Escalation;
import dev.whistle.sanction.Escalation.Taken;
import dev.whistle.sanction.Escalations;
import dev.whistle.sanction.SanctionState;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What a case has to do with the ladder of notices (P03): the escalation that it is, or those that act on it. */
@RestController
@Tag(name = "抄告、督办、通报")
class CaseSanctionController {

    private final ReadableCases cases;
    private final Escalations escalations;
    private final Clocks clocks;
    private final ReadableDocuments documents;
    private final Routes routes;
    private final Clock clock;

    CaseSanctionController(
            ReadableCases cases,
            Escalations escalations,
            Clocks clocks,
            ReadableDocuments documents,
            Routes routes,
            Clock clock) {
        this.cases = cases;
        this.escalations = escalations;
        this.clocks = clocks;
        this.documents = documents;
        this.routes = routes;
        this.clock = clock;
    }

    /**
     * An escalation.
     *
     * @param matter number of the case whose duty was missed
     * @param readable whether the caller may read the escalation's own case
     * @param state of that case, null if it is not readable
     * @param clauses the clauses that were not kept
     */
    record View(
            String caseNo,
            String matter,
            boolean readable,
            @Nullable String state,
            @Nullable String outcomeName,
            String party,
            String partyName,
            List<String> duties,
            List<String> clauses,
            List<RungView> rungs) {}

    /**
     * A rung in it.
     *
     * @param lastDay by when it is to be put right; null before it was served and where there is no such period
     * @param daysLeft as {@link ClockView#daysLeft}; null once the period has stopped
     * @param letter null before it was served, and for who may not read it
     */
    record RungView(
            String rung,
            String rungName,
            SanctionState state,
            String stateName,
            OffsetDateTime imposedAt,
            @Nullable String documentNumber,
            @Nullable LocalDate servedOn,
            @Nullable LocalDate lastDay,
            @Nullable Long daysLeft,
            @Nullable String reason,
            @Nullable Letter letter) {}

    /** A letter that was served; {@code version} is the signed one. */
    record Letter(String id, String title, int version) {}

    @GetMapping("/api/cases/{caseNo}/sanctions")
    @OpenTo({Audience.OFFICER, Audience.COMPANY})
    @Operation(summary = "失职处理：本案（抄告、督办、通报案件）的各次措施，或者针对本案失职的各案件；企业只见涉及本企业的")
    List<View> ofCase(@PathVariable String caseNo) {
        cases.get(caseNo);
        List<Escalation> found = escalations.about(caseNo);
        if (found.isEmpty()) {
            return List.of();
        }
        List<String> numbers = found.stream().map(Escalation::caseNo).toList();
        Map<String, CaseFile> readable = cases.of(numbers);
        Map<String, List<CaseClock>> clocksOf = clocks.of(numbers);
        Map<String, Document> letters = letters(caseNo, found);
        boolean office = routes.callerIs(Audience.OFFICER);
        return found.stream()
                .filter(it -> office || readable.containsKey(it.caseNo()))
                .map(it -> view(
                        it,
                        Optional.ofNullable(readable.get(it.caseNo())),
                        clocksOf.getOrDefault(it.caseNo(), List.of()),
                        letters))
                .toList();
    }

    /** Letters are shown with the escalation that they belong to, and there alone. */
    private Map<String, Document> letters(String caseNo, List<Escalation> found) {
        return found.stream().noneMatch(it -> it.caseNo().equals(caseNo))
                ? Map.of()
                : documents.of(caseNo).stream().collect(Collectors.toMap(Document::id, Function.identity()));
    }

    private View view(
            Escalation escalation, Optional<CaseFile> file, List<CaseClock> clocksOf, Map<String, Document> letters) {
        return new View(
                escalation.caseNo(),
                escalation.matter(),
                file.isPresent(),
                file.map(it -> CaseView.state(it.closed())).orElse(null),
                file.map(CaseFile::outcome)
                        .map(it -> CodeName.of("case.outcome", it))
                        .orElse(null),
                escalation.party(),
                escalation.partyName(),
                escalation.duties(),
                escalation.clauses(),
                escalation.rungs().stream()
                        .map(it -> rung(it, clocksOf, letters))
                        .toList());
    }

    private RungView rung(Taken taken, List<CaseClock> clocksOf, Map<String, Document> letters) {
        Optional<ClockView> period = clocksOf.stream()
                .filter(it -> it.kind().equals(taken.clock()))
                .findFirst()
                .map(it -> ClockView.of(it, unit -> unit, clock.instant()));
        return new RungView(
                taken.rung().code(),
                taken.rung().label(),
                taken.state(),
                taken.state().label(),
                CaseView.china(taken.imposedAt()),
                taken.documentNumber(),
                taken.servedOn(),
                period.map(it -> it.dueAt().minusNanos(1).toLocalDate()).orElse(null),
                period.map(ClockView::daysLeft).orElse(null),
                taken.reason(),
                Optional.ofNullable(taken.document())
                        .map(letters::get)
                        .map(it -> new Letter(it.id(), it.title(), it.versions().size()))
                        .orElse(null));
    }
}

package dev.whistle.web;

import dev.whistle.casefile.CaseEvent;
import dev.whistle.casefile.CaseFile;
import dev.whistle.casefile.CasePage;
import dev.whistle.casefile.CaseQuery;
import dev.whistle.casefile.Entry;
import dev.whistle.casefile.EventKind;
import dev.whistle.casefile.Particular;
import dev.whistle.casefile.Particulars;
import dev.whistle.casefile.ReadableCases;
import dev.whistle.casefile.Timeline;
import dev.whistle.clock.CaseClock;
import dev.whistle.clock.Clocks;
import dev.whistle.engine.UserNames;
import dev.whistle.organisation.Compounds;
import dev.whistle.organisation.Units;
import dev.whistle.problem.PlainText;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Cases to read. */
@RestController
@RequestMapping("/api/cases")
class CaseController {

    private final ReadableCases cases;
    private final Clocks clocks;
    private final Particulars particulars;
    private final Timeline timeline;
    private final UserNames userNames;
    private final Units units;
    private final Compounds compounds;
    private final Clock clock;

    CaseController(
            ReadableCases cases,
            Clocks clocks,
            Particulars particulars,
            Timeline timeline,
            UserNames userNames,
            Units units,
            Compounds compounds,
            Clock clock) {
        this.cases = cases;
        this.clocks = clocks;
        this.particulars = particulars;
        this.timeline = timeline;
        this.userNames = userNames;
        this.units = units;
        this.compounds = compounds;
        this.clock = clock;
    }

    /** Open or closed; lower case as in the answer. */
    enum State {
        open,
        closed
    }

    /** A page of cases, the newest first. */
    record Page(List<CaseView> cases, int page, int size, long total) {}

    /**
     * A line of the timeline with the names people read.
     *
     * @param standsInFor the colleague in whose place the actor did it
     */
    record Line(
            OffsetDateTime at,
            EventKind kind,
            @Nullable String actor,
            @Nullable String actorName,
            @Nullable String unit,
            @Nullable String unitName,
            @Nullable String standsInFor,
            @Nullable String standsInForName,
            @Nullable String element,
            String name,
            List<String> clauses,
            List<Entry> entered) {}

    @GetMapping
    @OpenTo({Audience.OFFICER, Audience.COMPANY})
    Page list(
            @RequestParam(required = false) @Nullable @Size(max = 64) String procedure,
            @RequestParam(required = false) @Nullable State state,
            @RequestParam(required = false) @Nullable @Size(max = 64) String unit,
            @RequestParam(required = false) @Nullable Boolean overdue,
            @RequestParam(required = false) @Nullable @Size(max = 100) @PlainText String q,
            @RequestParam(defaultValue = "0") @Min(0) @Max(100_000) int page,
            @RequestParam(defaultValue = "20") @Min(1) @Max(200) int size,
            @Parameter(hidden = true) Export export) {
        Boolean open = state == null ? null : Boolean.valueOf(state == State.open);
        String text = q == null || q.isBlank() ? null : q.strip();
        CasePage found =
                cases.list(new CaseQuery(procedure, open, unit, overdue, text, export.page(page), export.size(size)));
        export.check(found.total());
        List<String> caseNos = found.cases().stream().map(CaseFile::caseNo).toList();
        Map<String, List<CaseClock>> clocksOf = clocks.of(caseNos);
        Map<String, List<Particular>> particularsOf = particulars.of(caseNos);
        Map<String, String> compoundNames = compounds.names(found.cases().stream()
                .map(CaseFile::compound)
                .filter(Objects::nonNull)
                .toList());
        return new Page(
                found.cases().stream()
                        .map(file -> view(
                                file,
                                clocksOf.getOrDefault(file.caseNo(), List.of()),
                                particularsOf.getOrDefault(file.caseNo(), List.of()),
                                compoundNames))
                        .toList(),
                page,
                size,
                found.total());
    }

    @GetMapping("/{caseNo}")
    @OpenTo({Audience.OFFICER, Audience.COMPANY})
    CaseView get(@PathVariable String caseNo) {
        CaseFile file = cases.get(caseNo);
        return view(
                file,
                clocks.of(caseNo),
                particulars.of(caseNo),
                compounds.names(Stream.ofNullable(file.compound()).toList()));
    }

    private CaseView view(
            CaseFile file,
            List<CaseClock> clocksOf,
            List<Particular> particularsOf,
            Map<String, String> compoundNames) {
        // A closed case's clocks stand as they did when it was closed: a breach does not grow.
        Instant now = Optional.ofNullable(file.closedAt()).orElseGet(clock::instant);
        return CaseView.of(
                file,
                clocksOf.stream()
                        .map(it -> ClockView.of(it, units::nameOf, now))
                        .toList(),
                particularsOf,
                file.compound() == null ? null : compoundNames.get(file.compound()),
                units.nameOf(file.unit()));
    }

    @GetMapping("/{caseNo}/timeline")
    @OpenTo({Audience.OFFICER, Audience.COMPANY})
    List<Line> timeline(@PathVariable String caseNo) {
        cases.get(caseNo);
        List<CaseEvent> events = timeline.of(caseNo);
        Map<String, String> names = userNames.of(events.stream()
                .flatMap(it -> Stream.concat(Stream.ofNullable(it.actor()), Stream.ofNullable(it.standsInFor())))
                .toList());
        return events.stream().map(event -> line(event, names)).toList();
    }

    private Line line(CaseEvent event, Map<String, String> names) {
        String actor = event.actor();
        String unit = event.unit();
        String colleague = event.standsInFor();
        return new Line(
                CaseView.china(event.at()),
                event.kind(),
                actor,
                actor == null ? null : names.getOrDefault(actor, actor),
                unit,
                unit == null ? null : units.nameOf(unit),
                colleague,
                colleague == null ? null : names.getOrDefault(colleague, colleague),
                event.element(),
                event.name(),
                event.clauses() == null
                        ? List.of()
                        : Arrays.asList(event.clauses().split(" ")),
                event.entered());
    }
}

package dev.whistle.procedure.whistle;

import dev.whistle.casefile.CaseFile;
import dev.whistle.casefile.Cases;
import dev.whistle.casefile.Submission;
import dev.whistle.casefile.Submissions;
import dev.whistle.organisation.Unit;
import dev.whistle.organisation.UnitKind;
import dev.whistle.organisation.Units;
import dev.whistle.problem.FieldError;
import dev.whistle.problem.Problem;
import dev.whistle.procedure.whistle.Referral.Role;
import dev.whistle.procedure.whistle.Referral.State;
import dev.whistle.procedure.whistle.ReferralTable.Line;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks units to act on a violation, and notes what they say to it. */
@Component
class Referring {

    private static final int LONGEST_REASON = 1000;

    /** Those that have the power to act on a violation of law: a company has none, nor has a community. */
    private static final Set<UnitKind> ACTING =
            EnumSet.of(UnitKind.DEPARTMENT, UnitKind.STREET, UnitKind.DISTRICT_OFFICE, UnitKind.HOTLINE, UnitKind.CITY);

    private final ReferralTable table;
    private final Routing routing;
    private final Whistles whistles;
    private final Cases cases;
    private final Units units;
    private final Submissions submissions;

    Referring(
            ReferralTable table,
            Routing routing,
            Whistles whistles,
            Cases cases,
            Units units,
            Submissions submissions) {
        this.table = table;
        this.routing = routing;
        this.whistles = whistles;
        this.cases = cases;
        this.units = units;
        this.submissions = submissions;
    }

    /**
     * Whom to ask.
     *
     * @param others those that somebody has named to take part; null where nobody was asked, and the table counts
     * @param bound whether the district office has decided it
     */
    record Wanted(
            Field lead,
            @Nullable String kind,
            @Nullable String area,
            @Nullable List<Field> others,
            @Nullable String reason,
            boolean bound) {}

    /** A lead department has been asked. */
    record Asked(String lead, int round, boolean fast, String power) {

        /** Tells the clock of one referral from that of another. */
        String occasion() {
            return lead + "/" + round;
        }
    }

    /**
     * Asks a lead department, and those that take part.
     *
     * @throws Problem naming each field with a unit that is not there or has no power to act
     */
    Asked ask(String caseNo, Wanted wanted, String step) {
        CaseFile file = cases.get(caseNo);
        String lead = String.valueOf(wanted.lead().value());
        Optional<Route> route = routing.led(wanted.kind(), wanted.area(), file, lead);
        check(wanted);
        List<Referral> before = table.of(caseNo);
        Optional<Referral> done =
                before.stream().filter(it -> it.leads() && it.isBy(step)).findFirst();
        int round = done.map(Referral::round)
                .orElseGet(
                        () -> 1 + (int) before.stream().filter(Referral::leads).count());
        if (done.isEmpty()) {
            Set<String> others = others(wanted, route);
            others.remove(lead);
            refer(file, wanted, round, lead, others, step);
        }
        return new Asked(
                lead,
                round,
                route.map(Route::fast).orElse(false),
                route.map(Route::power).orElse(lead));
    }

    private void refer(CaseFile file, Wanted wanted, int round, String lead, Set<String> others, String step) {
        String by = whistles.blower(file);
        List<Line> lines = new ArrayList<>();
        lines.add(new Line(round, lead, Role.LEAD, State.REFERRED, by, wanted.bound(), wanted.reason()));
        others.forEach(it -> lines.add(new Line(round, it, Role.CO, State.REFERRED, by, wanted.bound(), null)));
        table.add(file.caseNo(), lines, step);
        tell(new Submission.Draft()
                .field("lead", "牵头部门", units.nameOf(lead))
                .field("others", "协办部门", others.stream().map(units::nameOf).collect(Collectors.joining("、")))
                .field("bound", "由谁确定", wanted.bound() ? "区物业管理工作领导小组办公室或者区领导" : null));
    }

    private static Set<String> others(Wanted wanted, Optional<Route> route) {
        List<Field> named = wanted.others();
        return named == null
                ? new LinkedHashSet<>(route.map(Route::others).orElse(List.of()))
                : named.stream().flatMap(it -> it.text().stream()).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private void check(Wanted wanted) {
        List<FieldError> errors = new ArrayList<>();
        acting(wanted.lead()).ifPresent(errors::add);
        if (wanted.others() != null) {
            wanted.others().stream()
                    .filter(it -> it.value() != null)
                    .flatMap(it -> acting(it).stream())
                    .forEach(errors::add);
        }
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors);
        }
    }

    private Optional<FieldError> acting(Field field) {
        String id = String.valueOf(field.value());
        Optional<Unit> unit = units.find(id);
        if (unit.isEmpty()) {
            return Optional.of(new FieldError(field.name(), "whistle.unit-unknown", id));
        }
        return unit.filter(it -> ACTING.contains(it.kind())).isPresent()
                ? Optional.empty()
                : Optional.of(new FieldError(
                        field.name(), "whistle.unit-powerless", unit.get().name()));
    }

    /**
     * Asks one more unit to take part.
     *
     * @return its id; empty where the table knows nobody for this kind
     */
    Optional<String> callIn(String caseNo, String kind, String step) {
        CaseFile file = cases.get(caseNo);
        return routing.of(kind, null, file).map(Route::lead).map(unit -> {
            Referral lead =
                    whistles.current(caseNo).orElseThrow(() -> new IllegalStateException("nobody leads in " + caseNo));
            table.add(
                    caseNo,
                    List.of(new Line(lead.round(), unit, Role.CO, State.REFERRED, lead.unit(), lead.bound(), null)),
                    step);
            tell(new Submission.Draft().field("others", "协办部门", units.nameOf(unit)));
            return unit;
        });
    }

    /**
     * Notes what a unit said.
     *
     * @return how many lead departments have handed the case back by now
     * @throws Problem if it hands it back without a reason, or against the district office's decision
     */
    int note(String caseNo, String unit, State state, Field reason, String step) {
        Referral of = table.of(caseNo).stream()
                .filter(it -> it.unit().equals(unit))
                .filter(it -> it.leads() == (state != State.REPORTED))
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> new IllegalStateException(unit + " was not asked in " + caseNo));
        if (state == State.RETURNED) {
            checkReturn(of, reason);
        }
        String because = reason.text()
                .map(it -> it.substring(0, Math.min(it.length(), LONGEST_REASON)))
                .orElse(null);
        table.add(caseNo, List.of(new Line(of.round(), unit, of.role(), state, of.by(), of.bound(), because)), step);
        tell(new Submission.Draft()
                .field("unit", "部门", units.nameOf(unit))
                .field("state", "情况", state.label())
                .field("reason", "理由", because));
        return (int) table.of(caseNo).stream()
                .filter(it -> it.leads() && it.events().stream().anyMatch(event -> event.state() == State.RETURNED))
                .count();
    }

    private static void checkReturn(Referral of, Field reason) {
        if (of.bound()) {
            throw Problem.invalid(new FieldError("reportIn", "whistle.bound"));
        }
        if (reason.value() == null) {
            throw Problem.invalid(new FieldError(reason.name(), "whistle.return-reason"));
        }
    }

    /** It goes into the step's own line of the timeline. */
    private void tell(Submission.Draft draft) {
        submissions.hold(draft.done());
    }
}

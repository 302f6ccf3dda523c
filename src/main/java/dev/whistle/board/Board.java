package dev.whistle.board;

import dev.whistle.board.BoardFigures.CodeCount;
import dev.whistle.board.BoardFigures.Coded;
import dev.whistle.board.BoardFigures.Held;
import dev.whistle.board.BoardFigures.Interim;
import dev.whistle.board.BoardFigures.InterimCompound;
import dev.whistle.board.BoardFigures.OfProcedure;
import dev.whistle.board.BoardFigures.OfStreet;
import dev.whistle.board.BoardFigures.OfUnit;
import dev.whistle.board.BoardFigures.Open;
import dev.whistle.board.BoardFigures.Patrols;
import dev.whistle.board.BoardFigures.PatrolsOfUnit;
import dev.whistle.board.BoardFigures.Sanctions;
import dev.whistle.board.BoardFigures.SanctionsOfUnit;
import dev.whistle.board.BoardFigures.UnitName;
import dev.whistle.board.OpenCases.OfCases;
import dev.whistle.board.OpenCases.OfHolder;
import dev.whistle.organisation.Officer;
import dev.whistle.organisation.Unit;
import dev.whistle.organisation.UnitKind;
import dev.whistle.organisation.Units;
import dev.whistle.sanction.LadderRung;
import dev.whistle.tally.Measure;
import dev.whistle.tally.Tallies;
import dev.whistle.tally.Tally;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The supervisors' board. What is past is read from the tallies, what is open from indexes of what is open, so that it
 * costs the same few statements, and about as much, however many cases have been closed.
 */
@Component
public class Board {

    private static final Set<Measure> COUNTED = EnumSet.of(
            Measure.MET,
            Measure.BREACHED,
            Measure.RECEIVED,
            Measure.CHANNEL,
            Measure.MATTER,
            Measure.COMPOUND,
            Measure.REPEAT,
            Measure.SATISFACTION,
            Measure.RUNG,
            Measure.HELD_CASES,
            Measure.HELD_SECONDS);

    private final Frames frames;
    private final Scopes scopes;
    private final Names names;
    private final OpenCases openCases;
    private final Tallies tallies;
    private final OnTimeRates rates;
    private final ComplaintShares complaints;
    private final PatrolSums patrols;
    private final InterimCompounds interim;
    private final Units units;

    Board(
            Frames frames,
            Scopes scopes,
            Names names,
            OpenCases openCases,
            Tallies tallies,
            OnTimeRates rates,
            ComplaintShares complaints,
            PatrolSums patrols,
            InterimCompounds interim,
            Units units) {
        this.frames = frames;
        this.scopes = scopes;
        this.names = names;
        this.openCases = openCases;
        this.tallies = tallies;
        this.rates = rates;
        this.complaints = complaints;
        this.patrols = patrols;
        this.interim = interim;
        this.units = units;
    }

    /** Whether this officer may look at any board. */
    public boolean isFor(Officer officer) {
        return scopes.withBoard(officer).findAny().isPresent();
    }

    /**
     * All figures of a board, those of one moment.
     *
     * @throws dev.whistle.problem.Problem if boards are not for this officer, the unit is none of his or her business,
     *     or naming what is wrong with {@code from}, {@code to}, {@code procedure}
     */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public BoardFigures of(Officer officer, BoardQuery query) {
        Frame frame = frames.of(officer, query);
        Map<String, String> procedures = names.procedures();
        List<OfHolder> holders = openCases.byHolder(frame);
        List<Tally> counted = tallies.of(
                COUNTED,
                OnTimeRates.firstMonth(frame.months()),
                frame.months().to(),
                frame.scope().reach(),
                frame.scope().company());
        return new BoardFigures(
                frame.now(),
                frame.months().from(),
                frame.months().to(),
                named(frame.scope().unit()),
                scopes.choices(officer).stream().map(Board::named).toList(),
                procedures.entrySet().stream()
                        .map(it -> new Coded(it.getKey(), it.getValue()))
                        .toList(),
                open(frame, holders, procedures),
                rates.of(frame, counted),
                sanctions(within(frame, counted)),
                complaints.of(frame, counted),
                patrols(frame),
                interim(frame),
                held(frame, within(frame, counted), holders));
    }

    /** Compounds in the hands of somebody who runs them for the time being, by street and name. */
    public List<InterimCompound> interim(Officer officer, BoardQuery query) {
        return interim.of(frames.of(officer, query));
    }

    /** Patrols against the minimum by unit, those that lack most first. */
    public List<PatrolsOfUnit> patrols(Officer officer, BoardQuery query) {
        return patrols.of(frames.of(officer, query)).stream()
                .map(PatrolSums.Sum::of)
                .toList();
    }

    private static UnitName named(Unit unit) {
        return new UnitName(unit.id(), unit.name(), unit.kind());
    }

    private static List<Tally> within(Frame frame, List<Tally> counted) {
        return counted.stream()
                .filter(it -> frame.months().has(it.month())
                        && frame.has(it.procedure())
                        && frame.scope().has(it.unit()))
                .toList();
    }

    private Open open(Frame frame, List<OfHolder> holders, Map<String, String> procedures) {
        List<OfCases> cases = openCases.byKind(frame);
        return new Open(
                cases(cases, it -> true),
                cases(cases, it -> it.how() == Sql.DUE_SOON),
                cases(cases, it -> it.how() == Sql.OVERDUE),
                cases.stream()
                        .map(OfCases::procedure)
                        .distinct()
                        .map(code -> procedure(
                                code,
                                procedures,
                                cases.stream()
                                        .filter(it -> it.procedure().equals(code))
                                        .toList()))
                        .sorted(Comparator.comparingLong(OfProcedure::open)
                                .reversed()
                                .thenComparing(OfProcedure::code))
                        .toList(),
                holders.stream()
                        .map(OfHolder::unit)
                        .distinct()
                        .flatMap(id -> units.find(id).stream())
                        .map(unit -> holder(unit, holders))
                        .sorted(Comparator.comparingLong(OfUnit::overdue)
                                .reversed()
                                .thenComparing(Comparator.comparingLong(OfUnit::dueSoon)
                                        .reversed())
                                .thenComparing(
                                        Comparator.comparingLong(OfUnit::open).reversed())
                                .thenComparing(OfUnit::id))
                        .toList(),
                streets(frame.scope(), cases));
    }

    private static OfProcedure procedure(String code, Map<String, String> procedures, List<OfCases> cases) {
        return new OfProcedure(
                code,
                procedures.getOrDefault(code, code),
                cases(cases, it -> true),
                cases(cases, it -> it.how() == Sql.DUE_SOON),
                cases(cases, it -> it.how() == Sql.OVERDUE));
    }

    private static OfUnit holder(Unit unit, List<OfHolder> holders) {
        return new OfUnit(
                unit.id(),
                unit.name(),
                unit.kind(),
                holders(unit, holders, it -> true),
                holders(unit, holders, it -> it.how() == Sql.DUE_SOON),
                holders(unit, holders, it -> it.how() == Sql.OVERDUE));
    }

    /** Every street that it sees, whether it has a case or not, and those of cases that came to it from elsewhere. */
    private @Nullable List<OfStreet> streets(Scope scope, List<OfCases> cases) {
        if (!scope.seesStreets()) {
            return null;
        }
        Set<String> concerned =
                cases.stream().map(OfCases::street).filter(Objects::nonNull).collect(Collectors.toSet());
        return units.all().stream()
                .filter(it -> it.kind() == UnitKind.STREET && (scope.has(it.id()) || concerned.contains(it.id())))
                .map(street -> new OfStreet(
                        street.id(),
                        street.name(),
                        cases(cases, it -> street.id().equals(it.street())),
                        cases(cases, it -> street.id().equals(it.street()) && it.how() == Sql.OVERDUE)))
                .toList();
    }

    private static long cases(List<OfCases> cases, Predicate<OfCases> which) {
        return cases.stream().filter(which).mapToLong(OfCases::count).sum();
    }

    private static long holders(Unit unit, List<OfHolder> holders, Predicate<OfHolder> which) {
        return holders.stream()
                .filter(it -> it.unit().equals(unit.id()))
                .filter(which)
                .mapToLong(OfHolder::count)
                .sum();
    }

    private Sanctions sanctions(List<Tally> counted) {
        Map<String, List<Tally>> byUnit =
                counted.stream().filter(it -> it.measure() == Measure.RUNG).collect(Collectors.groupingBy(Tally::unit));
        return new Sanctions(
                Arrays.stream(LadderRung.values())
                        .map(it -> new Coded(it.code(), it.label()))
                        .toList(),
                byUnit.entrySet().stream()
                        .flatMap(it -> units.find(it.getKey()).stream().map(unit -> sanctions(unit, it.getValue())))
                        .filter(it -> it.total() > 0)
                        .sorted(Comparator.comparingLong(SanctionsOfUnit::total)
                                .reversed()
                                .thenComparing(SanctionsOfUnit::id))
                        .toList());
    }

    private static SanctionsOfUnit sanctions(Unit unit, List<Tally> rungs) {
        return new SanctionsOfUnit(
                unit.id(),
                unit.name(),
                unit.kind(),
                rungs.stream().mapToLong(Tally::count).sum(),
                Arrays.stream(LadderRung.values())
                        .map(rung -> new CodeCount(
                                rung.code(),
                                rungs.stream()
                                        .filter(it -> it.item().equals(rung.name()))
                                        .mapToLong(Tally::count)
                                        .sum()))
                        .toList());
    }

    private @Nullable Patrols patrols(Frame frame) {
        if (!frame.scope().seesPatrols()) {
            return null;
        }
        List<PatrolSums.Sum> sums = patrols.of(frame);
        return new Patrols(
                sums.stream()
                        .map(PatrolSums.Sum::first)
                        .min(LocalDate::compareTo)
                        .orElse(null),
                sums.stream()
                        .map(PatrolSums.Sum::last)
                        .max(LocalDate::compareTo)
                        .orElse(null),
                sums.stream().mapToLong(it -> it.of().minimum()).sum(),
                sums.stream().mapToLong(it -> it.of().done()).sum(),
                sums.stream().mapToLong(it -> it.of().lacking()).sum(),
                sums.stream().map(PatrolSums.Sum::of).toList());
    }

    private @Nullable Interim interim(Frame frame) {
        if (!frame.scope().seesPatrols()) {
            return null;
        }
        List<InterimCompound> compounds = interim.of(frame);
        return new Interim(compounds.size(), compounds);
    }

    /** Units that held referred cases, those that held them longest first. */
    private List<Held> held(Frame frame, List<Tally> counted, List<OfHolder> holders) {
        return Stream.concat(
                        counted.stream()
                                .filter(it -> it.measure() == Measure.HELD_CASES)
                                .map(Tally::unit),
                        holders.stream().filter(OfHolder::referred).map(OfHolder::unit))
                .distinct()
                .filter(frame.scope()::has)
                .flatMap(id -> units.find(id).stream())
                .map(unit -> new Held(
                        unit.id(),
                        unit.name(),
                        held(unit, counted, Measure.HELD_CASES),
                        hours(held(unit, counted, Measure.HELD_SECONDS)),
                        holders(unit, holders, OfHolder::referred)))
                .filter(it -> it.referrals() != 0 || it.now() != 0)
                .sorted(Comparator.comparingDouble(Held::hours).reversed().thenComparing(Held::id))
                .toList();
    }

    private static long held(Unit unit, List<Tally> counted, Measure measure) {
        return counted.stream()
                .filter(it -> it.measure() == measure && it.unit().equals(unit.id()))
                .mapToLong(Tally::count)
                .sum();
    }

    /** To a tenth. */
    private static double hours(long seconds) {
        return Math.round(seconds / 360.0) / 10.0;
    }
}

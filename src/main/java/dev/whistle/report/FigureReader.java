package dev.whistle.report;

import dev.whistle.board.Board;
import dev.whistle.board.BoardFigures;
import dev.whistle.board.BoardQuery;
import dev.whistle.casefile.CaseFigures;
import dev.whistle.organisation.Access;
import dev.whistle.organisation.Officer;
import dev.whistle.organisation.Reach;
import dev.whistle.organisation.Unit;
import dev.whistle.organisation.UnitKind;
import dev.whistle.organisation.Units;
import dev.whistle.problem.Texts;
import dev.whistle.report.ReportFigures.Complaints;
import dev.whistle.report.ReportFigures.ComplaintsOfStreet;
import dev.whistle.report.ReportFigures.Counted;
import dev.whistle.report.ReportFigures.Ends;
import dev.whistle.report.ReportFigures.Interim;
import dev.whistle.report.ReportFigures.Ladder;
import dev.whistle.report.ReportFigures.LadderOf;
import dev.whistle.report.ReportFigures.OfCompound;
import dev.whistle.report.ReportFigures.OfMonth;
import dev.whistle.report.ReportFigures.OfProcedure;
import dev.whistle.report.ReportFigures.OnTime;
import dev.whistle.report.ReportFigures.Patrols;
import dev.whistle.report.ReportFigures.PatrolsOf;
import dev.whistle.report.ReportFigures.Rate;
import dev.whistle.report.ReportFigures.Referred;
import dev.whistle.tally.Measure;
import dev.whistle.tally.Tallies;
import dev.whistle.tally.Tally;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContext;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads what a report says: from the supervisors' board with the period's months, and what a board does not show from
 * the tallies that it is made of, from the registers and from the indexes of closed cases and patrols.
 */
@Component
class FigureReader {

    static final String WHOLE_CITY = "全市";

    private static final String COMPLAINT = "complaint";
    private static final String EXIT = "company-exit";
    private static final String HANDOVER = "compound-handover";

    private static final Set<Measure> COUNTED =
            EnumSet.of(Measure.RECEIVED, Measure.CLOSED, Measure.MET, Measure.BREACHED);

    private final Board board;
    private final Tallies tallies;
    private final StockReader stock;
    private final Access access;
    private final Units units;
    private final JdbcClient db;

    FigureReader(Board board, Tallies tallies, StockReader stock, Access access, Units units, JdbcClient db) {
        this.board = board;
        this.tallies = tallies;
        this.stock = stock;
        this.access = access;
        this.units = units;
        this.db = db;
    }

    /** What an office's report on a period says now, in Chinese whatever language is asked for. */
    ReportFigures of(Officer officer, Unit office, Period period) {
        LocaleContext asked = LocaleContextHolder.getLocaleContext();
        LocaleContextHolder.setLocale(Locale.SIMPLIFIED_CHINESE);
        try {
            return read(officer, office, period);
        } finally {
            LocaleContextHolder.setLocaleContext(asked);
        }
    }

    private ReportFigures read(Officer officer, Unit office, Period period) {
        Reach reach = access.reachOf(office);
        BoardFigures shown =
                board.of(officer, new BoardQuery(period.from(), period.months().to(), office.id(), null));
        List<Tally> counted =
                tallies.of(COUNTED, period.before(), period.months().to(), reach, null);
        List<Tally> now =
                counted.stream().filter(it -> period.months().has(it.month())).toList();
        List<Outcome> outcomes = outcomes(period, reach);
        return new ReportFigures(
                period.kind(),
                period.code(),
                period.from(),
                period.months().to(),
                shown.asOf(),
                office.name(),
                office.kind() == UnitKind.CITY ? WHOLE_CITY : "全区",
                stock.of(period, reach),
                procedures(shown, now),
                complaints(shown, now, outcomes),
                sum(counted, it -> !period.months().has(it.month()) && complaint(it, Measure.RECEIVED)),
                Stream.iterate(period.from(), it -> it.plusMonths(1))
                        .limit(period.kind().months())
                        .map(it -> month(it, now))
                        .toList(),
                onTime(shown.onTime()),
                patrols(shown.patrols(), period, reach),
                ladder(shown.sanctions()),
                shown.held().stream()
                        .map(it -> new Referred(it.id(), it.name(), it.referrals(), it.hours(), it.now()))
                        .toList(),
                new Ends(ends(EXIT, outcomes), ends(HANDOVER, outcomes)),
                interim(shown.interim()));
    }

    /** Those whose models have been removed among them: their cases count. */
    private static List<OfProcedure> procedures(BoardFigures shown, List<Tally> now) {
        Map<String, String> names = new TreeMap<>();
        now.forEach(it -> names.put(it.procedure(), it.procedure()));
        shown.open().procedures().forEach(it -> names.put(it.code(), it.name()));
        shown.procedures().forEach(it -> names.put(it.code(), it.name()));
        return names.entrySet().stream()
                .map(it -> {
                    Optional<BoardFigures.OfProcedure> open = shown.open().procedures().stream()
                            .filter(one -> one.code().equals(it.getKey()))
                            .findFirst();
                    return new OfProcedure(
                            it.getKey(),
                            it.getValue(),
                            sum(now, one -> of(one, Measure.RECEIVED, it.getKey())),
                            sum(now, one -> of(one, Measure.CLOSED, it.getKey())),
                            open.map(BoardFigures.OfProcedure::open).orElse(0L),
                            open.map(BoardFigures.OfProcedure::overdue).orElse(0L));
                })
                .filter(it -> it.received() + it.closed() + it.open() > 0)
                .sorted(Comparator.comparingLong(OfProcedure::received)
                        .reversed()
                        .thenComparing(OfProcedure::code))
                .toList();
    }

    private Complaints complaints(BoardFigures shown, List<Tally> now, List<Outcome> outcomes) {
        BoardFigures.Complaints complaints = shown.complaints();
        if (complaints == null) {
            throw new IllegalStateException("an office is asked about complaints");
        }
        return new Complaints(
                complaints.total(),
                sum(now, it -> complaint(it, Measure.CLOSED)),
                complaints.repeats(),
                counted(complaints.channels()),
                counted(complaints.matters()),
                ends(COMPLAINT, outcomes),
                counted(complaints.satisfaction()),
                complaints.compounds().stream()
                        .map(it -> new OfCompound(it.id(), it.name(), it.count(), it.repeats()))
                        .toList(),
                shown.onTime().streets().stream()
                        .map(BoardFigures.Rate::id)
                        .sorted()
                        .map(it -> new ComplaintsOfStreet(
                                it,
                                units.nameOf(it),
                                sum(now, one -> complaint(one, Measure.RECEIVED) && units.isWithin(one.unit(), it)),
                                sum(now, one -> complaint(one, Measure.CLOSED) && units.isWithin(one.unit(), it))))
                        .toList());
    }

    private static OfMonth month(YearMonth month, List<Tally> now) {
        List<Tally> then = now.stream().filter(it -> it.month().equals(month)).toList();
        return new OfMonth(
                month,
                sum(then, it -> complaint(it, Measure.RECEIVED)),
                sum(then, it -> complaint(it, Measure.CLOSED)),
                sum(then, it -> it.measure() == Measure.MET),
                sum(then, it -> it.measure() == Measure.BREACHED));
    }

    private static OnTime onTime(BoardFigures.OnTime shown) {
        return new OnTime(shown.met(), shown.breached(), rates(shown.streets()), rates(shown.departments()));
    }

    private static List<Rate> rates(List<BoardFigures.Rate> shown) {
        return shown.stream()
                .map(it -> new Rate(it.id(), it.name(), it.met(), it.breached(), it.rank()))
                .toList();
    }

    private Patrols patrols(BoardFigures.@Nullable Patrols shown, Period period, Reach reach) {
        if (shown == null) {
            throw new IllegalStateException("an office is asked about patrols");
        }
        return db.sql("""
                        select count(*) as visits, count(distinct p.compound) as compounds,
                               coalesce(sum(case when p.finding then 1 else 0 end), 0) as findings
                        from whistle.patrol p
                        where p.week between :monday and :last and p.patrolled_on between :first and :last""" + reach.and("p.unit in (:units)"))
                .param("monday", period.months().firstDay().minusDays(6))
                .param("first", period.months().firstDay())
                .param("last", period.lastDay())
                .param("units", reach.units())
                .query((row, n) -> new Patrols(
                        row.getLong("visits"),
                        row.getLong("compounds"),
                        row.getLong("findings"),
                        shown.from(),
                        shown.to(),
                        shown.minimum(),
                        shown.done(),
                        shown.lacking(),
                        shown.units().stream()
                                .map(it -> new PatrolsOf(it.id(), it.name(), it.minimum(), it.done(), it.lacking()))
                                .toList()))
                .single();
    }

    private static Ladder ladder(BoardFigures.Sanctions shown) {
        List<LadderOf> of = shown.units().stream()
                .map(it -> new LadderOf(
                        it.id(),
                        it.name(),
                        it.kind().label(),
                        it.counts().stream().map(BoardFigures.CodeCount::count).toList()))
                .toList();
        List<Counted> rungs = shown.rungs().stream()
                .map(rung -> new Counted(
                        rung.code(),
                        rung.name(),
                        shown.units().stream()
                                .flatMap(it -> it.counts().stream())
                                .filter(it -> it.code().equals(rung.code()))
                                .mapToLong(BoardFigures.CodeCount::count)
                                .sum()))
                .toList();
        return new Ladder(rungs, of);
    }

    private static List<Interim> interim(BoardFigures.@Nullable Interim shown) {
        return shown == null
                ? List.of()
                : shown.compounds().stream()
                        .map(it -> new Interim(it.name(), it.streetName(), it.basisName(), it.runnerName(), it.since()))
                        .toList();
    }

    private record Outcome(String procedure, String outcome, long count) {}

    /** How cases ended that were closed in the period; the index of when they were closed has their procedure. */
    private List<Outcome> outcomes(Period period, Reach reach) {
        return db.sql("""
                        select c.procedure, c.outcome, count(*) as n from whistle.case_file c
                        where c.closed_at >= :start and c.closed_at < :end
                            and c.procedure in (:procedures) and c.outcome is not null""" + reach.and(CaseFigures.PLACE + " in (:units)") + " group by c.procedure, c.outcome")
                .param("start", period.months().start())
                .param("end", period.months().end())
                .param("procedures", List.of(COMPLAINT, EXIT, HANDOVER))
                .param("units", reach.units())
                .query((row, n) -> new Outcome(row.getString("procedure"), row.getString("outcome"), row.getLong("n")))
                .list();
    }

    private static List<Counted> ends(String procedure, List<Outcome> outcomes) {
        return outcomes.stream()
                .filter(it -> it.procedure().equals(procedure))
                .map(it -> new Counted(it.outcome(), outcomeName(it.outcome()), it.count()))
                .sorted(Comparator.comparingLong(Counted::count).reversed().thenComparing(Counted::code))
                .toList();
    }

    private static String outcomeName(String code) {
        return Texts.ofCode(Locale.SIMPLIFIED_CHINESE, "case.outcome", code).orElse(code);
    }

    private static List<Counted> counted(List<BoardFigures.Counted> shown) {
        return shown.stream()
                .map(it -> new Counted(it.code(), it.name(), it.count()))
                .toList();
    }

    private static boolean complaint(Tally tally, Measure measure) {
        return of(tally, measure, COMPLAINT);
    }

    private static boolean of(Tally tally, Measure measure, String procedure) {
        return tally.measure() == measure && tally.procedure().equals(procedure);
    }

    private static long sum(List<Tally> tallies, Predicate<Tally> which) {
        return tallies.stream().filter(which).mapToLong(Tally::count).sum();
    }
}

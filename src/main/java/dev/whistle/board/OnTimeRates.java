package dev.whistle.board;

import dev.whistle.board.BoardFigures.Month;
import dev.whistle.board.BoardFigures.OnTime;
import dev.whistle.board.BoardFigures.Rate;
import dev.whistle.organisation.Unit;
import dev.whistle.organisation.UnitKind;
import dev.whistle.organisation.Units;
import dev.whistle.tally.Measure;
import dev.whistle.tally.Tally;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Which units keep their time limits. */
@Component
class OnTimeRates {

    private static final int TREND_MONTHS = 12;

    private final Units units;

    OnTimeRates(Units units) {
        this.units = units;
    }

    /** The first month of which {@link #of} has to be given what was counted. */
    static YearMonth firstMonth(Months months) {
        return earlier(months.from(), firstOfTrend(months));
    }

    OnTime of(Frame frame, List<Tally> counted) {
        List<Tally> decided = counted.stream()
                .filter(it -> it.measure() == Measure.MET || it.measure() == Measure.BREACHED)
                .filter(it -> frame.has(it.procedure()) && frame.scope().has(it.unit()))
                .toList();
        List<Tally> now = within(frame.months(), decided);
        return new OnTime(
                sum(now, Measure.MET),
                sum(now, Measure.BREACHED),
                rates(UnitKind.STREET, frame, decided),
                rates(UnitKind.DEPARTMENT, frame, decided));
    }

    private List<Rate> rates(UnitKind kind, Frame frame, List<Tally> decided) {
        List<Rate> unranked = units.all().stream()
                .filter(it -> it.kind() == kind && frame.scope().has(it.id()))
                .map(it -> rate(it, frame.months(), decided))
                .toList();
        return unranked.stream()
                .map(it -> ranked(it, unranked))
                .sorted(Comparator.comparing(Rate::rank, Comparator.nullsLast(Comparator.naturalOrder()))
                        .thenComparing(Rate::name))
                .toList();
    }

    private Rate rate(Unit unit, Months months, List<Tally> decided) {
        List<Tally> own = decided.stream()
                .filter(it -> units.isWithin(it.unit(), unit.id()))
                .toList();
        List<Tally> now = within(months, own);
        return new Rate(
                unit.id(), unit.name(), sum(now, Measure.MET), sum(now, Measure.BREACHED), null, trend(months, own));
    }

    private static List<Month> trend(Months months, List<Tally> own) {
        return Stream.iterate(firstOfTrend(months), it -> it.plusMonths(1))
                .limit(TREND_MONTHS)
                .map(month -> {
                    List<Tally> then = within(Months.only(month), own);
                    return new Month(month, sum(then, Measure.MET), sum(then, Measure.BREACHED));
                })
                .toList();
    }

    /** Those that do as well share a rank; one that stands alone has none. */
    private static Rate ranked(Rate rate, List<Rate> all) {
        List<Rate> compared = all.stream().filter(OnTimeRates::decided).toList();
        if (all.size() < 2 || !decided(rate)) {
            return rate;
        }
        Predicate<Rate> better = other -> other.met() * total(rate) > rate.met() * total(other);
        int rank = 1 + (int) compared.stream().filter(better).count();
        return new Rate(rate.id(), rate.name(), rate.met(), rate.breached(), rank, rate.trend());
    }

    private static boolean decided(Rate rate) {
        return total(rate) > 0;
    }

    private static long total(Rate rate) {
        return rate.met() + rate.breached();
    }

    private static List<Tally> within(Months months, List<Tally> tallies) {
        return tallies.stream().filter(it -> months.has(it.month())).toList();
    }

    private static long sum(List<Tally> tallies, Measure measure) {
        return tallies.stream()
                .filter(it -> it.measure() == measure)
                .mapToLong(Tally::count)
                .sum();
    }

    private static YearMonth firstOfTrend(Months months) {
        return months.to().minusMonths(TREND_MONTHS - 1L);
    }

    private static YearMonth earlier(YearMonth one, YearMonth other) {
        return one.isBefore(other) ? one : other;
    }
}

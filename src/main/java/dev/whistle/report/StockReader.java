package dev.whistle.report;

import dev.whistle.organisation.Basis;
import dev.whistle.organisation.CompoundClass;
import dev.whistle.organisation.Compounds;
import dev.whistle.organisation.Reach;
import dev.whistle.organisation.Units;
import dev.whistle.register.CommitteeKind;
import dev.whistle.report.ReportFigures.Counted;
import dev.whistle.report.ReportFigures.OfStreet;
import dev.whistle.report.ReportFigures.Stock;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the registers have on the last day of a period (YQ.1.1–YQ.1.3); five statements. */
@Component
class StockReader {

    private static final String COMPOUNDS = """
            select c.street, c.kind, r.basis, count(*) as n, sum(c.households) as households,
                   coalesce(sum(c.area), 0) as area, sum(case when c.area is null then 1 else 0 end) as without_area
            from whistle.compound c %s where 1 = 1 %s
            group by c.street, c.kind, r.basis""";

    /** The one that took office last speaks for a compound. */
    private static final String COMMITTEES = """
            select c.street, t.kind, count(*) as n, sum(case when t.to_day < :day then 1 else 0 end) as overdue
            from whistle.committee t join whistle.compound c on c.id = t.compound
            where (t.ended_on is null or t.ended_on >= :day)
                and t.from_day = (select max(x.from_day) from whistle.committee x
                                  where x.compound = t.compound and x.from_day <= :day) %s
            group by c.street, t.kind""";

    private static final String OF_STREETS = "c.street in (:units)";

    private final JdbcClient db;
    private final Units units;

    StockReader(JdbcClient db, Units units) {
        this.db = db;
        this.units = units;
    }

    private record OfCompounds(
            String street,
            CompoundClass kind,
            @Nullable Basis basis,
            long count,
            long households,
            BigDecimal area,
            long withoutArea) {}

    private record OfCommittees(String street, CommitteeKind kind, long count, long overdue) {}

    Stock of(Period period, Reach reach) {
        List<OfCompounds> compounds = compounds(period, reach);
        List<OfCommittees> committees = committees(period, reach);
        return new Stock(
                period.lastDay(),
                sum(compounds, OfCompounds::count),
                sum(compounds, OfCompounds::households),
                area(compounds.stream()),
                sum(compounds, OfCompounds::withoutArea),
                Arrays.stream(CompoundClass.values())
                        .map(kind -> new Counted(
                                kind.name().toLowerCase(Locale.ROOT),
                                kind.label(),
                                sum(compounds, it -> it.kind() == kind ? it.count() : 0)))
                        .toList(),
                bases(compounds),
                number(
                        "select count(*) from whistle.company c where 1 = 1 " + reach.and("c.id in (:units)"),
                        period,
                        reach),
                number(
                        "select count(distinct r.company) from whistle.compound c " + Compounds.withRunner(":day")
                                + " where 1 = 1 " + reach.and(OF_STREETS),
                        period,
                        reach),
                Arrays.stream(CommitteeKind.values())
                        .map(kind -> new Counted(
                                kind.name().toLowerCase(Locale.ROOT),
                                kind.label(),
                                sum(committees, it -> it.kind() == kind ? it.count() : 0)))
                        .toList(),
                sum(committees, OfCommittees::overdue),
                number("""
                        select count(*) from whistle.contract t join whistle.compound c on c.id = t.compound
                        where t.from_day between :first and :day and (t.ended_on is null or t.ended_on >= t.from_day) """ + reach.and(OF_STREETS), period, reach),
                compounds.stream()
                        .map(OfCompounds::street)
                        .distinct()
                        .sorted()
                        .map(it -> street(it, compounds, committees))
                        .toList());
    }

    private static List<Counted> bases(List<OfCompounds> compounds) {
        Stream<Counted> known = Arrays.stream(Basis.values())
                .map(basis -> new Counted(
                        basis.code(), basis.label(), sum(compounds, it -> it.basis() == basis ? it.count() : 0)));
        Counted unknown = new Counted("unknown", "没有登记", sum(compounds, it -> it.basis() == null ? it.count() : 0));
        return Stream.concat(known, Stream.of(unknown)).toList();
    }

    private OfStreet street(String id, List<OfCompounds> allCompounds, List<OfCommittees> allCommittees) {
        List<OfCompounds> compounds =
                allCompounds.stream().filter(it -> it.street().equals(id)).toList();
        Predicate<OfCommittees> here = it -> it.street().equals(id);
        return new OfStreet(
                id,
                units.nameOf(id),
                sum(compounds, OfCompounds::count),
                area(compounds.stream()),
                sum(compounds, it -> it.basis() != null && it.basis().byCompany() ? it.count() : 0),
                sum(allCommittees, it -> here.test(it) && it.kind() == CommitteeKind.COMMITTEE ? it.count() : 0),
                sum(allCommittees, it -> here.test(it) && it.kind() == CommitteeKind.INTERIM ? it.count() : 0));
    }

    private List<OfCompounds> compounds(Period period, Reach reach) {
        return db.sql(COMPOUNDS.formatted(Compounds.withRunner(":day"), reach.and(OF_STREETS)))
                .param("day", period.lastDay())
                .param("units", reach.units())
                .query((row, n) -> new OfCompounds(
                        row.getString("street"),
                        CompoundClass.valueOf(row.getString("kind")),
                        row.getString("basis") == null ? null : Basis.valueOf(row.getString("basis")),
                        row.getLong("n"),
                        row.getLong("households"),
                        row.getBigDecimal("area"),
                        row.getLong("without_area")))
                .list();
    }

    private List<OfCommittees> committees(Period period, Reach reach) {
        return db.sql(COMMITTEES.formatted(reach.and(OF_STREETS)))
                .param("day", period.lastDay())
                .param("units", reach.units())
                .query((row, n) -> new OfCommittees(
                        row.getString("street"),
                        CommitteeKind.valueOf(row.getString("kind")),
                        row.getLong("n"),
                        row.getLong("overdue")))
                .list();
    }

    private long number(String sql, Period period, Reach reach) {
        return Objects.requireNonNull(db.sql(sql)
                .param("first", period.months().firstDay())
                .param("day", period.lastDay())
                .param("units", reach.units())
                .query(Long.class)
                .single());
    }

    private static BigDecimal area(Stream<OfCompounds> compounds) {
        return compounds
                .map(OfCompounds::area)
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .setScale(2, RoundingMode.HALF_UP);
    }

    private static <T> long sum(List<T> rows, ToLongFunction<T> count) {
        return rows.stream().mapToLong(count).sum();
    }
}

package dev.whistle.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The figures of a report, with the names that it all had when it was read: nothing goes into its files but these and
 * what the office adds in words ({@link Supplement}). What is past is counted as on the supervisors' board; open cases
 * are those of {@code asOf}.
 *
 * @param area how the office calls the whole of what it answers for
 * @param before complaints received in the period before
 * @param months those of the period
 * @param interim compounds that somebody runs for the time being, at {@code asOf}
 */
public record ReportFigures(
        ReportKind kind,
        String period,
        YearMonth from,
        YearMonth to,
        OffsetDateTime asOf,
        String office,
        String area,
        Stock stock,
        List<OfProcedure> procedures,
        Complaints complaints,
        long before,
        List<OfMonth> months,
        OnTime onTime,
        Patrols patrols,
        Ladder ladder,
        List<Referred> referrals,
        Ends ends,
        List<Interim> interim) {

    /** A code and what it was called. */
    public record Counted(String code, String name, long count) {}

    /**
     * What the registers have on a day, the last one of the period.
     *
     * @param area in square metres, of those compounds of which it is known
     * @param withoutArea how many compounds it is not known of
     * @param bases compounds by what they are run on
     * @param running companies that run a compound
     * @param committees by kind, each compound once
     * @param overdue committees whose term is over
     * @param contracts contracts that began in the period
     */
    public record Stock(
            LocalDate day,
            long compounds,
            long households,
            BigDecimal area,
            long withoutArea,
            List<Counted> classes,
            List<Counted> bases,
            long companies,
            long running,
            List<Counted> committees,
            long overdue,
            long contracts,
            List<OfStreet> streets) {}

    /** @param byCompany compounds that a company runs */
    public record OfStreet(
            String id, String name, long compounds, BigDecimal area, long byCompany, long committees, long interim) {}

    public record OfProcedure(String code, String name, long received, long closed, long open, long overdue) {}

    /**
     * Complaints received in the period, but for {@code closed} and {@code outcomes}: those that came to their end in it.
     *
     * @param compounds those with most
     */
    public record Complaints(
            long total,
            long closed,
            long repeats,
            List<Counted> channels,
            List<Counted> matters,
            List<Counted> outcomes,
            List<Counted> satisfaction,
            List<OfCompound> compounds,
            List<ComplaintsOfStreet> streets) {}

    public record OfCompound(String id, String name, long count, long repeats) {}

    public record ComplaintsOfStreet(String id, String name, long received, long closed) {}

    /** Complaints, and duties of all cases. */
    public record OfMonth(YearMonth month, long received, long closed, long met, long breached) {}

    public record OnTime(long met, long breached, List<Rate> streets, List<Rate> departments) {}

    /** @param rank null where there is nothing to compare */
    public record Rate(
            String id,
            String name,
            long met,
            long breached,
            @Nullable Integer rank) {}

    /**
     * @param visits patrols in the period, of {@code compounds} compounds, of which {@code findings} found something
     * @param firstWeek Monday of the first week that is counted against the minimum; null where there is none
     * @param lastWeek Monday of the last one
     */
    public record Patrols(
            long visits,
            long compounds,
            long findings,
            @Nullable LocalDate firstWeek,
            @Nullable LocalDate lastWeek,
            long minimum,
            long done,
            long lacking,
            List<PatrolsOf> units) {}

    public record PatrolsOf(String id, String name, long minimum, long done, long lacking) {}

    /** @param rungs in all, from the first to the last */
    public record Ladder(List<Counted> rungs, List<LadderOf> units) {}

    /** @param counts in the order of the rungs */
    public record LadderOf(String id, String name, String kind, List<Long> counts) {}

    /** Cases that were referred to a unit and closed, how many hours it held them, and how many it holds now. */
    public record Referred(String id, String name, long referrals, double hours, long now) {}

    /** How exits of companies and handovers of compounds ended. */
    public record Ends(List<Counted> exits, List<Counted> handovers) {}

    public record Interim(
            String compound,
            String street,
            String basis,
            @Nullable String runner,
            @Nullable LocalDate since) {}
}

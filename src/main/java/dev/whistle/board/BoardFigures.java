package dev.whistle.board;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.whistle.organisation.UnitKind;
import dev.whistle.sheet.Heading;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What supervisors see. Open figures tell of this moment, the others of the months asked for; which case counts where is
 * said by {@link dev.whistle.tally.Measure}.
 *
 * @param scope the unit whose board it is
 * @param units those whose boards can be chosen
 * @param procedures those that can be chosen
 * @param complaints null for a unit that is not asked about complaints, and where another procedure is looked at
 * @param patrols null for a unit that has none to answer for
 * @param interim null likewise
 */
public record BoardFigures(
        OffsetDateTime asOf,
        YearMonth from,
        YearMonth to,
        UnitName scope,
        List<UnitName> units,
        List<Coded> procedures,
        Open open,
        OnTime onTime,
        Sanctions sanctions,
        @Nullable Complaints complaints,
        @Nullable Patrols patrols,
        @Nullable Interim interim,
        List<Held> held) {

    public record UnitName(String id, String name, UnitKind kind) {}

    public record Coded(String code, String name) {}

    /**
     * Open cases. One is overdue while a clock of it is late, due soon where one ends within three working days.
     *
     * @param units whose they are now, the most overdue first; a case that two units hold counts for both
     * @param streets where they lie; null for a unit that has no streets
     */
    public record Open(
            long open,
            long dueSoon,
            long overdue,
            List<OfProcedure> procedures,
            List<OfUnit> units,
            @Nullable List<OfStreet> streets) {}

    public record OfProcedure(String code, String name, long open, long dueSoon, long overdue) {}

    public record OfUnit(String id, String name, UnitKind kind, long open, long dueSoon, long overdue) {}

    public record OfStreet(String id, String name, long open, long overdue) {}

    /** Clocks that were decided: met in time, or breached. */
    public record OnTime(long met, long breached, List<Rate> streets, List<Rate> departments) {}

    /**
     * A unit's; a street's with those of its communities.
     *
     * @param rank 1 for the best; null where none of its clocks was decided, or it stands alone
     * @param trend the last twelve months
     */
    public record Rate(
            String id,
            String name,
            long met,
            long breached,
            @Nullable Integer rank,
            List<Month> trend) {}

    public record Month(YearMonth month, long met, long breached) {}

    /** Rungs of the ladder, of which those that were revoked do not count. */
    public record Sanctions(List<Coded> rungs, List<SanctionsOfUnit> units) {}

    public record SanctionsOfUnit(String id, String name, UnitKind kind, long total, List<CodeCount> counts) {}

    public record CodeCount(String code, long count) {}

    public record Counted(String code, String name, long count) {}

    /** Complaints that were received, the most frequent of each list first. */
    public record Complaints(
            long total,
            long repeats,
            List<Counted> matters,
            List<Counted> channels,
            List<OfCompound> compounds,
            List<Counted> satisfaction) {}

    public record OfCompound(String id, String name, long count, long repeats) {}

    /**
     * Patrols in closed weeks.
     *
     * @param from Monday of the first of these weeks, {@code to} of the last; null where there is none
     * @param done visits that count towards the minimum, {@code lacking} those that it takes beside them
     */
    public record Patrols(
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            long minimum,
            long done,
            @JsonProperty("short") long lacking,
            List<PatrolsOfUnit> units) {}

    @Heading("巡查达标情况")
    public record PatrolsOfUnit(
            String id,
            @Heading("巡查单位") String name,
            @Heading("应巡查次数") long minimum,
            @Heading("达标次数") long done,

            @Heading("缺少次数") @JsonProperty("short") long lacking) {

        static final Comparator<PatrolsOfUnit> MOST_LACKING_FIRST = Comparator.comparingLong(PatrolsOfUnit::lacking)
                .reversed()
                .thenComparing(PatrolsOfUnit::name)
                .thenComparing(PatrolsOfUnit::id);
    }

    public record Interim(int total, List<InterimCompound> compounds) {}

    /** @param since null where it is not known since when */
    @Heading("临时管理的小区")
    public record InterimCompound(
            String id,
            @Heading("小区") String name,
            String street,
            @Heading("镇街") String streetName,
            String basis,
            @Heading("管理依据") String basisName,
            @Nullable String runner,
            @Heading("管理单位") @Nullable String runnerName,
            @Heading("开始日期") @Nullable LocalDate since) {}

    /**
     * Cases that were referred to a unit: it is neither where they belong nor whom they are about.
     *
     * @param referrals those that were closed
     * @param hours for how long it held these, all together
     * @param now those that it holds at this moment
     */
    public record Held(String id, String name, long referrals, double hours, long now) {}
}

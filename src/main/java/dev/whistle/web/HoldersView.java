package dev.whistle.web;

import dev.whistle.casefile.Holding;
import dev.whistle.procedure.whistle.Referral;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Who held a case how long.
 *
 * @param holdings every holding, in the order they began; those of different units may overlap
 * @param units each unit's holdings together, in the order the units came to the case
 * @param referrals what departments that a whistle called said to it; none where nobody whistled
 */
record HoldersView(List<Held> holdings, List<Total> units, List<Called> referrals) {

    /**
     * A stretch of time in which a unit held the case without a break.
     *
     * @param tasks what the unit had to do
     * @param until null while it holds the case
     * @param minutes whole minutes until then, or until now
     * @param workingDays working days in it; the day it began on is not counted
     */
    record Held(
            String unit,
            String unitName,
            List<String> tasks,
            OffsetDateTime since,
            @Nullable OffsetDateTime until,
            long minutes,
            long workingDays) {}

    /** All that a unit held; {@code holding} while it holds the case. */
    record Total(String unit, String unitName, long minutes, long workingDays, boolean holding) {}

    /**
     * A unit that a whistle called.
     *
     * @param round which lead department it belongs to, from 1
     * @param lead whether it was to lead, or to take part
     * @param decided whether the district office decided it
     */
    record Called(String unit, String unitName, int round, boolean lead, boolean decided, List<Said> said) {

        static Called of(Referral referral, Function<String, String> unitName) {
            return new Called(
                    referral.unit(),
                    unitName.apply(referral.unit()),
                    referral.round(),
                    referral.leads(),
                    referral.bound(),
                    referral.events().stream()
                            .map(it -> new Said(
                                    it.state().name(), it.state().label(), it.reason(), CaseView.china(it.at())))
                            .toList());
        }
    }

    /** That it was asked, and what it said. */
    record Said(String state, String stateName, @Nullable String reason, OffsetDateTime at) {}

    /** Counts working days from one moment to another. */
    interface DayCounter {
        long between(Instant since, Instant until);
    }

    static HoldersView of(
            List<Holding> holdings,
            List<Referral> referrals,
            Function<String, String> unitName,
            DayCounter days,
            Instant now) {
        Map<String, Sum> sums = new LinkedHashMap<>();
        List<Held> held = holdings.stream()
                .map(it -> {
                    long workingDays = days.between(it.since(), it.end(now));
                    sums.merge(it.unit(), new Sum(it.length(now), workingDays, it.holds()), Sum::plus);
                    return new Held(
                            it.unit(),
                            unitName.apply(it.unit()),
                            it.tasks(),
                            CaseView.china(it.since()),
                            it.until() == null ? null : CaseView.china(it.until()),
                            it.length(now).toMinutes(),
                            workingDays);
                })
                .toList();
        return new HoldersView(
                held,
                sums.entrySet().stream()
                        .map(it -> it.getValue().of(it.getKey(), unitName.apply(it.getKey())))
                        .toList(),
                referrals.stream().map(it -> Called.of(it, unitName)).toList());
    }

    private record Sum(Duration length, long workingDays, boolean holding) {

        Sum plus(Sum other) {
            return new Sum(length.plus(other.length), workingDays + other.workingDays, holding || other.holding);
        }

        Total of(String unit, String name) {
            return new Total(unit, name, length.toMinutes(), workingDays, holding);
        }
    }
}

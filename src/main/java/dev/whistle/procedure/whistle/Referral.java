package dev.whistle.procedure.whistle;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * That a unit was asked to act on a violation, and what became of it.
 *
 * @param round the lead department it belongs to, from 1
 * @param by the unit that asked
 * @param bound whether the district office decided it, so that it is not handed back
 * @param events in the order they came; the first is that it was asked
 */
public record Referral(
        int round, String unit, Role role, @Nullable String by, boolean bound, List<Event> events) {

    /** Who acts, and who takes part. */
    public enum Role {
        LEAD,
        CO
    }

    /** What a unit can have said to it. */
    public enum State {
        REFERRED("已交办"),
        SIGNED("已签收报到"),
        RETURNED("已退回"),
        REPORTED("已反馈");

        private final String label;

        State(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /**
     * Something that became of it.
     *
     * @param step the run of the model's step that noted it
     */
    public record Event(State state, @Nullable String reason, Instant at, String step) {}

    /** The same referral, with what was said to it later. */
    Referral and(Referral later) {
        return new Referral(
                round,
                unit,
                role,
                by,
                bound,
                Stream.concat(events.stream(), later.events().stream()).toList());
    }

    Event last() {
        return events.get(events.size() - 1);
    }

    State state() {
        return last().state();
    }

    Instant since() {
        return events.get(0).at();
    }

    /** Whether this run of a step noted something of it. */
    boolean isBy(String step) {
        return events.stream().anyMatch(it -> it.step().equals(step));
    }

    public boolean leads() {
        return role == Role.LEAD;
    }
}

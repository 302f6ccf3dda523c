package dev.whistle.sanction;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rung that somebody has come to for a work item, with what became of it.
 *
 * @param matter number of the case whose duty was missed
 * @param party whom it was the duty of; see {@link Answerable#id()}
 * @param events the oldest first, at least one
 */
public record Sanction(String id, String matter, String party, String unit, LadderRung rung, List<Event> events) {

    static final Comparator<Sanction> EARLIEST_FIRST =
            Comparator.comparing(Sanction::imposedAt).thenComparing(Sanction::rung);

    /**
     * @param actor user id; null where the system did it
     * @param caseNo number of the escalation in which it happened
     * @param documentNumber of the letter that was served; null for anything else
     */
    public record Event(
            SanctionState kind,
            Instant at,
            @Nullable String actor,
            String caseNo,
            @Nullable String documentNumber,
            @Nullable String reason,
            String step) {}

    /** What it has come to. */
    public SanctionState state() {
        return last().kind();
    }

    /** Whether it counts: one that was revoked does not. */
    public boolean counts() {
        return state() != SanctionState.REVOKED;
    }

    /** Number of the escalation in which it was imposed last. */
    public String caseNo() {
        return last().caseNo();
    }

    /** When it was imposed, the last time. */
    public Instant imposedAt() {
        return events.stream()
                .filter(it -> it.kind() == SanctionState.IMPOSED)
                .reduce((earlier, later) -> later)
                .orElseGet(() -> events.get(0))
                .at();
    }

    /** Number of the letter that was served for it, the last time. */
    public @Nullable String documentNumber() {
        return events.stream()
                .filter(it -> it.documentNumber() != null)
                .reduce((earlier, later) -> later)
                .map(Event::documentNumber)
                .orElse(null);
    }

    private Event last() {
        return events.get(events.size() - 1);
    }
}

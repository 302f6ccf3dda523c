package dev.whistle.sanction;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An escalation as it stands: who missed which duty of which case, and the rungs that it came to there.
 *
 * @param caseNo its own number
 * @param matter number of the case whose duty was missed
 * @param party whom it was the duty of; see {@link Answerable#id()}
 * @param duties what should have been done, the earliest report first
 * @param clauses ids of the clauses these were duties by
 * @param rungs the earliest first; none while the office has not decided
 */
public record Escalation(
        String caseNo,
        String matter,
        String party,
        String partyName,
        List<String> duties,
        List<String> clauses,
        List<Taken> rungs) {

    /**
     * A rung in this escalation.
     *
     * @param document id of the letter that was served; null before, and where there is none
     * @param servedOn the day it was served
     * @param reason what was given with the last event, e.g. why it was revoked
     */
    public record Taken(
            LadderRung rung,
            SanctionState state,
            Instant imposedAt,
            @Nullable String document,
            @Nullable String documentNumber,
            @Nullable LocalDate servedOn,
            @Nullable String reason) {

        /** The kind of the clock in which it is to be put right, as {@code escalation.bpmn} names it. */
        public String clock() {
            return "escalation." + rung.code();
        }
    }
}

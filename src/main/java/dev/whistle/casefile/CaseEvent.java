package dev.whistle.casefile;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line of a case's timeline.
 *
 * @param actor user id, or null where the system acted by itself
 * @param unit the unit the actor works for, or null
 * @param standsInFor user id of the colleague in whose place the actor did it, or null
 * @param element id of the model's element, or null for an act outside the model
 * @param name what happened, in Chinese
 * @param clauses clause ids the step stands on, separated by a blank, or null
 * @param entered what was entered, in the form's order
 */
public record CaseEvent(
        String caseNo,
        Instant at,
        EventKind kind,
        @Nullable String actor,
        @Nullable String unit,
        @Nullable String standsInFor,
        @Nullable String element,
        String name,
        @Nullable String clauses,
        List<Entry> entered) {}

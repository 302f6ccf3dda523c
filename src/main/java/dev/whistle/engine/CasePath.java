package dev.whistle.engine;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The way a case took through one model.
 *
 * @param id of the process instance; of a case whose history is no more, of the model
 * @param definition id of the model in the version that the case runs on
 * @param name what the model is called
 * @param calledBy id of the element that called it; null for the case's own
 * @param caller {@link #id} of the path that the element stands in; null for the case's own
 * @param startedAt null where the history is no more
 * @param endedAt null while it runs
 */
public record CasePath(
        String id,
        String definition,
        String name,
        @Nullable String caller,
        @Nullable String calledBy,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        List<Passed> steps) {

    /** How far a step has come. */
    public enum State {
        ACTIVE,
        DONE,
        CANCELLED
    }

    /**
     * Once that the case passed an element.
     *
     * @param name the element's as the model has it; null where it has none
     * @param endedAt null while it stands there
     */
    public record Passed(
            String element,
            @Nullable String name,
            String type,
            State state,
            Instant startedAt,
            @Nullable Instant endedAt) {}
}

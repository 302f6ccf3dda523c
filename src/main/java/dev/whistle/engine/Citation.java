package dev.whistle.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A place of what is deployed that names clauses.
 *
 * @param procedure name of the bundle it was deployed with, which is the procedure's short name; {@code shared} for
 *     tables that several use
 * @param model id of the process, the table or the form
 * @param element id of the process or one of its elements, of the table or one of its rows, of the form's component
 * @param elementName what people read there
 * @param clauses ids in the order they are named
 */
public record Citation(
        String procedure,
        Kind kind,
        String model,
        @Nullable String modelName,
        String element,
        @Nullable String elementName,
        List<String> clauses) {

    /** In what kind of model it stands. */
    public enum Kind {
        PROCESS,
        TABLE,
        FORM
    }
}

package dev.whistle.gate;

import dev.whistle.palette.BlockField;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.w3c.dom.Document;

/** The choices whose rows a model may name: periods, letters and messages, as they will stand after the deployment. */
record Choices(Rows clocks, Rows letters, Rows messages) {

    static final String CLOCKS = "time-limits.dmn";
    static final String LETTERS = "letters.dmn";
    static final String MESSAGES = "messages.dmn";

    /** @param table finds a table by its file; one that is nowhere has no rows */
    static Choices of(Function<String, Optional<Document>> table) {
        return new Choices(
                rows(table, CLOCKS, "clock.kind."),
                rows(table, LETTERS, "letter.kind."),
                rows(table, MESSAGES, "message.event."));
    }

    private static Rows rows(Function<String, Optional<Document>> table, String file, String names) {
        return table.apply(file).map(it -> Rows.of(it, names)).orElse(Rows.NONE);
    }

    /** Whether choices stand in the file of this name. */
    static boolean isFrom(String file) {
        return Set.of(CLOCKS, LETTERS, MESSAGES).contains(file);
    }

    /** What a designer may choose for a field; empty where he writes what he likes. */
    Optional<List<Template.Choice>> of(BlockField.Choice choice) {
        return switch (choice) {
            case CLOCK -> Optional.of(clocks.choices());
            case LETTER -> Optional.of(letters.choices());
            case MESSAGE -> Optional.of(messages.choices());
            case ANYTHING, RECIPIENT, OUTCOME -> Optional.empty();
        };
    }

    Set<String> clockKinds() {
        return clocks.keys();
    }
}

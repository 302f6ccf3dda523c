package dev.whistle.board;

import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a question to the board is about, once it has been found right.
 *
 * @param procedure the only one to look at; null for all
 * @param now the moment of which the open figures tell
 * @param soon when what is due soon is due at the latest
 */
record Frame(Scope scope, Months months, @Nullable String procedure, OffsetDateTime now, OffsetDateTime soon) {

    /** Whether the figures are those of this procedure, too. */
    boolean has(String one) {
        return procedure == null || procedure.equals(one);
    }

    /** Condition on {@code whistle.case_file c}; empty where all procedures are asked for. */
    String andProcedure() {
        return procedure == null ? "" : "\n and c.procedure = :procedure";
    }

    /** What the statements of the board are filled with. */
    Map<String, Object> values() {
        Map<String, Object> values = new HashMap<>();
        values.put("now", now);
        values.put("soon", soon);
        values.put("start", months.start());
        values.put("end", months.end());
        values.put("units", scope.reach().units());
        if (procedure != null) {
            values.put("procedure", procedure);
        }
        return values;
    }
}

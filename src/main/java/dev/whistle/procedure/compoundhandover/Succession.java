package dev.whistle.procedure.compoundhandover;

import dev.whistle.engine.TableRow;
import java.util.List;

/**
 * Who may follow the company that leaves a compound, by its class and why the company leaves ({@code succession.dmn}).
 *
 * @param ways codes of how the compound may be run from then on
 * @param deciders codes of who may decide, the first above the others
 * @param standIn code of who is proposed to stand in
 */
record Succession(List<String> ways, List<String> deciders, String standIn) {

    static Succession of(TableRow row) {
        return new Succession(
                List.of(row.text("successions").split(" ")),
                List.of(row.text("deciders").split(" ")),
                row.text("standIn"));
    }
}

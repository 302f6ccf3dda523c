package dev.whistle.report;

import dev.whistle.report.Paper.Table;
import java.util.List;

/**
 * What is said about one thing.
 *
 * @param said a paragraph each
 */
record Topic(String name, List<String> said, List<Table> tables) {

    Topic called(String other) {
        return new Topic(other, said, tables);
    }
}

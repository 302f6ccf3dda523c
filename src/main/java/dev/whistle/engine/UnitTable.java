package dev.whistle.engine;

import java.util.List;
import java.util.Set;

/** Whoever reads ids of units from a decision table: the designer of the table is told of those that are not there. */
public interface UnitTable {

    /** Id of the table, and of its file without {@code .dmn}. */
    String table();

    /** Names of the outputs that hold ids of units, several in a cell parted by blanks. */
    List<String> unitColumns();

    /** What may stand there beside ids. */
    default Set<String> otherWords() {
        return Set.of();
    }
}

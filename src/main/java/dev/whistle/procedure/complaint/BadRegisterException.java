package dev.whistle.procedure.complaint;

import dev.whistle.problem.Problem;
import java.util.List;

/** Rows of a register cannot be used. Nothing of it has been stored. */
public final class BadRegisterException extends Problem {

    /** Who has this many to put right does not read more of them at once. */
    private static final int LISTED = 500;

    private final transient List<BadCell> cells;

    BadRegisterException(List<BadCell> cells) {
        super(Kind.INVALID, key(cells), cells.size(), LISTED);
        this.cells = cells.stream().limit(LISTED).toList();
    }

    private static String key(List<BadCell> cells) {
        return cells.size() > LISTED ? "complaint.import.rows-first" : "complaint.import.rows";
    }

    /** The errors by row and column, at most the first 500. */
    public List<BadCell> cells() {
        return cells;
    }
}

package dev.whistle.register.book;

import dev.whistle.problem.Problem;
import java.util.List;

/** Entries of a workbook of registers cannot be used. Nothing of it has been stored. */
public final class BadBookException extends Problem {

    /** Who has this many to put right does not read more of them at once. */
    private static final int LISTED = 500;

    private final transient List<BadEntry> entries;

    BadBookException(List<BadEntry> entries) {
        super(Kind.INVALID, entries.size() > LISTED ? "book.errors-first" : "book.errors", entries.size(), LISTED);
        this.entries = entries.stream().limit(LISTED).toList();
    }

    /** The errors by sheet, row and column, at most the first 500. */
    public List<BadEntry> entries() {
        return entries;
    }
}

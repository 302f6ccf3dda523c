package dev.whistle.web;

import dev.whistle.problem.Problem;
import dev.whistle.problem.Problem.Kind;

/**
 * Whether a list is asked for as a spreadsheet ({@code ?format=xlsx} or by {@code Accept}), which has all of it instead
 * of a page.
 */
record Export(boolean asked) {

    /** More than anybody looks through; it is refused, since half of a list would pass for the whole. */
    static final int MOST = 5_000;

    int page(int page) {
        return asked ? 0 : page;
    }

    int size(int size) {
        return asked ? MOST : size;
    }

    /**
     * @param total how many there are
     * @throws Problem if those are more than a spreadsheet is to have
     */
    void check(long total) {
        if (asked && total > MOST) {
            throw new Problem(Kind.INVALID, "sheet.too-many", total, MOST);
        }
    }
}

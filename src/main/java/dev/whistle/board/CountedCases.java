package dev.whistle.board;

import java.util.List;

/**
 * A page of what a figure counts.
 *
 * @param total what the figure says
 * @param readable how many of them the asker may read, on all pages; a company does not come to read every complaint
 *     that counts for it
 */
public record CountedCases(List<CountedCase> cases, long total, long readable) {}

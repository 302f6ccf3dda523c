package dev.whistle.board;

import java.util.List;

/**
 * A page of weeks of patrols, and what the figure says of all of them.
 *
 * @param total how many weeks there are, on all pages
 * @param done visits that count towards the minimum
 */
public record CountedWeeks(List<CountedWeek> weeks, long total, long minimum, long done, long lacking) {}

package dev.whistle.register.lists;

import java.util.List;

/**
 * A page of a register.
 *
 * @param total how many there are on all pages
 */
public record Found<R>(List<R> rows, long total) {}

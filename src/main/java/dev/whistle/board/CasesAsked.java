package dev.whistle.board;

import org.jspecify.annotations.Nullable;

/**
 * Which cases behind a figure are asked for.
 *
 * @param figure the figure's code
 * @param of id of the unit or compound that it is of; null for all
 * @param item code of the channel, matter, rung, procedure or the like; null for all
 * @param page from 0
 * @param size at least 1
 */
public record CasesAsked(
        String figure, @Nullable String of, @Nullable String item, int page, int size) {}

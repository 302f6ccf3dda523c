package dev.whistle.board;

import org.jspecify.annotations.Nullable;

/**
 * Which weeks of patrols are asked for.
 *
 * @param of id of the unit whose they are; null for all
 * @param lacking only those that fell short
 * @param page from 0
 * @param size at least 1
 */
public record WeeksAsked(@Nullable String of, boolean lacking, int page, int size) {}

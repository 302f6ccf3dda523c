package dev.whistle.desk;

import java.time.LocalDate;

/**
 * A cover that somebody asks for; see {@link Cover}.
 *
 * @param from today or later
 * @param to not before the first day
 */
public record NewCover(String person, String deputy, LocalDate from, LocalDate to, String reason) {}

package dev.whistle.clock;

import java.time.LocalDate;

/**
 * A holiday or a make-up workday.
 *
 * @param name the holiday, e.g. 国庆节; for a make-up workday the holiday it makes up for
 */
public record NamedDay(LocalDate date, String name) {}

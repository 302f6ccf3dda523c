package dev.whistle.procedure.compoundhandover;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Who is to run a compound, as a form has it.
 *
 * @param company unit id of the company, where one is named
 * @param companyField what the form calls it
 * @param provider {@code community} or {@code street}, where one of them gives basic service
 * @param from the first day
 * @param fromField what the form calls it
 */
record Takeover(
        @Nullable String company,
        String companyField,
        @Nullable String provider,
        @Nullable LocalDate from,
        String fromField) {}

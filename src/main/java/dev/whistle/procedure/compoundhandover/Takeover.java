package dev.whistle.procedure.compoundhandover;

import dev.whistle.palette.Fields;
import java.time.LocalDate;
import org.camunda.bpm.engine.delegate.Expression;
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
        String fromField) {

    /** What the fields of a building block say. */
    static Takeover of(
            Fields fields, @Nullable Expression company, @Nullable Expression unit, @Nullable Expression from) {
        return new Takeover(
                fields.text(company).orElse(null),
                fields.name(company, "company"),
                fields.text(unit).orElse(null),
                CompoundHandovers.day(fields.text(from)),
                fields.name(from, "from"));
    }
}

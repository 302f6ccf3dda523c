package dev.whistle.register.lists;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A compound that a company leaves, or has left.
 *
 * @param caseNo the case that decided it
 * @param reason code of the reason
 * @param handover the case that hands it over, once it is opened
 * @param outcome what came of it, once it has ended
 */
public record ExitRow(
        String caseNo,
        String company,
        String companyName,
        String compound,
        String compoundName,
        String scope,
        String reason,
        @Nullable LocalDate lastDay,
        String state,
        @Nullable String handover,
        @Nullable String outcome) {}

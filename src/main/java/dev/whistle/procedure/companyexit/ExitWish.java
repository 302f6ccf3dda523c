package dev.whistle.procedure.companyexit;

import org.jspecify.annotations.Nullable;

/**
 * That a company is to leave, as a form or another case says it.
 *
 * @param reason code of the reason, as {@code exit-reasons.dmn} has it
 * @param compound the one that it is about; null where it is about the whole district
 * @param listing {@code first} or {@code second}; null where nobody said that the company is on the blacklist
 * @param decisionNo number of what the owners have decided already
 * @param decisionOn the day on which they did, ISO
 * @param lastDay last day of the company's service as it is wished, ISO
 */
record ExitWish(
        @Nullable String reason,
        @Nullable String company,
        @Nullable String compound,
        @Nullable String listing,
        @Nullable String decisionNo,
        @Nullable String decisionOn,
        @Nullable String lastDay) {}

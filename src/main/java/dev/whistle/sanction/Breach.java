package dev.whistle.sanction;

import org.jspecify.annotations.Nullable;

/**
 * A duty that somebody missed.
 *
 * @param matter number of the case whose duty it was
 * @param party see {@link Answerable#id()}
 * @param unit id of the unit that works the party's tasks
 * @param duty what should have been done, as officers read it
 * @param occasion which time, where the same duty may be missed more than once; else empty
 * @param clause ids of the clauses it was a duty by, separated by a blank
 * @param source where the duty came from, a value of {@code escalation-ladder.dmn}, e.g. {@code complaint}
 * @param caseNo number of the escalation that acts on it; null before one does
 */
record Breach(
        String matter,
        String party,
        String unit,
        String duty,
        String occasion,
        String clause,
        String source,
        @Nullable String caseNo) {}

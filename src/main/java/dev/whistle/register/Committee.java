package dev.whistle.register;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Who speaks for the owners of a compound.
 *
 * @param filingNo number under which the street has filed it
 * @param members how many it has
 * @param from first day of its term
 * @param to last day of its term
 * @param endedOn its last day where it ended before, or stayed on after its term and then ended
 */
public record Committee(
        String compound,
        CommitteeKind kind,
        @Nullable String filingNo,
        int members,
        LocalDate from,
        LocalDate to,
        @Nullable LocalDate endedOn) {

    /** The same, ended on this day. */
    public Committee ending(LocalDate day) {
        return new Committee(compound, kind, filingNo, members, from, to, day);
    }

    /** Whether its term is over on a day, and nobody has been elected since (AP.S4.2). */
    public boolean overdue(LocalDate day) {
        return day.isAfter(to);
    }
}

package dev.whistle.board;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A unit's week of patrols, of one compound or of all together.
 *
 * @param week its Monday
 * @param compound id of the compound; null where all of the unit's are counted together
 * @param done every visit, those beyond the minimum too
 * @param streak how many weeks in a row fell short, this one included; 0 if it did not
 * @param caseNo of one that fell short: the case that was opened when it was closed, since the unit had fallen short too
 *     often in a row; null where none was
 */
public record CountedWeek(
        LocalDate week,
        String unit,
        String unitName,
        @Nullable String compound,
        @Nullable String compoundName,
        int minimum,
        int done,
        int lacking,
        int streak,
        @Nullable String caseNo) {}

package dev.whistle.organisation;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Somebody in office who keeps in touch with a street, a community, a compound or a building (JJ.9). No telephone
 * number.
 *
 * @param target id of the unit or the compound
 * @param building in words, e.g. 3幢; null for what is no building
 * @param unit id of the unit that he or she works for; a leader of the district is entered under its office
 * @param person name
 * @param duty office held, e.g. 副区长
 * @param since first day
 * @param until last day; null while it goes on
 */
public record Contact(
        String id,
        ContactKind kind,
        String target,
        @Nullable String building,
        String unit,
        String person,
        String duty,
        LocalDate since,
        @Nullable LocalDate until) {

    /** Whether it held on this day. */
    boolean on(LocalDate day) {
        return !since.isAfter(day) && (until == null || !until.isBefore(day));
    }

    /** Whether somebody is entered twice for the same. */
    boolean same(Contact other) {
        return kind == other.kind
                && target.equals(other.target)
                && Objects.equals(building, other.building)
                && unit.equals(other.unit)
                && person.equals(other.person);
    }
}

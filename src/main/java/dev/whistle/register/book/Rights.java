package dev.whistle.register.book;

import dev.whistle.register.RegisterKind;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What somebody may enter: an office everything of its district, a street what streets keep, of itself.
 *
 * @param all the application itself, at its first start
 * @param office whether an office's officer
 * @param units ids of the units that he or she looks after
 */
record Rights(boolean all, boolean office, Set<String> units) {

    static final Rights OF_THE_APPLICATION = new Rights(true, true, Set.of());

    /** @param street id of the street that an entry belongs to; null for the district's */
    boolean may(RegisterKind kind, @Nullable String street) {
        return all || ((office || kind.byStreets()) && (street == null || units.contains(street)));
    }
}

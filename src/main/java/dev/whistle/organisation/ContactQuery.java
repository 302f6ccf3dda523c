package dev.whistle.organisation;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What entries of the contact register to list. Null means: no matter.
 *
 * @param unit id of the unit that whoever keeps in touch works for
 * @param text a part of a name: the person's, the place's, the building's or the unit's; or of the office held
 * @param on the day on which they hold; null for all days there ever were
 * @param page from 0
 * @param size 1 to 200
 */
public record ContactQuery(
        @Nullable ContactKind kind,
        @Nullable String unit,
        @Nullable String text,
        @Nullable LocalDate on,
        int page,
        int size) {}

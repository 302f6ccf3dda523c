package dev.whistle.desk;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What to list of what an officer has done. Null means: no matter.
 *
 * @param text a part of the case's number or title, of the compound's name or of what was done
 * @param from the first day
 * @param to the last day
 * @param page from 0
 * @param size at least 1
 */
public record DoneQuery(
        @Nullable String text,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        int page,
        int size) {}

package dev.whistle.casefile;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A case that may be about the same as another one. It holds nobody's data.
 *
 * @param outcome how it ended; null while it is open
 * @param why in what it is like the other, in the order of {@link Likeness}
 */
public record SimilarCase(
        String caseNo,
        String title,
        Instant receivedAt,
        @Nullable String outcome,
        Set<Likeness> why) {

    /** In what two cases may be alike. */
    public enum Likeness {
        /** The same compound and the same kind of matter. */
        MATTER,
        /** The same phone, or the same name at the same address. */
        PERSON,
        /** The same address of the person. */
        ADDRESS
    }
}

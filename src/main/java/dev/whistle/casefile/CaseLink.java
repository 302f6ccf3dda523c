package dev.whistle.casefile;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That two cases belong together, seen from one of them.
 *
 * @param caseNo the other case
 * @param relation what the other case is to this one
 * @param reason why they were linked, in an officer's words; null if none was given
 * @param officer who did it; null for the system
 */
public record CaseLink(
        String caseNo,
        Relation relation,
        @Nullable String reason,
        Instant linkedAt,
        @Nullable String officer) {

    /** What another case is to this one. */
    public enum Relation {
        /** This one repeats it. */
        REPEATS("重复投诉的原案件"),
        /** It repeats this one. */
        REPEATED_BY("重复投诉"),
        /** This one was merged into it. */
        MERGED_INTO("已并入的案件"),
        /** It was merged into this one. */
        MERGED_FROM("并入本案的案件"),
        /** This one arose from it. */
        CAUSED_BY("引起本案的案件"),
        /** It arose from this one. */
        CAUSES("由本案引起的案件");

        private final String label;

        Relation(String label) {
            this.label = label;
        }

        /** As officers say it. */
        public String label() {
            return label;
        }
    }
}

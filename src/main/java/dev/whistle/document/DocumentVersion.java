package dev.whistle.document;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A version of a letter, without its content.
 *
 * @param number from 1
 * @param madeIn the step of the model that made it; null outside a model
 * @param madeBy user id; null where no officer was about
 * @param size in bytes
 * @param sha256 of the content, in hex
 */
public record DocumentVersion(
        int number,
        Origin origin,
        @Nullable String madeIn,
        @Nullable String madeBy,
        Instant madeAt,
        long size,
        String sha256) {

    /** Where a version comes from. */
    public enum Origin {
        /** Filled from the template. */
        GENERATED("系统生成"),
        /** Corrected by an officer. */
        UPLOADED("上传修改稿"),
        /** Numbered and signed. */
        SIGNED("签发稿");

        private final String label;

        Origin(String label) {
            this.label = label;
        }

        /** As officers say it. */
        public String label() {
            return label;
        }
    }
}

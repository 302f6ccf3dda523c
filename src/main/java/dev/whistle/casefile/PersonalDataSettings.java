package dev.whistle.casefile;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The keys of the personal data, as configured.
 *
 * @param keyId id of the key that new data is encrypted with
 * @param keys all keys by id, older ones included, base64 of 32 bytes each
 * @param matchKey the key under which equal phones are found again, base64 of 32 bytes
 * @param demoKeyFile where a demo keeps the keys it made for itself
 */
@ConfigurationProperties("whistle.personal-data")
record PersonalDataSettings(
        @Nullable String keyId,
        @DefaultValue Map<String, String> keys,
        @Nullable String matchKey,
        @DefaultValue("./data/demo.key") Path demoKeyFile) {

    boolean empty() {
        return keyId == null && keys.isEmpty() && matchKey == null;
    }

    @Override
    public String toString() {
        return "PersonalDataSettings[keyId=" + keyId + "]"; // keys stay out of logs
    }
}

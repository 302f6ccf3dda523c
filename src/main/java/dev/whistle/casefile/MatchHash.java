package dev.whistle.casefile;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Locale;
import javax.crypto.Mac;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Finds equal phones and persons again without storing them readable: HMAC-SHA-256 under a key of its own, because the
 * numbers are few enough to be tried out one by one against a plain hash.
 */
@Component
class MatchHash {

    private final PersonalDataKeys keys;

    MatchHash(PersonalDataKeys keys) {
        this.keys = keys;
    }

    /** Equal for two ways of writing one number. */
    String phone(Phone phone) {
        return hash("phone", phone.number());
    }

    /**
     * Equal for the same name at the same address, however blanks, punctuation and full-width characters were typed;
     * null where one of them is missing, for a name alone does not tell two people apart.
     */
    @Nullable
    String person(@Nullable String name, @Nullable String address) {
        return name == null || address == null ? null : hash("person", plain(name) + "\n" + plain(address));
    }

    /** Equal for the same address, however blanks, punctuation and full-width characters were typed. */
    String address(String address) {
        return hash("address", plain(address));
    }

    /** Equal for the same text, letter by letter. */
    String text(String text) {
        return hash("text", text);
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]", "");
    }

    private String hash(String kind, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(keys.matchKey());
            return HexFormat.of().formatHex(mac.doFinal((kind + "\n" + text).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

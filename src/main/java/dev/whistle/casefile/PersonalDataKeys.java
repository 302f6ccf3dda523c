package dev.whistle.casefile;

import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * The keys in use: one that encrypts, all that decrypt, one that matches. To rotate, add a key under a new id and name
 * it in {@code key-id}; the old one stays for what was written with it. The match key does not rotate: another one no
 * longer finds the phones of earlier cases.
 */
final class PersonalDataKeys {

    private static final String PREFIX = "whistle.personal-data.";
    private static final String ENVIRONMENT = "WHISTLE_PERSONALDATA_";
    private static final int KEY_BYTES = 32;

    /** Ids are plain enough to survive the way through the name of an environment variable. */
    private static final Pattern ID = Pattern.compile("[a-z0-9]{1,40}");

    private final String currentId;
    private final Map<String, SecretKeySpec> keys;
    private final SecretKeySpec matchKey;

    private PersonalDataKeys(String currentId, Map<String, SecretKeySpec> keys, SecretKeySpec matchKey) {
        this.currentId = currentId;
        this.keys = keys;
        this.matchKey = matchKey;
    }

    /** @throws PersonalDataKeyException naming the property that is missing or wrong */
    static PersonalDataKeys of(PersonalDataSettings settings) {
        String currentId = id("key-id", required("key-id", settings.keyId()));
        Map<String, SecretKeySpec> keys = settings.keys().entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        entry -> id("keys", entry.getKey()),
                        entry -> key("keys." + entry.getKey(), entry.getValue(), "AES")));
        if (!keys.containsKey(currentId)) {
            throw PersonalDataKeyException.missing(property("keys." + currentId));
        }
        return new PersonalDataKeys(currentId, keys, key("match-key", settings.matchKey(), "HmacSHA256"));
    }

    String currentId() {
        return currentId;
    }

    SecretKeySpec current() {
        return get(currentId);
    }

    /** The key a line was written with. */
    SecretKeySpec get(String id) {
        SecretKeySpec key = keys.get(id);
        if (key == null) {
            throw PersonalDataKeyException.missing(property("keys." + id));
        }
        return key;
    }

    SecretKeySpec matchKey() {
        return matchKey;
    }

    private static SecretKeySpec key(String name, @Nullable String base64, String algorithm) {
        byte[] bytes = decoded(name, required(name, base64));
        if (bytes.length != KEY_BYTES) {
            throw PersonalDataKeyException.wrong(property(name), "解码后应为32字节，实际为" + bytes.length + "字节");
        }
        return new SecretKeySpec(bytes, algorithm);
    }

    private static byte[] decoded(String name, String base64) {
        try {
            return Base64.getDecoder().decode(base64.strip());
        } catch (IllegalArgumentException notBase64) {
            throw PersonalDataKeyException.wrong(property(name), "不是有效的Base64编码");
        }
    }

    private static String id(String name, String id) {
        String lowerCase = id.strip().toLowerCase(Locale.ROOT);
        if (!ID.matcher(lowerCase).matches()) {
            throw PersonalDataKeyException.wrong(property(name), "密钥编号只能由1至40位字母和数字组成");
        }
        return lowerCase;
    }

    private static String required(String name, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw PersonalDataKeyException.missing(property(name));
        }
        return value;
    }

    private static String property(String name) {
        String variable = ENVIRONMENT + name.replace("-", "").replace('.', '_').toUpperCase(Locale.ROOT);
        return PREFIX + name + "（环境变量 " + variable + "）";
    }
}

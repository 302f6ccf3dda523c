package dev.whistle.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.whistle.casefile.PersonalDataCipher.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class PersonalDataKeysTest {

    private static final String OLD = key(1);
    private static final String NEW = key(2);
    private static final String MATCH = key(3);

    @Test
    void anOldKeyStillReadsWhatItWrote() {
        PersonalDataCipher before = cipher(settings("2025", Map.of("2025", OLD), MATCH));
        PersonalDataCipher after = cipher(settings("2026", Map.of("2025", OLD, "2026", NEW), MATCH));
        String stored = before.encrypt("p", Field.NAME, "张三");

        assertThat(after.decrypt("2025", "p", Field.NAME, stored)).isEqualTo("张三");
        assertThat(after.keyId()).isEqualTo("2026");
        assertThat(after.decrypt("2026", "p", Field.NAME, after.encrypt("p", Field.NAME, "李四")))
                .isEqualTo("李四");
    }

    @Test
    void aKeyThatWasTakenAwayIsNamed() {
        String stored = cipher(settings("2025", Map.of("2025", OLD), MATCH)).encrypt("p", Field.NAME, "张三");

        assertThatExceptionOfType(PersonalDataKeyException.class)
                .isThrownBy(() ->
                        cipher(settings("2026", Map.of("2026", NEW), MATCH)).decrypt("2025", "p", Field.NAME, stored))
                .withMessageContaining("whistle.personal-data.keys.2025");
    }

    @Test
    void aChangedCiphertextDoesNotOpen() {
        PersonalDataCipher cipher = cipher(settings("2026", Map.of("2026", NEW), MATCH));
        byte[] stored = Base64.getDecoder().decode(cipher.encrypt("p", Field.NAME, "张三"));
        for (int at = 0; at < stored.length; at++) {
            byte[] changed = stored.clone();
            changed[at] ^= 1;
            String text = Base64.getEncoder().encodeToString(changed);
            assertThatExceptionOfType(DamagedPersonalDataException.class)
                    .isThrownBy(() -> cipher.decrypt("2026", "p", Field.NAME, text));
        }
        assertThatExceptionOfType(DamagedPersonalDataException.class)
                .isThrownBy(() -> cipher.decrypt("2026", "p", Field.NAME, "AAAA"));
    }

    @Test
    void whatIsMissingOrWrongIsNamedAndNoKeyTold() {
        refused(
                settings(null, Map.of("2026", NEW), MATCH),
                "whistle.personal-data.key-id",
                "WHISTLE_PERSONALDATA_KEYID");
        refused(settings("2027", Map.of("2026", NEW), MATCH), "whistle.personal-data.keys.2027");
        refused(settings("2026", Map.of("2026", NEW), null), "match-key", "WHISTLE_PERSONALDATA_MATCHKEY");
        refused(settings("2026", Map.of("2026", "c2hvcnQ="), MATCH), "keys.2026", "32字节", "5字节");
        refused(settings("2026", Map.of("2026", NEW), "no base64!"), "match-key", "Base64");
        refused(settings("号", Map.of("号", NEW), MATCH), "key-id");
    }

    @Test
    void keysComeFromEnvironmentVariables() {
        StandardEnvironment environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .addFirst(new SystemEnvironmentPropertySource(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                        Map.of(
                                "WHISTLE_PERSONALDATA_KEYID", "2026A",
                                "WHISTLE_PERSONALDATA_KEYS_2026A", NEW,
                                "WHISTLE_PERSONALDATA_KEYS_2025", OLD,
                                "WHISTLE_PERSONALDATA_MATCHKEY", MATCH)));
        ConfigurationPropertySources.attach(environment);
        PersonalDataKeys keys = PersonalDataKeys.of(
                Binder.get(environment).bindOrCreate("whistle.personal-data", PersonalDataSettings.class));

        assertThat(keys.currentId()).isEqualTo("2026a");
        assertThat(keys.get("2025").getEncoded()).containsOnly(1);
    }

    @Test
    void aDemoMakesItsKeysOnceForItsOwnerOnly(@TempDir Path directory) throws Exception {
        Path file = directory.resolve("data/demo.key");
        PersonalDataSettings first = new DemoKeyFile(file).keys();
        PersonalDataSettings second = new DemoKeyFile(file).keys();

        assertThat(second).isEqualTo(first);
        assertThat(PersonalDataKeys.of(first).current().getEncoded()).hasSize(32);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(Files.list(file.getParent())).containsExactly(file);
    }

    @Test
    void anythingButAnUnconfiguredDemoNeedsItsKeys(@TempDir Path directory) {
        PersonalDataConfiguration configuration = new PersonalDataConfiguration();
        Path file = directory.resolve("demo.key");
        PersonalDataSettings none = new PersonalDataSettings(null, Map.of(), null, file);
        PersonalDataSettings half = new PersonalDataSettings("2026", Map.of(), MATCH, file);

        assertThatExceptionOfType(PersonalDataKeyException.class)
                .isThrownBy(() -> configuration.personalDataKeys(none, false))
                .withMessageContaining("key-id");
        assertThatExceptionOfType(PersonalDataKeyException.class)
                .isThrownBy(() -> configuration.personalDataKeys(half, true))
                .withMessageContaining("keys.2026");
        assertThat(file).doesNotExist();
        assertThat(configuration.personalDataKeys(none, true).currentId()).startsWith("demo");
    }

    private static void refused(PersonalDataSettings settings, String... named) {
        assertThatExceptionOfType(PersonalDataKeyException.class)
                .isThrownBy(() -> PersonalDataKeys.of(settings))
                .satisfies(refusal -> assertThat(refusal.getMessage())
                        .contains(named)
                        .doesNotContain(NEW, MATCH, "c2hvcnQ=", "no base64!"));
        assertThat(new PersonalDataKeyFailure().analyze(failure(settings))).isNotNull();
    }

    private static Throwable failure(PersonalDataSettings settings) {
        try {
            PersonalDataKeys.of(settings);
            throw new AssertionError("accepted");
        } catch (PersonalDataKeyException refused) {
            return new IllegalStateException(refused);
        }
    }

    private static PersonalDataCipher cipher(PersonalDataSettings settings) {
        return new PersonalDataCipher(PersonalDataKeys.of(settings));
    }

    private static PersonalDataSettings settings(
            @Nullable String keyId, Map<String, String> keys, @Nullable String matchKey) {
        return new PersonalDataSettings(keyId, keys, matchKey, Path.of("unused"));
    }

    private static String key(int fill) {
        byte[] bytes = new byte[32];
        java.util.Arrays.fill(bytes, (byte) fill);
        return Base64.getEncoder().encodeToString(bytes);
    }
}

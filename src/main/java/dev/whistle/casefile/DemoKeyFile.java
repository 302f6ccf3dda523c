package dev.whistle.casefile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;

/** The keys of a demo, made once and kept beside its database, readable by their owner only. */
final class DemoKeyFile {

    private static final int KEY_BYTES = 32;
    private static final int FINGERPRINT_BYTES = 4;

    private final Path file;

    DemoKeyFile(Path file) {
        this.file = file.toAbsolutePath();
    }

    /** Settings that hold the file's keys; the file is written when it is not there yet. */
    PersonalDataSettings keys() {
        try {
            if (!Files.exists(file)) {
                write();
            }
            return read();
        } catch (IOException unusable) {
            throw new UncheckedIOException("演示密钥文件无法读写：" + file, unusable);
        }
    }

    private PersonalDataSettings read() throws IOException {
        Properties lines = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            lines.load(reader);
        }
        String key = lines.getProperty("key", "");
        String id = "demo" + fingerprint(key); // a lost and remade file is then a missing key, not damaged data
        return new PersonalDataSettings(id, Map.of(id, key), lines.getProperty("match-key"), file);
    }

    private void write() throws IOException {
        Path directory = Files.createDirectories(Objects.requireNonNull(file.getParent(), "a file in a directory"));
        Path draft = Files.createTempFile(directory, "demo", ".key", ownerOnly());
        Files.writeString(draft, """
                # 演示数据库的个人信息密钥，与数据库一起保存；正式使用时由环境变量提供密钥。
                key=%s
                match-key=%s
                """.formatted(randomKey(), randomKey()));
        try {
            Files.move(draft, file);
        } catch (FileAlreadyExistsException another) {
            Files.delete(draft); // another start was faster: its keys count
        }
    }

    private FileAttribute<?>[] ownerOnly() {
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    private static String randomKey() {
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        return Base64.getEncoder().encodeToString(key);
    }

    private static String fingerprint(String key) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, FINGERPRINT_BYTES);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

package dev.whistle.casefile;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.stereotype.Component;

/**
 * Packs a dossier: {@code 目录.html} to read, {@code 案件.json} for programs, then the files in the index's order. All
 * entries carry the time the case was closed, so that the same case always gives the same bytes.
 */
@Component
class ArchiveFile {

    private final ArchiveIndex index;
    private final ObjectWriter json;
    private final Attachments attachments;
    private final CaseLetters letters;
    private final Clock clock;

    ArchiveFile(ArchiveIndex index, ObjectMapper json, Attachments attachments, CaseLetters letters, Clock clock) {
        this.index = index;
        this.json = json.writerWithDefaultPrettyPrinter();
        this.attachments = attachments;
        this.letters = letters;
        this.clock = clock;
    }

    byte[] of(CaseDossier dossier) {
        LocalDateTime closed = LocalDateTime.ofInstant(dossier.closed(), clock.getZone());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            put(zip, closed, "目录.html", index.of(dossier).getBytes(StandardCharsets.UTF_8));
            put(zip, closed, "案件.json", json.writeValueAsBytes(dossier));
            for (ArchivedFile file : dossier.attachments()) {
                put(
                        zip,
                        closed,
                        file.path(),
                        attachments.content(file.attachment().id()));
            }
            for (ArchivedLetter letter : dossier.letters()) {
                put(zip, closed, letter.path(), letters.signed(letter));
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static void put(ZipOutputStream zip, LocalDateTime time, String path, byte[] content) throws IOException {
        ZipEntry entry = new ZipEntry(path);
        entry.setTimeLocal(time);
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }
}

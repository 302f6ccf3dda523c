package dev.whistle.casefile;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.tika.Tika;

/**
 * What a file is by its content alone. Tika's core knows the magic numbers; what is inside a ZIP, and text in the
 * encodings of Chinese offices, it does not tell, so both are looked into here.
 */
final class SniffedType {

    static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /** The national standard for fixed-layout documents, GB/T 33190. */
    static final String OFD = "application/ofd";

    /** Any file of the old Office's container; its extension says which. */
    static final String OLE = "application/x-tika-msoffice";

    /** None of the files that may be put on a case. */
    private static final String OLE_WITH_MACROS = "application/x-whistle-msoffice-macros";

    /** Cameras and phones name their recordings' brand as they like; an unknown one counts as QuickTime's. */
    static final Set<String> ISO_MEDIA =
            Set.of("video/mp4", "audio/mp4", "application/mp4", "video/x-m4v", "video/3gpp", "video/quicktime");

    private static final String BINARY = "application/octet-stream";
    private static final String TEXT = "text/plain";
    private static final String ZIP = "application/zip";

    /** A ZIP that has not shown what it is after so much content is not one of ours. */
    private static final long INFLATED_LIMIT = 200L << 20;

    private static final int CONTENT_TYPES_LIMIT = 1 << 20;
    private static final Tika TIKA = new Tika();

    private SniffedType() {}

    /** @return a media type, {@code application/octet-stream} where nothing is known */
    static String of(byte[] content) {
        String magic = TIKA.detect(content);
        return switch (magic) {
            case ZIP, "application/x-tika-ooxml", OFD -> zipped(content);
            case TEXT, BINARY -> text(content) ? TEXT : BINARY;
            default -> OldOffice.hasMacros(content) ? OLE_WITH_MACROS : magic;
        };
    }

    private static String zipped(byte[] content) {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(content))) {
            long inflated = 0;
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals("OFD.xml")) {
                    return OFD;
                }
                if (entry.getName().equals("[Content_Types].xml")) {
                    return office(new String(zip.readNBytes(CONTENT_TYPES_LIMIT), StandardCharsets.UTF_8));
                }
                inflated += skip(zip, INFLATED_LIMIT - inflated);
                if (inflated >= INFLATED_LIMIT) {
                    return ZIP;
                }
            }
            return ZIP;
        } catch (IOException | IllegalArgumentException damaged) {
            return ZIP;
        }
    }

    /** A document with macros declares another main part and stays a plain ZIP here. */
    private static String office(String contentTypes) {
        if (contentTypes.contains("\"" + DOCX + ".main+xml\"")) {
            return DOCX;
        }
        return contentTypes.contains("\"" + XLSX + ".main+xml\"") ? XLSX : ZIP;
    }

    private static long skip(InputStream entry, long limit) throws IOException {
        byte[] sink = new byte[1 << 14];
        long skipped = 0;
        for (int read = 0; read >= 0 && skipped < limit; read = entry.read(sink)) {
            skipped += read;
        }
        return skipped;
    }

    private static boolean text(byte[] content) {
        return readable(content, StandardCharsets.UTF_8) || readable(content, Charset.forName("GB18030"));
    }

    private static boolean readable(byte[] content, Charset charset) {
        try {
            return charset.newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .codePoints()
                    .noneMatch(character -> Character.isISOControl(character) && "\t\n\f\r".indexOf(character) < 0);
        } catch (CharacterCodingException other) {
            return false;
        }
    }
}

package dev.whistle.document;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** A Word file as its XML, read and changed by nothing that the application itself uses. */
public record Docx(Map<String, byte[]> parts) {

    private static final String DOCUMENT = "word/document.xml";
    private static final Pattern PARAGRAPH = Pattern.compile("<w:p[ >].*?</w:p>", Pattern.DOTALL);
    private static final Pattern SHOWN = Pattern.compile("<w:t(?: [^>]*)?>([^<]*)</w:t>|<w:(br|tab)/>");

    public static Docx of(byte[] bytes) {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), zip.readAllBytes());
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return new Docx(parts);
    }

    /** What a reader reads, paragraph by paragraph; a line break is \n, a tab \t. */
    public List<String> paragraphs() {
        return PARAGRAPH
                .matcher(xml(DOCUMENT))
                .results()
                .map(it -> shown(it.group()))
                .toList();
    }

    public String text() {
        return String.join("\n", paragraphs());
    }

    public String xml(String part) {
        return new String(parts.get(part), StandardCharsets.UTF_8);
    }

    /** With something else in the document's XML. */
    public Docx with(UnaryOperator<String> change) {
        return with(DOCUMENT, change.apply(xml(DOCUMENT)));
    }

    /** With a part that has this content. */
    public Docx with(String part, String content) {
        Map<String, byte[]> changed = new LinkedHashMap<>(parts);
        changed.put(part, content.getBytes(StandardCharsets.UTF_8));
        return new Docx(changed);
    }

    public byte[] bytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    private static String shown(String paragraph) {
        StringBuilder text = new StringBuilder();
        Matcher matcher = SHOWN.matcher(paragraph);
        while (matcher.find()) {
            if (matcher.group(1) != null) {
                text.append(matcher.group(1));
            } else {
                text.append(matcher.group(2).equals("br") ? '\n' : '\t');
            }
        }
        return text.toString()
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&amp;", "&");
    }
}

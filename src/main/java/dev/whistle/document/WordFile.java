package dev.whistle.document;

import jakarta.xml.bind.JAXBElement;
import jakarta.xml.bind.JAXBException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.docx4j.Docx4J;
import org.docx4j.XmlUtils;
import org.docx4j.convert.out.HTMLSettings;
import org.docx4j.openpackaging.contenttype.ContentTypes;
import org.docx4j.openpackaging.exceptions.Docx4JException;
import org.docx4j.openpackaging.packages.WordprocessingMLPackage;
import org.docx4j.openpackaging.parts.JaxbXmlPart;
import org.docx4j.openpackaging.parts.Part;
import org.docx4j.openpackaging.parts.WordprocessingML.CommentsPart;
import org.docx4j.openpackaging.parts.WordprocessingML.FooterPart;
import org.docx4j.openpackaging.parts.WordprocessingML.HeaderPart;
import org.docx4j.openpackaging.parts.relationships.RelationshipsPart;
import org.docx4j.relationships.Relationship;
import org.docx4j.wml.ContentAccessor;

/**
 * A letter as a Word file, read whole or refused. Its merge fields are those that Word's own command makes (邮件合并域), in
 * the text, headers and footers.
 */
final class WordFile {

    /** A ZIP of a few megabytes can unpack to any size. */
    private static final long INFLATED_LIMIT = 50L << 20;

    private static final String FIELD = "MERGEFIELD";

    /** Word tears the instruction of a field apart where somebody edited it. */
    private static final Pattern TORN_INSTRUCTION = Pattern.compile(
            "</w:instrText>\\s*</w:r>\\s*<w:r(?: [^>]*)?>\\s*(?:<w:rPr>(?:(?!</w:rPr>).)*</w:rPr>\\s*)?<w:instrText(?: [^>]*)?>",
            Pattern.DOTALL);

    /** What docx4j puts into each page for comparisons of versions, which there are none of. */
    private static final Pattern SCRIPT = Pattern.compile("<script.*?</script>", Pattern.DOTALL);

    private final WordprocessingMLPackage word;

    private WordFile(WordprocessingMLPackage word) {
        this.word = word;
    }

    /**
     * Reads a .docx.
     *
     * @throws UnusableWordFileException if it is none, is damaged, or holds what a letter must not hold
     */
    static WordFile read(byte[] docx) {
        lookInto(docx);
        try {
            WordFile file = new WordFile(WordprocessingMLPackage.load(new ByteArrayInputStream(docx)));
            file.check();
            return file;
        } catch (Docx4JException | JAXBException | RuntimeException damaged) {
            throw damaged instanceof UnusableWordFileException unusable
                    ? unusable
                    : new UnusableWordFileException(UnusableWordFileException.Reason.NOT_DOCX);
        }
    }

    /** The names of all merge fields, in the order they stand. */
    Set<String> fields() {
        Set<String> names = new LinkedHashSet<>();
        parts().forEach(part -> MergeFields.of(content(part)).forEach(it -> names.add(it.name())));
        return names;
    }

    /** Puts texts in place of the fields they are for; other fields stay, visible by their names. */
    WordFile fill(Map<String, String> values) {
        for (JaxbXmlPart<?> part : parts()) {
            for (MergeField field : MergeFields.of(content(part))) {
                String value = values.get(field.name());
                if (value != null) {
                    field.replaceBy(value);
                }
            }
        }
        return this;
    }

    byte[] bytes() {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            word.save(out);
            return out.toByteArray();
        } catch (Docx4JException unwritable) {
            throw new IllegalStateException("a letter that was read cannot be written", unwritable);
        }
    }

    /**
     * What it looks like, near enough to read it: a page without scripts, its pictures within it. Fields that are left
     * stand there by their names.
     */
    byte[] page() {
        fill(fields().stream().collect(Collectors.toMap(it -> it, it -> "«" + it + "»")));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            HTMLSettings settings = Docx4J.createHTMLSettings();
            settings.setOpcPackage(word);
            settings.setImageHandler((picture, relationship, part) -> part == null
                    ? ""
                    : "data:%s;base64,%s"
                            .formatted(
                                    part.getContentType(), Base64.getEncoder().encodeToString(part.getBytes())));
            Docx4J.toHTML(settings, out, Docx4J.FLAG_EXPORT_PREFER_NONXSL);
        } catch (Docx4JException unwritable) {
            throw new IllegalStateException("a letter that was read cannot be shown", unwritable);
        }
        return SCRIPT.matcher(out.toString(StandardCharsets.UTF_8))
                .replaceAll("")
                .getBytes(StandardCharsets.UTF_8);
    }

    /** What a ZIP tells before any of its parts is understood. */
    private static void lookInto(byte[] docx) {
        boolean empty = true;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(docx))) {
            long inflated = 0;
            byte[] sink = new byte[1 << 14];
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                empty = false;
                String name = entry.getName().toLowerCase(Locale.ROOT);
                if (name.contains("vba") || name.contains("activex/") || name.contains("embeddings/")) {
                    throw new UnusableWordFileException(UnusableWordFileException.Reason.MACROS);
                }
                for (int read = zip.read(sink); read >= 0; read = zip.read(sink)) {
                    inflated += read;
                    if (inflated > INFLATED_LIMIT) {
                        throw new UnusableWordFileException(UnusableWordFileException.Reason.TOO_LARGE);
                    }
                }
            }
        } catch (IOException | IllegalArgumentException damaged) {
            throw new UnusableWordFileException(UnusableWordFileException.Reason.NOT_DOCX);
        }
        if (empty) {
            throw new UnusableWordFileException(UnusableWordFileException.Reason.NOT_DOCX);
        }
    }

    private void check() throws Docx4JException, JAXBException {
        if (!ContentTypes.WORDPROCESSINGML_DOCUMENT.equals(
                word.getMainDocumentPart().getContentType())) {
            throw new UnusableWordFileException(UnusableWordFileException.Reason.MACROS);
        }
        if (drawsOnAnotherTemplate()) {
            throw new UnusableWordFileException(UnusableWordFileException.Reason.MACROS);
        }
        if (word.getParts().getParts().values().stream().anyMatch(CommentsPart.class::isInstance)) {
            throw new UnusableWordFileException(UnusableWordFileException.Reason.REVISIONS);
        }
        for (JaxbXmlPart<?> part : parts()) {
            String xml = part.getXML();
            if (xml.contains("<w:ins ") || xml.contains("<w:del ")) {
                throw new UnusableWordFileException(UnusableWordFileException.Reason.REVISIONS);
            }
            // A field in a text box, or one torn apart, would never be filled.
            if (occurrences(xml) != MergeFields.of(content(part)).size()) {
                throw new UnusableWordFileException(UnusableWordFileException.Reason.TORN_FIELD);
            }
        }
    }

    /** A template elsewhere on the network brings its macros along. */
    private boolean drawsOnAnotherTemplate() {
        return word.getParts().getParts().values().stream()
                .map(Part::getRelationshipsPart)
                .filter(RelationshipsPart.class::isInstance)
                .flatMap(it -> it.getRelationships().getRelationship().stream())
                .map(Relationship::getType)
                .anyMatch(type -> type.endsWith("/attachedTemplate"));
    }

    private List<JaxbXmlPart<?>> parts() {
        List<JaxbXmlPart<?>> parts = new ArrayList<>();
        parts.add(word.getMainDocumentPart());
        word.getParts().getParts().values().stream()
                .filter(part -> part instanceof HeaderPart || part instanceof FooterPart)
                .forEach(part -> parts.add((JaxbXmlPart<?>) part));
        return parts;
    }

    private static List<Object> content(JaxbXmlPart<?> part) {
        return ((ContentAccessor) part).getContent();
    }

    private static int occurrences(String xml) {
        return TORN_INSTRUCTION.matcher(xml).replaceAll("").split(FIELD, -1).length - 1;
    }

    /** What a part of a document really is, without the wrapper that keeps its XML name. */
    static Object unwrapped(Object node) {
        return node instanceof JAXBElement<?> ? XmlUtils.unwrap(node) : node;
    }
}

package dev.whistle.sheet;

import dev.whistle.problem.Problem;
import dev.whistle.problem.Problem.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Enumeration;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/**
 * Looks through a workbook before it is read: the reader keeps parts of it whole and makes room for as many columns as a
 * cell's name says. It unpacks the file the same way, so that neither sees another file than the other.
 */
final class PackedBook {

    /** A workbook has a dozen parts and one for each sheet and picture. */
    private static final int MOST_PARTS = 500;

    private static final byte[] MAGIC = {'P', 'K', 3, 4};

    /** Three letters are the last column there is. */
    private static final Pattern CELL = Pattern.compile("\\$?[A-Za-z]{1,3}\\$?[0-9]{1,7}");

    private static final XMLInputFactory XML = factory();

    private PackedBook() {}

    /** @throws Problem if it is no workbook, or one that would take too much to read */
    static void check(byte[] file) {
        if (!packed(file)) {
            throw new Problem(Kind.UNSUPPORTED_TYPE, "book.not-xlsx");
        }
        UnpackedSize size = new UnpackedSize(file.length);
        try (ZipFile zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(file))
                .get()) {
            int parts = 0;
            boolean workbook = false;
            for (Enumeration<ZipArchiveEntry> entries = zip.getEntries(); entries.hasMoreElements(); ) {
                ZipArchiveEntry entry = entries.nextElement();
                parts++;
                if (parts > MOST_PARTS) {
                    throw new Problem(Kind.TOO_LARGE, "book.parts", MOST_PARTS);
                }
                workbook |= entry.getName().equals("[Content_Types].xml");
                if (!readAsXml(entry.getName(), size.counting(zip.getInputStream(entry)))) {
                    size.counting(zip.getInputStream(entry)).transferTo(OutputStream.nullOutputStream());
                }
            }
            if (!workbook) {
                throw new Problem(Kind.UNSUPPORTED_TYPE, "book.not-xlsx");
            }
        } catch (IOException | IllegalArgumentException broken) {
            throw new Problem(Kind.UNSUPPORTED_TYPE, "book.not-xlsx");
        }
    }

    private static boolean packed(byte[] file) {
        for (int i = 0; i < MAGIC.length; i++) {
            if (file.length <= i || file[i] != MAGIC[i]) {
                return false;
            }
        }
        return true;
    }

    /** Reads one part to its end; no for what is no XML, such as a picture. */
    private static boolean readAsXml(String name, InputStream part) {
        try {
            XMLStreamReader xml = XML.createXMLStreamReader(part);
            while (xml.hasNext()) {
                int event = xml.next();
                if (event == XMLStreamConstants.DTD) {
                    throw new Problem(Kind.INVALID, "book.broken");
                }
                if (event == XMLStreamConstants.START_ELEMENT
                        && xml.getLocalName().equals("c")) {
                    String place = xml.getAttributeValue(null, "r");
                    if (place != null && !CELL.matcher(place).matches()) {
                        throw new Problem(Kind.INVALID, "book.broken");
                    }
                }
            }
            return true;
        } catch (XMLStreamException notXml) {
            if (name.endsWith(".xml") || name.endsWith(".rels")) {
                throw new Problem(Kind.INVALID, "book.broken");
            }
            return false;
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory made = XMLInputFactory.newDefaultFactory();
        made.setProperty(XMLInputFactory.SUPPORT_DTD, true); // to be refused, rather than passed over
        made.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        made.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return made;
    }
}

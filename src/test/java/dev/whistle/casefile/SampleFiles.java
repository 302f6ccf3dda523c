package dev.whistle.casefile;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;

/** The smallest files of each type. */
final class SampleFiles {

    private static final String WORD =
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
    private static final String EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";

    private SampleFiles() {}

    static byte[] pdf() {
        return ascii("%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n");
    }

    static byte[] png() {
        return image("png");
    }

    static byte[] jpeg() {
        return image("jpg");
    }

    static byte[] heic() {
        return isoMedia("heic");
    }

    static byte[] mp4() {
        return isoMedia("isom");
    }

    static byte[] mp4Version2() {
        return isoMedia("mp42");
    }

    static byte[] mp4OfAnOldPhone() {
        return isoMedia("3gp4");
    }

    static byte[] mov() {
        return isoMedia("qt  ");
    }

    static byte[] m4a() {
        return isoMedia("M4A ");
    }

    static byte[] mp3() {
        return Arrays.copyOf(ascii("ID3\3\0\0\0\0\0\0"), 200);
    }

    static byte[] mp3WithoutTag() {
        return Arrays.copyOf(HexFormat.of().parseHex("fffb9064"), 417);
    }

    static byte[] amr() {
        return Arrays.copyOf(ascii("#!AMR\n"), 40);
    }

    static byte[] wav() {
        try (AudioInputStream silence = new AudioInputStream(
                new ByteArrayInputStream(new byte[80]), new AudioFormat(8000, 8, 1, true, false), 80)) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            AudioSystem.write(silence, AudioFileFormat.Type.WAVE, out);
            return out.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** The container of .doc and .xls. */
    static byte[] oldOffice() {
        return Arrays.copyOf(HexFormat.of().parseHex("d0cf11e0a1b11ae1"), 1536);
    }

    /** The same with a directory that names this storage, as {@code .doc} and {@code .xls} with macros do. */
    static byte[] oldOfficeWith(String storage) {
        byte[] file = oldOffice();
        byte[] name = (storage + "\0").getBytes(StandardCharsets.UTF_16LE);
        int entry = 1024;
        System.arraycopy(name, 0, file, entry, name.length);
        file[entry + 64] = (byte) name.length;
        file[entry + 66] = 1;
        return file;
    }

    static byte[] docx() {
        return zip("[Content_Types].xml", contentTypes(WORD), "word/document.xml", "<w:document/>");
    }

    /** LibreOffice writes the list of types last. */
    static byte[] docxOfLibreOffice() {
        return zip("word/document.xml", "<w:document/>", "[Content_Types].xml", contentTypes(WORD));
    }

    static byte[] docxWithMacros() {
        return zip(
                "[Content_Types].xml",
                contentTypes("application/vnd.ms-word.document.macroEnabled.main+xml"),
                "word/vbaProject.bin",
                "macro");
    }

    static byte[] xlsx() {
        return zip("[Content_Types].xml", contentTypes(EXCEL), "xl/workbook.xml", "<workbook/>");
    }

    static byte[] ofd() {
        return zip("OFD.xml", "<ofd:OFD/>", "Doc_0/Document.xml", "<ofd:Document/>");
    }

    static byte[] zip(String... namesAndContents) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (int i = 0; i < namesAndContents.length; i += 2) {
                zip.putNextEntry(new ZipEntry(namesAndContents[i]));
                zip.write(namesAndContents[i + 1].getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    private static String contentTypes(String mainPart) {
        return "<Types><Override PartName=\"/main.xml\" ContentType=\"" + mainPart + "\"/></Types>";
    }

    private static byte[] isoMedia(String brand) {
        byte[] box = Arrays.copyOf(ascii("\0\0\0\u0018ftyp" + brand + "\0\0\0\0" + brand + brand), 64);
        box[24 + 3] = 40;
        System.arraycopy(ascii("mdat"), 0, box, 28, 4);
        return box;
    }

    private static byte[] image(String format) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ImageIO.write(new BufferedImage(2, 2, BufferedImage.TYPE_INT_RGB), format, out);
            return out.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}

package dev.whistle.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class FileTypeTest {

    static Stream<Arguments> accepted() {
        return Stream.of(
                arguments("pdf", SampleFiles.pdf(), "application/pdf"),
                arguments("ofd", SampleFiles.ofd(), "application/ofd"),
                arguments("docx", SampleFiles.docx(), SniffedType.DOCX),
                arguments("docx", SampleFiles.docxOfLibreOffice(), SniffedType.DOCX),
                arguments("xlsx", SampleFiles.xlsx(), SniffedType.XLSX),
                arguments("doc", SampleFiles.oldOffice(), "application/msword"),
                arguments("xls", SampleFiles.oldOffice(), "application/vnd.ms-excel"),
                arguments("doc", SampleFiles.oldOfficeWith("WordDocument"), "application/msword"),
                arguments("doc", SampleFiles.oldOfficeWith("Macros of ours"), "application/msword"),
                arguments("txt", "现场情况\r\n说明".getBytes(StandardCharsets.UTF_8), "text/plain"),
                arguments("txt", "现场情况\r\n说明".getBytes(Charset.forName("GB18030")), "text/plain"),
                arguments("jpg", SampleFiles.jpeg(), "image/jpeg"),
                arguments("jpeg", SampleFiles.jpeg(), "image/jpeg"),
                arguments("png", SampleFiles.png(), "image/png"),
                arguments("heic", SampleFiles.heic(), "image/heic"),
                arguments("mp4", SampleFiles.mp4(), "video/mp4"),
                arguments("mp4", SampleFiles.mp4Version2(), "video/mp4"),
                arguments("mp4", SampleFiles.mp4OfAnOldPhone(), "video/mp4"),
                arguments("mov", SampleFiles.mov(), "video/quicktime"),
                arguments("mp3", SampleFiles.mp3(), "audio/mpeg"),
                arguments("mp3", SampleFiles.mp3WithoutTag(), "audio/mpeg"),
                arguments("m4a", SampleFiles.m4a(), "audio/mp4"),
                arguments("m4a", SampleFiles.mp4Version2(), "audio/mp4"),
                arguments("wav", SampleFiles.wav(), "audio/wav"),
                arguments("amr", SampleFiles.amr(), "audio/amr"));
    }

    @ParameterizedTest
    @MethodSource("accepted")
    void isKnownByItsContent(String extension, byte[] content, String mediaType) {
        assertThat(FileType.byExtension(extension)).hasValueSatisfying(type -> {
            assertThat(type.mediaType()).isEqualTo(mediaType);
            assertThat(type.isWhatIsIn(SniffedType.of(content)))
                    .as(SniffedType.of(content))
                    .isTrue();
        });
    }

    static Stream<Arguments> disguised() {
        byte[] html = "<!DOCTYPE html><html><script>alert(1)</script></html>".getBytes(StandardCharsets.UTF_8);
        byte[] svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>".getBytes(StandardCharsets.UTF_8);
        byte[] program = "MZ\220\0\3\0\0\0".getBytes(StandardCharsets.ISO_8859_1);
        return Stream.of(
                arguments("png", html),
                arguments("txt", html),
                arguments("pdf", html),
                arguments("png", svg),
                arguments("txt", svg),
                arguments("txt", program),
                arguments("png", SampleFiles.jpeg()),
                arguments("docx", SampleFiles.xlsx()),
                arguments("docx", SampleFiles.docxWithMacros()),
                arguments("docx", SampleFiles.zip("word/document.xml", "<w:document/>")),
                arguments("docx", "PK\3\4 damaged".getBytes(StandardCharsets.ISO_8859_1)),
                arguments("xlsx", SampleFiles.oldOffice()),
                arguments("doc", SampleFiles.oldOfficeWith("Macros")),
                arguments("doc", SampleFiles.oldOfficeWith("VBA")),
                arguments("doc", SampleFiles.oldOfficeWith("MACROS")),
                arguments("xls", SampleFiles.oldOfficeWith("_VBA_PROJECT_CUR")),
                arguments("xls", SampleFiles.oldOfficeWith("_VBA_PROJECT")),
                arguments("mp3", SampleFiles.mp4()));
    }

    @ParameterizedTest
    @MethodSource("disguised")
    void isNotWhatItsNameSays(String extension, byte[] content) {
        assertThat(FileType.byExtension(extension).orElseThrow().isWhatIsIn(SniffedType.of(content)))
                .as(SniffedType.of(content))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({"html", "htm", "svg", "xml", "js", "exe", "zip", "rar", "docm", "''"})
    void isNeverAccepted(String extension) {
        assertThat(FileType.byExtension(extension)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "现场照片.jpg, 现场照片.jpg, jpg",
        "C:\\Users\\wang\\现场照片.JPG, 现场照片.JPG, jpg",
        "../../etc/passwd.txt, passwd.txt, txt",
        "'  .隐藏.pdf. ', 隐藏.pdf, pdf",
        "说明, 说明, ''",
        "<script>.png, <script>.png, png"
    })
    void aNameLosesItsPath(String given, String kept, String extension) {
        FileName name = FileName.clean(given);

        assertThat(name.text()).isEqualTo(kept);
        assertThat(name.extension()).isEqualTo(extension);
    }

    @Test
    void aNameLosesWhatIsInvisible() {
        assertThat(FileName.clean("a\u202Egpj\u0000\r\n.e\u200Bxe").text()).isEqualTo("agpj.exe");
        assertThatExceptionOfType(AttachmentRefusedException.class)
                .isThrownBy(() -> FileName.clean("上传/ \u200B."))
                .satisfies(refusal -> assertThat(refusal.reason()).isEqualTo(AttachmentRefusedException.Reason.NAME));
    }

    @Test
    void aLongNameKeepsItsExtension() {
        assertThat(FileName.clean("照".repeat(300) + ".jpeg").text())
                .hasSize(FileName.LENGTH)
                .endsWith("照….jpeg");
        assertThat(FileName.clean("𠮷".repeat(300) + ".png").text())
                .hasSizeLessThanOrEqualTo(FileName.LENGTH)
                .endsWith("𠮷….png");
        assertThat(FileName.clean("照".repeat(150) + ".png")).asString().hasSize(60);
    }
}

package dev.whistle.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.whistle.document.UnusableWordFileException.Reason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Fields as Word and other programs write them, and files that are no letters. */
class WordFileTest {

    private static final String END = "<w:sectPr";
    private static final String LOOKS = "<w:rPr><w:b/><w:sz w:val=\"44\"/></w:rPr>";

    /** The template that this repository holds. */
    static Docx template() {
        try {
            return Docx.of(Files.readAllBytes(Path.of("forms/documents/time-limit-notice.docx")));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** A last paragraph with this field, as Word writes one. */
    static UnaryOperator<String> plus(String field) {
        return plusXml("<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> MERGEFIELD " + field
                + " </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r>" + LOOKS + "<w:t>«"
                + field
                + "»</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>");
    }

    private static UnaryOperator<String> plusXml(String runs) {
        return xml -> xml.replace(END, "<w:p>" + runs + "</w:p>" + END);
    }

    @Test
    void theFieldsOfATemplateAreFoundInTheirOrder() {
        assertThat(WordFile.read(template().bytes()).fields())
                .containsExactly(
                        "发文单位", "文号", "签发人", "文书名称", "收件人", "收到日期", "事由", "案件编号", "承办单位", "投诉答复期限截止日", "查询码", "签发日期");
    }

    @Test
    void aFieldLooksAsItDidAndOthersStay() {
        Docx filled = filled(plus("答复内容"), Map.of("答复内容", "已经整改"));

        assertThat(filled.paragraphs()).endsWith("已经整改").contains("«签发日期»");
        assertThat(filled.xml("word/document.xml"))
                .containsPattern("<w:b/>\\s*<w:sz w:val=\"44\"/>\\s*</w:rPr>\\s*<w:t[^>]*>已经整改")
                .doesNotContain("MERGEFIELD 答复内容");
    }

    @Test
    void aFieldOfOnePieceIsOneToo() {
        Docx filled = filled(
                plusXml("<w:fldSimple w:instr=\" MERGEFIELD  &quot;处理 结果&quot;  \\* MERGEFORMAT \"><w:r>" + LOOKS
                        + "<w:t>«处理 结果»</w:t></w:r></w:fldSimple>"),
                Map.of("处理 结果", "A<B & C"));

        assertThat(filled.paragraphs()).endsWith("A<B & C");
    }

    /** Word tears an instruction apart where it was edited; other programs put all into one run. */
    @Test
    void aFieldMayBeCutAnyWay() {
        Docx torn = filled(
                plusXml(
                        "<w:r><w:t>甲</w:t></w:r><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> MERGEFI"
                                + "</w:instrText></w:r><w:r><w:instrText>ELD 答复内容 </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r><w:r><w:t>乙</w:t></w:r>"),
                Map.of("答复内容", "丙"));
        Docx together = filled(
                plusXml(
                        "<w:r><w:t>甲</w:t><w:fldChar w:fldCharType=\"begin\"/><w:instrText> MERGEFIELD 答复内容"
                                + " </w:instrText><w:fldChar w:fldCharType=\"separate\"/><w:t>旧</w:t><w:fldChar w:fldCharType=\"end\"/><w:t>乙</w:t></w:r>"),
                Map.of("答复内容", "丙"));

        assertThat(together.paragraphs()).endsWith("甲丙乙");
        assertThat(torn.paragraphs()).endsWith("甲丙乙");
    }

    @Test
    void linesOfATextStandBelowEachOtherEachBegunTwoCharactersIn() {
        assertThat(filled(plus("答复内容"), Map.of("答复内容", "第一项。\r\n第二项。\n\n第三项。")).paragraphs())
                .endsWith("第一项。\n　　第二项。\n　　第三项。");
    }

    @Test
    void headersAndFootersAreFilledToo() {
        Docx template = template();
        Docx changed = template.with(
                "word/footer1.xml",
                template.xml("word/footer1.xml")
                        .replace("</w:ftr>", "<w:p><w:fldSimple w:instr=\"MERGEFIELD 案件编号\"/></w:p></w:ftr>"));
        Docx filled = Docx.of(WordFile.read(changed.bytes())
                .fill(Map.of("案件编号", "TS-2026-000009"))
                .bytes());

        assertThat(filled.xml("word/footer1.xml")).contains("TS-2026-000009");
    }

    @Test
    void whatCannotBeFilledIsRefused() {
        refused(
                Reason.TORN_FIELD,
                template()
                        .with(plusXml("<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>"
                                + " MERGEFIELD 答复内容 </w:instrText></w:r>")));
        refused(
                Reason.TORN_FIELD,
                template()
                        .with(plusXml("<w:r><w:pict><v:shape xmlns:v=\"urn:schemas-microsoft-com:vml\">"
                                + "<v:textbox><w:txbxContent><w:p><w:fldSimple w:instr=\"MERGEFIELD 答复内容\"/></w:p></w:txbxContent></v:textbox>"
                                + "</v:shape></w:pict></w:r>")));
    }

    @Test
    void whatSomebodyHasStillToDecideIsRefused() {
        refused(
                Reason.REVISIONS,
                template()
                        .with(plusXml("<w:ins w:id=\"1\" w:author=\"a\" w:date=\"2026-09-10T00:00:00Z\"><w:r>"
                                + "<w:t>增加</w:t></w:r></w:ins>")));
        refused(
                Reason.REVISIONS,
                template()
                        .with(plusXml("<w:del w:id=\"1\" w:author=\"a\" w:date=\"2026-09-10T00:00:00Z\"><w:r>"
                                + "<w:delText>删除</w:delText></w:r></w:del>")));
    }

    @Test
    void whatRunsIsRefused() {
        Docx template = template();
        refused(Reason.MACROS, template.with("word/vbaProject.bin", "macro"));
        refused(Reason.MACROS, template.with("word/embeddings/oleObject1.bin", "object"));
        refused(
                Reason.MACROS,
                template.with(
                        "[Content_Types].xml",
                        template.xml("[Content_Types].xml")
                                .replace(
                                        "vnd.openxmlformats-officedocument.wordprocessingml.document.main",
                                        "vnd.ms-word.document.macroEnabled.main")));
        refused(
                Reason.MACROS,
                template.with(
                        "word/_rels/settings.xml.rels",
                        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\""
                                + " Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate\""
                                + " Target=\"http://example.org/a.dotm\" TargetMode=\"External\"/></Relationships>"));
    }

    @Test
    void whatIsNoWordFileIsRefused() {
        refused(Reason.NOT_DOCX, new byte[0]);
        refused(Reason.NOT_DOCX, "%PDF-1.4".getBytes(StandardCharsets.US_ASCII));
        refused(Reason.NOT_DOCX, template().with(xml -> xml.substring(0, xml.length() / 2)));
        refused(Reason.NOT_DOCX, template().with("word/document.xml", "no xml"));
        refused(Reason.NOT_DOCX, new Docx(Map.of("a.txt", new byte[] {1})).bytes());
        byte[] whole = template().bytes();
        refused(Reason.NOT_DOCX, Arrays.copyOf(whole, whole.length / 2));
    }

    @Test
    void whatUnpacksWithoutEndIsRefused() {
        refused(Reason.TOO_LARGE, template().with("word/media/image1.xml", "0".repeat(51 << 20)));
    }

    /** A file that makes whoever reads it fetch or expand something. */
    @Test
    void whatADocumentTypeNamesIsNotRead() throws IOException {
        Path secret = Files.createTempFile("secret", ".txt");
        Files.writeString(secret, "geheim");
        Docx evil = template()
                .with(xml -> xml.replaceFirst(
                                "\\?>", "?><!DOCTYPE w:document [<!ENTITY e SYSTEM \"" + secret.toUri() + "\">]>")
                        .replace("特此告知。", "&e;"));
        try {
            assertThat(Docx.of(WordFile.read(evil.bytes()).bytes()).text()).doesNotContain("geheim");
        } catch (UnusableWordFileException refused) {
            assertThat(refused.reason()).isEqualTo(Reason.NOT_DOCX);
        }
    }

    private static Docx filled(UnaryOperator<String> change, Map<String, String> values) {
        return Docx.of(
                WordFile.read(template().with(change).bytes()).fill(values).bytes());
    }

    private static void refused(Reason reason, Docx docx) {
        refused(reason, docx.bytes());
    }

    private static void refused(Reason reason, byte[] docx) {
        assertThatExceptionOfType(UnusableWordFileException.class)
                .isThrownBy(() -> WordFile.read(docx))
                .satisfies(it -> assertThat(it.reason()).isEqualTo(reason));
    }
}

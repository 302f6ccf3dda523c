package dev.whistle.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.whistle.StartRefusedException;
import dev.whistle.testing.OnH2;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;

/** What a clerk can get wrong in Word is found at the start, with file and field. */
@OnH2
class LetterCheckTest {

    private static final String FILE = "forms/documents/time-limit-notice.docx";

    @TempDir
    Path models;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private LetterTable letters;

    @Autowired
    private LetterFields fields;

    @Autowired
    private LetterCheck atStart;

    @BeforeEach
    void folder() throws IOException {
        Files.createDirectories(models.resolve("forms/documents"));
    }

    @Test
    void ourOwnTemplatesAreInOrder() {
        assertThat(letters.all()).extracting(Letter::id).contains("complaint-answer", "time-limit-notice");
        assertThat(letters.all())
                .allSatisfy(letter -> assertThat(atStart.faults(letter)).isEmpty());
    }

    /** Every template of the repository is some letter's, or nobody would notice that it cannot be used. */
    @Test
    void everyTemplateIsALetters() throws IOException {
        try (var files = Files.list(Path.of("forms/documents"))) {
            assertThat(files.map(it -> String.valueOf(it.getFileName())))
                    .allSatisfy(it -> assertThat(letters.all())
                            .extracting(Letter::template)
                            .contains(it));
        }
    }

    @Test
    void anUnknownFieldStopsTheStart() throws IOException {
        write(WordFileTest.template().with(WordFileTest.plus("投诉人星座")));

        assertThatExceptionOfType(StartRefusedException.class)
                .isThrownBy(() -> check().run(new DefaultApplicationArguments()))
                .satisfies(it -> assertThat(it.getMessage()).isEqualTo("文书模板 " + FILE + " 中有不认识的域“投诉人星座”。"))
                .satisfies(it -> assertThat(it.remedy()).contains("letters.dmn"));
    }

    @Test
    void everyFaultIsNamed() throws IOException {
        write(WordFileTest.template()
                .with(xml -> xml.replace("MERGEFIELD 文号", "MERGEFIELD 编号"))
                .with(WordFileTest.plus("来电人姓名")));

        assertThat(check().faults(letters.of("time-limit-notice")))
                .containsExactly(
                        "文书模板 " + FILE + " 中有不认识的域“编号”。",
                        "文书模板 " + FILE + " 中有不认识的域“来电人姓名”。",
                        "文书模板 " + FILE + " 中缺少域“文号”。");
    }

    /** Fields that only show something do not count: they are never entered. */
    @Test
    void aLabelOfTwoFieldsStopsTheStart() throws IOException {
        String deployment = repository
                .createDeployment()
                .name("two-labels")
                .addString("two-labels.first.form", form("two-labels-first", "measures"))
                .addString("two-labels.second.form", form("two-labels-second", "steps"))
                .deploy()
                .getId();
        try {
            Letter letter = new Letter("two", "双义", "two-labels", "双", "two.docx", "complainant", "JJ.G3");
            Docx minimal = WordFileTest.template().with(xml -> xml.replaceAll("MERGEFIELD (承办单位)", "MERGEFIELD 限期"));
            Files.write(
                    models.resolve("forms/documents/two.docx"),
                    minimal.with(WordFileTest.plus("处理措施")).bytes());

            assertThat(check().faults(letter))
                    .containsExactly("文书模板 forms/documents/two.docx 中的域“处理措施”在表单里对应不止一项，无法确定取哪一项。");
        } finally {
            repository.deleteDeployment(deployment, true);
        }
    }

    private static String form(String id, String key) {
        return """
                {"id": "%s", "type": "default", "schemaVersion": 16, "components": [
                  {"type": "textfield", "key": "%s", "label": "处理措施", "validate": {"maxLength": 50}},
                  {"type": "textfield", "key": "shown", "label": "处理措施", "readonly": true},
                  {"type": "textfield", "key": "limit", "label": "限期", "validate": {"maxLength": 50}}]}
                """.formatted(id, key);
    }

    @Test
    void whatIsNoWordFileStopsTheStart() throws IOException {
        Files.writeString(models.resolve(FILE), "not a Word file");
        assertThat(check().faults(letters.of("time-limit-notice")))
                .singleElement()
                .asString()
                .startsWith("文书模板 " + FILE + " 不能使用：这不是 Word 文档");

        write(WordFileTest.template().with("word/vbaProject.bin", "macro"));
        assertThat(check().faults(letters.of("time-limit-notice")))
                .singleElement()
                .asString()
                .contains("带有宏");
    }

    @Test
    void aRowWithoutFileOrAddresseeStopsTheStart() {
        Letter letter = new Letter("nobody", "无人", "complaint", "无", "nobody.docx", "nobody", "JJ.G3");
        assertThat(atStart.faults(letter))
                .containsExactly(
                        "文书“nobody”的收件人“nobody”不是当事人身份、单位编号、案件要素的编号，也不是 unit（由流程给出收件单位）。",
                        "文书模板 forms/documents/nobody.docx 不存在。");
    }

    private void write(Docx docx) throws IOException {
        Files.write(models.resolve(FILE), docx.bytes());
    }

    private LetterCheck check() {
        return new LetterCheck(letters, new Templates(models), fields, Optional::empty);
    }
}

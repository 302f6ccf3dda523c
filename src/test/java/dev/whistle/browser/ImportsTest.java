package dev.whistle.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.AddScriptTagOptions;
import dev.whistle.testing.NodeTools;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Camunda Modeler opens every model and every table, and Tasklist every form, without a warning: with the libraries
 * they are made of, the forms' in the version that Tasklist 7.24 carries.
 */
@ExtendWith(OfficeExtension.class)
class ImportsTest {

    private static final NodeTools LIBRARIES = NodeTools.with(
            "bpmn-js@18.31.1",
            "dmn-js@17.10.2",
            "@bpmn-io/form-js@1.8.7",
            "camunda-bpmn-moddle@8.0.1",
            "camunda-dmn-moddle@1.3.1");
    private static final Path PROCESSES = Path.of("processes");
    private static final Path FORMS = Path.of("forms");
    private static final ObjectMapper JSON = new ObjectMapper();

    private Page page;

    @BeforeEach
    void open(Browser browser) throws IOException {
        page = browser.newPage();
        for (String library : List.of(
                "bpmn-js/dist/bpmn-viewer.production.min.js",
                "dmn-js/dist/dmn-viewer.production.min.js",
                "@bpmn-io/form-js/dist/form-viewer.umd.js")) {
            page.addScriptTag(new AddScriptTagOptions().setPath(LIBRARIES.file(library)));
        }
        try (InputStream script = Objects.requireNonNull(getClass().getResourceAsStream("import-models.js"))) {
            page.addScriptTag(
                    new AddScriptTagOptions().setContent(new String(script.readAllBytes(), StandardCharsets.UTF_8)));
        }
    }

    @AfterEach
    void close() {
        page.close();
    }

    @Test
    void everyModel() throws IOException {
        assertThat(opened(PROCESSES, ".bpmn"))
                .isNotEmpty()
                .allSatisfy((file, warnings) -> assertThat(warnings).isEmpty());
    }

    @Test
    void everyTable() throws IOException {
        assertThat(opened(PROCESSES, ".dmn"))
                .isNotEmpty()
                .allSatisfy((file, warnings) -> assertThat(warnings).isEmpty());
    }

    @Test
    void everyForm() throws IOException {
        assertThat(opened(FORMS, ".form"))
                .isNotEmpty()
                .allSatisfy((file, warnings) -> assertThat(warnings).isEmpty());
    }

    @Test
    void whatIsWrongIsTold() throws IOException {
        String model = Files.readString(PROCESSES.resolve("letter/letter.bpmn"));
        String table = Files.readString(PROCESSES.resolve("shared/letters.dmn"));
        String form = Files.readString(FORMS.resolve("letter/letter.serve.form"));

        assertThat(warnings(".bpmn", model.replace("bpmnElement=\"endEvent_served\"", "bpmnElement=\"nowhere\"")))
                .anyMatch(it -> it.contains("nowhere"));
        assertThat(warnings(".bpmn", model.substring(0, model.length() / 2))).isNotEmpty();
        assertThat(warnings(".dmn", table.replaceFirst("<outputEntry", "<surprise /><outputEntry")))
                .anyMatch(it -> it.contains("surprise"));
        assertThat(warnings(".form", form.replaceFirst("\"type\": \"textfield\"", "\"type\": \"surprise\"")))
                .anyMatch(it -> it.contains("surprise"));
    }

    private Map<Path, List<String>> opened(Path folder, String ending) throws IOException {
        Map<Path, List<String>> warnings = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(it -> it.toString().endsWith(ending)).toList()) {
                warnings.put(file, warnings(ending, Files.readString(file)));
            }
        }
        return warnings;
    }

    @SuppressWarnings("unchecked")
    private List<String> warnings(String ending, String content) throws IOException {
        return (List<String>)
                switch (ending) {
                    case ".bpmn" ->
                        page.evaluate(
                                "([xml, camunda]) => imports.model(xml, camunda)",
                                List.of(content, extension("camunda-bpmn-moddle")));
                    case ".dmn" ->
                        page.evaluate(
                                "([xml, camunda]) => imports.table(xml, camunda)",
                                List.of(content, extension("camunda-dmn-moddle")));
                    default -> page.evaluate("schema => imports.form(schema)", content);
                };
    }

    /** What {@code camunda:} attributes mean. */
    private static Object extension(String moddle) throws IOException {
        return JSON.readValue(LIBRARIES.file(moddle + "/resources/camunda.json").toFile(), Map.class);
    }
}

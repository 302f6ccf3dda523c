package dev.whistle.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.whistle.testing.NodeTools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every model passes bpmnlint with the rules for Camunda 7.24; which of its rules we do without says the script. */
class ModelLintTest {

    private static final String SCRIPT = "lint-models.mjs";
    private static final Path LETTER = Path.of("processes/letter/letter.bpmn");

    @Test
    void everyModelPasses() {
        List<String> expected =
                Models.bpmn().map(it -> "clean " + it.getFileName()).toList();

        assertThat(lint(Models.bpmn())).isNotEmpty().containsExactlyElementsOf(expected);
    }

    @Test
    void aModelThatDoesNotIsNamedWithElementAndRule(@TempDir Path folder) throws IOException {
        Path broken = folder.resolve("broken.bpmn");
        Files.writeString(
                broken,
                Models.text(LETTER)
                        .replace(" camunda:historyTimeToLive=\"P3650D\"", "")
                        .replace(" name=\"起草文书\"", "")
                        .replace("targetRef=\"endEvent_withdrawn\"", "targetRef=\"userTask_serveLetter\"")
                        .replace("<bpmn:incoming>flow_dropped</bpmn:incoming>", "")
                        .replace(
                                "<bpmn:incoming>flow_numbered</bpmn:incoming>",
                                "<bpmn:incoming>flow_numbered</bpmn:incoming><bpmn:incoming>flow_dropped</bpmn:incoming>")
                        .replace("bpmnElement=\"endEvent_served\"", "bpmnElement=\"endEvent_nowhere\""));

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> lint(Stream.of(LETTER, broken)))
                .withMessageContaining("clean letter.bpmn")
                .withMessageContaining("broken.bpmn camunda-compat/history-time-to-live letter:")
                .withMessageContaining("broken.bpmn label-required serviceTask_draftLetter:")
                .withMessageContaining("broken.bpmn fake-join userTask_serveLetter:")
                .withMessageContaining("broken.bpmn no-implicit-start endEvent_withdrawn:")
                .withMessageContaining("broken.bpmn no-bpmndi endEvent_served:")
                .withMessageContaining("broken.bpmn unreadable: unresolved reference <endEvent_nowhere>")
                .withMessageContaining("WRONG broken.bpmn");
    }

    private static List<String> lint(Stream<Path> models) {
        return NodeTools.with("bpmnlint@11.15.0", "bpmnlint-plugin-camunda-compat@2.61.0", "camunda-bpmn-moddle@8.0.1")
                .run(ModelLintTest.class, SCRIPT, models);
    }
}

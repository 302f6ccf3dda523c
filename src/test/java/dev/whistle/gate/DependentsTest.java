package dev.whistle.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whistle.engine.Bundle;
import dev.whistle.engine.DeployedBundles;
import dev.whistle.engine.DeploymentGate;
import dev.whistle.problem.FieldError;
import dev.whistle.problem.Problem;
import dev.whistle.problem.Texts;
import dev.whistle.testing.OnH2;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What a new version takes away from models that stay is refused with the model and the element that would miss it. */
@OnH2
class DependentsTest {

    private static final String SHARED = "shared";

    @Autowired
    private DeploymentGate gate;

    @Autowired
    private DeployedBundles deployed;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                time-limits.dmn | "complaint.answer"    | complaint.bpmn serviceTask_armAnswerClock
                letters.dmn     | "complaint-answer"    | complaint.bpmn callActivity_
                messages.dmn    | "complaint.answered"  | complaint.bpmn serviceTask_
                """)
    void aRowThatADeployedModelUses(String file, String row, String element) {
        String said = findings(changed(SHARED, file, row, "\"renamed\""));

        assertThat(said)
                .contains("\n" + element)
                .contains("这次部署会使在用的流程包“complaint”在此处出错")
                .contains("请保留它用到的内容")
                .contains(row.replace("\"", ""));
    }

    /** By hand, in an expression that no template offers. */
    @Test
    void aRowThatADeployedExpressionUses() {
        assertThat(findings(changed(SHARED, "time-limits.dmn", "\"complaint.answer\"", "\"renamed\"")))
                .contains("没有“complaint.answer”这种期限");
    }

    @Test
    void aRowThatNobodyUsesMayGo() {
        Bundle shared = changed(SHARED, "time-limits.dmn", "\"complaint.answer\"", "\"complaint.answer\"");

        assertThat(gate.findings(shared)).isEmpty();
    }

    @Test
    void aParameterThatCallersHandOver() {
        assertThat(findings(changed("letter", "letter.bpmn", "occasion dueClock", "dueClock")))
                .contains("complaint.bpmn callActivity_")
                .contains("在用的流程包“complaint”")
                .contains("流程“letter”不接收“occasion”");
    }

    @Test
    void aParameterThatCallersDoNotHandOver() {
        assertThat(findings(changed("letter", "letter.bpmn", "letter signingUnit", "letter signingUnit copies")))
                .contains("complaint.bpmn callActivity_")
                .contains("流程“letter”需要“copies”");
    }

    @Test
    void aResultThatCallersAskFor() {
        Bundle explanation = changed("explanation", "explanation.explain.form", "\"delayCause\"", "\"cause\"");

        assertThat(findings(explanation))
                .contains("complaint.bpmn callActivity_")
                .contains("流程“explanation”不返回“delayCause”");
    }

    private String findings(Bundle bundle) {
        List<FieldError> findings = gate.findings(bundle);
        return findings.isEmpty()
                ? ""
                : Texts.text(Locale.SIMPLIFIED_CHINESE, Problem.refused("gate.refused", findings));
    }

    /** A bundle as it is deployed, with one text in one file put differently. */
    private Bundle changed(String slug, String file, String find, String put) {
        Bundle now = deployed.newest().stream()
                .filter(it -> it.slug().equals(slug))
                .findFirst()
                .orElseThrow();
        Map<String, byte[]> files = new TreeMap<>(now.files());
        String text = new String(files.get(file), StandardCharsets.UTF_8);
        assertThat(text).contains(find);
        files.put(file, text.replace(find, put).getBytes(StandardCharsets.UTF_8));
        return Bundle.of(slug, files);
    }
}

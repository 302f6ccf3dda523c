package dev.whistle.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.whistle.problem.Problem;
import dev.whistle.problem.Texts;
import dev.whistle.testing.OnH2;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * What would strand a case, leak a resident's data or run code is not deployed, and whoever tries is told how to mend
 * it.
 */
@OnH2
class GateTest {

    @Autowired
    private RepositoryService repository;

    static Stream<BrokenBundle> broken() {
        return BrokenBundle.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("broken")
    void refusedWithElementAndRemedy(BrokenBundle bundle) {
        List<String> before = deployed();

        Problem refused = catchThrowableOfType(Problem.class, () -> deploy(bundle.files()));

        assertThat(refused).as("let through").isNotNull();
        String said = Texts.text(Locale.SIMPLIFIED_CHINESE, refused);
        System.out.println(bundle + "\n" + said.indent(4));
        assertThat(said).startsWith("未部署：共有").contains(bundle.says());
        assertThat(said.lines().skip(1))
                .allSatisfy(line -> assertThat(line).as("how to mend it").containsPattern("请|写法不对|现为|先在"));
        assertThat(Texts.text(Locale.ENGLISH, refused))
                .startsWith("Not deployed")
                .contains(bundle.says().get(0));
        assertThat(deployed()).as("nothing half deployed").isEqualTo(before);
    }

    static Stream<String> good() {
        return BrokenBundle.allGood();
    }

    @ParameterizedTest
    @MethodSource("good")
    void theGoodOnesAreDeployed(String name) {
        Deployment good = deploy(BrokenBundle.good(name));
        try {
            assertThat(repository
                            .createProcessDefinitionQuery()
                            .deploymentId(good.getId())
                            .list())
                    .hasSize(1);
        } finally {
            repository.deleteDeployment(good.getId(), true);
        }
    }

    @Test
    void theCorpusIsLarge() {
        assertThat(broken()).hasSizeGreaterThanOrEqualTo(40);
    }

    /** Every file is looked at, whatever is wrong with the first. */
    @Test
    void allFindingsOfAllFilesAreToldAtOnce() {
        Map<String, byte[]> files = BrokenBundle.good();
        for (String one : List.of(
                "unknown-bean", "rules-overlap-by-range", "field-without-label", "unknown-list", "wrong-suffix")) {
            BrokenBundle bundle = BrokenBundle.of(one);
            files.put(bundle.changedFile(), bundle.files().get(bundle.changedFile()));
        }

        Problem refused = catchThrowableOfType(Problem.class, () -> deploy(files));

        assertThat(Texts.text(Locale.SIMPLIFIED_CHINESE, refused))
                .contains("t-gate.bpmn serviceTask_notify", "rule_some", "findings", "handlingUnit", "t-gate.groovy");
    }

    private Deployment deploy(Map<String, byte[]> files) {
        DeploymentBuilder deployment = repository.createDeployment().name(BrokenBundle.SLUG);
        files.forEach((name, content) -> deployment.addInputStream(name, new ByteArrayInputStream(content)));
        return deployment.deploy();
    }

    private List<String> deployed() {
        return Stream.of(
                        repository.createDeploymentQuery().list().stream().map(Deployment::getId),
                        repository.createProcessDefinitionQuery().list().stream()
                                .map(it -> it.getId()),
                        repository.createDecisionDefinitionQuery().list().stream()
                                .map(it -> it.getId()))
                .flatMap(it -> it)
                .sorted()
                .toList();
    }
}

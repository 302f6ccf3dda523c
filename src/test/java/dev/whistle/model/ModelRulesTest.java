package dev.whistle.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whistle.engine.Bundle;
import dev.whistle.engine.DeploymentGate;
import dev.whistle.problem.FieldError;
import dev.whistle.problem.Problem;
import dev.whistle.problem.Texts;
import dev.whistle.testing.OnH2;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** Every procedure of ours passes the gate, and stands in the folder that it is called after. */
@OnH2
class ModelRulesTest {

    /** The whole gate is not to be felt at the start. */
    private static final Duration QUICK = Duration.ofSeconds(2);

    @Autowired
    private DeploymentGate gate;

    @Autowired
    private RepositoryService repository;

    @TestFactory
    Stream<DynamicTest> everyBundleOfOursPasses() {
        return bundles().entrySet().stream()
                .map(it -> DynamicTest.dynamicTest(
                        it.getKey(),
                        () -> assertThat(words(gate.findings(Bundle.of(it.getKey(), it.getValue()))))
                                .isEmpty()));
    }

    @TestFactory
    Stream<DynamicTest> folderFileAndProcessHaveOneName() {
        return Models.bpmn()
                .map(file -> DynamicTest.dynamicTest(file.toString(), () -> {
                    Process process = Bpmn.readModelFromFile(file.toFile())
                            .getModelElementsByType(Process.class)
                            .iterator()
                            .next();
                    assertThat(process.getId()).isEqualTo(Models.slug(file));
                    assertThat(file.getFileName()).hasToString(Models.slug(file) + ".bpmn");
                }));
    }

    /** What a start of this version would refuse would leave a district without the procedure. */
    @Test
    void everyBundleOfOursIsDeployed() {
        assertThat(repository.createDeploymentQuery().list())
                .extracting(Deployment::getName)
                .containsAll(bundles().keySet());
    }

    /** Counted in the processor's time, which does not depend on what else the machine does. */
    @Test
    void theGateIsQuick() {
        Map<String, Map<String, byte[]>> bundles = bundles();
        ThreadMXBean processor = ManagementFactory.getThreadMXBean();
        long began = processor.getCurrentThreadCpuTime();
        bundles.forEach((slug, files) -> gate.findings(Bundle.of(slug, files)));
        Duration anew = Duration.ofNanos(processor.getCurrentThreadCpuTime() - began);
        began = processor.getCurrentThreadCpuTime();
        assertThat(gate.findingsOfDeployed(Set.of()))
                .doesNotContainKeys(bundles.keySet().toArray(String[]::new));
        Duration asDeployed = Duration.ofNanos(processor.getCurrentThreadCpuTime() - began);

        System.out.printf(
                "the gate looks at %d bundles in %d ms when all are replaced, in %d ms when none is%n",
                bundles.size(), anew.toMillis(), asDeployed.toMillis());
        // A start looks at a bundle either as a new one or as it stands, never both.
        assertThat(anew).isLessThan(QUICK);
        assertThat(asDeployed).isLessThan(QUICK);
    }

    private static List<String> words(List<FieldError> findings) {
        return findings.isEmpty()
                ? List.of()
                : List.of(Texts.text(Locale.SIMPLIFIED_CHINESE, Problem.refused("gate.refused", findings)));
    }

    private static Map<String, Map<String, byte[]>> bundles() {
        Map<String, Map<String, byte[]>> bySlug = new TreeMap<>();
        Stream.of(Models.bpmn(), Models.dmn(), Models.forms())
                .flatMap(Function.identity())
                .forEach(file -> bySlug.computeIfAbsent(Models.slug(file), slug -> new TreeMap<>())
                        .put(String.valueOf(file.getFileName()), content(file)));
        return bySlug;
    }

    private static byte[] content(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}

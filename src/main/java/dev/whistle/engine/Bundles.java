package dev.whistle.engine;

import dev.whistle.problem.FieldError;
import dev.whistle.problem.Problem;
import dev.whistle.problem.Texts;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.Status;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Deploys at start what changed since the last start, procedure by procedure. A bundle that a process designer has
 * deployed since is never overridden: when the jar's own changed as well, that is reported as a conflict. A bundle that
 * is refused leaves its old version running and the others alone. What is deployed and would be refused today stays.
 * All of this is told in the log and by the application's health.
 */
@Component("bundles")
@Order(0)
class Bundles implements ApplicationRunner, HealthIndicator {

    static final String SOURCE = "whistle";

    /** Ready, but some cases follow models that are not the newest. */
    private static final Status OUTDATED = new Status("OUTDATED");

    private static final Logger LOG = LoggerFactory.getLogger(Bundles.class);

    private final BundleSource source;
    private final RepositoryService repository;
    private final DeployedBundles deployed;
    private final DeploymentGate gate;
    private final List<String> conflicts = new CopyOnWriteArrayList<>();
    private final List<String> refused = new CopyOnWriteArrayList<>();
    private final List<String> faulty = new CopyOnWriteArrayList<>();

    Bundles(BundleSource source, RepositoryService repository, DeployedBundles deployed, DeploymentGate gate) {
        this.source = source;
        this.repository = repository;
        this.deployed = deployed;
        this.gate = gate;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        conflicts.clear();
        refused.clear();
        faulty.clear();
        List<Bundle> changed =
                source.bundles().stream().filter(this::isToBeDeployed).toList();
        Map<Bundle, RuntimeException> left = deploy(changed);
        left.forEach(this::report);
        lookAtDeployed(changed.stream()
                .filter(it -> !left.containsKey(it))
                .map(Bundle::slug)
                .toList());
    }

    /** Those that could not be deployed, with the reason. */
    private Map<Bundle, RuntimeException> deploy(List<Bundle> changed) {
        Map<Bundle, RuntimeException> waiting = new LinkedHashMap<>();
        List<Bundle> left = new ArrayList<>(changed);
        List<Bundle> next = changed;
        int before;
        do { // a bundle may have to wait for one that it calls
            before = next.size();
            waiting.clear();
            for (Bundle bundle : next) {
                left.remove(bundle);
                deployed.expect(left);
                attempt(bundle).ifPresent(why -> {
                    waiting.put(bundle, why);
                    left.add(bundle);
                });
            }
            next = List.copyOf(waiting.keySet());
        } while (!next.isEmpty() && next.size() < before);
        deployed.expect(List.of());
        return waiting;
    }

    /**
     * What has not been deployed now may keep to the rules no longer, because the application or a table has changed.
     */
    private void lookAtDeployed(Collection<String> passed) {
        long began = System.nanoTime();
        SortedMap<String, List<FieldError>> findings = gate.findingsOfDeployed(passed);
        faulty.addAll(findings.keySet());
        findings.forEach((slug, found) -> LOG.error(
                "流程包“{}”：{}", slug, Texts.text(Locale.SIMPLIFIED_CHINESE, Problem.refused("gate.no-longer", found))));
        LOG.info(
                "已部署的流程包检查完毕，用时 {} 毫秒",
                Duration.ofNanos(System.nanoTime() - began).toMillis());
    }

    /**
     * Out of service as long as a procedure cannot be begun at all; where the old version runs on, ready and outdated.
     */
    @Override
    public Health health() {
        Health.Builder health = refused.isEmpty() && faulty.isEmpty()
                ? Health.up()
                : Health.status(allRun() ? OUTDATED : Status.OUT_OF_SERVICE);
        if (!refused.isEmpty()) {
            health.withDetail("refused", List.copyOf(refused));
        }
        if (!faulty.isEmpty()) {
            health.withDetail("faulty", List.copyOf(faulty));
        }
        if (!conflicts.isEmpty()) {
            health.withDetail("conflicts", List.copyOf(conflicts));
        }
        return health.build();
    }

    private boolean allRun() {
        return refused.stream().allMatch(this::runs);
    }

    private boolean runs(String slug) {
        return repository.createDeploymentQuery().deploymentName(slug).count() > 0;
    }

    private Optional<RuntimeException> attempt(Bundle bundle) {
        try {
            deploy(bundle);
            return Optional.empty();
        } catch (Problem | ProcessEngineException why) {
            return Optional.of(why);
        }
    }

    private void report(Bundle bundle, RuntimeException why) {
        refused.add(bundle.slug());
        String said = why instanceof Problem problem
                ? Texts.text(Locale.SIMPLIFIED_CHINESE, problem)
                : String.valueOf(why.getMessage());
        LOG.error("流程包“{}”未部署，{}。{}", bundle.slug(), runs(bundle.slug()) ? "继续使用原来的版本" : "目前没有可用的版本", said);
    }

    private boolean isToBeDeployed(Bundle ours) {
        List<Deployment> newestFirst = repository
                .createDeploymentQuery()
                .deploymentName(ours.slug())
                .orderByDeploymentTime()
                .desc()
                .list();
        if (newestFirst.isEmpty()) {
            return true;
        }
        Deployment newest = newestFirst.get(0);
        if (ours.sameFilesAs(deployed.read(newest))) {
            return false;
        }
        if (SOURCE.equals(newest.getSource())) {
            return true;
        }
        if (!lastOfOurs(newestFirst).map(ours::sameFilesAs).orElse(false)) {
            conflicts.add(ours.slug());
            LOG.warn("流程包“{}”：程序自带的版本有变化，但设计人员已部署了更新的版本（部署 {}），未予覆盖。请设计人员合并后重新部署。", ours.slug(), newest.getId());
        }
        return false;
    }

    private Optional<Bundle> lastOfOurs(List<Deployment> newestFirst) {
        return newestFirst.stream()
                .filter(it -> SOURCE.equals(it.getSource()))
                .findFirst()
                .map(deployed::read);
    }

    private void deploy(Bundle bundle) {
        DeploymentBuilder deployment =
                repository.createDeployment().name(bundle.slug()).source(SOURCE);
        bundle.files().forEach((name, bytes) -> deployment.addInputStream(name, new ByteArrayInputStream(bytes)));
        deployment.deploy();
        LOG.info("流程包“{}”已部署", bundle.slug());
    }
}

package dev.whistle.engine;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Deploys at start what changed since the last start, procedure by procedure. A bundle that a process designer has
 * deployed since is never overridden: when the jar's own changed as well, that is reported as a conflict, here and in
 * the application's health.
 */
@Component("bundles")
@Order(0)
class Bundles implements ApplicationRunner, HealthIndicator {

    static final String SOURCE = "whistle";
    private static final Logger LOG = LoggerFactory.getLogger(Bundles.class);

    private final BundleSource source;
    private final RepositoryService repository;
    private final List<String> conflicts = new ArrayList<>();

    Bundles(BundleSource source, RepositoryService repository) {
        this.source = source;
        this.repository = repository;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        conflicts.clear();
        source.bundles().forEach(this::deployIfChanged);
    }

    @Override
    public Health health() {
        return conflicts.isEmpty()
                ? Health.up().build()
                : Health.up().withDetail("conflicts", List.copyOf(conflicts)).build();
    }

    private void deployIfChanged(Bundle ours) {
        List<Deployment> newestFirst = repository
                .createDeploymentQuery()
                .deploymentName(ours.slug())
                .orderByDeploymentTime()
                .desc()
                .list();
        if (newestFirst.isEmpty()) {
            deploy(ours);
            return;
        }
        Deployment newest = newestFirst.get(0);
        if (ours.sameFilesAs(deployed(newest))) {
            return;
        }
        if (SOURCE.equals(newest.getSource())) {
            deploy(ours);
        } else if (!lastOfOurs(newestFirst).map(ours::sameFilesAs).orElse(false)) {
            conflicts.add(ours.slug());
            LOG.warn("流程包“{}”：程序自带的版本有变化，但设计人员已部署了更新的版本（部署 {}），未予覆盖。请设计人员合并后重新部署。", ours.slug(), newest.getId());
        }
    }

    private Optional<Bundle> lastOfOurs(List<Deployment> newestFirst) {
        return newestFirst.stream()
                .filter(it -> SOURCE.equals(it.getSource()))
                .findFirst()
                .map(this::deployed);
    }

    private Bundle deployed(Deployment deployment) {
        Map<String, byte[]> files = new TreeMap<>();
        repository
                .getDeploymentResources(deployment.getId())
                .forEach(it -> files.put(it.getName(), ((ResourceEntity) it).getBytes()));
        return Bundle.of(deployment.getName(), files);
    }

    private void deploy(Bundle bundle) {
        DeploymentBuilder deployment =
                repository.createDeployment().name(bundle.slug()).source(SOURCE);
        bundle.files().forEach((name, bytes) -> deployment.addInputStream(name, new ByteArrayInputStream(bytes)));
        deployment.deploy();
        LOG.info("流程包“{}”已部署", bundle.slug());
    }
}

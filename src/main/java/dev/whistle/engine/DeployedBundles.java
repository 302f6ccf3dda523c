package dev.whistle.engine;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.camunda.bpm.engine.repository.Deployment;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** What is deployed: the newest deployment of each bundle, which new cases run on. */
@Component
public class DeployedBundles {

    private final RepositoryService repository;
    private final Unrestricted engine;
    /** A deployment never changes: read once, by its id. */
    private final Map<String, Bundle> known = new ConcurrentHashMap<>();

    private volatile List<Bundle> expected = List.of();

    DeployedBundles(@Lazy RepositoryService repository, Unrestricted engine) {
        this.repository = repository;
        this.engine = engine;
    }

    /** The newest of every bundle; one that has not changed since is the same object. */
    public List<Bundle> newest() {
        return engine.run(() -> {
            Map<String, Deployment> newest = new LinkedHashMap<>();
            repository.createDeploymentQuery().orderByDeploymentTime().desc().list().stream()
                    .filter(it -> it.getName() != null)
                    .forEach(it -> newest.putIfAbsent(it.getName(), it));
            known.keySet()
                    .retainAll(newest.values().stream().map(Deployment::getId).toList());
            return newest.values().stream()
                    .map(it -> known.computeIfAbsent(it.getId(), id -> read(it)))
                    .toList();
        });
    }

    /** Bundles that the start which is under way will deploy after the one that it deploys now; mostly none. */
    public List<Bundle> expected() {
        return expected;
    }

    void expect(List<Bundle> bundles) {
        expected = List.copyOf(bundles);
    }

    Bundle read(Deployment deployment) {
        Map<String, byte[]> files = new TreeMap<>();
        repository
                .getDeploymentResources(deployment.getId())
                .forEach(it -> files.put(it.getName(), ((ResourceEntity) it).getBytes()));
        return Bundle.of(deployment.getName(), files);
    }
}

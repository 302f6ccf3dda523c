package dev.whistle.engine;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** What is deployed: the newest deployment of each bundle, which new cases run on. */
@Component
public class DeployedBundles {

    private final RepositoryService repository;
    private final Unrestricted engine;

    DeployedBundles(@Lazy RepositoryService repository, Unrestricted engine) {
        this.repository = repository;
        this.engine = engine;
    }

    /** The newest of every bundle. */
    public List<Bundle> newest() {
        return engine.run(() -> {
            Set<String> seen = new HashSet<>();
            List<Bundle> newest = new ArrayList<>();
            for (Deployment deployment : repository
                    .createDeploymentQuery()
                    .orderByDeploymentTime()
                    .desc()
                    .list()) {
                if (deployment.getName() != null && seen.add(deployment.getName())) {
                    newest.add(read(deployment));
                }
            }
            return newest;
        });
    }

    /** The name of the bundle whose process is called so; empty where nobody's is. */
    public Optional<String> ownerOfProcess(String key) {
        return engine.run(() -> Optional.ofNullable(repository
                        .createProcessDefinitionQuery()
                        .processDefinitionKey(key)
                        .latestVersion()
                        .singleResult())
                .map(ProcessDefinition::getDeploymentId)
                .map(this::nameOf));
    }

    /** The name of the bundle whose decision is called so; empty where nobody's is. */
    public Optional<String> ownerOfDecision(String key) {
        return engine.run(() -> Optional.ofNullable(repository
                        .createDecisionDefinitionQuery()
                        .decisionDefinitionKey(key)
                        .latestVersion()
                        .singleResult())
                .map(it -> nameOf(it.getDeploymentId())));
    }

    Bundle read(Deployment deployment) {
        Map<String, byte[]> files = new TreeMap<>();
        repository
                .getDeploymentResources(deployment.getId())
                .forEach(it -> files.put(it.getName(), ((ResourceEntity) it).getBytes()));
        return Bundle.of(deployment.getName(), files);
    }

    private String nameOf(String deployment) {
        return String.valueOf(repository
                .createDeploymentQuery()
                .deploymentId(deployment)
                .singleResult()
                .getName());
    }
}

package dev.whistle.engine;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.camunda.bpm.engine.impl.RepositoryServiceImpl;
import org.camunda.bpm.engine.impl.repository.DeploymentBuilderImpl;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.DeploymentWithDefinitions;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Camunda Modeler sends only the file that is open. The rest of its bundle comes from the bundle's newest deployment,
 * and the bundle keeps its name: so a changed model keeps its forms, and a changed form reaches new cases.
 */
class BundleRepositoryService extends RepositoryServiceImpl {

    private final ObjectProvider<DeploymentCheck> checks;
    private final ObjectProvider<TransactionTemplate> transaction;

    BundleRepositoryService(ObjectProvider<DeploymentCheck> checks, ObjectProvider<TransactionTemplate> transaction) {
        this.checks = checks;
        this.transaction = transaction;
    }

    /** Only a file that is deployed can be checked against the others that come with it: what fails is rolled back. */
    @Override
    public DeploymentWithDefinitions deployWithResult(DeploymentBuilderImpl builder) {
        return Objects.requireNonNull(transaction.getObject().execute(status -> {
            DeploymentWithDefinitions deployed = deployWhole(builder);
            check(builder);
            return deployed;
        }));
    }

    private DeploymentWithDefinitions deployWhole(DeploymentBuilderImpl builder) {
        return commandExecutor.execute(context -> {
            if (Outside.caller(context).isPresent()) { // the application's own bundles are whole
                context.runWithoutAuthorization(() -> {
                    complete(builder);
                    return null;
                });
            }
            return super.deployWithResult(builder);
        });
    }

    private void check(DeploymentBuilderImpl builder) {
        var files = builder.getDeployment().getResources();
        if (files != null) {
            files.forEach((name, file) -> checks.forEach(it -> it.check(name, file.getBytes())));
        }
    }

    private void complete(DeploymentBuilderImpl builder) {
        newestWithAny(builder.getResourceNames()).ifPresent(bundle -> {
            builder.name(bundle.getName());
            List<String> missing = getDeploymentResourceNames(bundle.getId()).stream()
                    .filter(name -> !builder.getResourceNames().contains(name))
                    .toList();
            if (!missing.isEmpty()) {
                builder.addDeploymentResourcesByName(bundle.getId(), missing);
            }
        });
    }

    private Optional<Deployment> newestWithAny(Collection<String> files) {
        return createDeploymentQuery().orderByDeploymentTime().desc().list().stream()
                .filter(it -> getDeploymentResourceNames(it.getId()).stream().anyMatch(files::contains))
                .findFirst();
    }
}

package dev.whistle.engine;

import dev.whistle.problem.FieldError;
import dev.whistle.problem.Problem;
import dev.whistle.problem.Problem.Kind;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.RepositoryServiceImpl;
import org.camunda.bpm.engine.impl.cfg.CommandChecker;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.camunda.bpm.engine.impl.repository.DeploymentBuilderImpl;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.DeploymentWithDefinitions;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The door through which every deployment comes. Camunda Modeler sends only the file that is open: the rest of its
 * bundle comes from the bundle's newest deployment, and the bundle keeps its name, so a changed model keeps its forms,
 * and a changed form reaches new cases. The whole passes the gate before the engine reads it.
 */
class BundleRepositoryService extends RepositoryServiceImpl {

    private static final String REFUSED = "gate.refused";

    private final ObjectProvider<DeploymentGate> gate;
    private final ObjectProvider<DeploymentCheck> checks;
    private final ObjectProvider<Tables> tables;
    private final ObjectProvider<TransactionTemplate> transaction;

    BundleRepositoryService(
            ObjectProvider<DeploymentGate> gate,
            ObjectProvider<DeploymentCheck> checks,
            ObjectProvider<Tables> tables,
            ObjectProvider<TransactionTemplate> transaction) {
        this.gate = gate;
        this.checks = checks;
        this.tables = tables;
        this.transaction = transaction;
    }

    /** Some things can only be checked when the engine answers with the new version: what fails then is rolled back. */
    @Override
    public DeploymentWithDefinitions deployWithResult(DeploymentBuilderImpl builder) {
        return Objects.requireNonNull(transaction.getObject().execute(status -> {
            DeploymentWithDefinitions deployed = commandExecutor.execute(context -> {
                if (Outside.caller(context).isPresent()) { // the application's own bundles are whole
                    prepare(builder, context);
                }
                Bundle bundle = context.runWithoutAuthorization(() -> bundle(builder));
                refuse(context.runWithoutAuthorization(() -> gate.getObject().findings(bundle)));
                return super.deployWithResult(builder);
            });
            tables.getObject().deployed();
            refuse(builder.getDeployment().getResources().values().stream()
                    .flatMap(file -> checks.stream().flatMap(it -> it.check(file.getName(), file.getBytes()).stream()))
                    .toList());
            return deployed;
        }));
    }

    private static void refuse(List<FieldError> findings) {
        if (!findings.isEmpty()) {
            throw Problem.refused(REFUSED, findings);
        }
    }

    /** Nobody who may not deploy learns what the gate says. */
    private void prepare(DeploymentBuilderImpl builder, CommandContext context) {
        context.getProcessEngineConfiguration().getCommandCheckers().forEach(CommandChecker::checkCreateDeployment);
        if (builder.getDeployment().getTenantId() != null) {
            throw new Problem(Kind.INVALID, "gate.tenant"); // a second line of versions that nobody's case would follow
        }
        if (builder.isDeployChangedOnly()) {
            builder.enableDuplicateFiltering(false); // a bundle is deployed whole or its cases would miss their forms
        }
        context.runWithoutAuthorization(() -> {
            complete(builder);
            return null;
        });
    }

    private void complete(DeploymentBuilderImpl builder) {
        Set<String> files = bundle(builder).files().keySet(); // those that are deployed again too
        newestWithAny(files)
                .or(() -> newestOf(slugs(files)))
                .ifPresentOrElse(
                        bundle -> completeFrom(bundle, files, builder),
                        () -> builder.getDeployment().setName(slugOf(files, builder)));
    }

    private void completeFrom(Deployment bundle, Set<String> files, DeploymentBuilderImpl builder) {
        builder.getDeployment().setName(bundle.getName()); // the builder itself refuses a second name
        List<String> missing = getDeploymentResourceNames(bundle.getId()).stream()
                .filter(name -> !files.contains(name))
                .toList();
        if (!missing.isEmpty()) {
            builder.addDeploymentResourcesByName(bundle.getId(), missing);
        }
    }

    private Optional<Deployment> newestWithAny(Collection<String> files) {
        return createDeploymentQuery().orderByDeploymentTime().desc().list().stream()
                .filter(it -> it.getName() != null)
                .filter(it -> getDeploymentResourceNames(it.getId()).stream().anyMatch(files::contains))
                .findFirst();
    }

    /** A procedure's form that is new belongs to the procedure it is called after. */
    private Optional<Deployment> newestOf(Set<String> slugs) {
        return slugs.stream()
                .flatMap(slug ->
                        createDeploymentQuery().deploymentName(slug).orderByDeploymentTime().desc().list().stream()
                                .limit(1))
                .findFirst();
    }

    /** A new procedure is called by its files, whatever the designer typed in the deployment's window. */
    private static @Nullable String slugOf(Set<String> files, DeploymentBuilderImpl builder) {
        Set<String> slugs = slugs(files);
        return slugs.size() == 1
                ? slugs.iterator().next()
                : builder.getDeployment().getName();
    }

    private static Set<String> slugs(Collection<String> files) {
        Stream<String> models = files.stream().filter(it -> it.endsWith(".bpmn"));
        Stream<String> deciding = files.stream().anyMatch(it -> it.endsWith(".bpmn")) ? models : files.stream();
        return deciding.map(it -> it.replaceFirst("\\..*", "")).collect(Collectors.toSet());
    }

    /** The deployment as the engine will put it together. */
    private Bundle bundle(DeploymentBuilderImpl builder) {
        Map<String, byte[]> files = new TreeMap<>();
        builder.getDeployments()
                .forEach(it -> resources(it).forEach(file -> files.put(file.getName(), file.getBytes())));
        builder.getDeploymentResourcesById()
                .forEach((deployment, ids) -> resources(deployment)
                        .filter(file -> ids.contains(file.getId()))
                        .forEach(file -> files.put(file.getName(), file.getBytes())));
        builder.getDeploymentResourcesByName()
                .forEach((deployment, names) -> resources(deployment)
                        .filter(file -> names.contains(file.getName()))
                        .forEach(file -> files.put(file.getName(), file.getBytes())));
        Map<String, ResourceEntity> given = builder.getDeployment().getResources();
        if (given != null) {
            given.forEach((name, file) -> files.put(name, file.getBytes()));
        }
        return Bundle.of(Objects.requireNonNullElse(builder.getDeployment().getName(), ""), files);
    }

    private Stream<ResourceEntity> resources(String deployment) {
        return getDeploymentResources(deployment).stream().map(ResourceEntity.class::cast);
    }
}

package dev.whistle.browser;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.dmn.instance.Text;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.jspecify.annotations.Nullable;

/** Ids that the installation itself gave, and what its models and tables say in letters. */
final class Ids {

    private final ProcessEngine engine;
    private final Set<String> ids = new TreeSet<>();

    private Ids(ProcessEngine engine) {
        this.engine = engine;
    }

    static Set<String> of(ProcessEngine engine) {
        Ids all = new Ids(engine);
        all.people();
        all.models();
        all.variables();
        return all.ids;
    }

    private void people() {
        IdentityService identities = engine.getIdentityService();
        identities.createUserQuery().list().stream().map(User::getId).forEach(this::add);
        identities.createGroupQuery().list().stream().map(Group::getId).forEach(this::add);
        engine.getAuthorizationService().createAuthorizationQuery().list().stream()
                .map(Authorization::getResourceId)
                .forEach(this::add);
    }

    private void models() {
        RepositoryService repository = engine.getRepositoryService();
        for (Deployment deployment : repository.createDeploymentQuery().list()) {
            add(deployment.getName());
            add(deployment.getSource());
            repository.getDeploymentResourceNames(deployment.getId()).forEach(this::add);
        }
        for (ProcessDefinition process :
                repository.createProcessDefinitionQuery().list()) {
            add(process.getId());
            add(process.getKey());
            repository.getBpmnModelInstance(process.getId()).getModelElementsByType(FlowElement.class).stream()
                    .map(FlowElement::getId)
                    .forEach(this::add);
        }
        for (DecisionDefinition decision :
                repository.createDecisionDefinitionQuery().list()) {
            add(decision.getId());
            add(decision.getKey());
            repository.getDmnModelInstance(decision.getId()).getModelElementsByType(Text.class).stream()
                    .map(ModelElementInstance::getTextContent)
                    .flatMap(text -> Stream.of(text.split("[\\s\",]+")))
                    .forEach(this::add);
        }
    }

    private void variables() {
        for (VariableInstance variable :
                engine.getRuntimeService().createVariableInstanceQuery().list()) {
            add(variable.getName());
            add(variable.getValue() instanceof String text ? text : null);
        }
    }

    private void add(@Nullable String id) {
        if (id != null && id.matches("[\\w.:-]*[A-Za-z][\\w.:-]*")) {
            ids.add(id);
        }
    }
}

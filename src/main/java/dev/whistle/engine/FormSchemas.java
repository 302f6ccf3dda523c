package dev.whistle.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.impl.GetDeployedTaskFormCmd;
import org.camunda.bpm.engine.impl.cmd.GetDeployedStartFormCmd;
import org.camunda.bpm.engine.impl.cmd.GetDeploymentResourceCmd;
import org.camunda.bpm.engine.impl.form.FormDefinition;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.springframework.stereotype.Component;

/**
 * Deployed forms, read once: a form is bound to its deployment, so definition and task name it for good.
 * An empty answer means that the model asks for no form; a form that the model asks for and that is not there fails.
 */
@Component
class FormSchemas {

    private final Map<String, JsonNode> known = new ConcurrentHashMap<>();
    private final ObjectMapper json;

    FormSchemas(ObjectMapper json) {
        this.json = json;
    }

    Optional<JsonNode> ofTask(TaskEntity task, CommandContext context) {
        var definition = task.getTaskDefinition();
        if (definition == null || !asksForForm(definition.getFormDefinition())) {
            return Optional.empty();
        }
        String key = task.getProcessDefinitionId() + "#" + task.getTaskDefinitionKey();
        return cached(key, context, new GetDeployedTaskFormCmd(task.getId()));
    }

    Optional<JsonNode> ofStart(ProcessDefinitionEntity process, CommandContext context) {
        if (process.getStartFormDefinition() == null || !asksForForm(process.getStartFormDefinition())) {
            return Optional.empty();
        }
        return cached(process.getId(), context, new GetDeployedStartFormCmd(process.getId()));
    }

    /** A form of a bundle by its file's name. */
    JsonNode ofBundle(String deploymentId, String file, CommandContext context) {
        return cached(deploymentId + "/" + file, context, new GetDeploymentResourceCmd(deploymentId, file))
                .orElseThrow();
    }

    private static boolean asksForForm(FormDefinition definition) {
        return definition.getCamundaFormDefinitionKey() != null || definition.getFormKey() != null;
    }

    private Optional<JsonNode> cached(String key, CommandContext context, Command<InputStream> read) {
        JsonNode form = known.get(key);
        if (form == null) {
            form = parse(context.runWithoutAuthorization(() -> read.execute(context)));
            known.put(key, form);
        }
        return Optional.of(form);
    }

    private JsonNode parse(InputStream form) {
        try (form) {
            return json.readTree(form);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}

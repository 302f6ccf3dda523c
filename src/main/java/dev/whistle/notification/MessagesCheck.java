package dev.whistle.notification;

import dev.whistle.casefile.CaseFacts;
import dev.whistle.engine.DeploymentCheck;
import dev.whistle.organisation.CurrentOfficer;
import dev.whistle.problem.FieldError;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaField;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Refuses a table of texts that cannot be used and a model that tells of an event without a text: a resident would
 * otherwise be the first to notice. Asked when they are deployed, and at every start, because what can be said of a
 * case may have changed with the application.
 */
@Component
@Order(1)
class MessagesCheck implements ApplicationRunner, DeploymentCheck {

    private static final String BLOCK = "${notify}";

    private final MessageTexts texts;
    private final RepositoryService models;
    private final CaseFacts facts;
    private final CurrentOfficer current;

    MessagesCheck(MessageTexts texts, @Lazy RepositoryService models, CaseFacts facts, CurrentOfficer current) {
        this.texts = texts;
        this.models = models;
        this.facts = facts;
        this.current = current;
    }

    @Override
    public List<FieldError> check(String file, byte[] content) {
        try {
            if (file.endsWith(".dmn")) {
                return findings(Dmn.readModelFromStream(new ByteArrayInputStream(content)));
            } else if (file.endsWith(".bpmn")) {
                return findings(file, Bpmn.readModelFromStream(new ByteArrayInputStream(content)));
            }
            return List.of();
        } catch (BadMessagesException bad) {
            return bad.problems().stream()
                    .map(it -> new FieldError(file, "message.table-bad", it))
                    .toList();
        }
    }

    /**
     * Deployed models would miss a text that is gone. At a start they may be replaced as well and are looked at when
     * all are there.
     */
    private List<FieldError> findings(DmnModelInstance model) {
        if (model.getModelElementById(MessageTexts.TABLE) == null) {
            return List.of();
        }
        MessageTable table = MessageTable.of(model, facts);
        return current.get().isPresent() ? findingsOfDeployed(table) : List.of();
    }

    private List<FieldError> findingsOfDeployed(MessageTable table) {
        return models.createProcessDefinitionQuery().latestVersion().list().stream()
                .flatMap(it -> findings(it.getKey() + ".bpmn", models.getBpmnModelInstance(it.getId()), table))
                .toList();
    }

    private List<FieldError> findings(String file, BpmnModelInstance model) {
        return steps(model).isEmpty()
                ? List.of()
                : findings(file, model, texts.table()).toList();
    }

    private static Stream<FieldError> findings(String file, BpmnModelInstance model, MessageTable table) {
        return steps(model).stream()
                .flatMap(step -> check(step, table).stream()
                        .map(it -> new FieldError(file + " " + step.getId(), "message.table-bad", it)));
    }

    private static List<ServiceTask> steps(BpmnModelInstance model) {
        return model.getModelElementsByType(ServiceTask.class).stream()
                .filter(it -> BLOCK.equals(it.getCamundaDelegateExpression()))
                .toList();
    }

    private static void refuse(List<String> problems) {
        if (!problems.isEmpty()) {
            throw new BadMessagesException(problems);
        }
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (!texts.areThere()) {
            return; // the gate has refused our tables, and the bundles' health tells
        }
        MessageTable table = texts.table();
        List<String> problems = new ArrayList<>();
        for (ProcessDefinition process :
                models.createProcessDefinitionQuery().latestVersion().list()) {
            steps(models.getBpmnModelInstance(process.getId()))
                    .forEach(step -> check(step, table)
                            .ifPresent(it -> problems.add(process.getKey() + ".bpmn 的环节 " + step.getId() + "：" + it)));
        }
        refuse(problems);
    }

    private static Optional<String> check(ServiceTask step, MessageTable table) {
        String event = field(step, "event");
        String to = field(step, "to");
        if (event == null || to == null) {
            return Optional.of("必须填写“事件”和“告知谁”");
        }
        if (computed(event) || computed(to)) {
            return Optional.empty();
        }
        Channel channel = Notices.channelFor(to);
        Optional<MessageText> text = table.find(event, channel);
        if (text.isEmpty()) {
            return Optional.of("messages.dmn 中没有事件 " + event + "（" + channel + "）的行");
        }
        boolean aboutClock = text.get().placeholders().stream()
                .anyMatch(it -> it.equals(Event.CLOCK_NAME) || it.equals(Event.CLOCK_LAST_DAY));
        return aboutClock && field(step, "clock") == null
                ? Optional.of("事件 " + event + " 的文字提到期限，必须填写“期限”")
                : Optional.empty();
    }

    private static boolean computed(String value) {
        return value.contains("${") || value.contains("#{");
    }

    private static @Nullable String field(ServiceTask step, String name) {
        return step.getExtensionElements() == null
                ? null
                : step.getExtensionElements().getChildElementsByType(CamundaField.class).stream()
                        .filter(it -> it.getCamundaName().equals(name))
                        .map(MessagesCheck::value)
                        .findFirst()
                        .orElse(null);
    }

    private static String value(CamundaField field) {
        if (field.getCamundaStringValue() != null) {
            return field.getCamundaStringValue();
        }
        return field.getCamundaString() != null
                ? field.getCamundaString().getTextContent().strip()
                : "${"; // computed, which nobody can check
    }
}

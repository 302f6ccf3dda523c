package dev.whistle.notification;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaField;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Refuses to start with a table of texts that cannot be used, or a model that tells of an event without a text: a resident
 * would otherwise be the first to notice. Runs when the bundles are deployed.
 */
@Component
@Order(1)
class MessagesCheck implements ApplicationRunner {

    private static final String BLOCK = "${notify}";

    private final MessageTexts texts;
    private final RepositoryService models;

    MessagesCheck(MessageTexts texts, @Lazy RepositoryService models) {
        this.texts = texts;
        this.models = models;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        MessageTable table = texts.table();
        List<String> problems = new ArrayList<>();
        for (ProcessDefinition process :
                models.createProcessDefinitionQuery().latestVersion().list()) {
            models.getBpmnModelInstance(process.getId()).getModelElementsByType(ServiceTask.class).stream()
                    .filter(it -> BLOCK.equals(it.getCamundaDelegateExpression()))
                    .forEach(it -> check(process, it, table).ifPresent(problems::add));
        }
        if (!problems.isEmpty()) {
            throw new BadMessagesException(problems);
        }
    }

    private static Optional<String> check(ProcessDefinition process, ServiceTask step, MessageTable table) {
        String where = process.getKey() + ".bpmn 的环节 " + step.getId();
        String event = field(step, "event");
        String to = field(step, "to");
        if (event == null || to == null) {
            return Optional.of(where + "：必须填写“事件”和“告知谁”");
        }
        if (computed(event) || computed(to)) {
            return Optional.empty();
        }
        Channel channel = Notices.channelFor(to);
        Optional<MessageText> text = table.find(event, channel);
        if (text.isEmpty()) {
            return Optional.of(where + "：messages.dmn 中没有事件 " + event + "（" + channel + "）的行");
        }
        boolean aboutClock = text.get().placeholders().stream()
                .anyMatch(it -> it.equals(Event.CLOCK_NAME) || it.equals(Event.CLOCK_LAST_DAY));
        return aboutClock && field(step, "clock") == null
                ? Optional.of(where + "：事件 " + event + " 的文字提到期限，必须填写“期限”")
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

package dev.whistle.engine;

import dev.whistle.casefile.EventKind;
import java.util.Map;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseUtil;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/** Puts {@link CaseListener} on every task and building block of every model that is deployed. */
class CaseParseListener extends AbstractBpmnParseListener {

    private final ObjectProvider<CaseListener> listener;

    CaseParseListener(ObjectProvider<CaseListener> listener) {
        this.listener = listener;
    }

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        String clauses = clauses(element);
        TaskDefinition definition = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
        tellWhatItIsAbout(definition, element);
        definition.addBuiltInTaskListener(
                TaskListener.EVENTNAME_COMPLETE,
                task -> listener.getObject()
                        .done(
                                task.getExecution().getProcessBusinessKey(),
                                EventKind.TASK,
                                activity.getId(),
                                task.getName(),
                                clauses,
                                task.getOwner()));
    }

    /**
     * A model may say in the property {@code about} what tells two tasks of one name apart in a list, e.g. which letter
     * is to be signed; the diagram keeps the plain name.
     */
    private static void tellWhatItIsAbout(TaskDefinition definition, Element element) {
        Map<String, String> properties = BpmnParseUtil.parseCamundaExtensionProperties(element); // null without any
        String about = properties == null ? null : properties.get("about");
        if (about != null) {
            definition.setNameExpression(Context.getProcessEngineConfiguration()
                    .getExpressionManager()
                    .createExpression(element.attribute("name") + "：" + about));
        }
    }

    @Override
    public void parseServiceTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        String clauses = clauses(element);
        activity.addBuiltInListener(
                ExecutionListener.EVENTNAME_END, (ExecutionListener) execution -> listener.getObject()
                        .done(
                                execution.getProcessBusinessKey(),
                                EventKind.STEP,
                                activity.getId(),
                                name(activity),
                                clauses,
                                null));
    }

    private static String name(ActivityImpl activity) {
        return activity.getName() == null ? activity.getId() : activity.getName();
    }

    private static @Nullable String clauses(Element element) {
        Element documentation = element.element("documentation");
        return Guidance.of(documentation == null ? null : documentation.getText())
                .line();
    }
}

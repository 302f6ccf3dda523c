package dev.whistle.gate;

import java.util.regex.Pattern;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.springframework.stereotype.Component;

/** File, bundle and process have one name; nobody else has it; elements are called by what they are and do. */
@Component
class IdentityRules implements ModelRule {

    private static final Pattern DAYS = Pattern.compile("P\\d+D");
    private static final Pattern VERB_NOUN = Pattern.compile("[a-z][A-Za-z0-9]*");

    @Override
    public void check(Model model, Report.About report) {
        if (!model.stem().equals(model.around().contents().bundle().slug())) {
            report.file("file.not-of-bundle", model.around().contents().bundle().slug());
        }
        model.process().ifPresentOrElse(it -> check(model, it, report), () -> report.file("process.one"));
        model.all(FlowNode.class).forEach(it -> checkId(it, report));
    }

    private static void check(Model model, Process process, Report.About report) {
        String id = process.getId();
        if (!id.equals(model.stem())) {
            report.element(id, "process.id", model.stem());
        }
        model.around().otherOwnerOfFile(id + Contents.MODEL).ifPresent(it -> report.element(id, "process.taken", it));
        if (!process.isExecutable()) {
            report.element(id, "process.not-executable");
        }
        if (!DAYS.matcher(String.valueOf(process.getCamundaHistoryTimeToLiveString()))
                .matches()) {
            report.element(id, "history");
        }
    }

    private static void checkId(FlowNode node, Report.About report) {
        String prefix = prefix(node);
        String id = String.valueOf(node.getId());
        if (!id.startsWith(prefix + "_")
                || !VERB_NOUN.matcher(id.substring(prefix.length() + 1)).matches()) {
            report.element(id, "element.id", prefix);
        }
    }

    private static String prefix(FlowNode node) {
        if (node instanceof Gateway) {
            return "gateway";
        }
        if (node instanceof SubProcess) {
            return "subProcess";
        }
        return node instanceof BoundaryEvent
                        || (node instanceof Event && !(node instanceof StartEvent) && !(node instanceof EndEvent))
                ? "event"
                : node.getElementType().getTypeName();
    }
}

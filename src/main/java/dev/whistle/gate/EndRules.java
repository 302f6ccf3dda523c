package dev.whistle.gate;

import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.InclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.springframework.stereotype.Component;

/**
 * A procedure that opens a case ends it with an outcome, whichever way it takes: a case whose process is gone and that
 * nobody closed is found by nobody. Ends of subprocesses and of branches that run beside others end no case.
 */
@Component
class EndRules implements ModelRule {

    private static final String OPEN = "${openCase}";
    private static final String CLOSE = "${closeCase}";

    @Override
    public void check(Model model, Report.About report) {
        if (model.all(EndEvent.class).isEmpty()) {
            model.process().ifPresent(it -> report.element(it.getId(), "end.none"));
        }
        if (model.all(ServiceTask.class).stream().anyMatch(it -> calls(it, OPEN))) {
            model.process().stream()
                    .flatMap(it -> it.getChildElementsByType(EndEvent.class).stream())
                    .filter(it -> isReachedOpen(it, new HashSet<>()))
                    .forEach(it -> report.element(it.getId(), "end.outcome"));
        }
        model.process().ifPresent(it -> checkDeadEnds(it, report));
    }

    /** Whether a way from the start leads here on which the case is not closed. */
    private static boolean isReachedOpen(FlowNode node, Set<String> seen) {
        if (!seen.add(node.getId()) || calls(node, CLOSE) || isOneOfSeveral(node)) {
            return false;
        }
        return node instanceof StartEvent || before(node).anyMatch(it -> isReachedOpen(it, seen));
    }

    /** Here a token comes into being beside others, one of which closes the case. */
    private static boolean isOneOfSeveral(FlowNode node) {
        return node instanceof BoundaryEvent event && !event.cancelActivity()
                || (node instanceof ParallelGateway || node instanceof InclusiveGateway)
                        && node.getOutgoing().size() > 1;
    }

    private static Stream<FlowNode> before(FlowNode node) {
        Stream<FlowNode> along = node.getIncoming().stream().map(SequenceFlow::getSource);
        return node instanceof BoundaryEvent event ? Stream.concat(along, Stream.of(event.getAttachedTo())) : along;
    }

    /** Where a way stops that is no end event the engine ends the case without a word. */
    private static void checkDeadEnds(Process process, Report.About report) {
        Collection<FlowNode> nodes = process.getChildElementsByType(FlowNode.class);
        nodes.stream()
                .filter(it -> !(it instanceof EndEvent) && it.getOutgoing().isEmpty())
                .filter(it -> !isEventSubProcess(it))
                .forEach(it -> report.element(it.getId(), "end.dead"));
    }

    private static boolean isEventSubProcess(FlowNode node) {
        return Boolean.parseBoolean(node.getAttributeValue("triggeredByEvent"));
    }

    private static boolean calls(FlowNode node, String block) {
        return Optional.of(node)
                .filter(ServiceTask.class::isInstance)
                .map(it -> ((ServiceTask) it).getCamundaDelegateExpression())
                .filter(block::equals)
                .isPresent();
    }
}

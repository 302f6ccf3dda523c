package dev.whistle.gate;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.InclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
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
        Ways ways = Ways.of(model);
        if (model.all(ServiceTask.class).stream().anyMatch(it -> calls(it, OPEN))) {
            model.process().stream()
                    .flatMap(it -> it.getChildElementsByType(EndEvent.class).stream())
                    .filter(it -> ways.reachOpen(it, new HashSet<>()))
                    .forEach(it -> report.element(it.getId(), "end.outcome"));
        }
        // Where a way stops that is no end event the engine ends the case, or the part of it, without a word.
        model.all(FlowNode.class).stream()
                .filter(it -> !(it instanceof EndEvent) && !isEventSubProcess(it) && ways.from(it) == 0)
                .forEach(it -> report.element(it.getId(), "end.dead"));
    }

    /**
     * The sequence flows themselves: what elements say about those that come and go is for readers, not for the engine.
     */
    private record Ways(List<Way> all) {

        private record Way(FlowNode from, FlowNode to) {}

        static Ways of(Model model) {
            return new Ways(model.all(SequenceFlow.class).stream()
                    .map(it -> new Way(it.getSource(), it.getTarget()))
                    .toList());
        }

        /** Whether a way from the start leads here on which the case is not closed. */
        boolean reachOpen(FlowNode node, Set<String> seen) {
            if (!seen.add(node.getId()) || calls(node, CLOSE) || isOneOfSeveral(node)) {
                return false;
            }
            return node instanceof StartEvent || before(node).anyMatch(it -> reachOpen(it, seen));
        }

        long from(FlowNode node) {
            return all.stream().filter(it -> it.from().equals(node)).count();
        }

        /** Here a token comes into being beside others, one of which closes the case. */
        private boolean isOneOfSeveral(FlowNode node) {
            return (node instanceof BoundaryEvent event && !event.cancelActivity())
                    || ((node instanceof ParallelGateway || node instanceof InclusiveGateway) && from(node) > 1);
        }

        private Stream<FlowNode> before(FlowNode node) {
            Stream<FlowNode> along =
                    all.stream().filter(it -> it.to().equals(node)).map(Way::from);
            return node instanceof BoundaryEvent event ? Stream.concat(along, Stream.of(event.getAttachedTo())) : along;
        }
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

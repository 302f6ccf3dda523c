package dev.whistle.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Lane;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.springframework.stereotype.Component;

/** The picture shows the whole model, every step in somebody's lane and nothing behind something else. */
@Component
class DiagramRules implements ModelRule {

    @Override
    public void check(Model model, Report.About report) {
        Set<String> shapes = model.all(BpmnShape.class).stream()
                .map(BpmnShape::getBpmnElement)
                .filter(Objects::nonNull)
                .map(BaseElement::getId)
                .collect(Collectors.toSet());
        Set<String> edges = model.all(BpmnEdge.class).stream()
                .map(BpmnEdge::getBpmnElement)
                .filter(Objects::nonNull)
                .map(BaseElement::getId)
                .collect(Collectors.toSet());
        model.all(FlowNode.class).stream()
                .filter(it -> !shapes.contains(it.getId()))
                .forEach(it -> report.element(it.getId(), "diagram.missing"));
        model.all(SequenceFlow.class).stream()
                .filter(it -> !edges.contains(it.getId()))
                .forEach(it -> report.element(it.getId(), "diagram.missing"));
        checkLanes(model, report);
        checkOverlaps(model, report);
    }

    private static void checkLanes(Model model, Report.About report) {
        Set<String> inLanes = model.all(Lane.class).stream()
                .flatMap(it -> it.getFlowNodeRefs().stream())
                .map(BaseElement::getId)
                .collect(Collectors.toSet());
        model.process().stream()
                .flatMap(it -> it.getChildElementsByType(FlowNode.class).stream())
                .filter(it -> !inLanes.contains(it.getId()))
                .forEach(it -> report.element(it.getId(), "diagram.lane"));
    }

    private static void checkOverlaps(Model model, Report.About report) {
        List<Box> before = new ArrayList<>();
        model.all(BpmnShape.class).stream().flatMap(it -> Box.of(it).stream()).forEach(box -> {
            before.stream()
                    .filter(box::overlaps)
                    .forEach(it -> report.element(
                            box.node().getId(), "diagram.overlap", it.node().getId()));
            before.add(box);
        });
    }

    /** A step as it is drawn; read once, since the typed model looks everything up anew. */
    private record Box(
            FlowNode node, ModelElementInstance picture, double left, double top, double right, double bottom) {

        static Optional<Box> of(BpmnShape shape) {
            Bounds bounds = shape.getBounds();
            return bounds != null && shape.getBpmnElement() instanceof FlowNode node
                    ? Optional.of(new Box(
                            node,
                            shape.getParentElement(),
                            bounds.getX(),
                            bounds.getY(),
                            bounds.getX() + bounds.getWidth(),
                            bounds.getY() + bounds.getHeight()))
                    : Optional.empty();
        }

        boolean overlaps(Box other) {
            return left < other.right
                    && other.left < right
                    && top < other.bottom
                    && other.top < bottom
                    && picture.equals(other.picture) // the inside of a closed subprocess is a picture of its own
                    && !standsOn(node, other.node)
                    && !standsOn(other.node, node);
        }

        /** An event on the edge of a step and whatever is inside of one are drawn upon it. */
        private static boolean standsOn(BaseElement inner, BaseElement outer) {
            if (inner instanceof BoundaryEvent event && outer.equals(event.getAttachedTo())) {
                return true;
            }
            for (ModelElementInstance it = inner.getParentElement(); it != null; it = it.getParentElement()) {
                if (it.equals(outer)) {
                    return true;
                }
            }
            return false;
        }
    }
}

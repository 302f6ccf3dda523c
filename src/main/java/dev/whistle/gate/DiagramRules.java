package dev.whistle.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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
        List<BpmnShape> shapes = model.all(BpmnShape.class).stream()
                .filter(it -> it.getBpmnElement() instanceof FlowNode && it.getBounds() != null)
                .toList();
        List<BpmnShape> before = new ArrayList<>();
        for (BpmnShape shape : shapes) {
            before.stream()
                    .filter(it -> overlap(it, shape))
                    .forEach(it -> report.element(
                            shape.getBpmnElement().getId(),
                            "diagram.overlap",
                            it.getBpmnElement().getId()));
            before.add(shape);
        }
    }

    private static boolean overlap(BpmnShape a, BpmnShape b) {
        return a.getParentElement()
                        .equals(b.getParentElement()) // the inside of a closed subprocess is a picture of its own
                && !belong(a.getBpmnElement(), b.getBpmnElement())
                && !belong(b.getBpmnElement(), a.getBpmnElement())
                && intersect(a.getBounds(), b.getBounds());
    }

    /** An event on the edge of a step and whatever is inside of one are drawn upon it. */
    private static boolean belong(BaseElement inner, BaseElement outer) {
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

    private static boolean intersect(Bounds a, Bounds b) {
        return a.getX() < b.getX() + b.getWidth()
                && b.getX() < a.getX() + a.getWidth()
                && a.getY() < b.getY() + b.getHeight()
                && b.getY() < a.getY() + a.getHeight();
    }
}

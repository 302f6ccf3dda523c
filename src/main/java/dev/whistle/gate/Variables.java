package dev.whistle.gate;

import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOut;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOutputParameter;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** What stands for a value in a model, and where: some names are known inside of one step only. */
final class Variables {

    private static final Set<String> OF_A_LOOP =
            Set.of("loopCounter", "nrOfInstances", "nrOfActiveInstances", "nrOfCompletedInstances");
    /** What of a loop is computed before its first round. */
    private static final Set<String> BEFORE_A_LOOP =
            Set.of("multiInstanceLoopCharacteristics", "loopCardinality", "loopDataInputRef");

    private final Set<String> left;
    private final Set<String> kept;
    private final Set<String> entered;
    private final Map<Element, Set<String>> parameters = new IdentityHashMap<>();
    private final Map<Element, Loop> loops = new IdentityHashMap<>();

    /**
     * Names that can be used at a place of a model.
     *
     * @param left what steps leave and what the process or a step around is given: it can be more than one plain value
     * @param kept these and what forms ask for and the engine keeps
     * @param known these and what the bundle's forms ask for, which may be gone after the step that it was entered in
     */
    record Names(Set<String> left, Set<String> kept, Set<String> known) {}

    private Variables(Model model, Palette palette) {
        this.left = left(model, palette);
        this.kept =
                model.fields(it -> it.path("properties").path("keep").asText().startsWith("routing"));
        this.entered = model.fields(it -> true);
        Elements.of(model.xml())
                .filter(it -> Elements.isCamunda(it) && Elements.local(it).equals("inputParameter"))
                .forEach(it -> parameters
                        .computeIfAbsent(Elements.step(it), step -> new HashSet<>())
                        .add(it.getAttribute("name")));
        Loop.all(model.xml()).forEach(it -> loops.put(it.step(), it));
    }

    static Variables of(Model model, Palette palette) {
        return new Variables(model, palette);
    }

    /** What lasts as long as the process. */
    Set<String> ofTheProcess() {
        return Model.union(left, kept);
    }

    Names at(Element place) {
        Set<String> here = new HashSet<>(left);
        for (Node it = place; it instanceof Element around; it = around.getParentNode()) {
            here.addAll(inside(around, place));
        }
        return new Names(here, Model.union(here, kept), Model.union(here, entered));
    }

    /** Whether a value of this name that is set at a place stays inside of the step around it. */
    boolean isOwn(String name, Element place, Element step) {
        for (Node it = place; it instanceof Element around; it = around.getParentNode()) {
            if (parameters.getOrDefault(around, Set.of()).contains(name)) {
                return true;
            }
            if (around == step) {
                return false;
            }
        }
        return false;
    }

    private Set<String> inside(Element step, Element place) {
        Loop loop = loops.get(step);
        Set<String> given = parameters.getOrDefault(step, Set.of());
        if (loop == null) {
            return given;
        }
        boolean ofTheLoop = place == loop.written() || place.getParentNode() == loop.written();
        if (ofTheLoop && BEFORE_A_LOOP.contains(Elements.local(place))) {
            return Set.of();
        }
        Set<String> own = Model.union(OF_A_LOOP, loop.element().stream().toList());
        return ofTheLoop ? own : Model.union(own, given);
    }

    /** Variables that a process is given, and that its steps leave for what stands behind them. */
    private static Set<String> left(Model model, Palette palette) {
        return Stream.of(
                        Model.given(model.instance(), "takes").stream(),
                        Model.given(model.instance(), "mayTake").stream(),
                        model.all(CamundaOut.class).stream().map(CamundaOut::getCamundaTarget),
                        model.all(CamundaOutputParameter.class).stream().map(CamundaOutputParameter::getCamundaName),
                        model.all(BusinessRuleTask.class).stream().map(BusinessRuleTask::getCamundaResultVariable),
                        model.all(ServiceTask.class).stream()
                                .flatMap(it -> Model.bean(it.getCamundaDelegateExpression()).stream())
                                .flatMap(it -> palette.block(it).stream())
                                .flatMap(it -> Stream.of(it.sets())))
                .flatMap(it -> it)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }
}

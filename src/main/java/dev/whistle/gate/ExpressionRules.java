package dev.whistle.gate;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.MultiInstanceLoopCharacteristics;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputParameter;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOut;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOutputParameter;
import org.springframework.stereotype.Component;

/**
 * Expressions ask the palette and name variables that are there, nothing else: whatever they reach runs with the engine's
 * own rights, and an unknown name would be found when the first officer comes by.
 */
@Component
class ExpressionRules implements ModelRule {

    private static final Set<String> OF_THE_LOOP =
            Set.of("loopCounter", "nrOfInstances", "nrOfActiveInstances", "nrOfCompletedInstances");

    /** Asked after the step that brought the value: only what is kept is still there. */
    private static final Set<String> ASKED_LATER = Set.of("conditionExpression", "candidateGroups", "dueDate");

    private final Palette palette;

    ExpressionRules(Palette palette) {
        this.palette = palette;
    }

    @Override
    public void check(Model model, Report.About report) {
        Set<String> left = left(model);
        Set<String> known = Model.union(left, model.fields(it -> true));
        Set<String> kept = Model.union(
                left,
                model.fields(it -> it.path("properties").path("keep").asText().startsWith("routing")));
        model.expressions().forEach(it -> check(it, ASKED_LATER.contains(it.name()) ? kept : known, known, report));
    }

    private void check(Elements.Written written, Set<String> usable, Set<String> known, Report.About report) {
        if (written.name().equals("delegateExpression")) {
            return; // names a block and nothing else, or is refused by CodeRules
        }
        Ask.of(written.text().strip())
                .ifPresentOrElse(
                        ask -> check(written.owner(), ask, usable, known, report),
                        () -> report.element(
                                written.owner(),
                                "expression.unreadable",
                                written.text().strip()));
    }

    private void check(String where, Ask ask, Set<String> usable, Set<String> known, Report.About report) {
        ask.reaches().forEach(it -> report.element(where, "expression.reach", it));
        ask.calls().stream()
                .filter(it -> !palette.answers(it.bean(), it.method(), it.arguments()))
                .forEach(it -> report.element(where, "expression.call", it));
        ask.variables().stream()
                .filter(it -> !usable.contains(it))
                .forEach(it ->
                        report.element(where, known.contains(it) ? "expression.not-kept" : "expression.variable", it));
    }

    /** Variables that a process is given, and that its steps leave for what stands behind them. */
    private Set<String> left(Model model) {
        return Stream.of(
                        OF_THE_LOOP.stream(),
                        Model.given(model.instance(), "takes").stream(),
                        Model.given(model.instance(), "mayTake").stream(),
                        model.all(CamundaOut.class).stream().map(CamundaOut::getCamundaTarget),
                        model.all(CamundaInputParameter.class).stream().map(CamundaInputParameter::getCamundaName),
                        model.all(CamundaOutputParameter.class).stream().map(CamundaOutputParameter::getCamundaName),
                        model.all(BusinessRuleTask.class).stream().map(BusinessRuleTask::getCamundaResultVariable),
                        model.all(MultiInstanceLoopCharacteristics.class).stream()
                                .map(MultiInstanceLoopCharacteristics::getCamundaElementVariable),
                        model.all(ServiceTask.class).stream()
                                .flatMap(it -> Model.bean(it.getCamundaDelegateExpression()).stream())
                                .flatMap(it -> palette.block(it).stream())
                                .flatMap(it -> Stream.of(it.sets())))
                .flatMap(it -> it)
                .filter(it -> it != null)
                .collect(Collectors.toSet());
    }
}

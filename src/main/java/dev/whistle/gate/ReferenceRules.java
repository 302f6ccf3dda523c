package dev.whistle.gate;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a model names is there: decisions, processes it calls with what they take, kinds of clocks. */
@Component
class ReferenceRules implements ModelRule {

    private static final String CLOCKS = "clocks";
    private static final String BUSINESS_KEY = "#{execution.processBusinessKey}";

    @Override
    public void check(Model model, Report.About report) {
        model.all(BusinessRuleTask.class).forEach(it -> checkDecision(model, it, report));
        model.all(CallActivity.class).forEach(it -> checkCall(model, it, report));
        Set<String> kinds = model.around().choices().clockKinds();
        model.expressions()
                .forEach(written -> Ask.of(written.text().strip()).stream()
                        .flatMap(ask -> ask.calls().stream())
                        .filter(call -> call.bean().equals(CLOCKS))
                        .flatMap(call -> call.text(1).stream())
                        .filter(kind -> !kinds.contains(kind))
                        .forEach(kind -> report.element(written.owner(), "clock.unknown", kind)));
    }

    private static void checkDecision(Model model, BusinessRuleTask step, Report.About report) {
        String decision = step.getCamundaDecisionRef();
        if (decision == null) {
            report.element(step.getId(), "decision.none");
        } else if (!model.around().hasDecision(decision, "deployment".equals(step.getCamundaDecisionRefBinding()))) {
            report.element(step.getId(), "decision.missing", decision);
        }
    }

    private static void checkCall(Model model, CallActivity call, Report.About report) {
        @Nullable String process = call.getCalledElement();
        BpmnModelInstance called =
                process == null ? null : model.around().process(process).orElse(null);
        if (called == null) {
            report.element(call.getId(), "process.missing", String.valueOf(process));
            return;
        }
        List<CamundaIn> given = call.getExtensionElements() == null
                ? List.of()
                : List.copyOf(call.getExtensionElements().getChildElementsByType(CamundaIn.class));
        if (given.stream().map(CamundaIn::getCamundaBusinessKey).noneMatch(BUSINESS_KEY::equals)) {
            report.element(call.getId(), "call.case");
        }
        Set<String> names = given.stream()
                .map(CamundaIn::getCamundaTarget)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        Set<String> takes = Model.given(called, "takes");
        Set<String> mayTake = Model.union(takes, Model.given(called, "mayTake"));
        takes.stream()
                .filter(it -> !names.contains(it))
                .forEach(it -> report.element(call.getId(), "call.takes", process, it));
        names.stream()
                .filter(it -> !mayTake.contains(it))
                .forEach(it -> report.element(call.getId(), "call.unknown", process, it));
    }
}

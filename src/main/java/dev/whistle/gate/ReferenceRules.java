package dev.whistle.gate;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOut;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a model names is there: processes it calls with what they take and give back, kinds of clocks. */
@Component
class ReferenceRules implements ModelRule {

    private static final String CLOCKS = "clocks";
    private static final String BUSINESS_KEY = "#{execution.processBusinessKey}";

    private final Palette palette;

    ReferenceRules(Palette palette) {
        this.palette = palette;
    }

    @Override
    public boolean looksAround() {
        return true;
    }

    @Override
    public void check(Model model, Report.About report) {
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

    private void checkCall(Model model, CallActivity call, Report.About report) {
        @Nullable String process = call.getCalledElement();
        Model called = process == null ? null : model.around().process(process).orElse(null);
        if (called == null) {
            report.element(call.getId(), "process.missing", String.valueOf(process));
            return;
        }
        List<CamundaIn> given = extensions(call, CamundaIn.class);
        if (given.stream().map(CamundaIn::getCamundaBusinessKey).noneMatch(BUSINESS_KEY::equals)) {
            report.element(call.getId(), "call.case");
        }
        Set<String> names = given.stream()
                .map(CamundaIn::getCamundaTarget)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        Set<String> takes = Model.given(called.instance(), "takes");
        Set<String> mayTake = Model.union(takes, Model.given(called.instance(), "mayTake"));
        takes.stream()
                .filter(it -> !names.contains(it))
                .forEach(it -> report.element(call.getId(), "call.takes", process, it));
        names.stream()
                .filter(it -> !mayTake.contains(it))
                .forEach(it -> report.element(call.getId(), "call.unknown", process, it));
        checkGivenBack(call, called, report);
    }

    /** What nobody leaves there would come back as nothing, and the gateway that asks for it would fail. */
    private void checkGivenBack(CallActivity call, Model called, Report.About report) {
        List<String> asked = extensions(call, CamundaOut.class).stream()
                .map(CamundaOut::getCamundaSource)
                .filter(Objects::nonNull)
                .toList();
        if (!asked.isEmpty()) {
            Set<String> left = Variables.of(called, palette).ofTheProcess();
            asked.stream()
                    .filter(it -> !left.contains(it))
                    .forEach(it -> report.element(call.getId(), "call.nothing-back", called.stem(), it));
        }
    }

    private static <T extends ModelElementInstance> List<T> extensions(CallActivity call, Class<T> type) {
        return call.getExtensionElements() == null
                ? List.of()
                : List.copyOf(call.getExtensionElements().getChildElementsByType(type));
    }
}

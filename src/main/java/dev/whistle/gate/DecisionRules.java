package dev.whistle.gate;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.InformationRequirement;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.LiteralExpression;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.Variable;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.springframework.stereotype.Component;

/**
 * A decision that a step asks for is there, and what it goes by is there when it is asked: a name that nobody sets
 * fails in the middle of a case. Of what a table computes only names and paths are looked at; the rest is let pass.
 */
@Component
class DecisionRules implements ModelRule {

    private static final String WORD = "[\\p{L}_][\\p{L}\\p{N}_]*";
    private static final Pattern PATH = Pattern.compile(WORD + "(\\." + WORD + ")*");
    private static final Set<String> VALUES = Set.of("true", "false", "null");

    private final Palette palette;

    DecisionRules(Palette palette) {
        this.palette = palette;
    }

    @Override
    public boolean looksAround() {
        return true;
    }

    @Override
    public void check(Model model, Report.About report) {
        Collection<BusinessRuleTask> steps = model.all(BusinessRuleTask.class);
        if (!steps.isEmpty()) {
            Variables variables = Variables.of(model, palette);
            steps.forEach(it -> check(model, it, variables, report));
        }
    }

    private static void check(Model model, BusinessRuleTask step, Variables variables, Report.About report) {
        String id = step.getCamundaDecisionRef();
        if (id == null) {
            report.element(step.getId(), "decision.none");
            return;
        }
        model.around()
                .decision(id, "deployment".equals(step.getCamundaDecisionRefBinding()))
                .flatMap(it -> Optional.ofNullable((Decision) it.getModelElementById(id)))
                .ifPresentOrElse(
                        it -> checkInputs(model, step, it, variables, report),
                        () -> report.element(step.getId(), "decision.missing", id));
    }

    private static void checkInputs(
            Model model, BusinessRuleTask step, Decision decision, Variables variables, Report.About report) {
        Variables.Names names = variables.at(model.element(step.getId()));
        Set<Decision> asked = withWhatItRequires(decision);
        Set<String> decided = asked.stream().flatMap(DecisionRules::results).collect(Collectors.toSet());
        asked.stream()
                .flatMap(DecisionRules::names)
                .filter(it -> !decided.contains(it) && !names.kept().contains(it))
                .forEach(it -> report.element(
                        step.getId(),
                        names.known().contains(it) ? "decision.input-not-kept" : "decision.input",
                        String.valueOf(decision.getId()),
                        it));
    }

    private static Set<Decision> withWhatItRequires(Decision decision) {
        Set<Decision> all = new LinkedHashSet<>();
        Deque<Decision> next = new ArrayDeque<>(Set.of(decision));
        while (!next.isEmpty()) {
            Decision it = next.pop();
            if (all.add(it)) {
                it.getInformationRequirements().stream()
                        .map(InformationRequirement::getRequiredDecision)
                        .filter(Objects::nonNull)
                        .forEach(next::push);
            }
        }
        return all;
    }

    /** By what names a decision that requires this one knows its results. */
    private static Stream<String> results(Decision decision) {
        return Stream.concat(
                        inside(decision, Output.class).map(Output::getName),
                        inside(decision, Variable.class).map(Variable::getName))
                .filter(Objects::nonNull);
    }

    /** The variables that it reads, as far as that can be told without running it. */
    private static Stream<String> names(Decision decision) {
        Set<String> texts = new HashSet<>();
        inside(decision, DecisionTable.class)
                .flatMap(it -> it.getInputs().stream())
                .map(Input::getInputExpression)
                .filter(it -> it != null && it.getText() != null)
                .forEach(it -> texts.add(it.getText().getTextContent().strip()));
        inside(decision, LiteralExpression.class)
                .filter(it -> decision.equals(it.getParentElement()) && it.getText() != null)
                .forEach(it -> texts.add(it.getText().getTextContent().strip()));
        return texts.stream()
                .filter(it -> PATH.matcher(it).matches())
                .map(it -> it.replaceFirst("\\..*", ""))
                .filter(it -> !VALUES.contains(it))
                .sorted();
    }

    /** Elements of the file that belong to this decision. */
    private static <T extends ModelElementInstance> Stream<T> inside(Decision decision, Class<T> type) {
        return decision.getModelInstance().getModelElementsByType(type).stream().filter(it -> {
            ModelElementInstance around = it;
            while (around != null && !around.equals(decision)) {
                around = around.getParentElement();
            }
            return around != null;
        });
    }
}

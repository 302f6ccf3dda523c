package dev.whistle.gate;

import dev.whistle.clause.ClauseBook;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.Documentation;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Lane;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What officers read of a model is Chinese, and every step and every event that officers record says on which clauses it
 * stands and what is to be done. */
@Component
class WordingRules implements ModelRule {

    static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");
    private static final Pattern CLAUSE = Pattern.compile("(JJ|AP|YQ|AS|SY|QA)\\.[A-Za-z0-9.-]+");

    private final ClauseBook clauses;

    WordingRules(ClauseBook clauses) {
        this.clauses = clauses;
    }

    @Override
    public void check(Model model, Report.About report) {
        model.process().ifPresent(it -> checkName(it, it.getName(), report));
        model.all(FlowNode.class).forEach(it -> checkName(it, it.getName(), report));
        model.all(Lane.class).forEach(it -> checkName(it, it.getName(), report));
        model.all(SequenceFlow.class).stream()
                .filter(it -> it.getConditionExpression() != null)
                .forEach(it -> checkName(it, it.getName(), report));
        model.all(FlowNode.class).stream()
                .filter(it -> it instanceof Activity || EventRules.isOffered(it))
                .forEach(it -> checkClauses(it, report));
    }

    private static void checkName(BaseElement element, @Nullable String name, Report.About report) {
        if (name == null || !CHINESE.matcher(name).find()) {
            report.element(element.getId(), "element.name");
        }
    }

    private void checkClauses(FlowNode step, Report.About report) {
        String text = step.getDocumentations().stream()
                .map(Documentation::getTextContent)
                .collect(Collectors.joining(" "));
        List<String> words = new ArrayList<>(Arrays.asList(text.strip().split("\\s+")));
        List<String> first =
                words.stream().takeWhile(it -> CLAUSE.matcher(it).matches()).toList();
        if (first.isEmpty()) {
            report.element(step.getId(), "clause.missing");
        } else if (!CHINESE.matcher(String.join("", words.subList(first.size(), words.size())))
                .find()) {
            report.element(step.getId(), "clause.alone");
        }
        first.stream()
                .filter(it -> clauses.find(it).isEmpty())
                .forEach(it -> report.element(step.getId(), "clause.unknown", it));
    }
}

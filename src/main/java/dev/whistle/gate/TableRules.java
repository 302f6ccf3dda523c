package dev.whistle.gate;

import dev.whistle.clause.ClauseBook;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.springframework.stereotype.Component;
import org.w3c.dom.Element;

/** What every file of decisions keeps to. */
@Component
class TableRules {

    private static final Pattern DAYS = Pattern.compile("P\\d+D");
    /** Everything else is a script's. */
    private static final Pattern FEEL = Pattern.compile(
            "(?i)feel|https?://www\\.omg\\.org/spec/.*feel.*|https://www\\.omg\\.org/spec/DMN/.*/FEEL/");

    private static final String CLAUSES = "clause";

    private final ClauseBook clauses;

    TableRules(ClauseBook clauses) {
        this.clauses = clauses;
    }

    void check(String file, Contents.Table read, Surroundings around, Report.About report) {
        DmnModelInstance table = read.model();
        String stem = file.substring(0, file.length() - Contents.TABLE.length());
        Collection<Decision> decisions = table.getModelElementsByType(Decision.class);
        if (decisions.stream().noneMatch(it -> stem.equals(it.getId()))) {
            report.file("decision.id", stem);
        }
        decisions.forEach(it -> checkDecision(it, around, report));
        Elements.all(read.xml()).forEach(it -> checkLanguage(it, report));
        table.getModelElementsByType(DecisionTable.class).forEach(it -> {
            checkOverlaps(it, report);
            checkClauses(it, report);
        });
    }

    private static void checkDecision(Decision decision, Surroundings around, Report.About report) {
        String id = String.valueOf(decision.getId());
        around.otherOwnerOfDecision(id).ifPresent(it -> report.element(id, "decision.taken", it));
        if (decision.getName() == null
                || !WordingRules.CHINESE.matcher(decision.getName()).find()) {
            report.element(id, "element.name");
        }
        if (!DAYS.matcher(String.valueOf(decision.getCamundaHistoryTimeToLiveString()))
                .matches()) {
            report.element(id, "history");
        }
    }

    private static void checkLanguage(Element element, Report.About report) {
        String language = element.getAttribute("expressionLanguage");
        if (!language.isEmpty() && !FEEL.matcher(language).matches()) {
            report.element(element.getAttribute("id"), "decision.language", language);
        }
    }

    /** Where exactly one rule may hit, two that both do leave an officer with an error in the middle of a case. */
    private static void checkOverlaps(DecisionTable table, Report.About report) {
        if (!HitPolicy.UNIQUE.equals(table.getHitPolicy())) {
            return;
        }
        List<Rule> before = new ArrayList<>();
        for (Rule rule : table.getRules()) {
            before.stream()
                    .filter(it -> overlap(it, rule))
                    .forEach(it -> report.element(
                            String.valueOf(rule.getId()), "decision.overlap", String.valueOf(it.getId())));
            before.add(rule);
        }
    }

    private static boolean overlap(Rule a, Rule b) {
        List<String> left = inputs(a);
        List<String> right = inputs(b);
        if (left.size() != right.size() || left.isEmpty()) {
            return false; // the engine says what is wrong with it
        }
        for (int column = 0; column < left.size(); column++) {
            if (!Cell.of(left.get(column)).surelyMeets(Cell.of(right.get(column)))) {
                return false;
            }
        }
        return true;
    }

    private static List<String> inputs(Rule rule) {
        return rule.getInputEntries().stream()
                .map(it -> it.getTextContent().strip())
                .toList();
    }

    private void checkClauses(DecisionTable table, Report.About report) {
        int column = table.getOutputs().stream().map(Output::getName).toList().indexOf(CLAUSES);
        if (column >= 0) {
            table.getRules().stream()
                    .map(it -> List.copyOf(it.getOutputEntries()))
                    .filter(it -> it.size() > column)
                    .map(it -> it.get(column))
                    .forEach(cell -> Arrays.stream(cell.getTextContent()
                                    .strip()
                                    .replace("\"", "")
                                    .split("[\\s、]+"))
                            .filter(it -> clauses.find(it).isEmpty())
                            .forEach(it -> report.element(Objects.toString(cell.getId()), "clause.unknown", it)));
        }
    }
}

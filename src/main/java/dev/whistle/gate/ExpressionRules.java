package dev.whistle.gate;

import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Expressions ask the palette and name variables that are there, nothing else: whatever they reach runs with the
 * engine's own rights, and an unknown name would be found when the first officer comes by.
 */
@Component
class ExpressionRules implements ModelRule {

    /** Asked after the step that brought the value: only what is kept is still there. */
    private static final Set<String> ASKED_LATER = Set.of(
            "conditionExpression",
            "candidateGroups",
            "dueDate",
            "collection",
            "loopDataInputRef",
            "loopCardinality",
            "completionCondition");

    private final Palette palette;

    ExpressionRules(Palette palette) {
        this.palette = palette;
    }

    @Override
    public void check(Model model, Report.About report) {
        Variables variables = Variables.of(model, palette);
        model.expressions().forEach(it -> check(it, variables.at(it.element()), report));
    }

    private void check(Elements.Written written, Variables.Names names, Report.About report) {
        if (written.name().equals("delegateExpression")) {
            return; // names a block and nothing else, or is refused by CodeRules
        }
        Set<String> usable = ASKED_LATER.contains(written.name()) ? names.kept() : names.known();
        Ask.of(written.text().strip())
                .ifPresentOrElse(
                        ask -> check(written.owner(), ask, usable, names.known(), report),
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
}

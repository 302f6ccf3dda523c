package dev.whistle.gate;

import dev.whistle.engine.Bundle;
import dev.whistle.engine.DeployedBundles;
import dev.whistle.problem.FieldError;
import java.util.List;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.springframework.stereotype.Component;

/**
 * Models that stay while a bundle that they use is replaced: a row of a table, a parameter, a result that is no longer
 * there would be missed by the next case. What was wrong with them before is not held against the new bundle.
 */
@Component
class Dependents {

    private final Rules rules;
    private final DeployedBundles deployed;

    Dependents(Rules rules, DeployedBundles deployed) {
        this.rules = rules;
        this.deployed = deployed;
    }

    /**
     * @param before all bundles as they stand
     * @param after the same with the new version
     * @param changed name of the bundle that has a new version; nobody uses one that is deployed for the first time
     */
    void check(Landscape before, Landscape after, String changed, Report report) {
        if (before.has(changed)) {
            before.slugs().stream()
                    .filter(it -> !it.equals(changed))
                    .filter(it -> uses(before.contents(it), before.contents(changed)))
                    .filter(it -> !isReplaced(it, after))
                    .forEach(it -> check(it, before, after, report));
        }
    }

    private void check(String other, Landscape before, Landscape after, Report report) {
        List<FieldError> then = findings(other, after);
        if (!then.isEmpty()) {
            List<FieldError> already = findings(other, before);
            then.stream().filter(it -> !already.contains(it)).forEach(it -> report.breaks(other, it));
        }
    }

    private List<FieldError> findings(String bundle, Landscape landscape) {
        Report report = new Report();
        rules.checkWhatOthersGive(landscape.around(bundle), report);
        return report.findings();
    }

    /** By this very start, with a version that keeps to everything. */
    private boolean isReplaced(String other, Landscape after) {
        return deployed.expected().stream()
                .filter(it -> it.slug().equals(other))
                .anyMatch(it -> passes(it, after));
    }

    private boolean passes(Bundle expected, Landscape after) {
        Report report = new Report();
        Contents contents = Contents.of(expected, Long.MAX_VALUE, report);
        rules.check(after.with(contents).around(expected.slug()), report);
        return report.findings().isEmpty();
    }

    private static boolean uses(Contents other, Contents changed) {
        return changed.tables().keySet().stream().anyMatch(Choices::isFrom)
                || other.models().values().stream().anyMatch(it -> calls(it, changed) || asks(it, changed));
    }

    private static boolean calls(Contents.Read model, Contents changed) {
        return model.model().getModelElementsByType(CallActivity.class).stream()
                .anyMatch(it -> changed.models().containsKey(it.getCalledElement() + Contents.MODEL));
    }

    private static boolean asks(Contents.Read model, Contents changed) {
        return model.model().getModelElementsByType(BusinessRuleTask.class).stream()
                .map(BusinessRuleTask::getCamundaDecisionRef)
                .anyMatch(it -> it != null && changed.tableWith(it).isPresent());
    }
}

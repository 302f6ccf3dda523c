package dev.whistle.gate;

import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * Nobody's data stands in a model: values travel as transient variables, which the engine stores as soon as a model
 * copies one, into its own tables, for all who may read them.
 */
@Component
class PersonalDataRules implements ModelRule {

    /** Any other is a finding of the form's. */
    private static final Pattern KEY = Pattern.compile("\\w+");

    @Override
    public void check(Model model, Report.About report) {
        Set<String> personal =
                model.fields(it -> KEY.matcher(it.path("key").asText()).matches()
                        && !it.path("properties").path("party").asText().isEmpty());
        if (personal.isEmpty()) {
            return;
        }
        Pattern key = Pattern.compile("\\b(" + String.join("|", Model.sorted(personal)) + ")\\b");
        model.texts()
                .filter(it -> !it.isWording() || Ask.isExpression(it.text()))
                .forEach(written -> key.matcher(written.text())
                        .results()
                        .forEach(it -> report.element(written.owner(), "personal", it.group())));
    }
}

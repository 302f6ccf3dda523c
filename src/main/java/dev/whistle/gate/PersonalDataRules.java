package dev.whistle.gate;

import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * Nobody's data stands in a model: values travel as transient variables, which the engine stores as soon as a model copies
 * one, into its own tables, for all who may read them.
 */
@Component
class PersonalDataRules implements ModelRule {

    @Override
    public void check(Model model, Report.About report) {
        Set<String> personal =
                model.fields(it -> !it.path("properties").path("party").asText().isEmpty());
        for (String key : Model.sorted(personal)) {
            Pattern word = Pattern.compile("\\b" + Pattern.quote(key) + "\\b");
            Elements.texts(model.xml())
                    .filter(it -> !it.isWording() || Ask.isExpression(it.text()))
                    .filter(it -> word.matcher(it.text()).find())
                    .forEach(it -> report.element(it.owner(), "personal", key));
        }
    }
}

package dev.whistle.gate;

import dev.whistle.problem.Texts;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.DmnModelElementInstance;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.Rule;

/** The rows of a table that designers choose from, by their first input: each once, in the table's order. */
final class Rows {

    static final Rows NONE = new Rows(List.of());

    private final List<Template.Choice> choices;

    private Rows(List<Template.Choice> choices) {
        this.choices = choices;
    }

    /**
     * The rows of the first decision table of a file.
     *
     * @param names what the keys of its rows' Chinese names in {@code messages.properties} begin with, where the table has no
     *     column of names
     */
    static Rows of(DmnModelInstance model, String names) {
        Collection<DecisionTable> tables = model.getModelElementsByType(DecisionTable.class);
        return tables.isEmpty() ? NONE : new Rows(distinct(tables.iterator().next(), names));
    }

    List<Template.Choice> choices() {
        return choices;
    }

    Set<String> keys() {
        return choices.stream().map(Template.Choice::value).collect(Collectors.toSet());
    }

    /** A row may stand there once for each channel. */
    private static List<Template.Choice> distinct(DecisionTable table, String names) {
        int nameColumn =
                table.getOutputs().stream().map(Output::getName).toList().indexOf("name");
        Map<String, Template.Choice> byKey = new LinkedHashMap<>();
        table.getRules().stream()
                .filter(rule -> !rule.getInputEntries().isEmpty())
                .map(rule -> choice(rule, nameColumn, names))
                .forEach(it -> byKey.putIfAbsent(it.value(), it));
        return List.copyOf(byKey.values());
    }

    private static Template.Choice choice(Rule rule, int nameColumn, String names) {
        String key = text(rule.getInputEntries().iterator().next());
        List<? extends DmnModelElementInstance> outputs = List.copyOf(rule.getOutputEntries());
        String name = nameColumn < 0 || nameColumn >= outputs.size()
                ? Texts.text(Locale.SIMPLIFIED_CHINESE, names + key)
                : text(outputs.get(nameColumn));
        return new Template.Choice(name, key);
    }

    private static String text(DmnModelElementInstance entry) {
        return entry.getTextContent().strip().replace("\"", "");
    }
}

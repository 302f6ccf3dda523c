package dev.whistle.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whistle.problem.Texts;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.DmnModelElementInstance;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.Rule;

/** The rows of a decision table that designers choose from, with their Chinese names. */
final class Table {

    private final Path file;
    private final String names;

    private Table(Path file, String names) {
        this.file = file;
        this.names = names;
    }

    /**
     * The table in this file, if there is one.
     *
     * @param names what the keys of its rows' names in {@code messages.properties} begin with, where it has no column
     *     of names
     */
    static Optional<Table> find(String fileName, String names) {
        return Models.dmn().filter(it -> it.endsWith(fileName)).findFirst().map(it -> new Table(it, names));
    }

    List<Template.Choice> choices() {
        DecisionTable table = Dmn.readModelFromFile(file.toFile()).getModelElementsByType(DecisionTable.class).stream()
                .findFirst()
                .orElseThrow();
        int nameColumn =
                table.getOutputs().stream().map(Output::getName).toList().indexOf("name");
        Map<String, Template.Choice> byRow = new LinkedHashMap<>(); // a row may stand there once for each channel
        table.getRules().stream()
                .map(rule -> choice(rule, nameColumn))
                .forEach(it -> byRow.putIfAbsent(it.value(), it));
        return List.copyOf(byRow.values());
    }

    private Template.Choice choice(Rule rule, int nameColumn) {
        String row = text(rule.getInputEntries().iterator().next());
        String name = nameColumn < 0
                ? Texts.text(Locale.SIMPLIFIED_CHINESE, names + row)
                : text(List.copyOf(rule.getOutputEntries()).get(nameColumn));
        assertThat(name).as("Chinese name of " + row + " in " + file).containsPattern("\\p{IsHan}");
        return new Template.Choice(name, row);
    }

    private static String text(DmnModelElementInstance entry) {
        return entry.getTextContent().strip().replace("\"", "");
    }
}

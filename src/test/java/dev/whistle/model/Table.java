package dev.whistle.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whistle.problem.Texts;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.camunda.bpm.model.dmn.Dmn;
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
     * @param names what the keys of its rows' names in {@code messages.properties} begin with
     */
    static Optional<Table> find(String fileName, String names) {
        return Models.dmn().filter(it -> it.endsWith(fileName)).findFirst().map(it -> new Table(it, names));
    }

    List<Template.Choice> choices() {
        return Dmn.readModelFromFile(file.toFile()).getModelElementsByType(Rule.class).stream()
                .map(rule -> rule.getInputEntries().iterator().next().getTextContent())
                .map(entry -> entry.strip().replace("\"", ""))
                .map(row -> new Template.Choice(name(row), row))
                .toList();
    }

    private String name(String row) {
        String name = Texts.text(Locale.SIMPLIFIED_CHINESE, names + row);
        assertThat(name)
                .as("Chinese name of " + row + " in messages.properties")
                .containsPattern("\\p{IsHan}");
        return name;
    }
}

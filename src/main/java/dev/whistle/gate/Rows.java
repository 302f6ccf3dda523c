package dev.whistle.gate;

import dev.whistle.problem.Texts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

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
     * @param names what the keys of its rows' Chinese names in {@code messages.properties} begin with, where the table
     *     has no column of names
     */
    static Rows of(Document file, String names) {
        return all(file, "decisionTable").findFirst().map(it -> of(it, names)).orElse(NONE);
    }

    List<Template.Choice> choices() {
        return choices;
    }

    Set<String> keys() {
        return choices.stream().map(Template.Choice::value).collect(Collectors.toSet());
    }

    /** A row may stand there once for each channel. */
    private static Rows of(Element table, String names) {
        int nameColumn = Elements.inside(table, "output")
                .map(it -> it.getAttribute("name"))
                .toList()
                .indexOf("name");
        Map<String, Template.Choice> byKey = new LinkedHashMap<>();
        Elements.inside(table, "rule")
                .flatMap(rule -> choice(rule, nameColumn, names))
                .forEach(it -> byKey.putIfAbsent(it.value(), it));
        return new Rows(List.copyOf(byKey.values()));
    }

    private static Stream<Template.Choice> choice(Element rule, int nameColumn, String names) {
        List<Element> outputs = Elements.inside(rule, "outputEntry").toList();
        return Elements.inside(rule, "inputEntry").limit(1).map(Rows::text).map(key -> {
            String name = nameColumn < 0 || nameColumn >= outputs.size()
                    ? Texts.text(Locale.SIMPLIFIED_CHINESE, names + key)
                    : text(outputs.get(nameColumn));
            return new Template.Choice(name, key);
        });
    }

    private static Stream<Element> all(Document file, String name) {
        return Elements.all(file).filter(it -> Elements.local(it).equals(name));
    }

    private static String text(Element entry) {
        return entry.getTextContent().strip().replace("\"", "");
    }
}

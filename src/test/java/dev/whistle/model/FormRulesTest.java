package dev.whistle.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.whistle.casefile.Phone;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What every form keeps to, so that the page, the server and the officer understand it alike. */
class FormRulesTest {

    /** What the contract can vouch for and Tasklist can complete: no dynamic lists, no files, no scripts. */
    private static final Set<String> ALLOWED = Set.of(
            "text",
            "separator",
            "spacer",
            "group",
            "textfield",
            "textarea",
            "number",
            "checkbox",
            "radio",
            "select",
            "datetime");

    private static final Set<String> SILENT = Set.of("text", "separator", "spacer", "group");

    private static final Set<String> PROPERTIES = Set.of("keep", "party", "reference", "from", "notAfter");

    @TestFactory
    Stream<DynamicTest> onlyAllowedComponents() {
        return everyForm(form -> assertThat(Models.components(form))
                .extracting(it -> it.path("type").asText())
                .isSubsetOf(ALLOWED));
    }

    @TestFactory
    Stream<DynamicTest> itsIdAndFileNameTellProcedureAndStep() {
        return Models.forms()
                .map(file -> DynamicTest.dynamicTest(file.toString(), () -> {
                    String slug = Models.slug(file);
                    String name = String.valueOf(file.getFileName());
                    assertThat(name).matches(slug + "\\.[a-z][a-z-]*\\.form");
                    assertThat(Models.json(file).path("id").asText())
                            .isEqualTo(name.substring(0, name.length() - ".form".length())
                                    .replace('.', '-'));
                    assertThat(Models.json(file).path("schemaVersion").asInt())
                            .as("what the bundled viewer reads")
                            .isEqualTo(16);
                }));
    }

    @Test
    void noIdIsUsedTwice() {
        assertThat(Models.forms().map(it -> Models.json(it).path("id").asText()))
                .doesNotHaveDuplicates();
    }

    @TestFactory
    Stream<DynamicTest> everyFieldHasAKeyAndAChineseLabel() {
        return everyForm(form -> assertThat(fields(form)).allSatisfy(field -> {
            assertThat(field.path("key").asText()).matches("[a-z][A-Za-z0-9]*");
            assertThat(field.path("label").asText()).containsPattern("\\p{IsHan}");
        }));
    }

    @TestFactory
    Stream<DynamicTest> whatIsTypedIsBounded() {
        return everyForm(form -> assertThat(fields(form))
                .filteredOn(it ->
                        Set.of("textfield", "textarea").contains(it.path("type").asText()))
                .filteredOn(it -> !it.path("readonly").asBoolean())
                .allSatisfy(
                        it -> assertThat(it.path("validate").path("maxLength").asInt())
                                .as(it.path("key").asText())
                                .isPositive()));
    }

    @TestFactory
    Stream<DynamicTest> onlyCustomPropertiesThatMeanSomething() {
        return everyForm(form -> assertThat(fields(form)).allSatisfy(field -> {
            JsonNode properties = field.path("properties");
            assertThat(properties.fieldNames()).toIterable().isSubsetOf(PROPERTIES);
            assertThat(properties.path("keep").asText("routing"))
                    .as("kept by the engine, with the case, or by both")
                    .isIn("routing", "case", "routing case");
            assertThat(properties.path("party").asText("complainant.name")).matches("[a-z-]+\\.(name|phone|address)");
            assertThat(properties.has("party") && properties.has("keep"))
                    .as("nobody's data is kept by the engine or as a particular")
                    .isFalse();
        }));
    }

    @Test
    void whatIsKeptWithTheCaseIsCalledTheSameThroughoutAProcedure() {
        Map<String, Set<String>> keysByLabel = new TreeMap<>();
        Map<String, Set<String>> labelsByKey = new TreeMap<>();
        Models.forms()
                .forEach(file -> fields(Models.json(file)).stream()
                        .filter(it ->
                                it.path("properties").path("keep").asText().contains("case"))
                        .forEach(it -> {
                            String label = it.path("label").asText();
                            String key = it.path("key").asText();
                            keysByLabel
                                    .computeIfAbsent(Models.slug(file) + " " + label, any -> new TreeSet<>())
                                    .add(key);
                            labelsByKey
                                    .computeIfAbsent(Models.slug(file) + " " + key, any -> new TreeSet<>())
                                    .add(label);
                        }));

        assertThat(keysByLabel.values()).as("keys by label: %s", keysByLabel).allMatch(keys -> keys.size() == 1);
        assertThat(labelsByKey.values()).as("labels by key: %s", labelsByKey).allMatch(labels -> labels.size() == 1);
    }

    @TestFactory
    Stream<DynamicTest> aPhoneIsCheckedAsItIsStored() {
        return everyForm(form -> assertThat(fields(form))
                .filteredOn(it -> it.path("properties").path("party").asText().endsWith(".phone"))
                .allSatisfy(it ->
                        assertThat(it.path("validate").path("pattern").asText()).isEqualTo(Phone.PATTERN)));
    }

    private static List<JsonNode> fields(JsonNode form) {
        return Models.components(form).stream()
                .filter(it -> !SILENT.contains(it.path("type").asText()))
                .toList();
    }

    private static Stream<DynamicTest> everyForm(Consumer<JsonNode> rule) {
        return Models.forms()
                .map(file -> DynamicTest.dynamicTest(file.toString(), () -> rule.accept(Models.json(file))));
    }
}

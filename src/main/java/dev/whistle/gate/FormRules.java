package dev.whistle.gate;

import com.fasterxml.jackson.databind.JsonNode;
import dev.whistle.casefile.CaseFacts;
import dev.whistle.casefile.Phone;
import dev.whistle.engine.ReferenceNames;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.springframework.stereotype.Component;

/** What every form keeps to, so that the page, the server and the officer understand it alike. */
@Component
class FormRules {

    /** What the contract can vouch for and Tasklist can complete: no dynamic lists, no files, no scripts. */
    private static final Set<String> HOLDING =
            Set.of("textfield", "textarea", "number", "checkbox", "radio", "select", "datetime");

    private static final Set<String> SILENT = Set.of("text", "separator", "spacer", "group");
    private static final Set<String> TYPED = Set.of("textfield", "textarea");
    private static final Set<String> PROPERTIES = Set.of("keep", "party", "reference", "from", "notAfter");
    /** By the engine for gateways, with the case to be found again, or by both. */
    private static final Set<String> KEPT = Set.of("routing", "case", "routing case");

    private static final Pattern KEY = Pattern.compile("[a-z][A-Za-z0-9]*");
    /** Ties one choice of a field to what is on file about a person. */
    private static final String NEEDS = "needs.";

    private static final Pattern PARTY = Pattern.compile("[a-z-]+\\.(name|phone|address)");
    /** What the bundled viewer reads. */
    private static final int SCHEMA = 16;

    private final ReferenceNames references;
    private final CaseFacts facts;

    FormRules(ReferenceNames references, CaseFacts facts) {
        this.references = references;
        this.facts = facts;
    }

    /** All components of a form, those in groups too. */
    static Stream<JsonNode> components(JsonNode parent) {
        return StreamSupport.stream(parent.path("components").spliterator(), false)
                .flatMap(it -> Stream.concat(Stream.of(it), components(it)));
    }

    void check(String file, JsonNode form, Surroundings around, Report.About report) {
        String id = Contents.formId(file);
        if (!id.equals(form.path("id").asText())) {
            report.file("form.id", id, form.path("id").asText());
        }
        if (!file.startsWith(around.contents().bundle().slug() + ".")) {
            report.file("file.not-of-bundle", around.contents().bundle().slug());
        }
        around.otherOwnerOfForm(form.path("id").asText()).ifPresent(it -> report.file("form.taken", it));
        if (form.path("schemaVersion").asInt() != SCHEMA) {
            report.file("form.schema", SCHEMA, form.path("schemaVersion").asText());
        }
        Set<String> keys = new HashSet<>();
        components(form).forEach(it -> {
            String type = it.path("type").asText();
            if (HOLDING.contains(type)) {
                checkField(it, keys, report);
            } else if (!SILENT.contains(type)) {
                report.element(name(it), "form.component", type);
            }
        });
    }

    /** What a form keeps with the case is called like nothing else that is known of cases: letters go by names. */
    void checkNames(Map<String, JsonNode> forms, Report report) {
        Map<String, String> taken = facts.taken();
        forms.forEach((file, form) -> components(form)
                .filter(it -> it.path("properties").path("keep").asText().endsWith("case"))
                .forEach(it -> {
                    String label = it.path("label").asText();
                    String id = taken.get(label);
                    if (id != null) {
                        report.about(file).element(name(it), "form.label-taken", label, id);
                    }
                }));
    }

    /** A value of one name is kept by the engine wherever the bundle asks for it, or nowhere: it cannot be both. */
    void checkTogether(Map<String, JsonNode> forms, Report report) {
        Map<String, Boolean> routing = new HashMap<>();
        forms.forEach((file, form) -> components(form)
                .filter(it -> HOLDING.contains(it.path("type").asText()))
                .filter(it ->
                        !it.path("readonly").asBoolean() && !it.path("disabled").asBoolean())
                .forEach(it -> {
                    boolean kept = it.path("properties").path("keep").asText().startsWith("routing");
                    if (routing.merge(it.path("key").asText(), kept, (first, now) -> first) != kept) {
                        report.about(file).element(name(it), "form.kept-once");
                    }
                }));
    }

    private void checkField(JsonNode field, Set<String> keys, Report.About report) {
        String key = field.path("key").asText();
        if (!KEY.matcher(key).matches()) {
            report.element(name(field), "form.key", key);
        } else if (!keys.add(key)) {
            report.element(key, "form.key-twice");
        }
        if (!WordingRules.CHINESE.matcher(field.path("label").asText()).find()) {
            report.element(name(field), "form.label");
        }
        if (TYPED.contains(field.path("type").asText())
                && !field.path("readonly").asBoolean()
                && field.path("validate").path("maxLength").asInt() <= 0) {
            report.element(name(field), "form.length");
        }
        checkPattern(field, report);
        checkProperties(field, report);
        checkNeeds(field, report);
    }

    private static void checkPattern(JsonNode field, Report.About report) {
        try {
            Pattern.compile(field.path("validate").path("pattern").asText());
        } catch (PatternSyntaxException unusable) {
            report.element(name(field), "form.pattern");
        }
    }

    private void checkProperties(JsonNode field, Report.About report) {
        JsonNode properties = field.path("properties");
        String where = name(field);
        Set<String> unknown = new TreeSet<>();
        properties.fieldNames().forEachRemaining(unknown::add);
        unknown.removeAll(PROPERTIES);
        unknown.removeIf(it -> it.startsWith(NEEDS));
        unknown.forEach(it -> report.element(where, "form.property", it));
        String keep = properties.path("keep").asText("routing");
        if (!KEPT.contains(keep)) {
            report.element(where, "form.keep", keep);
        }
        String party = properties.path("party").asText();
        if (properties.has("party") && !PARTY.matcher(party).matches()) {
            report.element(where, "form.party", party);
        }
        if (properties.has("party") && properties.has("keep")) {
            report.element(where, "form.party-kept");
        }
        if (party.endsWith(".phone")
                && !Phone.PATTERN.equals(field.path("validate").path("pattern").asText())) {
            report.element(where, "form.phone", Phone.PATTERN);
        }
        if (properties.has("reference")
                && !references.all().contains(properties.path("reference").asText())) {
            report.element(
                    where, "form.reference", properties.path("reference").asText(), String.join("、", references.all()));
        }
    }

    private static void checkNeeds(JsonNode field, Report.About report) {
        List<String> choices = field.path("values").findValuesAsText("value");
        field.path("properties").properties().stream()
                .filter(it -> it.getKey().startsWith(NEEDS))
                .forEach(it -> {
                    String choice = it.getKey().substring(NEEDS.length());
                    if (!choices.contains(choice)) {
                        report.element(name(field), "form.needs-choice", it.getKey(), choice);
                    }
                    if (!PARTY.matcher(it.getValue().asText()).matches()) {
                        report.element(
                                name(field),
                                "form.needs",
                                it.getKey(),
                                it.getValue().asText());
                    }
                });
    }

    private static String name(JsonNode component) {
        String key = component.path("key").asText();
        return key.isEmpty() ? component.path("id").asText() : key;
    }
}

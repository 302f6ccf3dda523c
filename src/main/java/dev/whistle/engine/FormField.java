package dev.whistle.engine;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A field of a Camunda Form as the contract sees it. Beside form-js' own rules it knows these custom properties:
 *
 * <ul>
 *   <li>{@code keep=routing} — the value is kept as a process variable because a gateway or an assignment reads it;
 *   <li>{@code keep=case} — the value is kept with the case as a particular, for later forms, steps and letters; both
 *       are kept by {@code keep=routing case};
 *   <li>{@code party=<role>.<name|phone|address>} — personal: it goes to the case's parties and nowhere else;
 *   <li>{@code reference=<list>} — a select filled from a {@link ReferenceList} with what this user may see;
 *   <li>{@code from=now}, {@code from=case.<field>}, {@code from=particular.<key>} or
 *       {@code from=party.<role>.known} — what the form shows at first;
 *   <li>{@code notAfter=now} — a date or time that cannot lie in the future;
 *   <li>{@code needs.<choice>=<role>.<name|phone|address>} — a choice that is there only where this is on file about
 *       somebody who plays that part in the case.
 * </ul>
 *
 * @param day whether a date is asked for and no time of the day
 * @param decimals how many digits may follow the point of a number; null for any
 * @param options code → label of a select's or radio's own values
 * @param needs choice → what must be on file for it
 * @param hide FEEL condition under which the field is not there, without its leading {@code =}
 * @param first what the form itself says the field stands at first
 */
record FormField(
        String key,
        String type,
        String label,
        boolean day,
        boolean required,
        boolean fixed,
        @Nullable Integer minLength,
        @Nullable Integer maxLength,
        @Nullable Pattern pattern,
        @Nullable BigDecimal min,
        @Nullable BigDecimal max,
        @Nullable Integer decimals,
        Map<String, String> options,
        Map<String, PartyField> needs,
        @Nullable String hide,
        boolean routing,
        boolean particular,
        @Nullable PartyField party,
        @Nullable String reference,
        @Nullable String from,
        @Nullable Object first,
        boolean notAfterNow) {

    /** What a property begins with that ties a choice to what is on file about a person. */
    private static final String NEEDS = "needs.";

    /** Which person's which datum a field holds, or a choice needs. */
    record PartyField(String role, String datum) {

        static PartyField of(String property) {
            int dot = property.indexOf('.');
            return new PartyField(property.substring(0, dot), property.substring(dot + 1));
        }
    }

    static FormField of(JsonNode component) {
        JsonNode rules = component.path("validate");
        JsonNode properties = component.path("properties");
        return new FormField(
                component.path("key").asText(),
                component.path("type").asText(),
                component.path("label").asText(component.path("key").asText()),
                component.path("subtype").asText().equals("date"),
                rules.path("required").asBoolean(),
                component.path("readonly").asBoolean()
                        || component.path("disabled").asBoolean(),
                rules.has("minLength") ? Integer.valueOf(rules.get("minLength").asInt()) : null,
                rules.has("maxLength") ? Integer.valueOf(rules.get("maxLength").asInt()) : null,
                text(rules, "pattern").map(Pattern::compile).orElse(null),
                rules.has("min") ? rules.get("min").decimalValue() : null,
                rules.has("max") ? rules.get("max").decimalValue() : null,
                component.has("decimalDigits")
                        ? Integer.valueOf(component.get("decimalDigits").asInt())
                        : null,
                options(component.path("values")),
                needs(properties),
                text(component.path("conditional"), "hide")
                        .map(it -> it.startsWith("=") ? it.substring(1) : it)
                        .orElse(null),
                keeps(properties, "routing"),
                keeps(properties, "case"),
                text(properties, "party").map(PartyField::of).orElse(null),
                text(properties, "reference").orElse(null),
                text(properties, "from").orElse(null),
                plain(component.path("defaultValue")),
                properties.path("notAfter").asText().equals("now"));
    }

    /** Whether it is one of a few: what else is asked often goes by it. */
    boolean choice() {
        return type.equals("select") || type.equals("radio");
    }

    /** Whether it is there or not goes by what stands in the field of this key. */
    boolean goesBy(String other) {
        return hide != null && hide.matches("(?s).*\\b" + other + "\\b.*");
    }

    /** Whether a field's custom properties name this keeper among those in {@code keep}. */
    static boolean keeps(JsonNode properties, String keeper) {
        return List.of(properties.path("keep").asText().strip().split("\\s+")).contains(keeper);
    }

    private static @Nullable Object plain(JsonNode value) {
        if (value.isNumber()) {
            return value.numberValue();
        }
        return value.isBoolean() ? (Object) value.booleanValue() : value.isTextual() ? value.textValue() : null;
    }

    private static Map<String, String> options(JsonNode values) {
        Map<String, String> options = new LinkedHashMap<>();
        values.forEach(
                it -> options.put(it.path("value").asText(), it.path("label").asText()));
        return options;
    }

    private static Map<String, PartyField> needs(JsonNode properties) {
        Map<String, PartyField> needs = new LinkedHashMap<>();
        properties.properties().stream()
                .filter(it -> it.getKey().startsWith(NEEDS))
                .forEach(it -> needs.put(
                        it.getKey().substring(NEEDS.length()),
                        PartyField.of(it.getValue().asText())));
        return needs;
    }

    private static Optional<String> text(JsonNode node, String name) {
        return Optional.of(node.path(name).asText()).filter(it -> !it.isEmpty());
    }
}

package dev.whistle.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** A task's form as an officer sees it: which fields it has, and what can be chosen in them. */
final class ServedForm {

    private final Map<String, JsonNode> fields = new LinkedHashMap<>();

    ServedForm(JsonNode schema) {
        collect(schema);
    }

    private void collect(JsonNode component) {
        String key = component.path("key").asText();
        if (!key.isEmpty()) {
            fields.put(key, component);
        }
        component.path("components").forEach(this::collect);
    }

    boolean has(String key) {
        return fields.containsKey(key);
    }

    /** Whether a field stands at something when the form is opened. */
    boolean shows(String key) {
        JsonNode field = fields.get(key);
        return field != null && field.hasNonNull("defaultValue");
    }

    /** What a field stands at when the form is opened. */
    Optional<String> first(String key) {
        return Optional.ofNullable(fields.get(key))
                .map(it -> it.path("defaultValue"))
                .filter(it -> !it.isMissingNode() && !it.isNull())
                .map(JsonNode::asText);
    }

    /** The values that a list offers. */
    List<String> options(String key) {
        JsonNode field = fields.get(key);
        return field == null
                ? List.of()
                : StreamSupport.stream(field.path("values").spliterator(), false)
                        .map(it -> it.path("value").asText())
                        .toList();
    }

    /** What the form has a field for, out of what somebody would enter. */
    Map<String, Object> only(Map<String, Object> entered) {
        Map<String, Object> fitting = new HashMap<>(entered);
        fitting.keySet().retainAll(fields.keySet());
        return fitting;
    }
}

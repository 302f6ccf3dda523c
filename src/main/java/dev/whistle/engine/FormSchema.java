package dev.whistle.engine;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The fields of a deployed form in their order; groups are laid open. */
record FormSchema(List<FormField> fields) {

    /** Components that only show something. */
    private static final Set<String> SILENT = Set.of("text", "separator", "spacer");

    /** Components that hold one plain value, which is all the contract can vouch for. */
    private static final Set<String> HOLDING =
            Set.of("textfield", "textarea", "number", "checkbox", "radio", "select", "datetime");

    static FormSchema of(JsonNode form) {
        List<FormField> fields = new ArrayList<>();
        gather(form.path("components"), fields);
        return new FormSchema(List.copyOf(fields));
    }

    private static void gather(JsonNode components, List<FormField> fields) {
        for (JsonNode component : components) {
            String type = component.path("type").asText();
            if (type.equals("group")) {
                gather(component.path("components"), fields);
            } else if (HOLDING.contains(type)) {
                fields.add(FormField.of(component));
            } else if (!SILENT.contains(type)) {
                throw new FormNotAllowedException(type, component.path("id").asText());
            }
        }
    }
}

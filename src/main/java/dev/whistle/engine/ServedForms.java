package dev.whistle.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.whistle.engine.ReferenceList.Asker;
import dev.whistle.organisation.CurrentOfficer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Forms on their way out: reference lists filled with what this user may choose, facts of the case filled in, choices
 * left out that the case does not allow.
 */
@Component
class ServedForms {

    private final FormContract contract;
    private final FirstValues first;
    private final Needs needs;
    private final CurrentOfficer current;
    private final ObjectMapper json;

    ServedForms(FormContract contract, FirstValues first, Needs needs, CurrentOfficer current, ObjectMapper json) {
        this.contract = contract;
        this.first = first;
        this.needs = needs;
        this.current = current;
        this.json = json;
    }

    InputStream filled(InputStream form, @Nullable String caseNo) {
        try (form) {
            return new ByteArrayInputStream(json.writeValueAsBytes(filled(json.readTree(form), caseNo)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** A copy of the form, filled in. */
    JsonNode filled(JsonNode form, @Nullable String caseNo) {
        JsonNode schema = form.deepCopy();
        fill(schema.path("components"), caseNo);
        return schema;
    }

    private void fill(JsonNode components, @Nullable String caseNo) {
        for (JsonNode component : components) {
            fill(component.path("components"), caseNo);
            if (component.has("key") && component instanceof ObjectNode node) {
                fill(node, FormField.of(component), caseNo);
            }
        }
    }

    private void fill(ObjectNode component, FormField field, @Nullable String caseNo) {
        if (field.reference() != null && current.get().isPresent()) {
            Asker asker = new Asker(current.get().get(), caseNo);
            ArrayNode values = component.putArray("values");
            contract.options(field, asker)
                    .forEach((value, label) ->
                            values.addObject().put("value", value).put("label", label));
        }
        if (!field.needs().isEmpty()) {
            leaveOut(component.path("values"), field, caseNo);
        }
        if (field.from() != null) {
            component.set("defaultValue", json.valueToTree(first.of(field, field.from(), caseNo)));
        }
    }

    private void leaveOut(JsonNode choices, FormField field, @Nullable String caseNo) {
        Iterator<JsonNode> each = choices.elements();
        while (each.hasNext()) {
            if (needs.lacking(field, each.next().path("value").asText(), caseNo).isPresent()) {
                each.remove();
            }
        }
    }
}

package dev.whistle.engine;

import dev.whistle.engine.FormField.PartyField;
import org.jspecify.annotations.Nullable;

/**
 * A field that a start form asks for, as a program has to know it that fills it in.
 *
 * @param label as officers read it
 * @param always whether it has to be filled in whatever else is
 * @param datum of a person's data which: {@code complainant.phone}; null for anything else
 * @param reference name of the list that its choices come from; null where the form itself names them, or has none
 */
public record AskedField(
        String key,
        String label,
        Kind kind,
        boolean always,
        @Nullable String datum,
        @Nullable String reference) {

    /** What stands in it: a text, a number, a boolean, the code of a choice, a date or a time as ISO writes them. */
    public enum Kind {
        TEXT,
        NUMBER,
        YES_OR_NO,
        CHOICE,
        DAY,
        TIME
    }

    static AskedField of(FormField field) {
        PartyField party = field.party();
        return new AskedField(
                field.key(),
                field.label(),
                kind(field),
                field.required() && field.hide() == null,
                party == null ? null : party.role() + "." + party.datum(),
                field.reference());
    }

    private static Kind kind(FormField field) {
        return switch (field.type()) {
            case "number" -> Kind.NUMBER;
            case "checkbox" -> Kind.YES_OR_NO;
            case "select", "radio" -> Kind.CHOICE;
            case "datetime" -> field.day() ? Kind.DAY : Kind.TIME;
            default -> Kind.TEXT;
        };
    }
}

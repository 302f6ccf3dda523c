package dev.whistle.problem;

import java.util.List;

/**
 * What is wrong with one field.
 *
 * @param field the field's key, as the caller named it
 * @param message key of a text in {@code messages.properties} that says what to do
 * @param arguments what the text is filled with; the first is the field's name as the reader knows it
 */
public record FieldError(String field, String message, List<Object> arguments) {

    public FieldError(String field, String message, Object... arguments) {
        this(field, message, List.of(arguments));
    }
}

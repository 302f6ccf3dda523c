package dev.whistle.problem;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The product's texts: {@code messages.properties} is Chinese and the default, {@code messages_en.properties} is for
 * callers who ask for English. Static, because Camunda's own REST applications are not made by Spring and speak too.
 */
public final class Texts {

    private static final String BUNDLE = "messages";
    /** Never the language of the machine: a server set up in English still serves Chinese officers. */
    private static final Control NO_FALLBACK = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);

    private Texts() {}

    /** English where the caller asked for it, Chinese for everybody else. */
    public static Locale language(Locale asked) {
        return asked.getLanguage().equals(Locale.ENGLISH.getLanguage()) ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE;
    }

    /**
     * The text of this key, filled with the arguments, themselves texts where they are errors; the key itself where
     * nobody has written the text yet.
     */
    public static String text(Locale language, String key, List<Object> arguments) {
        try {
            String pattern = ResourceBundle.getBundle(BUNDLE, language(language), NO_FALLBACK)
                    .getString(key);
            // As text, or 4000 would read 4,000.
            return new MessageFormat(pattern, language)
                    .format(arguments.stream().map(it -> said(language, it)).toArray());
        } catch (MissingResourceException unwritten) {
            return key;
        }
    }

    private static String said(Locale language, Object argument) {
        return argument instanceof FieldError error ? text(language, error) : String.valueOf(argument);
    }

    public static String text(Locale language, String key, Object... arguments) {
        return text(language, key, List.of(arguments));
    }

    /** What people read for a stored code, the text {@code <kind>.<code>}; empty where nobody has written it yet. */
    public static Optional<String> ofCode(Locale language, String kind, String code) {
        String key = kind + "." + code;
        return Optional.of(text(language, key)).filter(text -> !text.equals(key));
    }

    public static String text(Locale language, FieldError error) {
        return text(language, error.message(), error.arguments());
    }

    /**
     * What a problem says: itself, what is wrong with each field in one line, or a list of findings below a heading.
     */
    public static String text(Locale language, Problem problem) {
        if (problem.isList()) {
            return Stream.concat(
                            Stream.of(text(language, problem.messageKey(), problem.arguments())),
                            problem.errors().stream().map(error -> located(language, error)))
                    .collect(Collectors.joining("\n"));
        }
        return problem.errors().isEmpty()
                ? text(language, problem.messageKey(), problem.arguments())
                : problem.errors().stream()
                        .map(error -> text(language, error))
                        .collect(Collectors.joining(language(language) == Locale.ENGLISH ? "; " : "；"));
    }

    private static String located(Locale language, FieldError error) {
        return text(language, "problem.validation.field", error.field(), text(language, error));
    }
}

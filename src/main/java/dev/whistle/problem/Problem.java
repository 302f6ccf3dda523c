package dev.whistle.problem;

import java.util.List;

/**
 * Something was asked that cannot be done, and the asker can be told why. Features throw it; whoever speaks to the
 * asker turns it into the right words: problem JSON on {@code /api}, Camunda's shape with a Chinese message on
 * {@code /engine-rest} and in the web apps.
 */
public class Problem extends RuntimeException {

    /** What kind of refusal it is; each is one HTTP status and one stable problem type. */
    public enum Kind {
        INVALID,
        FORBIDDEN,
        NOT_FOUND,
        CONFLICT,
        TOO_LARGE,
        UNSUPPORTED_TYPE
    }

    private static final String FIELDS = "problem.validation";

    private final Kind kind;
    private final String messageKey;
    private final transient List<Object> arguments;
    private final transient List<FieldError> errors;

    /**
     * @param messageKey key of a text in {@code messages.properties}
     * @param arguments what the text is filled with
     */
    public Problem(Kind kind, String messageKey, Object... arguments) {
        this(kind, messageKey, List.of(arguments), List.of());
    }

    private Problem(Kind kind, String messageKey, List<Object> arguments, List<FieldError> errors) {
        super(kind + " " + messageKey); // never the values: they may be somebody's data, and this may be logged
        this.kind = kind;
        this.messageKey = messageKey;
        this.arguments = arguments;
        this.errors = errors;
    }

    /** Some fields are not right; every one of them is named. */
    public static Problem invalid(List<FieldError> errors) {
        return new Problem(Kind.INVALID, FIELDS, List.of(), List.copyOf(errors));
    }

    /**
     * Something that was handed in whole, such as a model, is refused with everything that is wrong with it.
     *
     * @param messageKey what stands above the list; its text may name the number of findings
     * @param findings each of them with the place, as the caller knows it, for its field
     */
    public static Problem refused(String messageKey, List<FieldError> findings) {
        return new Problem(Kind.INVALID, messageKey, List.of(findings.size()), List.copyOf(findings));
    }

    /** One field is not right. */
    public static Problem invalid(FieldError error) {
        return invalid(List.of(error));
    }

    public Kind kind() {
        return kind;
    }

    public String messageKey() {
        return messageKey;
    }

    public List<Object> arguments() {
        return arguments;
    }

    public List<FieldError> errors() {
        return errors;
    }

    /** Whether what is wrong is told as a list with a heading, one line each, rather than in a sentence. */
    public boolean isList() {
        return !errors.isEmpty() && !messageKey.equals(FIELDS);
    }
}

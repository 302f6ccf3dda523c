package dev.whistle.casefile;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A telephone number at which a person can be called back: a mainland mobile number, a landline with its area code and
 * perhaps an extension, or a company's 400/800 number. Short numbers (12345, 95588) are switchboards of institutions,
 * not of a complainant, and are not accepted.
 *
 * @param number the form in which two numbers are the same: no blanks, no dashes, no +86; an extension after a dash,
 *     e.g. {@code 13912345678}, {@code 05533833333-801}
 */
public record Phone(String number) {

    /**
     * What may be typed. Anchored and free of Java's own constructs, so that a form's {@code pattern} (JavaScript)
     * and the REST interface's validation use this very text.
     */
    public static final String PATTERN = "^(?:"
            + "(?:(?:\\+|00)?86[ -]?)?(1[3-9][0-9][ -]?[0-9]{4}[ -]?[0-9]{4})"
            + "|(0[1-9][0-9]{1,2}[ -]?[0-9]{3,4}[ -]?[0-9]{4})(?:[-#转]([0-9]{1,6}))?"
            + "|([48]00[ -]?[0-9]{3}[ -]?[0-9]{4})"
            + ")$";

    private static final Pattern ACCEPTED = Pattern.compile(PATTERN);
    private static final int MOBILE = 1;
    private static final int LANDLINE = 2;
    private static final int EXTENSION = 3;
    private static final int SERVICE = 4;

    /**
     * @param number as typed; kept in its plain form
     * @throws PartyRefusedException if it is no telephone number
     */
    public Phone {
        Matcher typed = ACCEPTED.matcher(number.strip());
        if (!typed.matches()) {
            throw PartyRefusedException.phone();
        }
        number = plain(typed);
    }

    /** Reads a number as somebody typed it; empty where it is none. */
    public static Optional<Phone> parse(String typed) {
        return ACCEPTED.matcher(typed.strip()).matches() ? Optional.of(new Phone(typed)) : Optional.empty();
    }

    /** Whether it takes text messages: landlines and service numbers do not. */
    public boolean mobile() {
        return number.startsWith("1");
    }

    /** For the screen: {@code 139****5678}, {@code 0553****33}, {@code 400****67}. */
    public String masked() {
        if (number.startsWith("1")) {
            return number.substring(0, 3) + "****" + number.substring(7);
        }
        String subscriber = number.replaceFirst("-.*$", "");
        return subscriber.substring(0, shownHead()) + "****" + subscriber.substring(subscriber.length() - 2);
    }

    /** Masked: a number must not get into a log by way of a record that holds it. */
    @Override
    public String toString() {
        return masked();
    }

    /** Area codes have four digits but for Beijing's and the 02x cities'. */
    private int shownHead() {
        return number.startsWith("0") && !number.startsWith("010") && !number.startsWith("02") ? 4 : 3;
    }

    private static String plain(Matcher typed) {
        if (typed.group(MOBILE) != null) {
            return digits(typed.group(MOBILE));
        }
        if (typed.group(SERVICE) != null) {
            return digits(typed.group(SERVICE));
        }
        String extension = typed.group(EXTENSION);
        return digits(typed.group(LANDLINE)) + (extension == null ? "" : "-" + extension);
    }

    private static String digits(String part) {
        return part.replaceAll("[ -]", "");
    }
}

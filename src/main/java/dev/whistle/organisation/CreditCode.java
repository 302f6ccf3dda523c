package dev.whistle.organisation;

import java.util.regex.Pattern;

/** The unified social credit code by which a company is known everywhere (GB 32100-2015). */
public final class CreditCode {

    /** Letters that look like figures are left out. */
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private static final Pattern CODE = Pattern.compile("[" + ALPHABET + "]{18}");

    private CreditCode() {}

    /** Whether a text is such a code, its last character, which is computed from the others, included. */
    public static boolean isOne(String text) {
        if (!CODE.matcher(text).matches()) {
            return false;
        }
        int base = ALPHABET.length();
        int last = text.length() - 1;
        int sum = 0;
        int weight = 1;
        for (int place = 0; place < last; place++) {
            sum += weight * ALPHABET.indexOf(text.charAt(place));
            weight = weight * 3 % base;
        }
        return ALPHABET.indexOf(text.charAt(last)) == (base - sum % base) % base;
    }
}

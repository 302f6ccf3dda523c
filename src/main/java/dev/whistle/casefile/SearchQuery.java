package dev.whistle.casefile;

import dev.whistle.problem.FieldError;
import dev.whistle.problem.Problem;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What somebody typed to find a case by, and what it is: a phone, a case number or its beginning, or words. */
sealed interface SearchQuery {

    /** The longest text, in characters; nobody types more than that of a matter. */
    int LONGEST = 50;

    /** Somebody's number: cases that he or she has a part in. */
    record OfPhone(Phone phone) implements SearchQuery {}

    /**
     * A case number or the beginning of one, from its hyphen on.
     *
     * @param first the lowest number that begins so
     * @param last the highest
     */
    record OfNumber(String first, String last) implements SearchQuery {}

    /**
     * Words that all stand in the matter or in the compound's name, or the whole number that another system gave the
     * case.
     */
    record OfWords(SearchText text) implements SearchQuery {

        Set<String> pairs() {
            return text.pairs();
        }

        String whole() {
            return CaseTerms.whole(text);
        }

        boolean isIn(String matterAndCompound) {
            return text.words().stream().allMatch(matterAndCompound::contains);
        }
    }

    /**
     * Reads what was typed.
     *
     * @param field what the caller calls it
     * @throws Problem if it is too short or too long to look for
     */
    static SearchQuery of(String field, String typed) {
        SearchText text = new SearchText(typed);
        if (text.length() > LONGEST) {
            throw Problem.invalid(new FieldError(field, "search.long", LONGEST));
        }
        Optional<Phone> phone = Phone.parse(text.plain());
        if (phone.isPresent()) {
            return new OfPhone(phone.get());
        }
        if (Numbers.BEGINNING.matcher(text.plain()).matches()) {
            return new OfNumber(
                    Numbers.filled(text.plain(), Numbers.LOWEST), Numbers.filled(text.plain(), Numbers.HIGHEST));
        }
        if (text.pairs().isEmpty()) {
            throw Problem.invalid(new FieldError(field, "search.short"));
        }
        return new OfWords(text);
    }

    /** How a case number is built. */
    final class Numbers {

        static final Pattern BEGINNING = Pattern.compile("[a-z]{2}-(?:\\d{0,4}|\\d{4}-\\d{0,6})");
        static final String LOWEST = "XX-0000-000000";
        static final String HIGHEST = "XX-9999-999999";

        private Numbers() {}

        /** Compared whole, since databases differ in how they order a text and its beginning. */
        static String filled(String beginning, String rest) {
            return beginning.toUpperCase(java.util.Locale.ROOT) + rest.substring(beginning.length());
        }
    }
}

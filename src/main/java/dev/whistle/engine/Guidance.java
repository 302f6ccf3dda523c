package dev.whistle.engine;

import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An element's documentation, which begins with the ids of the clauses it stands on and goes on with what is to be
 * done and why.
 */
record Guidance(List<String> clauses, String text) {

    private static final Pattern CLAUSE = Pattern.compile("(JJ|AP|YQ|AS|SY|QA)\\.[A-Za-z0-9.-]+");
    private static final Pattern CLAUSE_IN_TEXT =
            Pattern.compile("(?<![\\w.-])(?:JJ|AP|YQ|AS|SY|QA)\\.[A-Za-z0-9]+(?:[.-][A-Za-z0-9]+)*");

    /** The clauses as the timeline keeps them; null for none. */
    @Nullable
    String line() {
        return clauses.isEmpty() ? null : String.join(" ", clauses);
    }

    static Guidance of(@Nullable String documentation) {
        if (documentation == null) {
            return new Guidance(List.of(), "");
        }
        List<String> words = Arrays.asList(documentation.strip().split("\\s+"));
        List<String> clauses =
                words.stream().takeWhile(word -> CLAUSE.matcher(word).matches()).toList();
        String text = words.stream().skip(clauses.size()).collect(Collectors.joining(" "));
        return new Guidance(clauses, text);
    }

    /** Ids of the clauses that a text names anywhere, each once, in its order. */
    static List<String> clausesIn(String text) {
        return CLAUSE_IN_TEXT
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .distinct()
                .toList();
    }
}

package dev.whistle.gate;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What an input cell of a decision table lets through, as far as it can be told without running it: texts, booleans,
 * numbers, comparisons, ranges, lists of them and {@code -}. What cannot be told ({@link Unknown}) is given the benefit
 * of the doubt.
 */
sealed interface Cell {

    /** Whether some value certainly passes both. */
    boolean surelyMeets(Cell other);

    /** Lets everything through. */
    record Anything() implements Cell {
        @Override
        public boolean surelyMeets(Cell other) {
            return !(other instanceof Unknown);
        }
    }

    /** Nobody can tell. */
    record Unknown() implements Cell {
        @Override
        public boolean surelyMeets(Cell other) {
            return false;
        }
    }

    /** Some texts or booleans, as they are written. */
    record Words(List<String> words) implements Cell {
        @Override
        public boolean surelyMeets(Cell other) {
            return other instanceof Anything
                    || (other instanceof Words their && words.stream().anyMatch(their.words()::contains));
        }
    }

    /** Some spans of numbers. */
    record Numbers(List<Span> spans) implements Cell {
        @Override
        public boolean surelyMeets(Cell other) {
            return other instanceof Anything
                    || (other instanceof Numbers their
                            && spans.stream()
                                    .anyMatch(mine -> their.spans().stream().anyMatch(mine::meets)));
        }
    }

    /** Numbers from one to another; without an end on a side where that is null. */
    record Span(
            @Nullable BigDecimal from,
            boolean fromIncluded,
            @Nullable BigDecimal to,
            boolean toIncluded) {

        static Span only(BigDecimal number) {
            return new Span(number, true, number, true);
        }

        boolean meets(Span other) {
            return beginsBeforeEndOf(other) && other.beginsBeforeEndOf(this);
        }

        private boolean beginsBeforeEndOf(Span other) {
            if (from == null || other.to == null) {
                return true;
            }
            int order = from.compareTo(other.to);
            return order < 0 || (order == 0 && fromIncluded && other.toIncluded);
        }
    }

    Pattern NUMBER = Pattern.compile("-?\\d+(?:\\.\\d+)?");
    Pattern COMPARISON = Pattern.compile("(<=|>=|<|>|=)\\s*(-?\\d+(?:\\.\\d+)?)");
    Pattern RANGE =
            Pattern.compile("([\\[\\](])\\s*(-?\\d+(?:\\.\\d+)?)\\s*\\.\\.\\s*(-?\\d+(?:\\.\\d+)?)\\s*([\\[\\])])");
    Pattern WORD = Pattern.compile("\"[^\"\\\\]*\"|true|false");
    Pattern SEPARATOR = Pattern.compile("\\s*,\\s*(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)");

    static Cell of(String text) {
        if (text.isEmpty() || text.equals("-")) {
            return new Anything();
        }
        List<String> words = new ArrayList<>();
        List<Span> spans = new ArrayList<>();
        for (String part : SEPARATOR.split(text)) {
            if (WORD.matcher(part).matches()) {
                words.add(part);
            } else {
                Span span = span(part);
                if (span == null) {
                    return new Unknown();
                }
                spans.add(span);
            }
        }
        if (words.isEmpty()) {
            return new Numbers(spans);
        }
        return spans.isEmpty() ? new Words(words) : new Unknown();
    }

    private static @Nullable Span span(String text) {
        Matcher range = RANGE.matcher(text);
        if (range.matches()) {
            return new Span(
                    new BigDecimal(range.group(2)),
                    range.group(1).equals("["),
                    new BigDecimal(range.group(3)),
                    range.group(4).equals("]"));
        }
        Matcher comparison = COMPARISON.matcher(text);
        if (comparison.matches()) {
            BigDecimal number = new BigDecimal(comparison.group(2));
            return switch (comparison.group(1)) {
                case "<" -> new Span(null, false, number, false);
                case "<=" -> new Span(null, false, number, true);
                case ">" -> new Span(number, false, null, false);
                case ">=" -> new Span(number, true, null, false);
                default -> Span.only(number);
            };
        }
        return NUMBER.matcher(text).matches() ? Span.only(new BigDecimal(text)) : null;
    }
}

package dev.whistle.clock;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How the table of time limits writes reminders: units before the last day, e.g. {@code 5,2}; empty for none. */
final class Reminders {

    private Reminders() {}

    /** The earliest reminder first. */
    static List<Integer> of(@Nullable String text) {
        return text == null || text.isBlank()
                ? List.of()
                : Arrays.stream(text.split(","))
                        .map(String::strip)
                        .map(Integer::valueOf)
                        .distinct()
                        .sorted(Comparator.reverseOrder())
                        .toList();
    }

    static String text(List<Integer> reminders) {
        return reminders.stream().map(String::valueOf).collect(Collectors.joining(","));
    }
}

package dev.whistle.register.book;

import dev.whistle.register.book.Entries.Placed;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What one has after another at a compound: a manager's posts, committees. Whoever is followed ends the day before, if
 * nothing else is said; two at once are a mistake.
 *
 * @param from the first day
 * @param end the last day; null while it goes on
 * @param ending the same entry with this last day
 * @param fromColumn title of the column of the first day
 */
record Terms<E>(
        Function<E, String> compound,
        Function<E, LocalDate> from,
        Function<E, @Nullable LocalDate> end,
        BiFunction<E, LocalDate, E> ending,
        String fromColumn) {

    void check(Entries<E> entries, Function<E, String> key) {
        entries.by(compound).values().forEach(one -> {
            List<Placed<E>> inOrder = new ArrayList<>(one);
            inOrder.sort(Comparator.comparing(it -> from.apply(it.entry())));
            for (int i = 0; i + 1 < inOrder.size(); i++) {
                Placed<E> earlier = inOrder.get(i);
                Placed<E> later = inOrder.get(i + 1);
                LocalDate next = from.apply(later.entry());
                LocalDate last = end.apply(earlier.entry());
                if (last == null) {
                    entries.replace(key.apply(earlier.entry()), ending.apply(earlier.entry(), next.minusDays(1)));
                } else if (!last.isBefore(next)) {
                    Placed<E> told = later.row() != null && (later.added() || later.changed()) ? later : earlier;
                    told.wrong(fromColumn, "book.overlap", from.apply(other(told, earlier, later)), last);
                }
            }
        });
    }

    private E other(Placed<E> one, Placed<E> earlier, Placed<E> later) {
        return one == later ? earlier.entry() : later.entry();
    }
}

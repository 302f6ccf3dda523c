package dev.whistle.register.book;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The entries of a register as they will stand: those that are there, and over them those of the file.
 *
 * @param <E> an entry
 */
final class Entries<E> {

    /**
     * An entry as it will stand.
     *
     * @param row where the file has it; null where the file says nothing of it
     * @param before as it stands now; null for a new one
     */
    record Placed<E>(@Nullable Row row, E entry, @Nullable E before) {

        boolean added() {
            return before == null;
        }

        boolean changed() {
            return before != null && !before.equals(entry);
        }

        /** Notes what is wrong with it, if the file says it. */
        void wrong(@Nullable String column, String message, Object... arguments) {
            if (row != null) {
                row.wrong(column, message, arguments);
            }
        }
    }

    private final Map<String, Placed<E>> placed = new LinkedHashMap<>();

    Entries(Map<String, E> there) {
        there.forEach((key, entry) -> placed.put(key, new Placed<>(null, entry, entry)));
    }

    /** Puts what the file says over what is there. */
    void put(String key, Row row, E entry) {
        Placed<E> there = placed.get(key);
        Row earlier = there == null ? null : there.row();
        if (earlier != null) {
            row.wrong(null, "book.twice", earlier.number());
            return;
        }
        placed.put(key, new Placed<>(row, entry, there == null ? null : there.before()));
    }

    /** Something of it turns out otherwise, because of another entry. */
    void replace(String key, E entry) {
        Placed<E> now = Objects.requireNonNull(placed.get(key));
        placed.put(key, new Placed<>(now.row(), entry, now.before()));
    }

    List<Placed<E>> all() {
        return List.copyOf(placed.values());
    }

    /** Those that the file brings. */
    List<Placed<E>> ofFile() {
        return placed.values().stream().filter(it -> it.row() != null).toList();
    }

    /** All of them by a part of them, in the order in which they came. */
    <K> Map<K, List<Placed<E>>> by(Function<E, K> part) {
        Map<K, List<Placed<E>>> groups = new LinkedHashMap<>();
        placed.values()
                .forEach(it -> groups.computeIfAbsent(part.apply(it.entry()), key -> new ArrayList<>())
                        .add(it));
        return groups;
    }
}

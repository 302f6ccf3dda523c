package dev.whistle.register.book;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Things that rows name by their id or, where only one has it, by their name. */
final class Index {

    private final Map<String, String> names = new LinkedHashMap<>();
    private final Map<String, Set<String>> ids = new HashMap<>();

    void add(String id, String name) {
        names.put(id, name);
        ids.computeIfAbsent(name, it -> new HashSet<>()).add(id);
    }

    boolean has(String id) {
        return names.containsKey(id);
    }

    String nameOf(String id) {
        return names.getOrDefault(id, id);
    }

    /** The one that is meant; empty for none and for more than one. */
    Optional<String> find(String text) {
        if (names.containsKey(text)) {
            return Optional.of(text);
        }
        Set<String> named = ids.getOrDefault(text, Set.of());
        return named.size() == 1 ? named.stream().findFirst() : Optional.empty();
    }

    boolean ambiguous(String text) {
        return !names.containsKey(text) && ids.getOrDefault(text, Set.of()).size() > 1;
    }
}

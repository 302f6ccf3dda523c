package dev.whistle.casefile;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/**
 * All that can be said of a case, gathered from the parts that know it. Some of them read tables that designers deploy
 * while the application runs, so whoever names something unknown makes them say again what they know.
 */
@Component
public class CaseFacts {

    private final List<CaseFactSource> sources;
    private volatile List<CaseFact> known = List.of();

    CaseFacts(List<CaseFactSource> sources) {
        this.sources = sources;
    }

    public Optional<CaseFact> withId(String id) {
        return find(fact -> fact.id().equals(id));
    }

    public Optional<CaseFact> named(String name) {
        return find(fact -> fact.name().equals(name));
    }

    public Collection<CaseFact> all() {
        known = sources.stream().flatMap(source -> source.facts().stream()).toList();
        return known;
    }

    private Optional<CaseFact> find(Predicate<CaseFact> wanted) {
        return known.stream()
                .filter(wanted)
                .findFirst()
                .or(() -> all().stream().filter(wanted).findFirst());
    }
}

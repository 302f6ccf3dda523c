package dev.whistle.casefile;

import dev.whistle.transaction.PerTransaction;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * All that can be said of a case, gathered from the parts that know it. Some of them read tables that designers deploy
 * while the application runs, so whoever names something unknown makes them say again what they know.
 */
@Component
public class CaseFacts {

    private final List<CaseFactSource> sources;
    private volatile List<CaseFact> known = List.of();

    /** A letter names much that only its forms know: once in a transaction is enough to ask all sources. */
    private final PerTransaction<List<CaseFact>> asked = new PerTransaction<>(this::ask);

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
        known = asked.get();
        return known;
    }

    /**
     * Names and ids of what the application knows of a case without a form, as it stands now: no form may keep anything
     * by one of these names, for a letter that has it could mean either.
     */
    public Map<String, String> taken() {
        return ask().stream()
                .filter(fact -> !fact.isParticular())
                .collect(Collectors.toMap(CaseFact::name, CaseFact::id, (first, other) -> first));
    }

    private List<CaseFact> ask() {
        return sources.stream().flatMap(source -> source.facts().stream()).toList();
    }

    private Optional<CaseFact> find(Predicate<CaseFact> wanted) {
        return known.stream()
                .filter(wanted)
                .findFirst()
                .or(() -> all().stream().filter(wanted).findFirst());
    }
}

package dev.whistle.casefile;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** All that can be said of a case, gathered from the parts that know it. */
@Component
public class CaseFacts {

    private final Map<String, CaseFact> byId;
    private final Map<String, CaseFact> byName;

    CaseFacts(List<CaseFactSource> sources) {
        List<CaseFact> all =
                sources.stream().flatMap(source -> source.facts().stream()).toList();
        this.byId = all.stream().collect(Collectors.toUnmodifiableMap(CaseFact::id, Function.identity()));
        this.byName = all.stream().collect(Collectors.toUnmodifiableMap(CaseFact::name, Function.identity()));
    }

    public Optional<CaseFact> withId(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    public Optional<CaseFact> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    public Collection<CaseFact> all() {
        return byId.values();
    }
}

package dev.whistle.engine;

import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;

/** What the lists are called that a form's select may be filled from. */
@Component
public class ReferenceNames {

    private final List<String> names;

    ReferenceNames(Collection<ReferenceList> lists) {
        this.names = lists.stream().map(ReferenceList::name).sorted().toList();
    }

    public List<String> all() {
        return names;
    }
}

package dev.whistle.handover;

import dev.whistle.casefile.CaseFile;
import dev.whistle.organisation.CurrentOfficer;
import dev.whistle.organisation.Officer;
import dev.whistle.organisation.Units;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The street and the community under whose eyes a compound is handed over (JJ.A4.2.2, AS.4). */
@Component
class Witnesses {

    private final Units units;
    private final CurrentOfficer current;

    Witnesses(Units units, CurrentOfficer current) {
        this.units = units;
        this.current = current;
    }

    /** Their names, the community first; none where the case lies in no street. */
    List<String> of(CaseFile file) {
        return ids(file).map(units::nameOf).distinct().toList();
    }

    /** Whether the officer who is asking works for one of them. */
    boolean includeCaller(CaseFile file) {
        Set<String> own = current.get().map(Officer::units).orElse(Set.of());
        return ids(file).anyMatch(own::contains);
    }

    private static Stream<String> ids(CaseFile file) {
        return Stream.concat(Stream.ofNullable(file.community()), Stream.ofNullable(file.street()));
    }
}

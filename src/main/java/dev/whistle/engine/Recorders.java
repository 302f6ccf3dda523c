package dev.whistle.engine;

import dev.whistle.casefile.CaseFile;
import dev.whistle.casefile.Holding;
import dev.whistle.casefile.Holdings;
import dev.whistle.organisation.Officer;
import dev.whistle.organisation.Unit;
import dev.whistle.organisation.UnitKind;
import dev.whistle.organisation.Units;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Who may record an event of a case, by the words of a model ({@link Recorder}). A company is none of them: a complaint
 * is as a rule about a company.
 */
@Component
class Recorders {

    private final Holdings holdings;
    private final Units units;

    Recorders(Holdings holdings, Units units) {
        this.holdings = holdings;
        this.units = units;
    }

    boolean include(Officer officer, CaseFile file, Collection<String> who) {
        Set<String> own = officer.units().stream()
                .flatMap(id -> units.find(id).stream())
                .filter(unit -> unit.kind() != UnitKind.COMPANY)
                .map(Unit::id)
                .collect(Collectors.toSet());
        return !own.isEmpty() && who.stream().flatMap(word -> meant(word, file)).anyMatch(own::contains);
    }

    private Stream<String> meant(String word, CaseFile file) {
        return switch (Recorder.of(word).orElseThrow(() -> new IllegalStateException("nobody is called " + word))) {
            case HOLDERS ->
                holdings.of(file.caseNo()).stream().filter(Holding::holds).map(Holding::unit);
            case FIRST_UNIT -> Stream.of(file.unit());
            case STREET -> Stream.ofNullable(file.street());
            case DISTRICT_OFFICE ->
                Stream.ofNullable(file.district()).flatMap(units::upFrom).map(Unit::id);
        };
    }
}

package dev.whistle.engine;

import dev.whistle.organisation.Compounds;
import dev.whistle.organisation.Officer;
import dev.whistle.organisation.UnitKind;
import dev.whistle.organisation.Units;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The lists that forms may ask for by name. */
@Configuration
class ReferenceLists {

    /** Who may be put in charge of a complaint: everybody but the district office itself and a city above it. */
    private static final Set<UnitKind> IN_CHARGE =
            Set.of(UnitKind.STREET, UnitKind.COMMUNITY, UnitKind.DEPARTMENT, UnitKind.COMPANY, UnitKind.HOTLINE);

    @Bean
    ReferenceList compoundList(Compounds compounds, Units units) {
        return new Listed(
                "compounds",
                officer -> compounds.all().stream()
                        .map(it -> new ReferenceList.Option(
                                it.id(),
                                it.name() + "(" + units.get(it.street()).name() + ")"))
                        .toList());
    }

    @Bean
    ReferenceList unitsInCharge(Units units) {
        return new Listed(
                "units-in-charge",
                officer -> units.all().stream()
                        .filter(it -> IN_CHARGE.contains(it.kind()))
                        .map(it -> new ReferenceList.Option(it.id(), it.name()))
                        .toList());
    }

    private record Listed(String name, Function<Officer, List<ReferenceList.Option>> choices) implements ReferenceList {

        @Override
        public List<Option> options(Officer officer) {
            return choices.apply(officer);
        }
    }
}

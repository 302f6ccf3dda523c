package dev.whistle.engine;

import dev.whistle.organisation.Compounds;
import dev.whistle.organisation.Unit;
import dev.whistle.organisation.UnitKind;
import dev.whistle.organisation.Units;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
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
        return new Listed<>(
                "compounds",
                compounds::all,
                compounds::find,
                it -> new ReferenceList.Option(
                        it.id(), it.name() + "(" + units.get(it.street()).name() + ")"));
    }

    @Bean
    ReferenceList unitsInCharge(Units units) {
        return new Listed<>(
                "units-in-charge",
                () -> units.all().stream().filter(ReferenceLists::inCharge).toList(),
                id -> units.find(id).filter(ReferenceLists::inCharge),
                it -> new ReferenceList.Option(it.id(), it.name()));
    }

    private static boolean inCharge(Unit unit) {
        return IN_CHARGE.contains(unit.kind());
    }

    /** A register from which every officer may choose everything. */
    private record Listed<T>(
            String name, Supplier<List<T>> all, Function<String, Optional<T>> one, Function<T, Option> shown)
            implements ReferenceList {

        @Override
        public List<Option> options(Asker asker) {
            return all.get().stream().map(shown).toList();
        }

        @Override
        public Optional<Option> find(String value, Asker asker) {
            return one.apply(value).map(shown);
        }
    }
}

package dev.whistle.procedure.compoundhandover;

import dev.whistle.engine.ReferenceList;
import dev.whistle.engine.ReferenceList.Option;
import dev.whistle.organisation.Companies;
import dev.whistle.organisation.Company;
import dev.whistle.organisation.Compounds;
import dev.whistle.organisation.Units;
import dev.whistle.problem.Texts;
import dev.whistle.register.Exits;
import dev.whistle.register.Standbys;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the forms of a handover offer: how a compound may be run from then on, and which companies may take it on. */
@Configuration
class TakeoverLists {

    private final CompoundHandoverTable table;
    private final Successions successions;
    private final Companies companies;
    private final Compounds compounds;
    private final Standbys standbys;
    private final Exits exits;
    private final Units units;
    private final Clock clock;

    TakeoverLists(
            CompoundHandoverTable table,
            Successions successions,
            Companies companies,
            Compounds compounds,
            Standbys standbys,
            Exits exits,
            Units units,
            Clock clock) {
        this.table = table;
        this.successions = successions;
        this.companies = companies;
        this.compounds = compounds;
        this.standbys = standbys;
        this.exits = exits;
        this.units = units;
        this.clock = clock;
    }

    /** By the class of the compound and why the company leaves it. */
    @Bean
    ReferenceList successionList() {
        return new OfHandover(
                "successions",
                table,
                it -> successions.of(it).stream()
                        .flatMap(row -> row.ways().stream())
                        .map(way -> new Option(way, Texts.text(Locale.CHINESE, "handover.way." + way)))
                        .toList());
    }

    /** State-owned companies and the one that the street calls come first (JJ.A8.3.2, AS.4). */
    @Bean
    ReferenceList standInCompanyList() {
        return new OfHandover(
                "stand-in-companies",
                table,
                handover -> takers(
                        handover,
                        it -> true,
                        Comparator.comparing((Company it) -> !it.stateOwned())
                                .thenComparing(it -> !isStandby(handover, it))));
    }

    @Bean
    ReferenceList stateOwnedCompanyList() {
        return new OfHandover(
                "state-owned-companies",
                table,
                handover -> takers(handover, Company::stateOwned, Comparator.comparing(Company::id)));
    }

    @Bean
    ReferenceList tenderCompanyList() {
        return new OfHandover(
                "tender-companies", table, handover -> takers(handover, it -> true, Comparator.comparing(Company::id)));
    }

    /** Companies that may take the compound on: never one that is leaving. */
    private List<Option> takers(Handover handover, Predicate<Company> which, Comparator<Company> first) {
        return companies.all().stream()
                .filter(which)
                .filter(it -> exits.leaving(it.id(), handover.compound()).isEmpty())
                .sorted(first)
                .map(it -> new Option(it.id(), units.nameOf(it.id())))
                .toList();
    }

    private boolean isStandby(Handover handover, Company company) {
        return compounds
                .find(handover.compound())
                .flatMap(it -> standbys.of(it.street(), LocalDate.now(clock)))
                .filter(company.id()::equals)
                .isPresent();
    }

    /** A list that goes by the handover of the task's case; empty anywhere else. */
    private record OfHandover(String name, CompoundHandoverTable table, Function<Handover, List<Option>> choices)
            implements ReferenceList {

        @Override
        public List<Option> options(Asker asker) {
            return of(asker.caseNo());
        }

        @Override
        public Optional<Option> find(String value, Asker asker) {
            return of(asker.caseNo()).stream()
                    .filter(it -> it.value().equals(value))
                    .findFirst();
        }

        private List<Option> of(@Nullable String caseNo) {
            return Optional.ofNullable(caseNo).flatMap(table::find).map(choices).orElse(List.of());
        }
    }
}

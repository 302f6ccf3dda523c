package dev.whistle.procedure.assignment;

import dev.whistle.casefile.CaseFact;
import dev.whistle.casefile.CaseFactSource;
import dev.whistle.casefile.CaseFile;
import dev.whistle.organisation.Contacts;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What a case has ordered, as forms, letters and messages say it. */
@Component
class OrderFacts implements CaseFactSource {

    private final WorkOrders orders;
    private final Contacts contacts;

    OrderFacts(WorkOrders orders, Contacts contacts) {
        this.orders = orders;
        this.contacts = contacts;
    }

    @Override
    public List<CaseFact> facts() {
        return List.of(
                CaseFact.open("assignment.orders", "交办清单", file -> orders.listed(file.caseNo())),
                CaseFact.open("assignment.units", "各承办单位", file -> orders.addressees(file.caseNo())),
                CaseFact.open("contact.of-place", "联系人", this::contacts));
    }

    /** Who keeps in touch with the compound, or the street or community, that the case is about (JJ.9). */
    private Optional<String> contacts(CaseFile file) {
        return Stream.of(file.compound(), file.community(), file.street())
                .filter(Objects::nonNull)
                .findFirst()
                .map(place -> contacts.today(place).stream()
                        .map(it -> it.kind().label() + "：" + it.person() + "（" + it.duty() + "）"
                                + (it.building() == null ? "" : it.building()))
                        .collect(Collectors.joining("\n")))
                .filter(it -> !it.isEmpty());
    }
}

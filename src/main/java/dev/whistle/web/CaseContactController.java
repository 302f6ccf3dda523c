package dev.whistle.web;

import dev.whistle.casefile.CaseFile;
import dev.whistle.casefile.Cases;
import dev.whistle.casefile.ReadableCases;
import dev.whistle.organisation.Contact;
import dev.whistle.organisation.Contacts;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Who in office keeps in touch with the place that a case is about (JJ.9), for whoever may read the case. */
@RestController
@Tag(name = "联系制度")
class CaseContactController {

    private static final Comparator<Contact> BY_LEVEL = Comparator.comparing(Contact::kind)
            .thenComparing(it -> Objects.requireNonNullElse(it.building(), ""))
            .thenComparing(Contact::since);

    private final ReadableCases readable;
    private final Cases cases;
    private final Contacts contacts;
    private final ContactViews views;
    private final Clock clock;

    CaseContactController(ReadableCases readable, Cases cases, Contacts contacts, ContactViews views, Clock clock) {
        this.readable = readable;
        this.cases = cases;
        this.contacts = contacts;
        this.views = views;
        this.clock = clock;
    }

    /** @param on the day on which they keep in touch: today, or the day on which the case was closed */
    record View(LocalDate on, List<ContactView> contacts) {}

    @GetMapping("/api/cases/{caseNo}/contacts")
    @OpenTo({Audience.OFFICER, Audience.COMPANY})
    @Operation(summary = "联系人：案件所在小区、社区、镇街当天的联系人；已办结的为办结当天的")
    View ofCase(@PathVariable String caseNo) {
        CaseFile file = readable.get(caseNo);
        LocalDate day = CaseView.china(Optional.ofNullable(file.closedAt()).orElseGet(clock::instant))
                .toLocalDate();
        return new View(
                day,
                views.of(place(file).map(it -> contacts.on(it, day)).orElse(List.of()).stream()
                        .sorted(BY_LEVEL)
                        .toList()));
    }

    /** An escalation has no place of its own: it is about a duty in the case that it arose from. */
    private Optional<String> place(CaseFile file) {
        return Stream.of(file.compound(), file.community(), file.street())
                .filter(Objects::nonNull)
                .findFirst()
                .or(() -> Optional.ofNullable(file.parentCase())
                        .flatMap(cases::find)
                        .flatMap(this::place));
    }
}

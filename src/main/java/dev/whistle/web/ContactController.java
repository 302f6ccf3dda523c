package dev.whistle.web;

import dev.whistle.organisation.Contact;
import dev.whistle.organisation.ContactKind;
import dev.whistle.organisation.Contacts;
import dev.whistle.organisation.Unit;
import dev.whistle.organisation.Units;
import dev.whistle.problem.FieldError;
import dev.whistle.problem.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The contact register (JJ.9): who in office keeps in touch with which place. */
@RestController
@RequestMapping("/api/contacts")
@Tag(name = "联系制度")
class ContactController {

    private final Contacts contacts;
    private final Units units;
    private final Clock clock;

    ContactController(Contacts contacts, Units units, Clock clock) {
        this.contacts = contacts;
        this.units = units;
        this.clock = clock;
    }

    /** A new entry; {@code kind} is one of {@link ContactKind#code}. */
    record Wanted(
            @NotBlank String kind,
            @NotBlank String target,
            @Nullable String building,
            @NotBlank String unit,
            @NotBlank String person,
            @NotBlank String duty,
            @NotNull LocalDate since) {

        Contact contact() {
            return new Contact(
                    "",
                    ContactKind.of(kind)
                            .orElseThrow(() -> Problem.invalid(new FieldError("kind", "contact.kind", kinds()))),
                    target,
                    building == null || building.isBlank() ? null : building.strip(),
                    unit,
                    person.strip(),
                    duty.strip(),
                    since,
                    null);
        }

        private static String kinds() {
            return Arrays.stream(ContactKind.values())
                    .map(it -> it.code() + "（" + it.label() + "）")
                    .collect(Collectors.joining("、"));
        }
    }

    record Ending(@NotNull LocalDate until) {}

    record View(
            String id,
            String kind,
            String kindName,
            String target,
            @Nullable String building,
            String unit,
            String unitName,
            String person,
            String duty,
            LocalDate since,
            @Nullable LocalDate until) {}

    @GetMapping
    @OpenTo(Audience.OFFICER)
    @Operation(summary = "某镇街、社区或者小区的联系人（连同所在社区、镇街的）；on 为哪一天，不填为今天，history=true 列出历来全部")
    List<View> with(
            @RequestParam String target,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate on,
            @RequestParam(defaultValue = "false") boolean history) {
        LocalDate day = on == null ? LocalDate.now(clock) : on;
        return contacts.with(target, history ? null : day).stream()
                .map(this::view)
                .toList();
    }

    @PostMapping
    @OpenTo(Audience.OFFICER)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "登记联系人：区办公室登记全区的，镇街登记所属社区和楼栋的")
    View add(@RequestBody @Valid Wanted wanted) {
        return view(contacts.add(wanted.contact()));
    }

    @PostMapping("/{id}/end")
    @OpenTo(Audience.OFFICER)
    @Operation(summary = "登记不再联系；记录保留")
    View end(@PathVariable String id, @RequestBody @Valid Ending ending) {
        return view(contacts.end(id, ending.until()));
    }

    private View view(Contact contact) {
        return new View(
                contact.id(),
                contact.kind().code(),
                contact.kind().label(),
                contact.target(),
                contact.building(),
                contact.unit(),
                units.find(contact.unit()).map(Unit::name).orElse(contact.unit()),
                contact.person(),
                contact.duty(),
                contact.since(),
                contact.until());
    }
}

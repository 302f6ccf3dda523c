package dev.whistle.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.whistle.organisation.Contact;
import dev.whistle.organisation.ContactKind;
import dev.whistle.organisation.ContactPage;
import dev.whistle.organisation.ContactQuery;
import dev.whistle.organisation.ContactRegister;
import dev.whistle.organisation.ContactRegister.Place;
import dev.whistle.organisation.Contacts;
import dev.whistle.problem.FieldError;
import dev.whistle.problem.PlainText;
import dev.whistle.problem.Problem;
import dev.whistle.sheet.Heading;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
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
    private final ContactRegister register;
    private final ContactViews views;
    private final Clock clock;

    ContactController(Contacts contacts, ContactRegister register, ContactViews views, Clock clock) {
        this.contacts = contacts;
        this.register = register;
        this.views = views;
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
                    ContactController.kind(kind),
                    target,
                    building == null || building.isBlank() ? null : building.strip(),
                    unit,
                    person.strip(),
                    duty.strip(),
                    since,
                    null);
        }
    }

    record Ending(@NotNull LocalDate until) {}

    /** A page of the register. */
    record Page(List<Row> contacts, int page, int size, long total) {}

    /** @param yours whether the caller may end it */
    @Heading("联系制度登记表")
    record Row(@JsonUnwrapped ContactView contact, boolean yours) {

        static Row of(ContactPage.Listed listed) {
            return new Row(ContactView.of(listed.contact(), listed.targetName(), listed.unitName()), listed.yours());
        }
    }

    /** What the caller may enter of a kind; {@code building} says whether it is by building. */
    record Choice(String kind, String kindName, boolean building, List<Place> targets, List<Named> units) {

        static Choice of(ContactRegister.Enterable enterable) {
            return new Choice(
                    enterable.kind().code(),
                    enterable.kind().label(),
                    enterable.kind().building(),
                    enterable.places(),
                    enterable.units().stream()
                            .map(it -> new Named(it.id(), it.name()))
                            .toList());
        }
    }

    record Named(String id, String name) {}

    @GetMapping
    @OpenTo(Audience.OFFICER)
    @Operation(summary = "某镇街、社区或者小区的联系人（连同所在社区、镇街的）；on 为哪一天，不填为今天，history=true 列出历来全部")
    List<ContactView> with(
            @RequestParam String target,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate on,
            @RequestParam(defaultValue = "false") boolean history) {
        LocalDate day = on == null ? LocalDate.now(clock) : on;
        return views.of(contacts.with(target, history ? null : day));
    }

    @GetMapping("/register")
    @OpenTo(Audience.OFFICER)
    @Operation(
            summary = "联系制度登记表：本单位和下级的，以及由其联系的；kind 为联系关系，unit 为联系单位，q 为姓名、职务、单位、对象或者楼栋中的文字；"
                    + "on 为哪一天，不填为今天，history=true 列出历来全部")
    Page list(
            @RequestParam(required = false) @Nullable @Size(max = 64) String kind,
            @RequestParam(required = false) @Nullable @Size(max = 64) String unit,
            @RequestParam(required = false) @Nullable @Size(max = 50) @PlainText String q,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate on,
            @RequestParam(defaultValue = "false") boolean history,
            @RequestParam(defaultValue = "0") @Min(0) @Max(100_000) int page,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int size,
            @Parameter(hidden = true) Export export) {
        LocalDate day = on == null ? LocalDate.now(clock) : on;
        ContactPage found = register.list(new ContactQuery(
                text(kind).map(ContactController::kind).orElse(null),
                text(unit).orElse(null),
                text(q).orElse(null),
                history ? null : day,
                export.page(page),
                export.size(size)));
        export.check(found.total());
        return new Page(found.contacts().stream().map(Row::of).toList(), page, size, found.total());
    }

    @GetMapping("/choices")
    @OpenTo(Audience.OFFICER)
    @Operation(summary = "可以登记哪些联系：各种联系关系的联系对象和联系单位；只能查看的为空")
    List<Choice> choices() {
        return register.enterable().stream().map(Choice::of).toList();
    }

    private static Optional<String> text(@Nullable String parameter) {
        return Optional.ofNullable(parameter).map(String::strip).filter(it -> !it.isEmpty());
    }

    private static ContactKind kind(String code) {
        return ContactKind.of(code).orElseThrow(() -> Problem.invalid(new FieldError("kind", "contact.kind", kinds())));
    }

    private static String kinds() {
        return Arrays.stream(ContactKind.values())
                .map(it -> it.code() + "（" + it.label() + "）")
                .collect(Collectors.joining("、"));
    }

    @PostMapping
    @OpenTo(Audience.OFFICER)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "登记联系人：区办公室登记全区的，镇街登记所属社区和楼栋的")
    ContactView add(@RequestBody @Valid Wanted wanted) {
        return views.of(contacts.add(wanted.contact()));
    }

    @PostMapping("/{id}/end")
    @OpenTo(Audience.OFFICER)
    @Operation(summary = "登记不再联系；记录保留")
    ContactView end(@PathVariable String id, @RequestBody @Valid Ending ending) {
        return views.of(contacts.end(id, ending.until()));
    }
}

package dev.whistle.web;

import dev.whistle.desk.Cover;
import dev.whistle.desk.Covers;
import dev.whistle.desk.Covers.Coverable;
import dev.whistle.desk.NewCover;
import dev.whistle.engine.UserNames;
import dev.whistle.problem.PlainText;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Who does somebody's tasks while he or she is away. */
@RestController
@RequestMapping("/api/covers")
@Tag(name = "移交与代办")
class CoverController {

    private final Covers covers;
    private final UserNames names;
    private final Clock clock;

    CoverController(Covers covers, UserNames names, Clock clock) {
        this.covers = covers;
        this.names = names;
        this.clock = clock;
    }

    /** @param from the first day; {@code to} is the last one */
    record Wanted(
            @NotBlank @Size(max = 64) String person,
            @NotBlank @Size(max = 64) String deputy,
            @NotNull LocalDate from,
            @NotNull LocalDate to,
            @NotBlank @Size(max = 200) @PlainText String reason) {}

    /**
     * @param state {@code coming}, {@code now} or {@code over}
     * @param mayEnd whether the caller may end it or call it off
     */
    record View(
            String id,
            String person,
            String personName,
            String deputy,
            String deputyName,
            LocalDate from,
            LocalDate to,
            String reason,
            String state,
            boolean mayEnd) {}

    record Choice(String user, String name, List<Person> deputies) {}

    record Person(String user, String name) {}

    @GetMapping
    @OpenTo({Audience.OFFICER, Audience.COMPANY})
    @Operation(summary = "代办登记：与本人有关的，负责人还包括本单位人员的；结束满30日的不再列出")
    List<View> list() {
        return views(covers.list());
    }

    @GetMapping("/choices")
    @OpenTo({Audience.OFFICER, Audience.COMPANY})
    @Operation(summary = "可以为谁登记代办，可以由谁代办")
    List<Choice> choices() {
        List<Coverable> coverable = covers.coverable();
        Map<String, String> called = names.of(coverable.stream()
                .flatMap(it -> Stream.concat(Stream.of(it.person()), it.deputies().stream()))
                .toList());
        return coverable.stream()
                .map(it -> new Choice(
                        it.person(),
                        called.getOrDefault(it.person(), it.person()),
                        it.deputies().stream()
                                .map(user -> new Person(user, called.getOrDefault(user, user)))
                                .toList()))
                .toList();
    }

    @PostMapping
    @OpenTo({Audience.OFFICER, Audience.COMPANY})
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "登记代办：本人或者负责人登记；代办人应当在同一单位、有同样的权限")
    View register(@RequestBody @Valid Wanted wanted) {
        return view(covers.register(new NewCover(
                wanted.person(),
                wanted.deputy(),
                wanted.from(),
                wanted.to(),
                wanted.reason().strip())));
    }

    @PostMapping("/{id}/end")
    @OpenTo({Audience.OFFICER, Audience.COMPANY})
    @Operation(summary = "提前结束代办，没有办完的任务交还本人")
    View end(@PathVariable String id) {
        return view(covers.end(id));
    }

    private View view(Cover cover) {
        return views(List.of(cover)).get(0);
    }

    private List<View> views(List<Cover> found) {
        LocalDate today = LocalDate.now(clock);
        Map<String, String> called = names.of(found.stream()
                .flatMap(it -> Stream.of(it.person(), it.deputy()))
                .toList());
        Set<Cover> mayEnd = covers.mayEnd(found);
        return found.stream()
                .map(it -> new View(
                        it.id(),
                        it.person(),
                        called.getOrDefault(it.person(), it.person()),
                        it.deputy(),
                        called.getOrDefault(it.deputy(), it.deputy()),
                        it.from(),
                        it.to(),
                        it.reason(),
                        it.over(today) ? "over" : it.on(today) ? "now" : "coming",
                        mayEnd.contains(it)))
                .toList();
    }
}

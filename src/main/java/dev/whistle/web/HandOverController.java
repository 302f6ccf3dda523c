package dev.whistle.web;

import dev.whistle.desk.Cover;
import dev.whistle.desk.HandOver;
import dev.whistle.desk.HandOver.Choices;
import dev.whistle.desk.Passing;
import dev.whistle.engine.TaskHands.OpenTask;
import dev.whistle.engine.TaskHands.TaskPage;
import dev.whistle.engine.UserNames;
import dev.whistle.problem.FieldError;
import dev.whistle.problem.PlainText;
import dev.whistle.problem.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Tasks change hands. */
@RestController
@Tag(name = "移交与代办")
class HandOverController {

    private final HandOver handOver;
    private final TaskRows rows;
    private final UserNames names;

    HandOverController(HandOver handOver, TaskRows rows, UserNames names) {
        this.handOver = handOver;
        this.rows = rows;
        this.names = names;
    }

    /**
     * To a colleague ({@code to}, a user's id) or to another unit ({@code toUnit}): one of the two.
     *
     * @param seen as {@code GET} said when it was decided; with it, tasks that have changed hands since are a conflict
     */
    record Wanted(
            @NotEmpty @Size(max = 100) List<@NotBlank @Size(max = 64) String> tasks,
            @Nullable @Size(max = 64) String to,
            @Nullable @Size(max = 64) String toUnit,
            @Nullable @Size(max = 200) @PlainText String reason,
            @Nullable @Size(max = 100) String seen) {}

    record Back(
            @NotEmpty @Size(max = 100) List<@NotBlank @Size(max = 64) String> tasks,
            @NotBlank @Size(max = 200) @PlainText String reason,
            @Nullable @Size(max = 100) String seen) {}

    record Page(List<TaskRow> tasks, int page, int size, long total) {}

    /**
     * To whom tasks can be handed.
     *
     * @param back whether they can be given back to their unit
     * @param seen a mark of in whose hands they are, to be sent along when they are handed over
     */
    record To(List<Colleague> colleagues, List<Named> units, boolean back, String seen) {}

    /** @param awayUntil the last day of his or her leave; null for who is there */
    record Colleague(String user, String name, @Nullable LocalDate awayUntil) {}

    record Named(String id, String name) {}

    @GetMapping("/api/me/tasks")
    @OpenTo({Audience.OFFICER, Audience.COMPANY})
    @Operation(summary = "可以移交的任务：本人的；负责人还包括本单位的。先到期的在前")
    Page mine(
            @RequestParam(defaultValue = "0") @Min(0) @Max(100_000) int page,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int size,
            @Parameter(hidden = true) Export export) {
        TaskPage found = handOver.mine(export.page(page), export.size(size));
        export.check(found.total());
        return new Page(rows.of(found.tasks().stream().map(OpenTask::listed).toList()), page, size, found.total());
    }

    @GetMapping("/api/tasks/handover")
    @OpenTo({Audience.OFFICER, Audience.COMPANY})
    @Operation(summary = "这些任务可以移交给谁")
    To choices(@RequestParam @Size(min = 1, max = 100) List<@Size(max = 64) String> ids) {
        Choices choices = handOver.choices(Set.copyOf(ids));
        Map<String, String> called = names.of(choices.colleagues());
        Map<String, Cover> away = choices.away();
        return new To(
                choices.colleagues().stream()
                        .map(user -> new Colleague(
                                user,
                                called.getOrDefault(user, user),
                                away.containsKey(user) ? away.get(user).to() : null))
                        .toList(),
                choices.units().stream()
                        .map(unit -> new Named(unit.id(), unit.name()))
                        .toList(),
                choices.back(),
                choices.seen());
    }

    @PostMapping("/api/tasks/handover")
    @OpenTo({Audience.OFFICER, Audience.COMPANY})
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "移交任务：给本单位有权办理的人员（to），或者由负责人移交其他单位（toUnit）；全部移交或者全部不移交")
    void handOver(@RequestBody @Valid Wanted wanted) {
        List<FieldError> missing = missing(wanted);
        if (!missing.isEmpty()) {
            throw Problem.invalid(missing);
        }
        Passing passing = new Passing(
                Set.copyOf(wanted.tasks()),
                wanted.seen(),
                Objects.requireNonNull(wanted.reason()).strip());
        if (wanted.to() != null) {
            handOver.toColleague(passing, wanted.to());
        } else {
            handOver.toUnit(passing, Objects.requireNonNull(wanted.toUnit()));
        }
    }

    /** All at once, so that nobody is told of the second only when he has mended the first. */
    private static List<FieldError> missing(Wanted wanted) {
        List<FieldError> missing = new ArrayList<>();
        if ((wanted.to() == null) == (wanted.toUnit() == null)) {
            missing.add(new FieldError("to", "desk.to.one"));
        } else if (wanted.to() != null && wanted.to().isBlank()) {
            missing.add(new FieldError("to", "desk.to.none"));
        } else if (wanted.toUnit() != null && wanted.toUnit().isBlank()) {
            missing.add(new FieldError("toUnit", "desk.unit.none"));
        }
        if (wanted.reason() == null || wanted.reason().isBlank()) {
            missing.add(new FieldError("reason", "desk.reason"));
        }
        return missing;
    }

    @PostMapping("/api/tasks/return")
    @OpenTo({Audience.OFFICER, Audience.COMPANY})
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "把任务退回本单位，由其他人员领取；全部退回或者全部不退回")
    void back(@RequestBody @Valid Back wanted) {
        handOver.back(new Passing(
                Set.copyOf(wanted.tasks()), wanted.seen(), wanted.reason().strip()));
    }
}

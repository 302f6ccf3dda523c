package dev.whistle.desk;

import dev.whistle.casefile.Entry;
import dev.whistle.casefile.EventKind;
import dev.whistle.casefile.Sha256;
import dev.whistle.casefile.Timeline;
import dev.whistle.engine.CaseTasks;
import dev.whistle.engine.CaseTasks.CaseTask;
import dev.whistle.engine.Staff;
import dev.whistle.engine.TaskHands;
import dev.whistle.engine.TaskHands.OpenTask;
import dev.whistle.engine.TaskHands.TaskPage;
import dev.whistle.engine.Unrestricted;
import dev.whistle.engine.UserNames;
import dev.whistle.organisation.CurrentOfficer;
import dev.whistle.organisation.Officer;
import dev.whistle.organisation.Unit;
import dev.whistle.organisation.Units;
import dev.whistle.problem.FieldError;
import dev.whistle.problem.Problem;
import dev.whistle.problem.Problem.Kind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Tasks change hands: to a colleague, to another unit, or back to one's own unit. All tasks of one act do, or none; the
 * reason stands on the timeline of each case.
 */
@Component
public class HandOver {

    private final Unrestricted unrestricted;
    private final TaskHands hands;
    private final CaseTasks tasks;
    private final HandOverRules rules;
    private final Covers covers;
    private final Staff staff;
    private final UserNames names;
    private final Units units;
    private final Timeline timeline;
    private final CurrentOfficer current;

    HandOver(
            Unrestricted unrestricted,
            TaskHands hands,
            CaseTasks tasks,
            HandOverRules rules,
            Covers covers,
            Staff staff,
            UserNames names,
            Units units,
            Timeline timeline,
            CurrentOfficer current) {
        this.unrestricted = unrestricted;
        this.hands = hands;
        this.tasks = tasks;
        this.rules = rules;
        this.covers = covers;
        this.staff = staff;
        this.names = names;
        this.units = units;
        this.timeline = timeline;
        this.current = current;
    }

    /**
     * To whom tasks can be handed.
     *
     * @param colleagues user ids of those who may do all of them, away or not
     * @param away covers of those of them who are away today, by user id
     * @param back whether they can be given back to their unit: somebody has each of them
     * @param seen a mark of in whose hands they are now
     */
    public record Choices(
            List<String> colleagues, Map<String, Cover> away, List<Unit> units, boolean back, String seen) {}

    /** What the caller may hand over: his own tasks, and all of the units that he leads. */
    public TaskPage mine(int page, int size) {
        Officer officer = officer();
        return hands.inHandsOf(Set.of(officer.user()), rules.ledGroups(officer), page, size);
    }

    /**
     * To whom the caller can hand these tasks.
     *
     * @throws Problem as {@link #toColleague} does of tasks
     */
    public Choices choices(Set<String> ids) {
        Officer officer = officer();
        List<OpenTask> wanted = there(ids, readable(ids), hands.find(ids));
        refuseOthers(officer, wanted);
        Map<String, List<String>> members = staff.byGroup();
        Set<String> colleagues = wanted.stream()
                .map(task -> mayHave(task, members))
                .reduce((some, others) -> some.stream().filter(others::contains).collect(Collectors.toSet()))
                .orElse(Set.of());
        List<Unit> others = units.all().stream()
                .filter(unit -> wanted.stream().allMatch(task -> rules.mayMove(officer, task, unit)))
                .filter(unit -> wanted.stream().allMatch(task -> somebodyThere(task, unit, members)))
                .toList();
        return new Choices(
                colleagues.stream().sorted().toList(),
                covers.today(colleagues),
                others,
                wanted.stream().allMatch(task -> task.assignee() != null),
                mark(wanted));
    }

    /** In whose hands these tasks are; another mark, when one of them has changed hands. */
    private static String mark(List<OpenTask> tasks) {
        return Sha256.of(tasks.stream()
                .map(task -> task.id() + " " + task.assignee() + " " + task.owner() + " " + task.groups())
                .sorted()
                .collect(Collectors.joining("\n")));
    }

    private static Set<String> mayHave(OpenTask task, Map<String, List<String>> members) {
        return task.groups().stream()
                .flatMap(group -> members.getOrDefault(group, List.of()).stream())
                .filter(user -> !user.equals(task.assignee()))
                .collect(Collectors.toSet());
    }

    private boolean somebodyThere(OpenTask task, Unit unit, Map<String, List<String>> members) {
        return members.keySet().containsAll(rules.moved(task, unit).values());
    }

    /**
     * Hands tasks to a colleague, who must have the right to each of them.
     *
     * @param to a user's id
     * @throws Problem of kind CONFLICT where one is done or has changed hands since it was seen, NOT_FOUND or FORBIDDEN where one is not the caller's to hand
     *     over, INVALID naming the field {@code to}
     */
    public void toColleague(Passing passing, String to) {
        String name = names.nameOf(to);
        Cover away = covers.today(List.of(to)).get(to);
        if (away != null) {
            throw refused("to", "desk.to.away", name, away.to(), names.nameOf(away.deputy()));
        }
        Set<String> groups = staff.groupsOf(to);
        pass(passing, (task, holders) -> {
            if (to.equals(task.assignee())) {
                throw refused("to", "desk.to.has-it", name, task.name());
            }
            if (task.groups().stream().noneMatch(groups::contains)) {
                throw refused("to", "desk.to.no-right", name, task.name());
            }
            hands.give(task, to, null);
            tell(
                    task,
                    task.assignee() == null ? "指定由" + name + "办理" : "由" + holders.get(task.assignee()) + "移交" + name,
                    "移交原因",
                    passing.reason());
        });
    }

    /**
     * Hands tasks to another unit, where somebody will claim them.
     *
     * @param to a unit's id
     * @throws Problem as {@link #toColleague} does, with the field {@code toUnit}
     */
    public void toUnit(Passing passing, String to) {
        Officer officer = officer();
        Unit unit = units.find(to).orElseThrow(() -> refused("toUnit", "desk.unit.unknown", to));
        Map<String, List<String>> members = staff.byGroup();
        pass(passing, (task, holders) -> {
            if (rules.moved(task, unit).isEmpty()) {
                throw refused("toUnit", "desk.unit.has-it", unit.name(), task.name());
            }
            if (!rules.mayMove(officer, task, unit)) {
                throw new Problem(Kind.FORBIDDEN, "desk.unit.not-yours", task.name(), unit.name());
            }
            if (!somebodyThere(task, unit, members)) {
                throw refused("toUnit", "desk.unit.nobody", unit.name(), task.name());
            }
            hands.move(task, rules.moved(task, unit), passing.reason());
        });
    }

    /**
     * Gives tasks back to their unit, where somebody else may claim them.
     *
     * @throws Problem as {@link #toColleague} does, with the field {@code tasks}
     */
    public void back(Passing passing) {
        pass(passing, (task, holders) -> {
            if (task.assignee() == null) {
                throw refused("tasks", "desk.back.nobodys", task.name());
            }
            hands.give(task, null, null);
            tell(task, "由" + holders.get(task.assignee()) + "退回本单位", "退回原因", passing.reason());
        });
    }

    /** @param each is given a task, and what those who have one of these tasks are called, by their ids */
    private void pass(Passing passing, BiConsumer<OpenTask, Map<String, String>> each) {
        Officer officer = officer();
        Set<String> readable = readable(passing.tasks());
        unrestricted.run(() -> {
            List<OpenTask> held = there(passing.tasks(), readable, hands.hold(passing.tasks()));
            if (passing.seen() != null && !passing.seen().equals(mark(held))) {
                throw new Problem(Kind.CONFLICT, "desk.changed");
            }
            refuseOthers(officer, held);
            Map<String, String> holders = holders(held);
            held.forEach(task -> each.accept(task, holders));
            return held;
        });
    }

    private Map<String, String> holders(List<OpenTask> tasks) {
        Set<String> users =
                tasks.stream().map(OpenTask::assignee).filter(Objects::nonNull).collect(Collectors.toSet());
        Map<String, String> called = new HashMap<>(names.of(users));
        users.forEach(user -> called.putIfAbsent(user, user)); // who left since is told by the id
        return called;
    }

    private static List<OpenTask> there(Set<String> ids, Set<String> readable, List<OpenTask> open) {
        Set<String> there = open.stream().map(OpenTask::id).collect(Collectors.toSet());
        if (!there.containsAll(ids)) {
            throw new Problem(Kind.CONFLICT, "desk.gone");
        }
        if (!readable.containsAll(there)) {
            throw new Problem(Kind.NOT_FOUND, "task.not-found");
        }
        return open;
    }

    private void refuseOthers(Officer officer, List<OpenTask> open) {
        open.stream()
                .filter(task -> !rules.mayPassOn(officer, task))
                .findFirst()
                .ifPresent(task -> {
                    throw new Problem(Kind.FORBIDDEN, "desk.not-yours", task.name());
                });
    }

    /** Those that the caller may read: of the others he learns nothing. */
    private Set<String> readable(Set<String> ids) {
        return tasks.find(List.copyOf(ids)).stream().map(CaseTask::id).collect(Collectors.toSet());
    }

    private void tell(OpenTask task, String what, String label, String reason) {
        timeline.record(
                task.caseNo(),
                EventKind.HANDED_OVER,
                task.element(),
                "任务“" + task.name() + "”" + what,
                null,
                List.of(Entry.of("reason", label, reason)));
    }

    private static Problem refused(String field, String message, Object... arguments) {
        return Problem.invalid(new FieldError(field, message, arguments));
    }

    private Officer officer() {
        return current.get().orElseThrow(() -> new Problem(Kind.FORBIDDEN, "case.nobody"));
    }
}

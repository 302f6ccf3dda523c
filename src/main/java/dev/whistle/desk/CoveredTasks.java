package dev.whistle.desk;

import dev.whistle.casefile.Entry;
import dev.whistle.casefile.EventKind;
import dev.whistle.casefile.Timeline;
import dev.whistle.engine.BackgroundWork;
import dev.whistle.engine.Staff;
import dev.whistle.engine.TaskHands;
import dev.whistle.engine.TaskHands.OpenTask;
import dev.whistle.engine.UserNames;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Puts tasks where a cover says they belong: with the deputy while it holds, who does them in the place of the one who is
 * away, and back with that one when it is over. It is done when a cover begins and when it ends; what it finds done it
 * leaves.
 */
@Component
class CoveredTasks implements BackgroundWork {

    static final String NAME = "desk.cover";

    private final CoverTable covers;
    private final TaskHands hands;
    private final Staff staff;
    private final UserNames names;
    private final Timeline timeline;
    private final Clock clock;

    CoveredTasks(CoverTable covers, TaskHands hands, Staff staff, UserNames names, Timeline timeline, Clock clock) {
        this.covers = covers;
        this.hands = hands;
        this.staff = staff;
        this.names = names;
        this.timeline = timeline;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    /** @param id the cover's */
    @Override
    public void run(String id) {
        covers.find(id).ifPresent(this::place);
    }

    /** Must run with authorization off, in a transaction. */
    void place(Cover cover) {
        LocalDate today = LocalDate.now(clock);
        if (cover.on(today)) {
            toDeputy(cover);
        } else if (cover.over(today)) {
            backFrom(cover);
            // The next one may begin on this very day, and its job may have run before this one.
            covers.ofPersons(List.of(cover.person()), today, today).forEach(this::toDeputy);
        }
    }

    private void toDeputy(Cover cover) {
        Set<String> mayDo = staff.groupsOf(cover.deputy());
        Map<String, String> called = called(cover);
        for (OpenTask task : held(cover.person())) {
            // What the person does for somebody else goes back to that one, not on to a third.
            if (task.owner() == null && task.groups().stream().anyMatch(mayDo::contains)) {
                hands.give(task, cover.deputy(), cover.person());
                tell(task, cover, called, "“%s”由%s代%s办理");
            }
        }
    }

    private void backFrom(Cover cover) {
        Map<String, String> called = called(cover);
        for (OpenTask task : held(cover.deputy())) {
            if (cover.person().equals(task.owner())) {
                hands.give(task, cover.person(), null);
                tell(task, cover, called, "“%s”的代办结束，由%s交还%s");
            }
        }
    }

    private List<OpenTask> held(String user) {
        return hands.hold(hands.of(user).stream().map(OpenTask::id).toList()).stream()
                .filter(it -> user.equals(it.assignee()))
                .toList();
    }

    private Map<String, String> called(Cover cover) {
        return names.of(List.of(cover.person(), cover.deputy()));
    }

    private void tell(OpenTask task, Cover cover, Map<String, String> called, String what) {
        timeline.record(
                task.caseNo(),
                EventKind.HANDED_OVER,
                task.element(),
                "任务"
                        + what.formatted(
                                task.name(),
                                called.getOrDefault(cover.deputy(), cover.deputy()),
                                called.getOrDefault(cover.person(), cover.person())),
                null,
                List.of(Entry.of("reason", "代办原因", cover.reason())));
    }
}

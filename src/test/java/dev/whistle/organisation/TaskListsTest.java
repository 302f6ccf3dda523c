package dev.whistle.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whistle.procedure.complaint.ComplaintProcess.LimitTold;
import dev.whistle.procedure.complaint.ComplaintProcess.Tasks;
import dev.whistle.procedure.complaint.ComplaintStory;
import dev.whistle.testing.Desk;
import dev.whistle.testing.OnH2;
import dev.whistle.testing.OnPostgres;
import java.util.Comparator;
import java.util.List;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** What each list of Tasklist shows to whom, and when. */
class TaskListsTest {

    @Nested
    @OnH2
    class OnH2Database extends Story {}

    @Nested
    @OnPostgres
    class OnPostgresDatabase extends Story {}

    abstract static class Story {

        private static final String MINE = "我的待办";
        private static final String UNCLAIMED = "本单位待领";
        private static final String TODAY = "今日到期";
        private static final String LATE = "已逾期";
        private static final String TO_SIGN_FOR = "待签收";
        private static final String TO_SIGN = "待我签发";
        private static final String ALL = "在办任务";

        @Autowired
        Desk desk;

        @Autowired
        FilterService filters;

        @Autowired
        TaskService tasks;

        @Autowired
        TaskLists lists;

        @Autowired
        JdbcTemplate db;

        String caseNo = "";

        @BeforeEach
        void aComplaint() {
            desk.itIs("2026-09-01T02:00:00Z");
            caseNo = desk.starts("wanli-1", "complaint", ComplaintStory.call("2026-09-01T09:40:00+08:00"));
        }

        @AfterEach
        void backToTheRealTime() {
            desk.itIsNow();
        }

        @Test
        void eachSeesTheListsOfHisRoleTheFirstOnTop() {
            assertThat(seenBy("wanli-1")).containsExactly(MINE, UNCLAIMED, TODAY, LATE, TO_SIGN_FOR, ALL);
            assertThat(seenBy("company-5")).containsExactly(MINE, UNCLAIMED, TODAY, LATE, TO_SIGN_FOR, ALL);
            assertThat(seenBy("wanli-lead")).containsExactly(MINE, UNCLAIMED, TODAY, LATE, TO_SIGN_FOR, TO_SIGN, ALL);
        }

        @Test
        void theSecondStartMakesNothing() {
            long before = grants();
            lists.create(List.of());
            assertThat(filters.createTaskFilterQuery().filterName(TODAY).count())
                    .isEqualTo(1);
            assertThat(grants()).isEqualTo(before);
        }

        /** The last day counts in full: it is today's until midnight, and late from then on. */
        @Test
        void whatIsDueToday() {
            desk.itIs("2026-09-15T15:59:59Z");
            assertThat(in(TODAY, "wanli")).isEmpty();
            desk.itIs("2026-09-15T16:00:01Z");
            assertThat(in(TODAY, "wanli")).containsExactly(Tasks.SIGN_FOR);
            assertThat(in(LATE, "wanli")).isEmpty();
            desk.itIs("2026-09-16T15:59:59Z");
            assertThat(in(TODAY, "wanli")).containsExactly(Tasks.SIGN_FOR);
            assertThat(in(LATE, "wanli")).isEmpty();
            desk.itIs("2026-09-16T16:00:01Z");
            assertThat(in(TODAY, "wanli")).isEmpty();
            assertThat(in(LATE, "wanli")).containsExactly(Tasks.SIGN_FOR);
        }

        /** A list of what a unit must do: who only looks over its shoulder has it among all open tasks. */
        @Test
        void theListsOfAUnitAreItsOwn() {
            desk.itIs("2026-09-16T02:00:00Z");
            for (String other : List.of("guandou", "wanli-1", "district", "company-5")) {
                assertThat(in(TODAY, other)).as(other).isEmpty();
                assertThat(in(TO_SIGN_FOR, other)).as(other).isEmpty();
                assertThat(in(UNCLAIMED, other)).as(other).isEmpty();
            }
            assertThat(in(ALL, "district")).containsExactly(Tasks.SIGN_FOR);
            assertThat(in(ALL, "guandou")).isEmpty();
        }

        @Test
        void whoClaimsATaskHasItAsHisOwnAndTheUnitGoesOnToSeeThatItIsDue() {
            desk.itIs("2026-09-16T02:00:00Z");
            assertThat(in(UNCLAIMED, "wanli")).containsExactly(Tasks.SIGN_FOR);
            assertThat(in(MINE, "wanli")).isEmpty();
            String task = desk.taskOf(caseNo, Tasks.SIGN_FOR).getId();
            desk.as("wanli", () -> {
                tasks.claim(task, "wanli");
                return task;
            });
            assertThat(in(MINE, "wanli")).containsExactly(Tasks.SIGN_FOR);
            assertThat(in(UNCLAIMED, "wanli")).isEmpty();
            assertThat(in(MINE, "wanli-lead")).isEmpty();
            assertThat(in(TODAY, "wanli-lead")).containsExactly(Tasks.SIGN_FOR);
            assertThat(in(TO_SIGN_FOR, "wanli-lead")).containsExactly(Tasks.SIGN_FOR);
        }

        @Test
        void lettersLieBeforeWhoSigns() {
            assertThat(in(TO_SIGN_FOR, "wanli")).containsExactly(Tasks.SIGN_FOR);
            desk.does("wanli", caseNo, Tasks.SIGN_FOR, ComplaintStory.signed("dept-fire", LimitTold.LETTER));

            assertThat(in(TO_SIGN, "fire-lead")).containsExactly("userTask_signLetter");
            assertThat(in(TO_SIGN, "wanli-lead")).isEmpty();
            assertThat(in(TO_SIGN_FOR, "wanli")).isEmpty();
        }

        /** What is due first is on top, what is never due below; who wants it otherwise has it otherwise. */
        @Test
        void whatIsDueFirstOnTopUnlessTheReaderWantsItOtherwise() {
            desk.itIs("2026-09-02T02:00:00Z");
            String later = desk.starts("wanli-1", "complaint", ComplaintStory.call("2026-09-02T09:40:00+08:00"));
            desk.itIs("2026-09-03T02:00:00Z");
            String never = desk.starts("wanli-1", "complaint", ComplaintStory.call("2026-09-03T09:40:00+08:00"));
            Task timeless = desk.taskOf(never, Tasks.SIGN_FOR);
            timeless.setDueDate(null);
            tasks.saveTask(timeless);
            List<String> due = List.of(taskOf(caseNo), taskOf(later), taskOf(never));

            assertThat(sorted(tasks.createTaskQuery())).containsSubsequence(due);
            assertThat(sorted(tasks.createTaskQuery().orderByDueDate().asc())).containsSubsequence(due);
            assertThat(sorted(tasks.createTaskQuery().orderByTaskCreateTime().desc()))
                    .containsSubsequence(due.get(2), due.get(1), due.get(0));
            assertThat(sorted(tasks.createTaskQuery().orderByDueDate().desc()))
                    .containsSubsequence(due.get(1), due.get(0));
        }

        private String taskOf(String of) {
            return desk.taskOf(of, Tasks.SIGN_FOR).getId();
        }

        private List<String> sorted(TaskQuery extension) {
            Filter filter =
                    filters.createTaskFilterQuery().filterName(UNCLAIMED).singleResult();
            return desk
                    .as("wanli", () -> filters.<Task, TaskQuery>listPage(filter.getId(), extension, 0, 1_000))
                    .stream()
                    .map(Task::getId)
                    .toList();
        }

        private List<String> seenBy(String user) {
            return desk.as(
                    user,
                    () -> filters.createTaskFilterQuery().list().stream()
                            .sorted(Comparator.comparing(
                                    it -> String.valueOf(it.getProperties().get("priority"))))
                            .map(Filter::getName)
                            .toList());
        }

        /** The tasks of the one case in a list, as Tasklist asks for them. */
        private List<String> in(String list, String user) {
            Filter filter = filters.createTaskFilterQuery().filterName(list).singleResult();
            TaskQuery ofTheCase = tasks.createTaskQuery().processInstanceBusinessKey(caseNo);
            return desk.as(user, () -> filters.<Task, TaskQuery>list(filter.getId(), ofTheCase)).stream()
                    .map(Task::getTaskDefinitionKey)
                    .toList();
        }

        private long grants() {
            Long count = db.queryForObject("select count(*) from public.act_ru_authorization", Long.class);
            return count == null ? 0 : count;
        }
    }
}

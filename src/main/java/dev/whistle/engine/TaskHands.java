package dev.whistle.engine;

import dev.whistle.engine.StoredLists.ListedTask;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * In whose hands open tasks are, and how they pass from one to another. Who may do so is asked elsewhere ({@code
 * desk}); grants follow by {@link TaskGrants} in the same transaction.
 */
@Component
public class TaskHands {

    private static final String OPEN = """
            from public.act_ru_task t
            join public.act_ru_execution i on i.id_ = t.proc_inst_id_
            where i.business_key_ is not null\s""";

    private static final String IN_HANDS = OPEN + """
            and (t.assignee_ in (:users) or exists (
                select 1 from public.act_ru_identitylink l
                where l.task_id_ = t.id_ and l.type_ = 'candidate' and l.group_id_ in (:groups)))""";

    /** So that lists of users or groups that are empty can be asked about: nobody is called so. */
    private static final String NOBODY = "-";

    private final JdbcClient db;
    private final TaskService tasks;
    private final Referrals referrals;

    TaskHands(JdbcClient db, @Lazy TaskService tasks, Referrals referrals) {
        this.db = db;
        this.tasks = tasks;
        this.referrals = referrals;
    }

    /**
     * An open task of a case.
     *
     * @param element id of the model's element
     * @param assignee whose it is; null while it waits for somebody of its groups
     * @param owner for whom the assignee does it; null where for nobody but himself
     * @param groups the engine's groups that it is for
     */
    public record OpenTask(
            String id,
            String name,
            String element,
            String caseNo,
            @Nullable Instant dueAt,
            @Nullable String assignee,
            @Nullable String owner,
            List<String> groups) {

        /** As a list has it. */
        public ListedTask listed() {
            return new ListedTask(id, name, caseNo, dueAt, assignee, owner, groups);
        }
    }

    /**
     * A page of open tasks, those that are due first.
     *
     * @param total how many there are on all pages
     */
    public record TaskPage(List<OpenTask> tasks, long total) {}

    /**
     * Those of these tasks that are open, in the order of their due dates. Nobody else changes them before the running
     * transaction ends.
     */
    public List<OpenTask> hold(Collection<String> ids) {
        List<String> held = db.sql("select id_ from public.act_ru_task where id_ in (:ids) order by id_ for update")
                .param("ids", orNobody(ids))
                .query(String.class)
                .list();
        return read(OPEN + "and t.id_ in (:ids)", Map.of("ids", orNobody(held)), "");
    }

    /** Those of these tasks that are open, in the order of their due dates. */
    public List<OpenTask> find(Collection<String> ids) {
        return read(OPEN + "and t.id_ in (:ids)", Map.of("ids", orNobody(ids)), "");
    }

    /** Tasks that these users have, in the order of their due dates. */
    public List<OpenTask> of(String user) {
        return read(OPEN + "and t.assignee_ = :user", Map.of("user", user), "");
    }

    /** What these users have and what these groups may take. */
    public TaskPage inHandsOf(Collection<String> users, Collection<String> groups, int page, int size) {
        Map<String, Object> values = Map.of("users", orNobody(users), "groups", orNobody(groups));
        long total = db.sql("select count(*) " + IN_HANDS)
                .params(values)
                .query(Long.class)
                .single();
        return new TaskPage(
                read(IN_HANDS, values, " offset %d rows fetch next %d rows only".formatted((long) page * size, size)),
                total);
    }

    /**
     * Gives a task to somebody, or back to its groups.
     *
     * @param owner for whom he or she does it
     */
    public void give(OpenTask task, @Nullable String assignee, @Nullable String owner) {
        // Not by setOwner, which takes nobody for an answer.
        Task held = tasks.createTaskQuery().taskId(task.id()).singleResult();
        held.setOwner(owner);
        held.setAssignee(assignee);
        tasks.saveTask(held);
    }

    /**
     * Takes a task to other groups, where nobody has it yet.
     *
     * @param groups the groups that come in place of others, by these
     * @param reason what is told beside it on the timeline
     */
    public void move(OpenTask task, Map<String, String> groups, String reason) {
        give(task, null, null);
        referrals.because(task.id(), reason);
        groups.values().stream().distinct().forEach(group -> tasks.addCandidateGroup(task.id(), group));
        groups.keySet().stream()
                .filter(group -> !groups.containsValue(group))
                .forEach(group -> tasks.deleteCandidateGroup(task.id(), group));
    }

    private List<OpenTask> read(String where, Map<String, ?> values, String page) {
        List<OpenTask> found = db.sql(
                        "select t.id_, t.name_, t.task_def_key_, t.due_date_, t.assignee_, t.owner_, i.business_key_ "
                                + where
                                + " order by case when t.due_date_ is null then 1 else 0 end, t.due_date_, t.id_"
                                + page)
                .params(values)
                .query(TaskHands::task)
                .list();
        Map<String, List<String>> groups =
                groupsOf(found.stream().map(OpenTask::id).toList());
        return found.stream()
                .map(it -> new OpenTask(
                        it.id(),
                        it.name(),
                        it.element(),
                        it.caseNo(),
                        it.dueAt(),
                        it.assignee(),
                        it.owner(),
                        List.copyOf(groups.getOrDefault(it.id(), List.of()))))
                .toList();
    }

    /** The groups that tasks are for, by the tasks' ids. */
    Map<String, List<String>> groupsOf(List<String> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        Map<String, List<String>> groups = new LinkedHashMap<>();
        db.sql("""
                        select task_id_, group_id_ from public.act_ru_identitylink
                        where type_ = 'candidate' and group_id_ is not null and task_id_ in (:ids) order by group_id_""").param("ids", ids).query(row -> {
            groups.computeIfAbsent(row.getString("task_id_"), it -> new ArrayList<>())
                    .add(row.getString("group_id_"));
        });
        return groups;
    }

    private static Set<String> orNobody(Collection<String> names) {
        return names.isEmpty() ? Set.of(NOBODY) : Set.copyOf(names);
    }

    private static OpenTask task(ResultSet row, int number) throws SQLException {
        Timestamp due = row.getTimestamp("due_date_");
        return new OpenTask(
                row.getString("id_"),
                row.getString("name_"),
                row.getString("task_def_key_"),
                row.getString("business_key_"),
                due == null ? null : due.toInstant(),
                row.getString("assignee_"),
                row.getString("owner_"),
                List.of());
    }
}

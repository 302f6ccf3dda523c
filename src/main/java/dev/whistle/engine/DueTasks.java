package dev.whistle.engine;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Open tasks by who has to do them. Two statements, however many officers and tasks there are; the engine's services
 * would ask for the candidates of every task and the members of every group.
 */
@Component
public class DueTasks {

    private final JdbcClient db;
    private final Staff staff;

    DueTasks(JdbcClient db, Staff staff) {
        this.db = db;
        this.staff = staff;
    }

    /** A task with a due date. */
    public record DueTask(String id, String name, String caseNo, Instant dueAt) {}

    /**
     * What is due by then, the most pressing first, by user. A task that somebody has taken is that user's alone; any
     * other is everybody's who may take it.
     *
     * @param end due at this instant or before
     */
    public Map<String, List<DueTask>> until(Instant end) {
        List<Candidate> candidates = db.sql("""
                        select t.id_, t.name_, t.due_date_, t.assignee_, i.business_key_, l.group_id_, l.user_id_
                        from public.act_ru_task t
                        join public.act_ru_execution i on i.id_ = t.proc_inst_id_
                        left join public.act_ru_identitylink l on l.task_id_ = t.id_ and l.type_ = 'candidate'
                        where t.due_date_ <= ? and t.suspension_state_ = 1 and i.business_key_ is not null
                        order by t.due_date_, i.business_key_, t.id_""")
                .param(Timestamp.from(end))
                .query((row, n) -> new Candidate(
                        new DueTask(
                                row.getString("id_"),
                                row.getString("name_"),
                                row.getString("business_key_"),
                                row.getTimestamp("due_date_").toInstant()),
                        row.getString("assignee_"),
                        row.getString("group_id_"),
                        row.getString("user_id_")))
                .list();
        if (candidates.isEmpty()) {
            return Map.of();
        }
        Map<String, List<String>> members = staff.byGroup();
        Map<String, Set<DueTask>> byUser = new LinkedHashMap<>();
        for (Candidate candidate : candidates) {
            for (String user : candidate.users(members)) {
                byUser.computeIfAbsent(user, it -> new LinkedHashSet<>()).add(candidate.task());
            }
        }
        Map<String, List<DueTask>> lists = new LinkedHashMap<>();
        byUser.forEach((user, tasks) -> lists.put(user, new ArrayList<>(tasks)));
        return lists;
    }

    private record Candidate(
            DueTask task,
            @Nullable String assignee,
            @Nullable String group,
            @Nullable String user) {

        List<String> users(Map<String, List<String>> members) {
            if (assignee != null) {
                return List.of(assignee);
            }
            if (user != null) {
                return List.of(user);
            }
            return group == null ? List.of() : members.getOrDefault(group, List.of());
        }
    }
}

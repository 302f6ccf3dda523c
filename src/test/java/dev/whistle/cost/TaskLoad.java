package dev.whistle.cost;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/**
 * Many open tasks, put straight into the engine's tables of a PostgreSQL as the engine and {@code engine.TaskGrants} leave
 * them: each given to one group of a unit, which gets a grant to work, and the units above one to read. Every tenth has
 * been claimed. They are taken away again without a trace.
 */
final class TaskLoad implements AutoCloseable {

    /** Permissions of a grant: read; read, update and work, as the engine counts them. */
    private static final int READ = 2;

    private static final int WORK = 16390;
    private static final int TASK = 7;

    private final DataSource database;

    TaskLoad(DataSource database) {
        this.database = database;
    }

    void make(int tasks, String definition) throws SQLException {
        run(
                "set session_replication_role = replica", // foreign keys hold, and need not be looked up for each row
                """
                create temporary table load as
                select 'load-' || i as id, i,
                    case when i %% 5 = 0 then u.id || '.lead' else u.id || '.officer' end as grp,
                    u.id as unit, case when i %% 10 = 1 and o.user_id_ is not null then o.user_id_ end as assignee
                from generate_series(1, %d) i
                join (select id, row_number() over (order by id) - 1 as n, count(*) over () as units
                      from whistle.unit where parent is not null) u on u.n = i %% u.units
                left join (select group_id_, min(user_id_) as user_id_ from public.act_id_membership group by group_id_) o
                    on o.group_id_ = u.id || '.officer'""".formatted(tasks),
                """
                insert into public.act_ru_task (id_, rev_, name_, description_, priority_, create_time_, assignee_,
                    proc_def_id_, task_def_key_, due_date_, suspension_state_)
                select id, 1, '签收并确定承办单位', 'JJ.A3.3.2 核对投诉内容，确定承办单位，并告知投诉人办理时限。', 50,
                    timestamp '2026-01-01' + i * interval '1 minute', assignee, '%s', 'userTask_signFor',
                    timestamp '2026-01-16' + (i * 7919 %% 100000) * interval '1 minute', 1 from load""".formatted(definition),
                """
                insert into public.act_ru_identitylink (id_, rev_, group_id_, type_, task_id_)
                select id, 1, grp, 'candidate', id from load""",
                grants("grp", WORK, "true"),
                grants("unit || '.officer'", READ, "grp like '%.lead' and unit <> 'district-office'"),
                grants(
                        "(select p.parent || '.officer' from whistle.unit p where p.id = unit)",
                        READ,
                        "exists (select 1 from whistle.unit p join whistle.unit a on a.id = p.parent"
                                + " where p.id = unit and a.parent is not null)"),
                """
                insert into public.act_ru_authorization (id_, rev_, type_, user_id_, resource_type_, resource_id_, perms_)
                select 'load-' || i || '-me', 1, 1, assignee, %d, id, %d from load where assignee is not null""".formatted(TASK, WORK),
                "drop table load",
                "vacuum analyze public.act_ru_task, public.act_ru_identitylink, public.act_ru_authorization");
    }

    private static String grants(String group, int permissions, String where) {
        return """
                insert into public.act_ru_authorization (id_, rev_, type_, group_id_, resource_type_, resource_id_, perms_)
                select 'load-' || i || '-' || md5(%1$s || %2$d), 1, 1, %1$s, %3$d, id, %2$d from load where %4$s""".formatted(group, permissions, TASK, where);
    }

    @Override
    public void close() throws SQLException {
        run(
                "set session_replication_role = replica",
                "delete from public.act_ru_authorization where id_ like 'load-%'",
                "delete from public.act_ru_identitylink where id_ like 'load-%'",
                "delete from public.act_ru_task where id_ like 'load-%'",
                "vacuum analyze public.act_ru_task, public.act_ru_identitylink, public.act_ru_authorization");
    }

    private void run(String... sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            for (String each : sql) {
                statement.execute(each);
            }
            statement.execute("set session_replication_role = origin"); // the connection goes back to the pool
        }
    }
}

package dev.whistle.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whistle.testing.Postgres;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.Task;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.migration.JavaMigration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.BeanUtils;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * A database of version 18, with work in it, becomes one of today. Until then every group was granted all lists at once.
 */
class OldDatabaseTest {

    private static final String CASE = "TS-2026-000001";
    private static final String OLD = "TS-2025-000001";

    @Test
    void onH2() throws ReflectiveOperationException {
        becomesNew(
                new DriverManagerDataSource("jdbc:h2:mem:old;DB_CLOSE_DELAY=-1", "sa", ""),
                "WHISTLE",
                Map.of("bytes", "blob", "hold", ""));
    }

    @Test
    void onPostgres() throws ReflectiveOperationException {
        becomesNew(
                new DriverManagerDataSource(Postgres.newDatabase(), "postgres", "postgres"),
                "whistle",
                Map.of("bytes", "bytea", "hold", "for share"));
    }

    private static void becomesNew(DataSource database, String schema, Map<String, String> placeholders)
            throws ReflectiveOperationException {
        ProcessEngine engine = ProcessEngineConfiguration.createStandaloneProcessEngineConfiguration()
                .setProcessEngineName("old-" + schema)
                .setDataSource(database)
                .setDatabaseSchemaUpdate(ProcessEngineConfiguration.DB_SCHEMA_UPDATE_TRUE)
                .setHistory(ProcessEngineConfiguration.HISTORY_NONE)
                .setJobExecutorActivate(false)
                .buildProcessEngine();
        try {
            FluentConfiguration flyway = Flyway.configure()
                    .dataSource(database)
                    .schemas(schema)
                    .defaultSchema(schema)
                    .placeholders(placeholders)
                    .javaMigrations(indexCases());
            flyway.target("18").load().migrate();
            JdbcTemplate db = new JdbcTemplate(database);
            String task = oldWork(engine, db);
            oldComplaint(db);
            Filter mine = oldList(engine, "我的待办");
            Filter own = oldList(engine, "片区重点");
            grant(engine, Authorization.ANY, "street-a.officer");
            grant(engine, Authorization.ANY, "street-a.lead");
            grant(engine, own.getId(), "street-a.lead");
            grant(engine, Authorization.ANY, "watchers");

            flyway.target("latest").load().migrate();
            TaskLists lists =
                    new TaskLists(engine.getFilterService(), engine.getTaskService(), engine.getAuthorizationService());
            Unit street = new Unit("street-a", UnitKind.STREET, "甲街道", null);
            lists.create(List.of(street));

            assertThat(grants(engine, Authorization.ANY))
                    .as("no unit reads every list, and what an administrator granted others stays")
                    .containsExactly("watchers");
            assertThat(grants(engine, own.getId())).containsExactly("street-a.lead");
            assertThat(grants(engine, mine.getId())).as("everybody's").containsExactly("null");
            assertThat(engine.getFilterService()
                            .createTaskFilterQuery()
                            .filterName("我的待办")
                            .list())
                    .extracting(Filter::getId)
                    .containsExactly(mine.getId());
            assertThat(engine.getFilterService().createTaskFilterQuery().count())
                    .as("seven of ours and one that somebody made")
                    .isEqualTo(8);
            assertThat(engine.getFilterService().<Task>list(mine.getId()))
                    .extracting(Task::getId)
                    .containsExactly(task);
            assertThat(db.queryForList(
                            "select distinct term from whistle.case_term where case_no = ?", String.class, CASE))
                    .as("found by words")
                    .contains("电梯", "梯停");
            assertThat(db.queryForList("select case_no || ' ' || step from whistle.claimed_step", String.class))
                    .containsExactly(CASE + " serviceTask_blow:1");
            assertThat(db.queryForObject("select stands_in_for from whistle.case_event", String.class))
                    .isNull();
            figuresAreThoseOfWhatHappened(db);
        } finally {
            engine.close();
        }
    }

    private static String oldWork(ProcessEngine engine, JdbcTemplate db) {
        db.update("insert into whistle.unit (id, kind, name) values ('street-a', 'STREET', '甲街道')");
        db.update("""
                insert into whistle.case_file (case_no, procedure, title, unit, received_at, opened_at, tracking)
                values (?, 'complaint', '电梯停运', 'street-a', current_timestamp, current_timestamp, 'abc')""", CASE);
        db.update("""
                insert into whistle.case_event (case_no, at, kind, actor, name, entered)
                values (?, current_timestamp, 'STEP', 'a', '立案登记', ?)""", new Object[] {CASE, null}, new int[] {Types.VARCHAR, Types.VARCHAR});
        db.update("insert into whistle.whistle_blown (cause, step) values (?, 'serviceTask_blow:1')", CASE);
        Task task = engine.getTaskService().newTask();
        task.setName("签收");
        task.setAssignee("a");
        engine.getTaskService().saveTask(task);
        return task.getId();
    }

    /** A closed complaint of the last day of a year, by the calendar of China: a late answer, its first notice, a referral. */
    private static void oldComplaint(JdbcTemplate db) {
        db.update("insert into whistle.unit (id, kind, name, parent) values ('dept-a', 'DEPARTMENT', '甲局', null)");
        db.update("""
                insert into whistle.case_file
                    (case_no, procedure, title, source, street, unit, received_at, opened_at, closed_at, tracking)
                values (?, 'complaint', '消防通道被堵', 'phone', 'street-a', 'street-a', timestamp with time zone '2024-12-31 20:00:00+00',
                        timestamp with time zone '2024-12-31 20:00:00+00', timestamp with time zone '2025-02-03 02:00:00+00', 'def')""", OLD);
        db.update("""
                insert into whistle.case_particular (case_no, name, code, label, shown, recorded_at)
                values (?, 'matterKind', 'fire-lane', '事由类别', '占用消防通道', current_timestamp)""", OLD);
        db.update(
                "insert into whistle.case_link (case_no, other, kind, linked_at) values (?, ?, 'REPEAT', current_timestamp)",
                OLD,
                CASE);
        for (String clock : List.of(
                "MET 2025-01-31T16:30:00Z 2025-02-20T00:00:00Z",
                "BREACHED 2025-02-03T00:00:00Z 2025-01-31T15:00:00Z")) {
            String[] parts = clock.split(" ");
            db.update(
                    """
                    insert into whistle.case_clock
                        (id, case_no, kind, name, clause, table_version, effect, budget, unit, anchor_at, due_at, provisional, state, ended_at, holder_unit)
                    values (?, ?, ?, '期限', 'JJ', 1, 'STATUTORY', 15, 'DAY', current_timestamp, ?, false, ?, ?, ?)""",
                    parts[0],
                    OLD,
                    parts[0],
                    OffsetDateTime.parse(parts[2]),
                    parts[0],
                    OffsetDateTime.parse(parts[1]),
                    parts[0].equals("MET") ? null : "dept-a");
        }
        db.update(
                "insert into whistle.sanction (id, matter, party, unit, rung) values ('s', ?, 'dept-a', 'dept-a', 'FIRST_NOTICE')",
                OLD);
        db.update(
                "insert into whistle.sanction (id, matter, party, unit, rung) values ('r', ?, 'dept-a', 'dept-a', 'SUPERVISION')",
                OLD);
        for (String event : List.of("s 1 IMPOSED", "r 1 IMPOSED", "r 2 REVOKED")) {
            String[] parts = event.split(" ");
            db.update("""
                    insert into whistle.sanction_event (sanction_id, number, kind, at, case_no, step)
                    values (?, ?, ?, timestamp with time zone '2025-02-02 00:00:00+00', ?, ?)""", parts[0], Integer.valueOf(parts[1]), parts[2], OLD, event);
        }
        // Two tasks of the department that overlap for half an hour, and one of the street's own.
        for (String held : List.of("dept-a 00:00 01:00", "dept-a 00:30 02:00", "street-a 00:00 05:00")) {
            String[] parts = held.split(" ");
            db.update(
                    """
                    insert into whistle.case_hold (case_no, unit, task, element, name, since, until)
                    values (?, ?, ?, 'userTask_a', '办理', ?, ?)""",
                    OLD,
                    parts[0],
                    held,
                    OffsetDateTime.parse("2025-02-01T" + parts[1] + ":00Z"),
                    OffsetDateTime.parse("2025-02-01T" + parts[2] + ":00Z"));
        }
    }

    private static void figuresAreThoseOfWhatHappened(JdbcTemplate db) {
        assertThat(db.query(
                        "select * from whistle.tally where of_month < date '2026-01-01' order by of_month, measure",
                        (row, n) -> "%s %s %s %s %s"
                                .formatted(
                                        row.getString("of_month").substring(0, 7),
                                        row.getString("measure"),
                                        row.getString("unit"),
                                        row.getString("item"),
                                        row.getLong("n"))))
                .as("by the months of China")
                .containsExactly(
                        "2025-01 BREACHED dept-a  1",
                        "2025-01 CHANNEL street-a phone 1",
                        "2025-01 MATTER street-a fire-lane 1",
                        "2025-01 RECEIVED street-a  1",
                        "2025-01 REPEAT street-a  1",
                        "2025-02 CLOSED street-a  1",
                        "2025-02 HELD_CASES dept-a  1",
                        "2025-02 HELD_SECONDS dept-a  7200",
                        "2025-02 MET street-a  1",
                        "2025-02 RUNG dept-a FIRST_NOTICE 1");
        assertThat(db.queryForObject("select sum(n) from whistle.tally where measure = 'RECEIVED'", Integer.class))
                .isEqualTo(2);
    }

    private static Filter oldList(ProcessEngine engine, String name) {
        Filter list = engine.getFilterService().newTaskFilter(name);
        list.setQuery(engine.getTaskService().createTaskQuery().taskAssignee("a"));
        return engine.getFilterService().saveFilter(list);
    }

    private static void grant(ProcessEngine engine, String list, String group) {
        Authorization grant = engine.getAuthorizationService().createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        grant.setGroupId(group);
        grant.setResource(Resources.FILTER);
        grant.setResourceId(list);
        grant.addPermission(Permissions.READ);
        engine.getAuthorizationService().saveAuthorization(grant);
    }

    private static Stream<String> grants(ProcessEngine engine, String list) {
        return engine
                .getAuthorizationService()
                .createAuthorizationQuery()
                .resourceType(Resources.FILTER)
                .resourceId(list)
                .list()
                .stream()
                .map(it -> String.valueOf(it.getGroupId()));
    }

    /** The one migration in Java, which is its package's own. */
    private static JavaMigration indexCases() throws ReflectiveOperationException {
        return (JavaMigration) BeanUtils.instantiateClass(
                Class.forName("dev.whistle.casefile.IndexCases").getDeclaredConstructor());
    }
}

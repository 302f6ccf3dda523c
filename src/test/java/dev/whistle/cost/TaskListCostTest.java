package dev.whistle.cost;

import dev.whistle.testing.Desk;
import dev.whistle.testing.OnPostgres;
import dev.whistle.testing.PageReads;
import dev.whistle.testing.Statements;
import dev.whistle.testing.Statements.Sent;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.assertj.core.api.SoftAssertions;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What an officer's list reads among a hundred thousand open tasks, in pages of PostgreSQL: page and count with
 * authorization no more than twice what the same question reads without. And it shows what the grants say, neither more
 * nor less.
 */
@OnPostgres
class TaskListCostTest {

    private static final int TASKS = 100_000;
    private static final int TIMES = 2;

    /** What it takes to look up who is asking: whether anything was taken away from him, whether he reads all. */
    private static final int WHO_ASKS = 40;

    /** As many as Tasklist shows at once. */
    private static final int PAGE = 15;

    private static final List<String> LISTS = List.of("我的待办", "本单位待领", "在办任务");
    private static final List<String> OFFICERS = List.of("wanli-1", "wanli", "fire", "company-5", "district", "admin");

    @Autowired
    private Desk desk;

    @Autowired
    private FilterService filters;

    @Autowired
    private TaskService tasks;

    @Autowired
    private IdentityService identities;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private ProcessEngineConfiguration engine;

    @Autowired
    private DataSource database;

    @Autowired
    private JdbcClient db;

    @Test
    void aListReadsTwiceAsManyPagesWithAuthorizationAtMost() throws Exception {
        try (TaskLoad load = new TaskLoad(database)) {
            load.make(TASKS, definition());
            SoftAssertions all = new SoftAssertions();
            for (String officer : OFFICERS) {
                all.assertThat(count(officer)).as("what %s sees", officer).isEqualTo(granted(officer));
                for (String list : LISTS) {
                    compare(all, officer, list, "page", () -> page(list));
                    compare(all, officer, list, "count", () -> filters.count(idOf(list)));
                }
            }
            all.assertAll();
        }
    }

    private void compare(SoftAssertions all, String officer, String list, String what, Runnable question) {
        long with = pages(officer, question);
        engine.setAuthorizationEnabled(false);
        long without;
        try {
            without = pages(officer, question);
        } finally {
            engine.setAuthorizationEnabled(true);
        }
        System.out.printf("%-11s %s %-5s %6d pages, without authorization %6d%n", officer, list, what, with, without);
        all.assertThat(with).as("%s of %s for %s", what, list, officer).isLessThanOrEqualTo(TIMES * without + WHO_ASKS);
    }

    /** Of the questions about tasks, with what is asked about the asker's rights for them. */
    private long pages(String officer, Runnable question) {
        Statements statements = new Statements();
        desk.as(officer, () -> {
            statements.add(question);
            return 0;
        });
        List<Sent> asked = statements.sent().stream()
                .filter(it -> !it.sql().toLowerCase(Locale.ROOT).contains("act_ru_filter"))
                .toList();
        return new PageReads(database).of(asked);
    }

    private List<Task> page(String list) {
        return filters.listPage(idOf(list), (TaskQuery) null, 0, PAGE);
    }

    private String idOf(String list) {
        return db.sql("select id_ from public.act_ru_filter where name_ = ?")
                .param(list)
                .query(String.class)
                .single();
    }

    private long count(String officer) {
        return desk.as(officer, () -> tasks.createTaskQuery().count());
    }

    /** By the grants as they stand in the engine's table. */
    private long granted(String officer) {
        List<String> groups = identities.createGroupQuery().groupMember(officer).list().stream()
                .map(Group::getId)
                .toList();
        return db.sql("""
                        with granted as (
                            select a.resource_id_ as id from public.act_ru_authorization a
                            where a.type_ = 1 and a.resource_type_ = 7 and a.perms_ & 2 = 2
                              and (a.user_id_ = :officer or a.group_id_ in (:groups)))
                        select count(*) from public.act_ru_task t
                        where t.id_ in (select id from granted) or '*' in (select id from granted)""")
                .param("officer", officer)
                .param("groups", groups)
                .query(Long.class)
                .single();
    }

    private String definition() {
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey("complaint")
                .latestVersion()
                .singleResult()
                .getId();
    }
}

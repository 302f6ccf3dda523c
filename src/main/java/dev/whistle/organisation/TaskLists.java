package dev.whistle.organisation;

import static org.camunda.bpm.engine.authorization.Authorization.ANY;
import static org.camunda.bpm.engine.authorization.Authorization.AUTH_TYPE_GLOBAL;
import static org.camunda.bpm.engine.authorization.Authorization.AUTH_TYPE_GRANT;
import static org.camunda.bpm.engine.authorization.Resources.FILTER;

import java.util.Collection;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.stereotype.Component;

/**
 * The task lists that everybody finds in Tasklist: without one, Tasklist shows no task at all. The first of them opens
 * when somebody logs in. What an administrator changed about them stays.
 */
@Component
class TaskLists {

    private final FilterService filters;
    private final TaskService tasks;
    private final AuthorizationService authorizations;

    TaskLists(FilterService filters, TaskService tasks, AuthorizationService authorizations) {
        this.filters = filters;
        this.tasks = tasks;
        this.authorizations = authorizations;
    }

    /** Makes the lists that are not there yet, and shows each to those it is for. */
    void create(Collection<Unit> units) {
        everybodys(made("我的待办", 10, "#155cb5", "由我办理的任务", mine()));
        everybodys(made("本单位待领", 20, "#b5152b", "本单位可以领取的任务", ourTasks().taskUnassigned()));
        everybodys(made("今日到期", 22, "#855000", "本单位今日到期的任务", dueToday()));
        everybodys(made("已逾期", 24, "#b3261e", "本单位已经逾期的任务", late()));
        everybodys(made("待签收", 26, "#1c6b3a", "送到本单位、等待签收的任务", toSignFor()));
        leads(made("待我签发", 28, "#6a3d9a", "等待我签发的文书", toSign()), units);
        everybodys(made("在办任务", 30, "#5a6b7b", "我有权查看的全部在办任务", tasks.createTaskQuery()));
    }

    private TaskQuery mine() {
        return tasks.createTaskQuery().taskAssigneeExpression("${currentUser()}");
    }

    /** Those of the reader's units, whether somebody has claimed them or not. */
    private TaskQuery ours() {
        return ourTasks().includeAssignedTasks();
    }

    private TaskQuery ourTasks() {
        return tasks.createTaskQuery().taskCandidateGroupInExpression("${currentUserGroups()}");
    }

    private TaskQuery dueToday() {
        return ours().dueAfterExpression("${now()}").dueBeforeExpression("${endOfToday.get()}");
    }

    private TaskQuery late() {
        return ours().dueBeforeExpression("${now()}");
    }

    /** A step at which a unit signs for a case says so in its name (签收报到, 签收并确定承办单位). */
    private TaskQuery toSignFor() {
        return ours().taskNameLike("%签收%");
    }

    /** A step at which a letter is signed is called 签发 and what is signed. */
    private TaskQuery toSign() {
        return ours().taskNameLike("签发%");
    }

    private Filter made(String name, int priority, String colour, String description, TaskQuery query) {
        Filter known = filters.createTaskFilterQuery().filterName(name).listPage(0, 1).stream()
                .findFirst()
                .orElse(null);
        if (known != null) {
            return known;
        }
        Filter filter = filters.newTaskFilter(name);
        filter.setQuery(query.orderByDueDate().asc());
        filter.setProperties(
                Map.of("priority", priority, "color", colour, "description", description, "refresh", true));
        return filters.saveFilter(filter);
    }

    private void everybodys(Filter list) {
        if (shownToNobody(list)) {
            Authorization all = authorizations.createNewAuthorization(AUTH_TYPE_GLOBAL);
            all.setUserId(ANY);
            show(list, all);
        }
    }

    /** Nobody else signs: a list that is always empty would only puzzle officers. */
    private void leads(Filter list, Collection<Unit> units) {
        if (shownToNobody(list)) {
            for (Unit unit : units) {
                Authorization lead = authorizations.createNewAuthorization(AUTH_TYPE_GRANT);
                lead.setGroupId(unit.leads());
                show(list, lead);
            }
        }
    }

    private boolean shownToNobody(Filter list) {
        return authorizations
                        .createAuthorizationQuery()
                        .resourceType(FILTER)
                        .resourceId(list.getId())
                        .count()
                == 0;
    }

    private void show(Filter list, Authorization authorization) {
        authorization.setResource(FILTER);
        authorization.setResourceId(list.getId());
        authorization.addPermission(Permissions.READ);
        authorizations.saveAuthorization(authorization);
    }
}

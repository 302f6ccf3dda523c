package dev.whistle.organisation;

import java.util.Map;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.stereotype.Component;

/**
 * The task lists that everybody finds in Tasklist: without one, Tasklist shows no task at all. What an administrator
 * changed about them stays.
 */
@Component
class TaskLists {

    private final FilterService filters;
    private final TaskService tasks;

    TaskLists(FilterService filters, TaskService tasks) {
        this.filters = filters;
        this.tasks = tasks;
    }

    /** Makes the lists that are not there yet. */
    void create() {
        create("我的待办", 10, "#155cb5", "由我办理的任务", mine());
        create("本单位待领", 20, "#b5152b", "本单位可以领取的任务", unclaimed());
        create("在办任务", 30, "#5a6b7b", "我有权查看的全部在办任务", tasks.createTaskQuery());
    }

    private TaskQuery mine() {
        return tasks.createTaskQuery().taskAssigneeExpression("${currentUser()}");
    }

    private TaskQuery unclaimed() {
        return tasks.createTaskQuery()
                .taskCandidateGroupInExpression("${currentUserGroups()}")
                .taskUnassigned();
    }

    private void create(String name, int priority, String colour, String description, TaskQuery query) {
        if (filters.createTaskFilterQuery().filterName(name).count() == 0) {
            Filter filter = filters.newTaskFilter(name);
            filter.setQuery(query.orderByDueDate().asc());
            filter.setProperties(
                    Map.of("priority", priority, "color", colour, "description", description, "refresh", true));
            filters.saveFilter(filter);
        }
    }
}

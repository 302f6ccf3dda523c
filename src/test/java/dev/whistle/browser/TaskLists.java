package dev.whistle.browser;

import java.util.Map;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.query.Query;
import org.springframework.context.ApplicationContext;

/** Tasklist shows tasks only through a filter: where the installation has none, an administrator makes one. */
final class TaskLists {

    private TaskLists() {}

    static void forEverybody(ApplicationContext application) {
        ProcessEngine engine = application.getBean(ProcessEngine.class);
        FilterService filters = engine.getFilterService();
        if (filters.createTaskFilterQuery().count() > 0) {
            return;
        }
        Query<?, ?> query = engine.getTaskService()
                .createTaskQuery()
                .taskCandidateGroupInExpression("${currentUserGroups()}")
                .includeAssignedTasks();
        Filter filter = filters.newTaskFilter("我的任务");
        filter.setQuery(query);
        filter.setProperties(Map.of("refresh", true));
        filters.saveFilter(filter);

        AuthorizationService authorizations = engine.getAuthorizationService();
        Authorization everybody = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GLOBAL);
        everybody.setUserId(Authorization.ANY);
        everybody.setResource(Resources.FILTER);
        everybody.setResourceId(filter.getId());
        everybody.addPermission(Permissions.READ);
        authorizations.saveAuthorization(everybody);
    }
}

package dev.whistle.engine;

import dev.whistle.organisation.Access;
import java.util.List;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.db.AuthorizationCheck;
import org.camunda.bpm.engine.impl.db.CompositePermissionCheck;
import org.camunda.bpm.engine.impl.db.PermissionCheckBuilder;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationManager;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/**
 * The engine's own checks, but for two that read too much.
 *
 * <p>Before every check the engine reads the groups of all grants there are, to drop a caller's groups that hold none:
 * meant for directories with hundreds of groups a person, and a scan of a table that here holds several grants for
 * every open task. An officer has a handful of groups; all of them are asked about.
 *
 * <p>A list of tasks the engine joins with all grants of the caller, task by grant, which takes minutes where there are
 * many of both. Who may read a task follows from whom it is given to ({@link TaskGrants} and this class both ask {@link
 * Access}), so a list is asked for by that: {@link ReadableTasks}. What is done with one task is still checked by its
 * grants.
 */
final class OfficerAuthorizations extends AuthorizationManager {

    /** Asked for at the first list: the engine is built before the tables of the organisation are. */
    private final ObjectProvider<Access> access;

    private OfficerAuthorizations(ObjectProvider<Access> access) {
        this.access = access;
    }

    @Override
    public List<String> filterAuthenticatedGroupIds(@Nullable List<String> groups) {
        return groups == null ? List.of() : groups;
    }

    @Override
    public void configureTaskQuery(TaskQueryImpl query) {
        super.configureTaskQuery(query);
        ReadableTasks.forget(query);
        AuthorizationCheck check = query.getAuthCheck();
        // Rights that an administrator took away again by a rule of its own are the engine's business alone.
        if (!check.isAuthorizationCheckEnabled() || check.isRevokeAuthorizationCheckEnabled()) {
            return;
        }
        ReadableTasks readable = new ReadableTasks(check.getAuthUserId(), check.getAuthGroupIds());
        if (!readable.asksForOwn(query) && !isAuthorized(check.getAuthUserId(), check.getAuthGroupIds(), readsAll())) {
            readable.narrow(query, access.getObject());
        }
        check.setAuthorizationCheckEnabled(false);
    }

    /** The rights by which somebody reads every task there is; made when there is an engine to ask about them. */
    private static CompositePermissionCheck readsAll() {
        return new PermissionCheckBuilder()
                .disjunctive()
                .atomicCheckForResourceId(Resources.TASK, Authorization.ANY, Permissions.READ)
                .atomicCheckForResourceId(
                        Resources.PROCESS_DEFINITION, Authorization.ANY, ProcessDefinitionPermissions.READ_TASK)
                .build();
    }

    /** Gives every command its own, in place of the engine's. */
    static SessionFactory factory(ObjectProvider<Access> access) {
        return new SessionFactory() {
            @Override
            public Class<?> getSessionType() {
                return AuthorizationManager.class;
            }

            @Override
            public Session openSession() {
                return new OfficerAuthorizations(access);
            }
        };
    }
}

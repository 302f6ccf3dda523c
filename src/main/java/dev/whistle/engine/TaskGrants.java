package dev.whistle.engine;

import dev.whistle.organisation.Access;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.cfg.auth.DefaultAuthorizationProvider;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.db.entitymanager.DbEntityManager;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/**
 * Who may do what with one task: whom it is given to may read and complete it, the units above may read it, and whoever
 * it is taken from may do neither. Camunda's own provider never takes a grant back, so that after a hand-over the old
 * unit could still complete the task.
 *
 * <p>Grants are written straight to the command's entity manager. Camunda's helper for that looks each grant up in the
 * database even for a task made a moment ago, forgets permissions when two candidates of one command earn the same
 * group a grant, and loses a grant that one command takes away and gives again.
 */
final class TaskGrants extends DefaultAuthorizationProvider {

    private static final AuthorizationEntity[] SAVED_ALREADY = {};

    /** Asked for at the first task: the engine is built before the tables of the organisation are. */
    private final ObjectProvider<Access> access;

    private final ObjectProvider<Referrals> referrals;

    TaskGrants(ObjectProvider<Access> access, ObjectProvider<Referrals> referrals) {
        this.access = access;
        this.referrals = referrals;
    }

    @Override
    public AuthorizationEntity[] newTaskGroupIdentityLink(Task task, String group, String type) {
        grant(task, Holder.group(group), work());
        for (String reader : access.getObject().readers(group)) {
            grant(task, Holder.group(reader), Permissions.READ);
        }
        referrals.getObject().came((TaskEntity) task, group, made((TaskEntity) task));
        return SAVED_ALREADY;
    }

    @Override
    public AuthorizationEntity[] deleteTaskGroupIdentityLink(Task task, String group, String type) {
        if (ends(task)) {
            referrals.getObject().ended((TaskEntity) task, group);
        } else {
            List<String> holding = links(task)
                    .filter(link -> link.getGroupId() != null && !isLink(link, null, group, type))
                    .map(IdentityLink::getGroupId)
                    .toList();
            List<String> reading = holding.stream()
                    .flatMap(it -> access.getObject().readers(it).stream())
                    .toList();
            List<String> affected = new ArrayList<>(access.getObject().readers(group));
            affected.add(group);
            for (String it : affected) {
                if (!holding.contains(it)) {
                    withdraw(task, Holder.group(it), reading.contains(it));
                }
            }
            if (!holding.contains(group)) {
                referrals.getObject().left((TaskEntity) task, group, holding, Context.getCommandContext());
            }
        }
        return SAVED_ALREADY;
    }

    @Override
    public AuthorizationEntity[] newTaskUserIdentityLink(Task task, String user, String type) {
        grant(task, Holder.user(user), work());
        return SAVED_ALREADY;
    }

    @Override
    public AuthorizationEntity[] deleteTaskUserIdentityLink(Task task, String user, String type) {
        if (!ends(task)
                && !user.equals(task.getAssignee())
                && !user.equals(task.getOwner())
                && links(task).noneMatch(link -> user.equals(link.getUserId()) && !isLink(link, user, null, type))) {
            withdraw(task, Holder.user(user), false);
        }
        return SAVED_ALREADY;
    }

    @Override
    public AuthorizationEntity[] newTaskAssignee(Task task, @Nullable String old, @Nullable String now) {
        return newTaskUser(task, old, now, IdentityLinkType.ASSIGNEE);
    }

    @Override
    public AuthorizationEntity[] newTaskOwner(Task task, @Nullable String old, @Nullable String now) {
        return newTaskUser(task, old, now, IdentityLinkType.OWNER);
    }

    private AuthorizationEntity[] newTaskUser(Task task, @Nullable String old, @Nullable String now, String type) {
        if (old != null && !old.equals(now)) {
            deleteTaskUserIdentityLink(task, old, type);
        }
        if (now != null && !now.equals(old)) {
            newTaskUserIdentityLink(task, now, type);
        }
        return SAVED_ALREADY;
    }

    /** All grants of a task that ends go in one statement of the engine's own. */
    private static boolean ends(Task task) {
        return ((TaskEntity) task).isDeleted();
    }

    private static Stream<? extends IdentityLink> links(Task task) {
        return ((TaskEntity) task)
                .getIdentityLinks().stream().filter(link -> !entities().isDeleted(link));
    }

    private static boolean isLink(IdentityLink link, @Nullable String user, @Nullable String group, String type) {
        return Objects.equals(link.getUserId(), user)
                && Objects.equals(link.getGroupId(), group)
                && type.equals(link.getType());
    }

    private Permission[] work() {
        return getRuntimePermissions(isEnforceSpecificVariablePermission());
    }

    private void grant(Task task, Holder holder, Permission... permissions) {
        AuthorizationEntity held = find(task, holder);
        if (held == null) {
            entities()
                    .insert(createGrantAuthorization(
                            holder.user(), holder.group(), Resources.TASK, task.getId(), permissions));
            return;
        }
        if (entities().isDeleted(held)) {
            entities().undoDelete(held);
            held.setPermissions(new Permission[0]);
        }
        addPermissions(held, permissions);
    }

    private void withdraw(Task task, Holder holder, boolean keepReading) {
        AuthorizationEntity held = find(task, holder);
        if (held == null) {
            return;
        }
        if (keepReading) {
            held.setPermissions(new Permission[] {Permissions.READ});
        } else {
            entities().delete(held);
        }
    }

    /** The grant as this command sees it, also one that it has just made or deleted. */
    private @Nullable AuthorizationEntity find(Task task, Holder holder) {
        for (AuthorizationEntity cached : entities().getCachedEntitiesByType(AuthorizationEntity.class)) {
            if (hasEntitySameAuthorizationRights(cached, holder.user(), holder.group(), Resources.TASK, task.getId())) {
                return cached;
            }
        }
        // Nobody can hold a grant yet to a task that this command has made: a statement saved for every candidate.
        return made((TaskEntity) task)
                ? null
                : getGrantAuthorization(task.getId(), holder.user(), holder.group(), Resources.TASK);
    }

    /** Whether the running command has made this task. */
    private static boolean made(TaskEntity task) {
        return entities().getDbEntityCache().isTransient(task);
    }

    private static DbEntityManager entities() {
        return Context.getCommandContext().getDbEntityManager();
    }

    /** A user or a group. */
    private record Holder(@Nullable String user, @Nullable String group) {

        static Holder user(String id) {
            return new Holder(id, null);
        }

        static Holder group(String id) {
            return new Holder(null, id);
        }
    }
}

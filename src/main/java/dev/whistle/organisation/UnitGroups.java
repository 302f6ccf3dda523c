package dev.whistle.organisation;

import static org.camunda.bpm.engine.authorization.Authorization.ANY;
import static org.camunda.bpm.engine.authorization.Authorization.AUTH_TYPE_GRANT;
import static org.camunda.bpm.engine.authorization.Resources.APPLICATION;
import static org.camunda.bpm.engine.authorization.Resources.DECISION_DEFINITION;
import static org.camunda.bpm.engine.authorization.Resources.DECISION_REQUIREMENTS_DEFINITION;
import static org.camunda.bpm.engine.authorization.Resources.DEPLOYMENT;
import static org.camunda.bpm.engine.authorization.Resources.GROUP;
import static org.camunda.bpm.engine.authorization.Resources.OPERATION_LOG_CATEGORY;
import static org.camunda.bpm.engine.authorization.Resources.PROCESS_DEFINITION;
import static org.camunda.bpm.engine.authorization.Resources.PROCESS_INSTANCE;
import static org.camunda.bpm.engine.authorization.Resources.TASK;
import static org.camunda.bpm.engine.authorization.Resources.USER;

import java.util.Collection;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.ProcessInstancePermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.UserOperationLogCategoryPermissions;
import org.camunda.bpm.engine.identity.Group;
import org.springframework.stereotype.Component;

/**
 * The engine groups of a unit and what they may always do, by the unit's kind. What they may do with one task is
 * granted task by task ({@code engine.TaskGrants}).
 */
@Component
class UnitGroups {

    private final IdentityService identities;
    private final AuthorizationService authorizations;

    UnitGroups(IdentityService identities, AuthorizationService authorizations) {
        this.identities = identities;
        this.authorizations = authorizations;
    }

    /** Makes the groups of a unit that has just been added. */
    void create(Unit unit) {
        for (Role role : Role.IN_A_UNIT) {
            String group = role.groupOf(unit);
            Group made = identities.newGroup(group);
            made.setName(unit.name() + role.label());
            made.setType("WORKFLOW");
            identities.saveGroup(made);
            allowWork(group, unit.kind());
            if (unit.root()) {
                allowOversight(group);
            } else {
                // Neither the picture of the procedure a task stands in nor its start is a right to any case.
                grant(group, PROCESS_DEFINITION, ANY, ProcessDefinitionPermissions.READ);
                grant(group, PROCESS_INSTANCE, ANY, ProcessInstancePermissions.CREATE);
            }
        }
        for (Startable procedure : Startable.values()) {
            allowStart(procedure, unit);
        }
    }

    /** The groups of a unit are called as it is. */
    void rename(Unit unit) {
        for (Role role : Role.IN_A_UNIT) {
            Group group =
                    identities.createGroupQuery().groupId(role.groupOf(unit)).singleResult();
            group.setName(unit.name() + role.label());
            identities.saveGroup(group);
        }
    }

    /**
     * Grants the start of procedures that this database has never seen, after an upgrade. What an administrator changed
     * about the others stays.
     */
    void openNewProcedures(Collection<Unit> units) {
        for (Startable procedure : Startable.values()) {
            long known = authorizations
                    .createAuthorizationQuery()
                    .resourceType(PROCESS_DEFINITION)
                    .resourceId(procedure.process())
                    .count();
            if (known == 0) {
                units.forEach(unit -> allowStart(procedure, unit));
            }
        }
    }

    private void allowWork(String group, UnitKind kind) {
        grant(group, APPLICATION, "tasklist", Permissions.ACCESS);
        grant(group, APPLICATION, "welcome", Permissions.ACCESS);
        grant(group, GROUP, ANY, Permissions.READ);
        if (kind != UnitKind.COMPANY) {
            // Colleagues' names beside tasks; a company has no business with the list of all officers.
            grant(group, USER, ANY, Permissions.READ);
        }
    }

    /**
     * The root of the tree reads everything, so its groups need no grant for each task. Cockpit's own lists know no
     * rows and are therefore the root's alone.
     */
    private void allowOversight(String group) {
        grant(group, APPLICATION, "cockpit", Permissions.ACCESS);
        grant(group, TASK, ANY, Permissions.READ);
        grant(group, PROCESS_INSTANCE, ANY, ProcessInstancePermissions.READ, ProcessInstancePermissions.CREATE);
        grant(
                group,
                PROCESS_DEFINITION,
                ANY,
                ProcessDefinitionPermissions.READ,
                ProcessDefinitionPermissions.READ_INSTANCE,
                ProcessDefinitionPermissions.READ_TASK,
                ProcessDefinitionPermissions.READ_HISTORY);
        grant(group, DECISION_DEFINITION, ANY, Permissions.READ, Permissions.READ_HISTORY);
        grant(group, DECISION_REQUIREMENTS_DEFINITION, ANY, Permissions.READ);
        grant(group, DEPLOYMENT, ANY, Permissions.READ);
        grant(group, OPERATION_LOG_CATEGORY, ANY, UserOperationLogCategoryPermissions.READ);
    }

    private void allowStart(Startable procedure, Unit unit) {
        if (procedure.by(unit)) {
            for (Role role : Role.IN_A_UNIT) {
                grant(
                        role.groupOf(unit),
                        PROCESS_DEFINITION,
                        procedure.process(),
                        ProcessDefinitionPermissions.READ,
                        ProcessDefinitionPermissions.CREATE_INSTANCE);
            }
        }
    }

    private void grant(String group, Resource resource, String id, Permission... permissions) {
        Authorization grant = authorizations.createNewAuthorization(AUTH_TYPE_GRANT);
        grant.setGroupId(group);
        grant.setResource(resource);
        grant.setResourceId(id);
        grant.setPermissions(permissions);
        authorizations.saveAuthorization(grant);
    }
}

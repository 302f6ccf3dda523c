package dev.whistle.organisation;

import static org.camunda.bpm.engine.authorization.Authorization.ANY;
import static org.camunda.bpm.engine.authorization.Authorization.AUTH_TYPE_GRANT;

import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.Group;
import org.springframework.stereotype.Component;

/**
 * The group of those who deploy procedures from Camunda Modeler. They read what is deployed and add to it. Cases, tasks
 * and people are none of their business, and taking a deployment away would take its cases along.
 */
@Component
class Designers {

    static final String GROUP = "designers";

    private final IdentityService identities;
    private final AuthorizationService authorizations;

    Designers(IdentityService identities, AuthorizationService authorizations) {
        this.identities = identities;
        this.authorizations = authorizations;
    }

    /** Makes the group where there is none yet; what an administrator changed about it stays. */
    void ensureGroup() {
        if (identities.createGroupQuery().groupId(GROUP).count() > 0) {
            return;
        }
        Group group = identities.newGroup(GROUP);
        group.setName("流程设计人员");
        group.setType("WORKFLOW");
        identities.saveGroup(group);
        grant(Resources.DEPLOYMENT, Permissions.CREATE, Permissions.READ);
        grant(Resources.PROCESS_DEFINITION, ProcessDefinitionPermissions.READ);
        grant(Resources.DECISION_DEFINITION, Permissions.READ);
        grant(Resources.DECISION_REQUIREMENTS_DEFINITION, Permissions.READ);
    }

    private void grant(Resource resource, Permission... permissions) {
        Authorization grant = authorizations.createNewAuthorization(AUTH_TYPE_GRANT);
        grant.setGroupId(GROUP);
        grant.setResource(resource);
        grant.setResourceId(ANY);
        grant.setPermissions(permissions);
        authorizations.saveAuthorization(grant);
    }
}

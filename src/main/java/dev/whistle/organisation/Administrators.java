package dev.whistle.organisation;

import static org.camunda.bpm.engine.authorization.Authorization.ANY;
import static org.camunda.bpm.engine.authorization.Authorization.AUTH_TYPE_GRANT;

import dev.whistle.StartRefusedException;
import dev.whistle.organisation.OrganisationProperties.Admin;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Sees to it that somebody can administer the system. Camunda's own plugin for this has a fallback password and is
 * silent where nobody is configured.
 */
@Component
class Administrators {

    private static final Admin DEMO = new Admin("admin", "demo");

    private final IdentityService identities;
    private final AuthorizationService authorizations;
    private final OrganisationProperties properties;

    Administrators(IdentityService identities, AuthorizationService authorizations, OrganisationProperties properties) {
        this.identities = identities;
        this.authorizations = authorizations;
        this.properties = properties;
    }

    /**
     * Makes the first administrator where there is none.
     *
     * @throws StartRefusedException if there is none and none is configured
     */
    void ensureOne() {
        if (identities.createUserQuery().memberOfGroup(Groups.CAMUNDA_ADMIN).count() == 0) {
            Admin first = configured();
            createGroup();
            create(first);
        }
    }

    private Admin configured() {
        Admin admin = properties.admin();
        if (!blank(admin.user()) && !blank(admin.password())) {
            return admin;
        }
        if (properties.demo() && blank(admin.user()) && blank(admin.password())) {
            return DEMO;
        }
        throw new StartRefusedException(
                "系统还没有管理员，也没有指定首位管理员。There is no administrator and none is configured.",
                "请设置环境变量 WHISTLE_ADMIN_USER 和 WHISTLE_ADMIN_PASSWORD（即 whistle.admin.user、whistle.admin.password），"
                        + "启动成功后即可删去。Set both variables for the first start; remove them afterwards.");
    }

    private void createGroup() {
        if (identities.createGroupQuery().groupId(Groups.CAMUNDA_ADMIN).count() == 0) {
            Group group = identities.newGroup(Groups.CAMUNDA_ADMIN);
            group.setName("系统管理员");
            group.setType(Groups.GROUP_TYPE_SYSTEM);
            identities.saveGroup(group);
        }
        for (Resource resource : Resources.values()) {
            allowAll(resource);
        }
    }

    private void allowAll(Resource resource) {
        long granted = authorizations
                .createAuthorizationQuery()
                .groupIdIn(Groups.CAMUNDA_ADMIN)
                .resourceType(resource)
                .resourceId(ANY)
                .count();
        if (granted == 0) {
            Authorization grant = authorizations.createNewAuthorization(AUTH_TYPE_GRANT);
            grant.setGroupId(Groups.CAMUNDA_ADMIN);
            grant.setResource(resource);
            grant.setResourceId(ANY);
            grant.setPermissions(new Permission[] {Permissions.ALL});
            authorizations.saveAuthorization(grant);
        }
    }

    /** Somebody who exists already keeps name and password and becomes an administrator. */
    private void create(Admin admin) {
        if (identities.createUserQuery().userId(admin.user()).count() == 0) {
            User user = identities.newUser(admin.user());
            user.setFirstName("系统");
            user.setLastName("管理员");
            user.setPassword(admin.password());
            identities.saveUser(user);
        }
        identities.createMembership(admin.user(), Groups.CAMUNDA_ADMIN);
    }

    private static boolean blank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}

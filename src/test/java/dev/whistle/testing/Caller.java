package dev.whistle.testing;

import dev.whistle.organisation.Unit;
import dev.whistle.organisation.UnitKind;
import dev.whistle.organisation.Units;
import java.util.Locale;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.User;
import org.jspecify.annotations.Nullable;

/** Those who call in tests about access: one for each role, in units of their own. */
public enum Caller {
    ANONYMOUS(null, null),
    OTHER_STREET("t-street.officer", UnitKind.STREET),
    DISTRICT("t-district.officer", UnitKind.DISTRICT_OFFICE),
    COMPANY("t-company.officer", UnitKind.COMPANY),
    ADMINISTRATOR("camunda-admin", null);

    public static final String PASSWORD = "demo";

    private final @Nullable String group;
    private final @Nullable UnitKind kind;

    Caller(@Nullable String group, @Nullable UnitKind kind) {
        this.group = group;
        this.kind = kind;
    }

    public String user() {
        return "t-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Makes all callers known, once; they may log in to Tasklist. */
    public static void register(ProcessEngine engine, Units units) {
        for (Caller caller : values()) {
            if (caller != ANONYMOUS
                    && engine.getIdentityService()
                                    .createUserQuery()
                                    .userId(caller.user())
                                    .count()
                            == 0) {
                caller.register(engine.getIdentityService(), engine.getAuthorizationService(), units);
            }
        }
    }

    private void register(IdentityService identities, AuthorizationService authorizations, Units units) {
        if (kind != null && group != null) {
            String unit = group.substring(0, group.lastIndexOf('.'));
            units.add(new Unit(unit, kind, "测试" + unit, null));
        }
        User user = identities.newUser(user());
        user.setFirstName("测试");
        user.setPassword(PASSWORD);
        identities.saveUser(user);
        if (group != null && identities.createGroupQuery().groupId(group).count() == 0) {
            identities.saveGroup(identities.newGroup(group));
        }
        identities.createMembership(user(), group);
        grant(authorizations, Resources.APPLICATION, "tasklist", Permissions.ACCESS);
        if (this == ADMINISTRATOR) {
            for (Resource resource : Resources.values()) {
                grant(authorizations, resource, Authorization.ANY, Permissions.ALL);
            }
        }
    }

    private void grant(AuthorizationService authorizations, Resource resource, String id, Permission permission) {
        Authorization grant = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        grant.setUserId(user());
        grant.setResource(resource);
        grant.setResourceId(id);
        grant.addPermission(permission);
        authorizations.saveAuthorization(grant);
    }
}

package dev.whistle.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.authorization.Resources.APPLICATION;
import static org.camunda.bpm.engine.authorization.Resources.PROCESS_DEFINITION;
import static org.camunda.bpm.engine.authorization.Resources.PROCESS_INSTANCE;
import static org.camunda.bpm.engine.authorization.Resources.TASK;
import static org.camunda.bpm.engine.authorization.Resources.USER;

import dev.whistle.testing.OnH2;
import dev.whistle.testing.OnPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.ProcessInstancePermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.authorization.TaskPermissions;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;

/** What an empty database is filled with, on both databases. */
class DemoDistrictTest {

    @Nested
    @OnH2
    class H2 extends Facts {}

    @Nested
    @OnPostgres
    class PostgreSql extends Facts {}

    abstract static class Facts {

        @Autowired
        Units units;

        @Autowired
        Companies companies;

        @Autowired
        Compounds compounds;

        @Autowired
        IdentityService identities;

        @Autowired
        AuthorizationService authorizations;

        @Test
        void theWholeDistrictIsThere() {
            assertThat(ids(UnitKind.STREET))
                    .containsExactlyInAnyOrder(
                            "street-guandou",
                            "street-wanli",
                            "street-qingshui",
                            "street-sihe",
                            "street-yuxikou",
                            "street-shenxiang",
                            "street-erba",
                            "street-tanggou",
                            "street-baimao");
            assertThat(ids(UnitKind.DEPARTMENT))
                    .containsExactlyInAnyOrder(
                            "dept-urban-management",
                            "dept-housing",
                            "dept-ecology",
                            "dept-market",
                            "dept-police",
                            "dept-fire",
                            "dept-natural-resources",
                            "dept-justice",
                            "dept-civil-affairs",
                            "dept-industry");
            assertThat(ids(UnitKind.HOTLINE)).containsExactly("hotline");
            assertThat(units.all().stream().filter(Unit::root).map(Unit::id)).containsExactly("district-office");
            assertThat(ids(UnitKind.COMPANY)).hasSize(12).contains("company-1", "company-12");
            assertThat(companies.all()).hasSize(12);
            assertThat(companies.all().stream().filter(Company::stateOwned)).hasSize(1);
            for (String street : ids(UnitKind.STREET)) {
                assertThat(units.all().stream().filter(unit -> street.equals(unit.parent())))
                        .hasSizeBetween(2, 4);
            }
        }

        @Test
        void compoundsAreOfAllClasses() {
            List<Compound> all = compounds.all();
            assertThat(all).hasSize(60);
            for (CompoundClass kind : CompoundClass.values()) {
                assertThat(all).anyMatch(it -> it.kind() == kind && it.managed());
            }
            assertThat(all).anyMatch(it -> it.kind() == CompoundClass.OLD && !it.managed());
            assertThat(all).anyMatch(it -> !it.builtUp()).anyMatch(Compound::builtUp);
            assertThat(all).allMatch(it -> it.managed() == (it.company() != null));
            assertThat(all.stream().map(Compound::community).distinct()).hasSameSizeAs(ids(UnitKind.COMMUNITY));
        }

        @Test
        void everybodyCanLogInAndIsShownByAChineseName() {
            List<User> users = identities.createUserQuery().list();
            assertThat(users)
                    .extracting(User::getId)
                    .contains(
                            "admin", "district", "hotline", "wanli", "wanli-lead", "wanli-1", "housing", "company-12");
            assertThat(users).allMatch(user -> identities.checkPassword(user.getId(), "demo"));
            assertThat(users)
                    .allMatch(user ->
                            Pattern.matches("\\p{IsHan}+ \\p{IsHan}+", user.getFirstName() + " " + user.getLastName()));
        }

        @Test
        void everyUserNamedAtTheStartIsThere() throws IOException {
            String welcome = new ClassPathResource("demo/welcome.txt").getContentAsString(StandardCharsets.UTF_8);
            var users = Pattern.compile("^ {4}([a-z0-9-]+) +\\p{IsHan}", Pattern.MULTILINE)
                    .matcher(welcome)
                    .results()
                    .map(match -> match.group(1))
                    .toList();
            assertThat(users).hasSizeGreaterThan(7).allMatch(user -> identities.checkPassword(user, "demo"));
        }

        @Test
        void groupsAreNamedInChineseAndALeadMayDoAnOfficersWork() {
            Group officers = identities
                    .createGroupQuery()
                    .groupId("street-wanli.officer")
                    .singleResult();
            assertThat(officers.getName()).isEqualTo("湾里街道工作人员");
            assertThat(groups("wanli")).containsExactly("street-wanli.officer");
            assertThat(groups("wanli-lead")).containsExactlyInAnyOrder("street-wanli.officer", "street-wanli.lead");
            assertThat(groups("wanli-1")).containsExactly("community-wanli-1.officer");
            assertThat(groups("admin")).containsExactly("camunda-admin");
        }

        @ParameterizedTest
        @ValueSource(strings = {"district", "hotline", "wanli", "wanli-lead", "wanli-1", "housing", "company-3"})
        void officersWorkInTasklistAndStartComplaints(String user) {
            assertThat(may(user, Permissions.ACCESS, APPLICATION, "tasklist")).isTrue();
            assertThat(may(user, Permissions.ACCESS, APPLICATION, "welcome")).isTrue();
            assertThat(may(user, ProcessDefinitionPermissions.CREATE_INSTANCE, PROCESS_DEFINITION, "complaint"))
                    .isTrue();
            assertThat(may(user, ProcessInstancePermissions.CREATE, PROCESS_INSTANCE, "*"))
                    .isTrue();
            assertThat(may(user, ProcessDefinitionPermissions.CREATE_INSTANCE, PROCESS_DEFINITION, "other"))
                    .isFalse();
            assertThat(may(user, Permissions.ACCESS, APPLICATION, "admin")).isFalse();
            assertThat(may(user, ProcessDefinitionPermissions.UPDATE_TASK, PROCESS_DEFINITION, "complaint"))
                    .isFalse();
        }

        @Test
        void onlyTheDistrictOfficeOverseesEverything() {
            for (String user : List.of("district", "district-lead")) {
                assertThat(may(user, Permissions.ACCESS, APPLICATION, "cockpit"))
                        .isTrue();
                assertThat(may(user, TaskPermissions.READ, TASK, "*")).isTrue();
                assertThat(may(user, TaskPermissions.TASK_WORK, TASK, "*")).isFalse();
                assertThat(may(user, ProcessInstancePermissions.READ, PROCESS_INSTANCE, "*"))
                        .isTrue();
            }
            for (String user : List.of("hotline", "wanli-lead", "wanli-1", "housing-lead", "company-1")) {
                assertThat(may(user, Permissions.ACCESS, APPLICATION, "cockpit"))
                        .isFalse();
                assertThat(may(user, TaskPermissions.READ, TASK, "*")).isFalse();
                assertThat(may(user, ProcessInstancePermissions.READ, PROCESS_INSTANCE, "*"))
                        .isFalse();
                assertThat(may(user, ProcessDefinitionPermissions.READ_INSTANCE, PROCESS_DEFINITION, "complaint"))
                        .isFalse();
            }
        }

        @Test
        void aCompanyDoesNotReadTheListOfOfficers() {
            assertThat(may("wanli", Permissions.READ, USER, "housing")).isTrue();
            assertThat(may("company-1", Permissions.READ, USER, "housing")).isFalse();
        }

        @Test
        void theAdministratorMayEverything() {
            assertThat(authorizations
                            .createAuthorizationQuery()
                            .groupIdIn("camunda-admin")
                            .resourceId("*")
                            .list())
                    .hasSize(Resources.values().length)
                    .allMatch(grant -> ((AuthorizationEntity) grant).getPermissions() == Permissions.ALL.getValue());
            assertThat(may("admin", Permissions.ACCESS, APPLICATION, "admin")).isTrue();
            assertThat(may("admin", TaskPermissions.TASK_WORK, TASK, "any")).isTrue();
        }

        private boolean may(String user, Permission permission, Resource resource, String id) {
            return authorizations.isUserAuthorized(user, groups(user), permission, resource, id);
        }

        private List<String> groups(String user) {
            return identities.createGroupQuery().groupMember(user).list().stream()
                    .map(Group::getId)
                    .toList();
        }

        private List<String> ids(UnitKind kind) {
            Collection<Unit> all = units.all();
            return all.stream()
                    .filter(unit -> unit.kind() == kind)
                    .map(Unit::id)
                    .toList();
        }
    }
}

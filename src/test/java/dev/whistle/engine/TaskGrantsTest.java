package dev.whistle.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.whistle.testing.OnH2;
import dev.whistle.testing.OnPostgres;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who can read and complete a task through its life, asked of the engine as the officers themselves. */
class TaskGrantsTest {

    private static final String COMMUNITY = "community-wanli-1.officer";
    private static final String NEXT_COMMUNITY = "community-wanli-2.officer";
    private static final String STREET = "street-wanli.officer";
    private static final String FIRE = "dept-fire.officer";

    @Nested
    @OnH2
    class H2 extends Life {}

    @Nested
    @OnPostgres
    class PostgreSql extends Life {}

    abstract static class Life {

        @Autowired
        RepositoryService repository;

        @Autowired
        RuntimeService runtime;

        @Autowired
        TaskService tasks;

        @Autowired
        IdentityService identities;

        @Autowired
        AuthorizationService authorizations;

        @Autowired
        ProcessEngineConfigurationImpl engine;

        private String deployment = "";

        @BeforeEach
        void deploy() {
            deployment = repository
                    .createDeployment()
                    .addClasspathResource("dev/whistle/engine/task-grants.bpmn")
                    .deploy()
                    .getId();
        }

        @AfterEach
        void undeploy() {
            repository.deleteDeployment(deployment, true);
        }

        @Test
        void whoeverItIsGivenToWorksAndTheUnitsAboveRead() {
            String task = taskOf(COMMUNITY);
            for (String reader : new String[] {"wanli", "wanli-lead", "district", "district-lead"}) {
                assertThat(reads(reader, task)).as(reader).isTrue();
                refusedTo(reader, task);
            }
            for (String stranger : new String[] {"wanli-2", "guandou", "fire", "hotline", "company-1"}) {
                assertThat(reads(stranger, task)).as(stranger).isFalse();
                refusedTo(stranger, task);
            }
            assertThat(reads("wanli-1", task)).isTrue();
            as("wanli-1", () -> tasks.complete(task));
            assertThat(runtime.createProcessInstanceQuery()
                            .processDefinitionKey("task-grants")
                            .count())
                    .isZero();
            assertThat(grantsOf(task)).as("nothing is left behind").isZero();
        }

        @Test
        void theOfficersOfALeadSeeWhatOnlyTheLeadMaySign() {
            String task = taskOf("street-wanli.lead");
            assertThat(reads("wanli", task)).isTrue();
            refusedTo("wanli", task);
            as("wanli-lead", () -> tasks.complete(task));
        }

        @Test
        void afterAHandOverTheOldUnitNeitherReadsNorCompletes() {
            String task = taskOf(COMMUNITY);
            tasks.addCandidateGroup(task, FIRE);
            tasks.deleteCandidateGroup(task, COMMUNITY);
            for (String old : new String[] {"wanli-1", "wanli", "wanli-lead"}) {
                assertThat(reads(old, task)).as(old).isFalse();
                refusedTo(old, task);
            }
            assertThat(reads("district", task)).isTrue();
            as("fire", () -> tasks.complete(task));
        }

        @Test
        void theStreetKeepsReadingWhenItsOwnCommunitiesHandOver() {
            for (boolean newOneFirst : new boolean[] {true, false}) {
                String task = taskOf(COMMUNITY);
                handOver(task, COMMUNITY, NEXT_COMMUNITY, newOneFirst);
                assertThat(reads("wanli-1", task)).isFalse();
                assertThat(reads("wanli", task)).isTrue();
                refusedTo("wanli", task);
                as("wanli-2", () -> tasks.complete(task));
            }
        }

        @Test
        void oneCommandMayHandOver() {
            for (boolean newOneFirst : new boolean[] {true, false}) {
                String task = taskOf(COMMUNITY);
                command(task, it -> {
                    if (newOneFirst) {
                        it.addCandidateGroup(NEXT_COMMUNITY);
                        it.deleteCandidateGroup(COMMUNITY);
                    } else {
                        it.deleteCandidateGroup(COMMUNITY);
                        it.addCandidateGroup(NEXT_COMMUNITY);
                    }
                });
                assertThat(reads("wanli-1", task)).isFalse();
                assertThat(reads("wanli", task)).isTrue();
                refusedTo("wanli", task);
                as("wanli-2", () -> tasks.complete(task));
            }
        }

        @Test
        void oneCommandMayTakeAwayAndGiveAgain() {
            String task = taskOf(STREET);
            command(task, it -> {
                it.deleteCandidateGroup(STREET);
                it.addCandidateGroup(COMMUNITY);
            });
            assertThat(reads("wanli", task)).isTrue();
            refusedTo("wanli", task);
            command(task, it -> {
                it.deleteCandidateGroup(COMMUNITY);
                it.addCandidateGroup(COMMUNITY);
            });
            assertThat(grantsOf(task)).isEqualTo(2);
            as("wanli-1", () -> tasks.complete(task));
        }

        @Test
        void aStreetThatHandsDownReadsOn() {
            String task = taskOf(STREET);
            handOver(task, STREET, COMMUNITY, true);
            assertThat(reads("wanli", task)).isTrue();
            refusedTo("wanli", task);
            as("wanli-1", () -> tasks.complete(task));
        }

        @Test
        void aStreetThatIsHandedUpToMayWork() {
            String task = taskOf(COMMUNITY);
            handOver(task, COMMUNITY, STREET, false);
            assertThat(reads("wanli-1", task)).isFalse();
            as("wanli", () -> tasks.complete(task));
        }

        @Test
        void candidatesOfDifferentTiersBothWork() {
            for (String groups : new String[] {COMMUNITY + "," + STREET, STREET + "," + COMMUNITY}) {
                String task = taskOf(groups);
                assertThat(grantsOf(task)).isEqualTo(2);
                refusedTo("wanli-2", task);
                assertThat(reads("wanli-1", task)).isTrue();
                as("wanli", () -> tasks.complete(task));
            }
        }

        @Test
        void aNewAssigneeTakesTheOldOnesPlace() {
            String task = taskOf(FIRE);
            tasks.deleteCandidateGroup(task, FIRE);
            tasks.setAssignee(task, "wanli");
            assertThat(reads("wanli", task)).isTrue();
            tasks.setAssignee(task, "housing");
            assertThat(reads("wanli", task)).isFalse();
            refusedTo("wanli", task);
            command(task, it -> {
                it.setAssignee("wanli");
                it.setAssignee("housing");
            });
            as("housing", () -> tasks.complete(task));
        }

        @Test
        void whoGivesUpHisClaimWorksOnAsACandidateOnly() {
            String task = taskOf(COMMUNITY);
            tasks.addCandidateUser(task, "guandou");
            tasks.claim(task, "guandou");
            tasks.setAssignee(task, null);
            assertThat(reads("guandou", task)).as("still a candidate").isTrue();
            tasks.deleteCandidateUser(task, "guandou");
            assertThat(reads("guandou", task)).isFalse();
            as("wanli-1", () -> tasks.complete(task));
        }

        @Test
        void whoDelegatesStaysOwnerUntilSomebodyElseIs() {
            String task = taskOf(FIRE);
            tasks.deleteCandidateGroup(task, FIRE);
            tasks.setAssignee(task, "wanli");
            tasks.delegateTask(task, "housing");
            assertThat(reads("wanli", task)).as("the owner").isTrue();
            tasks.setOwner(task, "guandou");
            assertThat(reads("wanli", task)).isFalse();
        }

        @Test
        void groupsThatAreNoUnitsGetCamundasGrants() {
            String task = taskOf("camunda-admin,somebody");
            assertThat(grantsOf(task)).isEqualTo(2);
            tasks.deleteCandidateGroup(task, "somebody");
            assertThat(grantsOf(task)).isEqualTo(1);
        }

        private String taskOf(String groups) {
            String instance = runtime.startProcessInstanceByKey("task-grants", Map.of("groups", groups))
                    .getId();
            return tasks.createTaskQuery()
                    .processInstanceId(instance)
                    .singleResult()
                    .getId();
        }

        private void handOver(String task, String from, String to, boolean newOneFirst) {
            if (newOneFirst) {
                tasks.addCandidateGroup(task, to);
                tasks.deleteCandidateGroup(task, from);
            } else {
                tasks.deleteCandidateGroup(task, from);
                tasks.addCandidateGroup(task, to);
            }
        }

        /** What a listener or delegate does to a task, all in one command. */
        private void command(String task, Consumer<TaskEntity> change) {
            engine.getCommandExecutorTxRequired().execute(context -> {
                change.accept(context.getTaskManager().findTaskById(task));
                return null;
            });
        }

        private boolean reads(String user, String task) {
            return as(user, () -> tasks.createTaskQuery().taskId(task).count() == 1);
        }

        private void refusedTo(String user, String task) {
            assertThatThrownBy(() -> as(user, () -> tasks.complete(task)))
                    .as(user)
                    .isInstanceOf(AuthorizationException.class);
        }

        private long grantsOf(String task) {
            return authorizations
                    .createAuthorizationQuery()
                    .resourceType(Resources.TASK)
                    .resourceId(task)
                    .count();
        }

        private void as(String user, Runnable act) {
            as(user, () -> {
                act.run();
                return true;
            });
        }

        private <T> T as(String user, Supplier<T> act) {
            identities.setAuthentication(
                    user,
                    identities.createGroupQuery().groupMember(user).list().stream()
                            .map(Group::getId)
                            .toList());
            try {
                return act.get();
            } finally {
                identities.clearAuthentication();
            }
        }
    }
}

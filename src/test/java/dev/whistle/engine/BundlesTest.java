package dev.whistle.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whistle.testing.Http.Answer;
import dev.whistle.testing.Modeler;
import dev.whistle.testing.OnH2;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.repository.Deployment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.Status;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A procedure is deployed whole and only when it changed; what a designer deployed is never lost. The procedure of this
 * test lies in a folder of models, which stands for the jar's own as well: both are read the same way.
 */
@OnH2
class BundlesTest {

    private static final String SLUG = "t-bundle";
    private static final String MODEL = SLUG + ".bpmn";
    private static final String FORM = SLUG + ".work.form";

    @Autowired
    private RepositoryService repository;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private TaskService tasks;

    @Autowired
    private FormService forms;

    @Autowired
    private DeployedBundles deployed;

    @Autowired
    private DeploymentGate gate;

    @Autowired
    private JdbcClient db;

    @LocalServerPort
    private int port;

    @TempDir
    private Path models;

    private Bundles bundles;

    @BeforeEach
    void write() throws IOException {
        Files.createDirectories(models.resolve("processes").resolve(SLUG));
        Files.createDirectories(models.resolve("forms").resolve(SLUG));
        write(MODEL, model("办理"));
        write(FORM, form("意见"));
        bundles = new Bundles(new BundleSource(models), repository, deployed, gate);
    }

    @AfterEach
    void undeploy() {
        deployments(SLUG).forEach(it -> repository.deleteDeployment(it.getId(), true));
    }

    @Test
    void aSecondStartDeploysNothing() {
        starts();
        long deployed = repository.createDeploymentQuery().count();

        starts();

        assertThat(repository.createDeploymentQuery().count()).isEqualTo(deployed);
        assertThat(versions()).isEqualTo(1);
    }

    @Test
    void onlyAChangedProcedureGetsANewVersionAndRunningCasesKeepTheirForms() throws IOException {
        starts();
        String running = begins();
        long deployed = repository.createDeploymentQuery().count();

        write(FORM, form("处理意见"));
        starts();

        assertThat(repository.createDeploymentQuery().count()).isEqualTo(deployed + 1);
        assertThat(versions()).isEqualTo(2);
        assertThat(formOf(running)).contains("\"意见\"");
        assertThat(formOf(begins())).contains("\"处理意见\"");
    }

    /** Camunda Modeler sends the file that is open; model and form stay together under the bundle's name. */
    @Test
    void aFileFromTheModelerCompletesItsBundle() throws IOException {
        starts();

        Answer answer = modelerDeploys(MODEL, model("由设计人员改名"));

        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        Deployment newest = deployments(SLUG).get(0);
        assertThat(newest.getId()).isEqualTo(answer.json().path("id").asText());
        assertThat(newest.getSource()).isNotEqualTo(Bundles.SOURCE);
        assertThat(repository.getDeploymentResourceNames(newest.getId())).containsExactlyInAnyOrder(MODEL, FORM);
        String task = begins();
        assertThat(tasks.createTaskQuery().taskId(task).singleResult().getName())
                .isEqualTo("由设计人员改名");
        assertThat(formOf(task)).contains("\"意见\"");
    }

    @Test
    void aFormFromTheModelerReachesNewCases() throws IOException {
        starts();
        String running = begins();

        Answer answer = modelerDeploys(FORM, form("设计人员的意见"));

        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        assertThat(versions()).isEqualTo(2);
        assertThat(formOf(running)).contains("\"意见\"");
        assertThat(formOf(begins())).contains("\"设计人员的意见\"");
    }

    @Test
    void aDesignersVersionStaysAndAChangedJarIsAConflict() throws IOException {
        starts();
        modelerDeploys(FORM, form("设计人员的意见"));

        starts();
        assertThat(versions()).as("the jar did not change").isEqualTo(2);
        assertThat(bundles.health().getDetails()).isEmpty();

        write(FORM, form("程序自带的新意见"));
        starts();
        assertThat(versions()).as("the jar changed as well").isEqualTo(2);
        assertThat(bundles.health().getDetails()).containsEntry("conflicts", List.of(SLUG));
        assertThat(formOf(begins())).contains("\"设计人员的意见\"");

        modelerDeploys(FORM, form("程序自带的新意见"));
        starts();
        assertThat(bundles.health().getDetails()).as("the designer merged").isEmpty();
    }

    /** The others are deployed, running cases go on, and both the log and the readiness tell. */
    @Test
    void aRefusedBundleLeavesTheOldVersionRunning() throws IOException {
        starts();
        write(MODEL, model("办理").replace("${assign.topOffice()}", "${nobody}"));
        String other = another("t-bundle-b", model("办理"));
        try {
            starts();

            assertThat(versions()).isEqualTo(1);
            begins();
            assertThat(deployments(other)).hasSize(1);
            assertThat(bundles.health().getStatus().getCode()).isEqualTo("OUTDATED");
            assertThat(bundles.health().getDetails()).containsEntry("refused", List.of(SLUG));

            write(MODEL, model("改好的办理"));
            starts();
            assertThat(versions()).isEqualTo(2);
            assertThat(bundles.health()).isEqualTo(Health.up().build());
        } finally {
            deployments(other).forEach(it -> repository.deleteDeployment(it.getId(), true));
        }
    }

    @Test
    void aProcedureThatCannotBeBegunIsNotReady() throws IOException {
        write(FORM, form("Opinion"));
        starts();

        assertThat(deployments(SLUG)).isEmpty();
        assertThat(bundles.health().getStatus()).isEqualTo(Status.OUT_OF_SERVICE);

        modelerDeploys(MODEL, model("办理"));
        assertThat(bundles.health().getStatus())
                .as("refused as well: its form is missing")
                .isEqualTo(Status.OUT_OF_SERVICE);

        write(FORM, form("意见"));
        starts();
        assertThat(bundles.health().getStatus()).isEqualTo(Status.UP);
    }

    /** What a model only shows when the engine reads it is no reason to stop the start either. */
    @Test
    void whatTheEngineRefusesIsReportedToo() throws IOException {
        starts();
        write(
                MODEL,
                model("办理")
                        .replace(
                                "camunda:historyTimeToLive=\"P1D\"",
                                "camunda:historyTimeToLive=\"P1D\" camunda:candidateStarterUsers=\"${\""));
        starts();

        assertThat(versions()).isEqualTo(1);
        assertThat(bundles.health().getDetails()).containsEntry("refused", List.of(SLUG));
    }

    /** In the order of names, the caller would come first. */
    @Test
    void aBundleWaitsForTheOneThatItCalls() throws IOException {
        String caller = caller("");
        try {
            starts();

            assertThat(bundles.health()).isEqualTo(Health.up().build());
            assertThat(deployments(caller)).hasSize(1);
        } finally {
            deployments(caller).forEach(it -> repository.deleteDeployment(it.getId(), true));
        }
    }

    /** Nobody may call it the new way before it is deployed, and nobody may call it the old way then. */
    @Test
    void aProcedureAndItsCallerAreReplacedInOneStart() throws IOException {
        String caller = caller("");
        try {
            starts();
            write(MODEL, takingUnit());
            caller("<camunda:in sourceExpression=\"${'street-wanli'}\" target=\"unit\" />");

            starts();

            assertThat(bundles.health()).isEqualTo(Health.up().build());
            assertThat(versions()).isEqualTo(2);
            assertThat(deployments(caller)).hasSize(2);
        } finally {
            deployments(caller).forEach(it -> repository.deleteDeployment(it.getId(), true));
        }
    }

    @Test
    void aProcedureThatWouldBreakItsCallerIsRefused() throws IOException {
        String caller = caller("");
        try {
            starts();
            write(MODEL, takingUnit());
            Answer answer = modelerDeploys(MODEL, takingUnit());
            starts();

            assertThat(answer).as(answer.toString()).returns(400, Answer::status);
            assertThat(answer.json().path("message").asText())
                    .contains("t-a-caller.bpmn callActivity_work：这次部署会使在用的流程包“t-a-caller”在此处出错")
                    .contains("流程“t-bundle”需要“unit”");
            assertThat(versions()).isEqualTo(1);
            assertThat(bundles.health().getDetails()).containsOnlyKeys("refused");
        } finally {
            deployments(caller).forEach(it -> repository.deleteDeployment(it.getId(), true));
        }
    }

    /** As if an older application, whose gate knew less, had deployed it. */
    @Test
    void whatIsDeployedAndWouldBeRefusedTodayIsReported() throws IOException {
        write(MODEL, model("Handle it"));
        Deployment before = repository
                .createDeployment()
                .source(Bundles.SOURCE)
                .addString(MODEL, model("Handle it"))
                .addString(FORM, form("意见"))
                .deploy();
        db.sql("update public.act_re_deployment set name_ = :name where id_ = :id")
                .param("name", SLUG)
                .param("id", before.getId())
                .update();

        starts();

        assertThat(versions()).isEqualTo(1);
        begins();
        assertThat(bundles.health().getStatus().getCode()).isEqualTo("OUTDATED");
        assertThat(bundles.health().getDetails()).containsExactly(Map.entry("faulty", List.of(SLUG)));

        write(MODEL, model("办理"));
        starts();
        assertThat(bundles.health()).isEqualTo(Health.up().build());
    }

    /** A procedure in the folder that calls the one of this test. */
    private String caller(String given) throws IOException {
        String caller = another(
                "t-a-caller",
                model("办理")
                        .replaceFirst(
                                "<bpmn:userTask [^>]*>",
                                "<bpmn:callActivity id=\"userTask_work\" name=\"办理\" calledElement=\"called\">")
                        .replace(
                                "</bpmn:documentation>",
                                "</bpmn:documentation><bpmn:extensionElements><camunda:in businessKey=\"#{execution.processBusinessKey}\" />"
                                        + given + "</bpmn:extensionElements>")
                        .replace("</bpmn:userTask>", "</bpmn:callActivity>")
                        .replace("userTask_work", "callActivity_work"));
        Path model = models.resolve("processes").resolve(caller).resolve(caller + ".bpmn");
        Files.writeString(model, Files.readString(model).replace("\"called\"", "\"" + SLUG + "\""));
        return caller;
    }

    private static String takingUnit() throws IOException {
        return model("办理")
                .replaceFirst(
                        "(<bpmn:process [^>]*>)",
                        "$1<bpmn:extensionElements><camunda:properties><camunda:property name=\"takes\" value=\"unit\" /></camunda:properties></bpmn:extensionElements>");
    }

    /** A second procedure of this model in the folder. */
    private String another(String slug, String model) throws IOException {
        Path folder = Files.createDirectories(models.resolve("processes").resolve(slug));
        Files.writeString(folder.resolve(slug + ".bpmn"), model.replace(SLUG, slug));
        Path its = Files.createDirectories(models.resolve("forms").resolve(slug));
        Files.writeString(its.resolve(slug + ".work.form"), form("意见").replace(SLUG, slug));
        return slug;
    }

    @Test
    void aFolderOverridesABundleOfTheJar() throws IOException {
        Path complaint = Files.createDirectories(models.resolve("processes").resolve("complaint"));
        Files.writeString(complaint.resolve("complaint.bpmn"), model("另一种流程"));

        List<Bundle> found = new BundleSource(models).bundles();

        assertThat(found).extracting(Bundle::slug).startsWith("shared").contains("complaint", SLUG);
        assertThat(found)
                .filteredOn(it -> it.slug().equals("complaint"))
                .extracting(Bundle::files)
                .singleElement()
                .satisfies(files -> {
                    assertThat(files).containsOnlyKeys("complaint.bpmn");
                    assertThat(files.get("complaint.bpmn"))
                            .asString(StandardCharsets.UTF_8)
                            .contains("另一种流程");
                });
    }

    private void starts() {
        bundles.run(new DefaultApplicationArguments());
    }

    /** Starts a case; the answer is its task. */
    private String begins() {
        return tasks.createTaskQuery()
                .processInstanceId(runtime.startProcessInstanceByKey(SLUG).getId())
                .singleResult()
                .getId();
    }

    private String formOf(String task) throws IOException {
        try (InputStream form = forms.getDeployedTaskForm(task)) {
            return new String(form.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private long versions() {
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(SLUG)
                .count();
    }

    private List<Deployment> deployments(String name) {
        return repository
                .createDeploymentQuery()
                .deploymentName(name)
                .orderByDeploymentTime()
                .desc()
                .list();
    }

    private void write(String file, String content) throws IOException {
        String folder = file.endsWith(".form") ? "forms" : "processes";
        Files.writeString(models.resolve(folder).resolve(SLUG).resolve(file), content);
    }

    private Answer modelerDeploys(String file, String content) {
        return new Modeler(port, "designer")
                .deploys("whatever the designer typed", Map.of(file, content.getBytes(StandardCharsets.UTF_8)));
    }

    private static String model(String task) throws IOException {
        return new ClassPathResource("dev/whistle/engine/t-bundle.bpmn")
                .getContentAsString(StandardCharsets.UTF_8)
                .replace("name=\"办理\"", "name=\"" + task + "\"");
    }

    private static String form(String label) {
        return """
                {"id": "t-bundle-work", "type": "default", "schemaVersion": 16, "components": [
                  {"type": "textfield", "id": "field_opinion", "key": "opinion", "label": "%s",
                   "validate": {"maxLength": 200}}]}""".formatted(label);
    }
}

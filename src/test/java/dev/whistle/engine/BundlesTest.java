package dev.whistle.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whistle.testing.Http;
import dev.whistle.testing.Http.Answer;
import dev.whistle.testing.OnH2;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublishers;
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
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.ClassPathResource;

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
        bundles = new Bundles(new BundleSource(models), repository, deployed);
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
        String boundary = "----modeler";
        StringBuilder body = new StringBuilder();
        Map.of(
                        "deployment-name",
                        "whatever the designer typed",
                        "deployment-source",
                        "Camunda Modeler",
                        "enable-duplicate-filtering",
                        "true")
                .forEach(
                        (name, value) -> body.append("--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                                .formatted(boundary, name, value)));
        body.append("--%s\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\n\r\n%s\r\n--%s--\r\n"
                .formatted(boundary, file, file, content, boundary));
        Http designer = Http.program(port, "designer");
        return designer.send(designer.request("/engine-rest/deployment/create")
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(BodyPublishers.ofString(body.toString())));
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

package dev.whistle.gate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.whistle.testing.Http;
import dev.whistle.testing.Http.Answer;
import dev.whistle.testing.Modeler;
import dev.whistle.testing.OnH2;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What a process designer's Camunda Modeler may do, and what it shows him when the gate says no. */
@OnH2
class ModelerTest {

    private static final String DESIGNER = "designer";

    @Autowired
    private RepositoryService repository;

    @LocalServerPort
    private int port;

    /** A new procedure comes with its forms and tables, and is called by its model whatever the designer typed. */
    @ParameterizedTest
    @ValueSource(strings = {DESIGNER, "admin"})
    void aNewProcedureIsDeployed(String user) {
        Answer answer = new Modeler(port, user).deploys("随便写的名称", BrokenBundle.good());

        assertThat(answer).as(answer.toString()).returns(200, Answer::status);
        String id = answer.json().path("id").asText();
        assertThat(answer.json().path("name").asText()).isEqualTo(BrokenBundle.SLUG);
        assertThat(repository.getDeploymentResourceNames(id))
                .containsExactlyInAnyOrderElementsOf(BrokenBundle.good().keySet());
        repository.deleteDeployment(id, true);
    }

    /** The one file that is open is looked at together with the rest of its bundle. */
    @Test
    void theRestOfTheBundleCountsToo() {
        Deployment good = deployed();
        List<String> before = deployments();
        try {
            BrokenBundle form = BrokenBundle.of("form-id");
            Answer answer = sends(form);
            assertThat(answer).returns(400, Answer::status);
            assertThat(message(answer)).contains("t-gate.work.form：表单编号应当是“t-gate-work”");

            byte[] fine = BrokenBundle.good().get("t-gate.work.form");
            byte[] unkept = new String(fine, StandardCharsets.UTF_8)
                    .replace("\"answerWay\"", "\"answeredHow\"")
                    .getBytes(StandardCharsets.UTF_8);
            assertThat(message(new Modeler(port, DESIGNER).deploys("t-gate", Map.of("t-gate.work.form", unkept))))
                    .contains("t-gate.bpmn flow_inWriting：没有名为“answerWay”的变量");
            assertThat(deployments()).isEqualTo(before);
        } finally {
            repository.deleteDeployment(good.getId(), true);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "broken-xml",
                "billion-laughs",
                "external-entity",
                "not-utf8",
                "too-large",
                "wrong-suffix",
                "other-suffix-of-the-engine",
                "process-of-another-bundle",
                "class-delegate",
                "script-task",
                "expression-calls-java",
                "unknown-bean",
                "timer-of-days",
                "rules-overlap-by-range",
                "broken-form",
                "form-with-a-file"
            })
    void theAnswerSaysWhereAndHowToMendIt(String broken) {
        BrokenBundle bundle = BrokenBundle.of(broken);
        List<String> before = deployments();

        Answer answer = new Modeler(port, DESIGNER).deploys("t-gate", bundle.files());

        assertThat(answer).as(answer.toString()).returns(400, Answer::status);
        assertThat(message(answer)).startsWith("未部署").contains(bundle.says()).contains("\n");
        assertThat(deployments()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"wanli", "wanli-lead", "district", "district-lead", "company-1"})
    void nobodyElseDeploysOrLearnsWhatTheGateSays(String user) {
        Answer answer = new Modeler(port, user)
                .deploys("t-gate", BrokenBundle.of("unknown-bean").files());

        assertThat(answer).as(answer.toString()).returns(403, Answer::status);
        assertThat(message(answer)).contains("没有权限").doesNotContain("serviceTask_notify");
    }

    @Test
    void fiftyMegabytesAreRefusedBeforeTheyAreRead() {
        Map<String, byte[]> files = Map.of("t-gate.bpmn", new byte[50 * 1024 * 1024]);

        for (Answer answer : List.of(
                new Modeler(port, DESIGNER).deploys("t-gate", files),
                new Modeler(port, DESIGNER)
                        .deploys(
                                "t-gate",
                                files,
                                body -> BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body))))) {
            assertThat(answer).as(answer.toString()).returns(413, Answer::status);
            assertThat(message(answer)).isEqualTo("一次部署的内容不能超过 10240 KB，请只部署改动过的文件。");
        }
    }

    /** The way back to a version before. */
    @Test
    void aDesignerDeploysAnOldVersionAgain() {
        Deployment good = deployed();
        Http designer = Http.program(port, DESIGNER);

        Answer answer = designer.post("/engine-rest/deployment/" + good.getId() + "/redeploy", "{}");

        assertThat(answer).as(answer.toString()).returns(200, Answer::status);
        String again = answer.json().path("id").asText();
        assertThat(repository.getDeploymentResourceNames(again))
                .containsExactlyInAnyOrderElementsOf(BrokenBundle.good().keySet());
        repository.deleteDeployment(again, true);
        repository.deleteDeployment(good.getId(), true);
    }

    /** The next start would find that a resident cannot be told, and stop. */
    @Test
    void aTextThatADeployedModelNeedsOnAnotherChannelIsKept() throws IOException {
        List<String> before = deployments();
        String table = Files.readString(Path.of("processes/shared/messages.dmn"))
                .replaceFirst("(\"complaint\\.answered\"[\\s\\S]*?)\"SMS\"([\\s\\S]*?)\"\"", "$1\"MAIL\"$2\"已答复\"");

        Answer answer = new Modeler(port, DESIGNER)
                .deploys("shared", Map.of("messages.dmn", table.getBytes(StandardCharsets.UTF_8)));

        assertThat(answer).as(answer.toString()).returns(400, Answer::status);
        assertThat(message(answer)).contains("complaint.bpmn serviceTask_", "没有事件 complaint.answered（SMS）的行");
        assertThat(deployments()).isEqualTo(before);
    }

    @Test
    void aTenantIsRefused() {
        Http designer = Http.program(port, DESIGNER);
        String body = "--b\r\nContent-Disposition: form-data; name=\"tenant-id\"\r\n\r\nelsewhere\r\n"
                + "--b\r\nContent-Disposition: form-data; name=\"x\"; filename=\"t-gate.bpmn\"\r\n\r\nx\r\n--b--\r\n";
        Answer answer = designer.send(designer.request("/engine-rest/deployment/create")
                .header("Content-Type", "multipart/form-data; boundary=b")
                .POST(BodyPublishers.ofString(body)));

        assertThat(answer).as(answer.toString()).returns(400, Answer::status);
        assertThat(message(answer)).contains("Tenant ID");
    }

    /** What the Modeler asks when it connects, and what helps to see what is deployed. */
    @Test
    void aDesignerReadsWhatIsDeployed() {
        Http designer = Http.program(port, DESIGNER);

        assertThat(designer.get("/engine-rest/version")).returns(200, Answer::status);
        assertThat(designer.get("/engine-rest/deployment?maxResults=0")).returns(200, Answer::status);
        assertThat(designer.get("/engine-rest/deployment").json()).isNotEmpty();
        assertThat(designer.get("/engine-rest/process-definition/key/complaint/xml"))
                .returns(200, Answer::status);
        assertThat(designer.get("/engine-rest/decision-definition?latestVersion=true")
                        .json())
                .isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/engine-rest/task",
        "/engine-rest/process-instance",
        "/engine-rest/execution",
        "/engine-rest/incident",
        "/engine-rest/history/process-instance",
        "/engine-rest/history/task",
        "/engine-rest/history/activity-instance",
        "/engine-rest/history/user-operation",
        "/engine-rest/history/decision-instance",
        "/engine-rest/user"
    })
    void aDesignerSeesNoCaseNorAnybody(String path) {
        Answer answer = Http.program(port, DESIGNER).get(path);

        assertThat(answer.status()).as(answer.toString()).isIn(200, 403);
        if (answer.status() == 200) {
            assertThat(answer.json())
                    .allSatisfy(it -> assertThat(it.path("id").asText())
                            .as("himself at most")
                            .isEqualTo(DESIGNER));
        }
    }

    @Test
    void aDesignerDoesNothingElse() {
        Http designer = Http.program(port, DESIGNER);
        String complaint = repository
                .createDeploymentQuery()
                .deploymentName("complaint")
                .list()
                .get(0)
                .getId();

        assertThat(designer.call("DELETE", "/engine-rest/deployment/" + complaint + "?cascade=true", null))
                .returns(403, Answer::status);
        assertThat(designer.post("/engine-rest/process-definition/key/complaint/start", "{}"))
                .returns(403, Answer::status);
        assertThat(designer.get("/api/cases")).returns(403, Answer::status);
        assertThat(designer.post("/api/clock", "{\"now\": null}")).returns(403, Answer::status);
    }

    private Answer sends(BrokenBundle bundle) {
        String file = bundle.changedFile();
        return new Modeler(port, DESIGNER)
                .deploys("t-gate", Map.of(file, bundle.files().get(file)));
    }

    private Deployment deployed() {
        var deployment = repository.createDeployment().name(BrokenBundle.SLUG);
        BrokenBundle.good()
                .forEach((name, content) -> deployment.addInputStream(name, new ByteArrayInputStream(content)));
        return deployment.deploy();
    }

    /** Camunda's shape of an error has a message; what the doors refuse is told in ours. */
    private static String message(Answer answer) {
        JsonNode said = answer.json();
        return said.path(said.has("message") ? "message" : "detail").asText();
    }

    private List<String> deployments() {
        return repository.createDeploymentQuery().list().stream()
                .map(Deployment::getId)
                .sorted()
                .toList();
    }
}

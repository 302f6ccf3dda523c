package dev.whistle.web;

import static dev.whistle.procedure.complaint.ComplaintStory.answeredCall;
import static dev.whistle.procedure.complaint.ComplaintStory.call;
import static dev.whistle.procedure.complaint.ComplaintStory.in;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.whistle.procedure.complaint.ComplaintProcess;
import dev.whistle.procedure.complaint.ComplaintProcess.Tasks;
import dev.whistle.testing.Desk;
import dev.whistle.testing.Http;
import dev.whistle.testing.Http.Answer;
import dev.whistle.testing.OnH2;
import dev.whistle.testing.OnPostgres;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** {@code /api/cases/{caseNo}/path} and {@code /model}: the way of an open case, of a closed one, and of an old one. */
class CasePathTest {

    @Nested
    @OnH2
    class OnH2Database extends Story {}

    @Nested
    @OnPostgres
    class OnPostgresDatabase extends Story {}

    abstract static class Story {

        @Autowired
        Desk desk;

        @Autowired
        HistoryService history;

        @LocalServerPort
        int port;

        @BeforeEach
        void inSeptember() {
            desk.itIs("2026-09-16T02:00:00Z");
        }

        @AfterEach
        void backToTheRealTime() {
            desk.itIsNow();
        }

        @Test
        void whereAnOpenCaseStands() {
            String caseNo =
                    desk.starts("wanli-1", ComplaintProcess.ID, in("compound-05", call("2026-09-16T09:40:00+08:00")));

            JsonNode own = read("wanli", caseNo).get(0);

            assertThat(own.path("name").asText()).isEqualTo("投诉接访处理");
            assertThat(own.path("caller").isNull()).isTrue();
            assertThat(own.path("startedAt").asText()).isEqualTo("2026-09-16T10:00:00+08:00");
            assertThat(own.path("endedAt").isNull()).isTrue();
            assertThat(elements(own, "active")).contains(Tasks.SIGN_FOR);
            assertThat(elements(own, "done")).hasSizeGreaterThan(3).doesNotContain(Tasks.SIGN_FOR);
            assertThat(model("wanli", caseNo, own).body())
                    .contains("<bpmn:process id=\"complaint\"")
                    .contains("BPMNDiagram");
        }

        @Test
        void theWholeWayOfAClosedOneAndWhatItCalled() {
            String caseNo = closed();

            JsonNode paths = read("district", caseNo);

            assertThat(paths).isNotEmpty();
            assertThat(paths.get(0).path("endedAt").isNull()).isFalse();
            paths.forEach(path -> {
                assertThat(elements(path, "active")).isEmpty();
                assertThat(model("district", caseNo, path).status()).isEqualTo(200);
                if (!path.path("caller").isNull()) {
                    assertThat(path.path("calledBy").asText()).isNotEmpty();
                }
            });
        }

        /** The engine forgets after some years, the timeline does not. */
        @Test
        void whatTheEngineHasForgottenIsToldByTheTimeline() {
            String caseNo = closed();
            List<String> before = elements(read("district", caseNo).get(0), "done");
            history.createHistoricProcessInstanceQuery().processInstanceBusinessKey(caseNo).list().stream()
                    .map(HistoricProcessInstance::getId)
                    .forEach(history::deleteHistoricProcessInstanceIfExists);

            JsonNode path = read("district", caseNo).get(0);

            assertThat(path.path("startedAt").isNull()).isTrue();
            assertThat(elements(path, "done")).isNotEmpty().isSubsetOf(before);
            assertThat(model("district", caseNo, path).status()).isEqualTo(200);
        }

        @Test
        void nobodyElsesAndNoOtherModel() {
            String caseNo = closed();
            JsonNode path = read("district", caseNo).get(0);
            for (String user : List.of("guandou", "fire", "company-1")) {
                assertThat(as(user).get("/api/cases/" + caseNo + "/path").status())
                        .as(user)
                        .isEqualTo(404);
                assertThat(model(user, caseNo, path).status()).as(user).isEqualTo(404);
            }
            assertThat(read("company-5", caseNo)).isNotEmpty();
            Answer other = as("district").get("/api/cases/" + caseNo + "/model?id=assignment:1:x");
            assertThat(other.status()).isEqualTo(404);
            assertThat(other.json().path("detail").asText()).contains("没有走过这个流程图");
        }

        private String closed() {
            return desk.starts(
                    "wanli-1", ComplaintProcess.ID, in("compound-05", answeredCall("2026-09-16T09:40:00+08:00")));
        }

        private static List<String> elements(JsonNode path, String state) {
            return StreamSupport.stream(path.path("steps").spliterator(), false)
                    .filter(it -> it.path("state").asText().equals(state))
                    .map(it -> it.path("element").asText())
                    .toList();
        }

        private JsonNode read(String user, String caseNo) {
            Answer answer = as(user).get("/api/cases/" + caseNo + "/path");
            assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
            return answer.json();
        }

        private Answer model(String user, String caseNo, JsonNode path) {
            return as(user).get("/api/cases/" + caseNo + "/model?id="
                    + URLEncoder.encode(path.path("model").asText(), StandardCharsets.UTF_8));
        }

        private Http as(String user) {
            return Http.program(port, user);
        }
    }
}

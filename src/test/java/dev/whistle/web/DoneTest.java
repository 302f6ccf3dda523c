package dev.whistle.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.whistle.procedure.complaint.ComplaintProcess.Tasks;
import dev.whistle.procedure.complaint.ComplaintStory;
import dev.whistle.testing.Desk;
import dev.whistle.testing.Http;
import dev.whistle.testing.Http.Answer;
import dev.whistle.testing.OnH2;
import dev.whistle.testing.OnPostgres;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** 我经办的: what the caller has done, off the timeline. */
class DoneTest {

    @Nested
    @OnH2
    class OnH2Database extends Story {}

    @Nested
    @OnPostgres
    class OnPostgresDatabase extends Story {}

    abstract static class Story {

        @Autowired
        Desk desk;

        @LocalServerPort
        int port;

        String caseNo = "";

        @BeforeEach
        void aComplaintIsTakenDownAndSignedFor() {
            desk.itIs("2026-09-01T02:00:00Z");
            caseNo = desk.starts(
                    "wanli-1",
                    "complaint",
                    ComplaintStory.in("compound-05", ComplaintStory.answeredCall("2026-09-01T09:40:00+08:00")));
        }

        @AfterEach
        void backToTheRealTime() {
            desk.itIsNow();
        }

        @Test
        void whatWasDoneAndWhatBecameOfTheCase() {
            JsonNode done = of("wanli-1", "?q=" + caseNo);
            assertThat(done.path("total").asInt()).isEqualTo(1);
            JsonNode registered = done.at("/done/0");
            assertThat(registered.path("caseNo").asText()).isEqualTo(caseNo);
            assertThat(registered.path("title").asText()).isEqualTo("消防通道被堵");
            assertThat(registered.path("compoundName").asText()).isEqualTo("桂汀兰庭");
            assertThat(registered.path("at").asText()).isEqualTo("2026-09-01T10:00:00+08:00");
            assertThat(registered.path("state").asText()).isEqualTo("closed");
            assertThat(registered.path("outcomeName").asText()).isEqualTo("当场答复");
        }

        @Test
        void tasksOfOthersAndStepsOfTheModelAreNotMine() {
            String other = desk.starts("wanli-1", "complaint", ComplaintStory.call("2026-09-01T09:40:00+08:00"));
            desk.itIs("2026-09-02T02:00:00Z");
            desk.does("wanli", other, Tasks.SIGN_FOR, ComplaintStory.signed("dept-fire"));

            JsonNode done = of("wanli", "?q=" + other);
            assertThat(done.path("total").asInt()).isEqualTo(1);
            assertThat(done.at("/done/0/name").asText()).isEqualTo("签收并确定承办单位");
            assertThat(done.at("/done/0/state").asText()).isEqualTo("open");
            assertThat(of("guandou", "?q=" + other).path("total").asInt()).isZero();
            assertThat(of("fire", "?q=" + other).path("total").asInt()).isZero();
        }

        @Test
        void searchedAndPagedTheNewestFirst() {
            desk.itIs("2026-09-05T15:59:00Z");
            String later =
                    desk.starts("wanli-1", "complaint", ComplaintStory.answeredCall("2026-09-05T09:40:00+08:00"));
            assertThat(of("wanli-1", "?size=1").at("/done/0/caseNo").asText()).isEqualTo(later);
            assertThat(of("wanli-1", "?size=1&page=1").at("/done/0/caseNo").asText())
                    .isEqualTo(caseNo);
            assertThat(of("wanli-1", "?q=桂汀兰庭&size=1").at("/done/0/caseNo").asText())
                    .isEqualTo(caseNo);
            assertThat(of("wanli-1", "?from=2026-09-05&to=2026-09-05")
                            .at("/done/0/caseNo")
                            .asText())
                    .isEqualTo(later);
            assertThat(of("wanli-1", "?q=" + later + "&from=2026-09-06")
                            .path("total")
                            .asInt())
                    .isZero();
            assertThat(of("wanli-1", "?q=" + later + "&to=2026-09-04")
                            .path("total")
                            .asInt())
                    .isZero();
            assertThat(of("wanli-1", "?q=100%25").path("total").asInt()).isZero();
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                from=2026-09-02&to=2026-09-01 | to
                from=soon                     | from
                size=201                      | size
                page=-1                       | page
                q=a%00b                       | q
                """)
        void badQuestionsNameTheField(String query, String field) {
            Answer refused = Http.program(port, "wanli-1").get("/api/me/done?" + query);
            assertThat(refused.status()).as(refused.toString()).isEqualTo(400);
            assertThat(refused.json().at("/errors/0/field").asText()).isEqualTo(field);
        }

        private JsonNode of(String user, String query) {
            Answer answer = Http.program(port, user)
                    .get(URI.create("/api/me/done" + query).toASCIIString());
            assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
            return answer.json();
        }
    }
}

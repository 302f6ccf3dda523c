package dev.whistle.procedure.escalation;

import static dev.whistle.procedure.complaint.ComplaintStory.call;
import static dev.whistle.procedure.complaint.ComplaintStory.in;
import static dev.whistle.procedure.escalation.EscalationStory.missed;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.whistle.casefile.Cases;
import dev.whistle.engine.CaseEvents;
import dev.whistle.procedure.complaint.ComplaintProcess;
import dev.whistle.procedure.escalation.EscalationProcess.Happened;
import dev.whistle.procedure.escalation.EscalationProcess.Messages;
import dev.whistle.procedure.escalation.EscalationProcess.Source;
import dev.whistle.sanction.Escalations;
import dev.whistle.testing.Clause;
import dev.whistle.testing.Desk;
import dev.whistle.testing.Http;
import dev.whistle.testing.Http.Answer;
import dev.whistle.testing.OnH2;
import dev.whistle.testing.OnPostgres;
import dev.whistle.testing.Statements;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The ladder as the case tab shows it: on the escalation's own case, and on the case whose duty was missed. */
class CaseSanctionsTest {

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
        EscalationStory story;

        @Autowired
        CaseEvents events;

        @Autowired
        Escalations escalations;

        @Autowired
        Cases cases;

        @LocalServerPort
        int port;

        private String matter = "";

        @BeforeEach
        void aComplaint() {
            desk.itIs("2026-09-10T02:00:00Z");
            matter = desk.starts("wanli-1", ComplaintProcess.ID, in("compound-05", call("2026-09-10T09:40:00+08:00")));
        }

        @AfterEach
        void backToTheRealTime() {
            desk.itIsNow();
        }

        @Clause({"JJ.G3", "JJ.A7.3.7"})
        @Test
        void theRungsOfAnEscalation() {
            String caseNo = story.reported(missed(matter, "street-wanli", Source.ASSIGNMENT, Happened.MISSED));
            JsonNode drafted = only(read("district", caseNo)).path("rungs").path(0);
            assertThat(drafted.path("stateName").asText()).isEqualTo("正在制发");
            assertThat(drafted.path("letter").isNull()).isTrue();
            assertThat(drafted.path("lastDay").isNull()).isTrue();

            story.isServed(caseNo, "2026-09-10");
            desk.itIs("2026-09-14T02:00:00Z");

            JsonNode escalation = only(read("wanli", caseNo));
            assertThat(escalation.path("matter").asText()).isEqualTo(matter);
            assertThat(escalation.path("partyName").asText()).isEqualTo("湾里街道");
            assertThat(escalation.path("duties").path(0).asText()).isEqualTo(EscalationStory.DUTY);
            assertThat(escalation.path("clauses")).hasToString("[\"JJ.A7.3.7\"]");
            JsonNode rung = escalation.path("rungs").path(0);
            assertThat(rung.path("rungName").asText()).isEqualTo("抄告");
            assertThat(rung.path("stateName").asText()).isEqualTo("已送达");
            assertThat(rung.path("servedOn").asText()).isEqualTo("2026-09-10");
            assertThat(rung.path("lastDay").asText()).as("five working days").isEqualTo("2026-09-17");
            assertThat(rung.path("daysLeft").asInt()).isEqualTo(3);
            assertThat(rung.path("documentNumber").asText()).contains("抄告〔2026〕");
            Answer letter = as("wanli")
                    .get("/api/documents/%s/versions/%s"
                            .formatted(
                                    rung.at("/letter/id").asText(),
                                    rung.at("/letter/version").asInt()));
            assertThat(letter.status()).as(letter.toString()).isEqualTo(200);
        }

        /** The whole ladder, and what was revoked of it. */
        @Clause("JJ.G3")
        @Test
        void whatWasRevokedIsShownWithItsReason() {
            String first = story.reported(missed(matter, "street-wanli", Source.ASSIGNMENT, Happened.MISSED));
            story.isServed(first, "2026-09-10");
            desk.as("district", () -> {
                events.record(
                        cases.get(first),
                        Messages.REVOKED,
                        Map.of("revokedBy", "区领导小组办公室", "revokedOn", "2026-09-10", "revocationReason", "该事项不属于湾里街道。"));
                return first;
            });
            String second = story.reported(missed(matter, "dept-fire", Source.ASSIGNMENT, Happened.MISSED));

            JsonNode both = read("wanli", matter);

            assertThat(both).hasSize(2);
            assertThat(both.at("/0/caseNo").asText()).isEqualTo(first);
            assertThat(both.at("/0/readable").asBoolean()).isTrue();
            assertThat(both.at("/0/state").asText()).isEqualTo("closed");
            assertThat(both.at("/0/outcomeName").asText()).isEqualTo("已撤销");
            assertThat(both.at("/0/rungs/0/stateName").asText()).isEqualTo("已撤销");
            assertThat(both.at("/0/rungs/0/reason").asText()).isEqualTo("该事项不属于湾里街道。");
            assertThat(both.at("/0/rungs/0/letter").isNull())
                    .as("letters are read in their own case")
                    .isTrue();
            assertThat(both.at("/1/caseNo").asText()).isEqualTo(second);
            assertThat(both.at("/1/readable").asBoolean())
                    .as("another unit's escalation is named, not opened")
                    .isFalse();
            assertThat(both.at("/1/state").isNull()).isTrue();
            assertThat(both.at("/1/partyName").asText()).isEqualTo("鸠江消防救援大队");
        }

        @Test
        void whoMayReadTheCaseReadsItAndACompanyItsOwn() {
            String street = story.reported(missed(matter, "street-wanli", Source.ASSIGNMENT, Happened.MISSED));
            String company = story.reported(missed(matter, "company-5", Source.COMPLAINT, Happened.CAUSED_COMPLAINT));
            String committee = story.reported(committee());
            assertThat(read("company-5", matter))
                    .as("nothing has been sent to it")
                    .isEmpty();
            story.isServed(company, "2026-09-10");

            assertThat(read("district", matter)).hasSize(3);
            assertThat(read("wanli-1", matter).findValuesAsText("caseNo")).containsExactly(street, company, committee);
            assertThat(read("wanli-1", matter).findValuesAsText("partyName"))
                    .containsExactly("湾里街道", "芜湖鸣谷物业管理有限公司", "桂汀兰庭业主委员会")
                    .hasSize(3);
            assertThat(read("company-5", matter).findValuesAsText("caseNo")).containsExactly(company);
            assertThat(as("baimao").get("/api/cases/" + matter + "/sanctions").status())
                    .isEqualTo(404);
            String quiet = desk.starts("wanli-1", ComplaintProcess.ID, call("2026-09-10T09:40:00+08:00"));
            assertThat(read("wanli", quiet)).isEmpty();
        }

        @Test
        void itCostsTwoStatements() {
            story.reported(missed(matter, "street-wanli", Source.ASSIGNMENT, Happened.MISSED));
            story.reported(missed(matter, "dept-fire", Source.ASSIGNMENT, Happened.MISSED));
            Statements cost = new Statements();

            cost.add(() -> assertThat(escalations.about(matter)).hasSize(2));

            assertThat(cost.count()).as(cost.sql().toString()).isLessThanOrEqualTo(2);
        }

        /** JJ.9: whoever reads the case reads who keeps in touch with its place on the day. */
        @Clause("JJ.9")
        @Test
        void whoKeepsInTouch() {
            String caseNo = story.reported(missed(matter, "street-wanli", Source.ASSIGNMENT, Happened.MISSED));
            story.isServed(caseNo, "2026-09-10");

            for (String each : new String[] {matter, caseNo}) {
                JsonNode contacts =
                        as("wanli").get("/api/cases/" + each + "/contacts").json();
                assertThat(contacts.path("on").asText()).isEqualTo("2026-09-10");
                assertThat(contacts.findValuesAsText("kind"))
                        .as(each)
                        .containsSubsequence(
                                "leader-street", "cadre-community", "department-compound", "cadre-building");
                assertThat(contacts.findValuesAsText("targetName")).contains("湾里街道", "桂汀社区", "桂汀兰庭");
            }
            assertThat(as("baimao").get("/api/cases/" + matter + "/contacts").status())
                    .isEqualTo(404);
            assertThat(as("company-5").get("/api/cases/" + matter + "/contacts").status())
                    .isEqualTo(200);
            String nowhere = desk.starts("hotline", ComplaintProcess.ID, call("2026-09-10T09:40:00+08:00"));
            assertThat(as("hotline")
                            .get("/api/cases/" + nowhere + "/contacts")
                            .json()
                            .path("contacts"))
                    .isEmpty();
        }

        private Map<String, Object> committee() {
            Map<String, Object> form = missed(matter, "street-wanli", Source.COMPLAINT, Happened.CAUSED_COMPLAINT);
            form.put("partyType", "committee");
            form.put(EscalationProcess.Variables.UNIT, null);
            form.put("compound", "compound-05");
            return form;
        }

        private JsonNode read(String user, String caseNo) {
            Answer answer = as(user).get("/api/cases/" + caseNo + "/sanctions");
            assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
            return answer.json();
        }

        private static JsonNode only(JsonNode list) {
            assertThat(list).hasSize(1);
            return list.get(0);
        }

        private Http as(String user) {
            return Http.program(port, user);
        }
    }
}

package dev.whistle.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whistle.casefile.Archives;
import dev.whistle.casefile.CaseEvent;
import dev.whistle.casefile.Cases;
import dev.whistle.casefile.Entry;
import dev.whistle.casefile.EventKind;
import dev.whistle.casefile.Holding;
import dev.whistle.casefile.Holdings;
import dev.whistle.casefile.Timeline;
import dev.whistle.clock.Clocks;
import dev.whistle.document.Docx;
import dev.whistle.engine.CaseEventStory;
import dev.whistle.testing.Desk;
import dev.whistle.testing.Http;
import dev.whistle.testing.Http.Answer;
import dev.whistle.testing.OnH2;
import dev.whistle.testing.OnPostgres;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.repository.Deployment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What happens outside and an officer records (P01, end "withdrawn"): who may, what it leaves behind, what is refused.
 */
class CaseEventsTest {

    @Nested
    @OnH2
    class OnH2Database extends Story {}

    @Nested
    @OnPostgres
    class OnPostgresDatabase extends Story {}

    abstract static class Story {

        private static final String RECEIVED = "2026-09-10T09:40:00+08:00";
        private static final String ENTERED = """
                {"withdrawWay": "visit", "withdrawnOn": "2026-09-10", "withdrawReason": "问题已与物业协商解决",
                 "informed": true}""";

        @LocalServerPort
        int port;

        @Autowired
        CaseEventStory story;

        @Autowired
        Desk desk;

        @Autowired
        ProcessEngine engine;

        @Autowired
        Cases cases;

        @Autowired
        Clocks clocks;

        @Autowired
        Holdings holdings;

        @Autowired
        Timeline timeline;

        @Autowired
        Archives archives;

        @Autowired
        JdbcClient db;

        private Deployment deployment;

        @BeforeEach
        void deploy() {
            deployment = story.deploy();
            desk.itIs("2026-09-10T02:00:00Z");
        }

        @AfterEach
        void undeploy() {
            story.undeploy(deployment);
            desk.itIsNow();
        }

        /** The whole case ends at once, and nothing of it stays under way. */
        @Test
        void aComplaintIsWithdrawnWhileALetterIsADraft() {
            String caseNo = story.withDraft(RECEIVED);
            List<String> tasks = openTasks(caseNo);
            assertThat(tasks).hasSize(1);

            Answer answer = records("wanli-1", caseNo, CaseEventStory.WITHDRAWN, ENTERED);

            assertThat(answer.status()).as(answer.toString()).isEqualTo(204);
            assertThat(cases.get(caseNo).closed()).isTrue();
            assertThat(cases.get(caseNo).outcome()).isEqualTo("withdrawn");
            assertThat(openTasks(caseNo)).isEmpty();
            assertThat(engine.getRuntimeService()
                            .createProcessInstanceQuery()
                            .processInstanceBusinessKey(caseNo)
                            .count())
                    .as("the called letter goes with its caller")
                    .isZero();
            assertThat(grantsOf(tasks.get(0))).isZero();
            assertThat(clocks.of(caseNo))
                    .extracting(it -> it.kind() + " " + it.state())
                    .containsExactlyInAnyOrder("complaint.answer CANCELLED", "complaint.dispatch CANCELLED");
            assertThat(timersOf(caseNo)).isZero();
            assertThat(holdings.of(caseNo)).noneMatch(Holding::holds);
            assertThat(letters(caseNo)).containsExactly("WITHDRAWN null");
            assertThat(Http.program(port, "fire").get("/api/cases/" + caseNo).status())
                    .as("who had it goes on reading it")
                    .isEqualTo(200);
            assertThat(desk.path(caseNo)).endsWith("serviceTask_closeWithdrawn", "endEvent_withdrawn");

            List<CaseEvent> lines = timeline.of(caseNo);
            CaseEvent told = line(lines, "投诉人撤回");
            assertThat(told.kind()).isEqualTo(EventKind.EVENT);
            assertThat(told.actor()).isEqualTo("wanli-1");
            assertThat(told.clauses()).isEqualTo("JJ.A7.3.6");
            assertThat(told.entered())
                    .extracting(it -> it.label() + " " + it.value())
                    .containsExactly("撤回方式 当面", "撤回日期 2026年9月10日", "撤回理由 问题已与物业协商解决", "已告知撤回后可以再次投诉 是");
            assertThat(line(lines, "“投诉答复期限”取消").entered())
                    .extracting(Entry::value)
                    .containsExactly("投诉人撤回");
            assertThat(line(lines, "撤回文书：投诉办理期限告知书").entered())
                    .extracting(Entry::value)
                    .containsExactly("结案");
            assertThat(lines.get(lines.size() - 1).name()).isEqualTo("结案归档");
            Docx archive = Docx.of(archives.open(caseNo).bytes());
            assertThat(archive.xml("目录.html")).contains("问题已与物业协商解决", "撤回文书：投诉办理期限告知书");
        }

        /** A number that was given stays given, and the archive tells what became of the letter. */
        @Test
        void aSignedLetterIsWithdrawnWithItsCase() {
            String caseNo = story.withSignedLetter(RECEIVED);
            String number = number(caseNo);

            assertThat(records("district", caseNo, CaseEventStory.WITHDRAWN, ENTERED)
                            .status())
                    .isEqualTo(204);

            assertThat(letters(caseNo)).containsExactly("WITHDRAWN " + number);
            assertThat(line(timeline.of(caseNo), "撤回文书：投诉办理期限告知书").entered())
                    .extracting(Entry::value)
                    .containsExactly(number, "结案");
            Docx archive = Docx.of(archives.open(caseNo).bytes());
            assertThat(archive.parts().keySet()).contains("文书/01-投诉办理期限告知书.docx");
            assertThat(archive.xml("目录.html")).contains(number, "已撤回，未送达");
        }

        /** A letter that has been handed over is history. */
        @Test
        void aServedLetterStays() {
            String caseNo = story.underInvestigation(RECEIVED, "2026-09-10");
            assertThat(records("fire", caseNo, CaseEventStory.WITHDRAWN, ENTERED)
                            .status())
                    .isEqualTo(204);
            assertThat(letters(caseNo)).containsExactly("SERVED " + number(caseNo));
        }

        @Test
        void whoMayRecordIsShownWhatCanBe() {
            String caseNo = story.underInvestigation(RECEIVED, "2026-09-10");

            assertThat(offered("fire", caseNo)).as("holds it").containsExactly(CaseEventStory.WITHDRAWN);
            assertThat(offered("wanli-1", caseNo))
                    .as("took it up")
                    .containsExactlyInAnyOrder(CaseEventStory.WITHDRAWN, CaseEventStory.SUPPLIED);
            assertThat(offered("district", caseNo))
                    .containsExactlyInAnyOrder(CaseEventStory.WITHDRAWN, CaseEventStory.BROKEN);
            assertThat(offered("wanli", caseNo)).as("handed it on").isEmpty();
            var shown = Http.program(port, "fire")
                    .get("/api/cases/" + caseNo + "/events")
                    .json()
                    .get(0);
            assertThat(shown.path("name").asText()).isEqualTo("投诉人撤回");
            assertThat(shown.path("clauses").get(0).asText()).isEqualTo("JJ.A7.3.6");
            assertThat(shown.path("guidance").asText()).startsWith("投诉人明确表示不再投诉时登记");
            assertThat(shown.at("/form/components/1/key").asText()).isEqualTo("withdrawWay");
        }

        @Test
        void nobodyElseRecordsIt() {
            String caseNo = story.underInvestigation(RECEIVED, "2026-09-10");

            Answer notTheirs = records("wanli", caseNo, CaseEventStory.WITHDRAWN, ENTERED);
            assertThat(notTheirs.status()).isEqualTo(403);
            assertThat(notTheirs.json().path("detail").asText()).isEqualTo("您的单位不能登记“投诉人撤回”，请与正在承办的单位联系。");
            assertThat(records("erba", caseNo, CaseEventStory.WITHDRAWN, ENTERED)
                            .status())
                    .as("does not know of the case")
                    .isEqualTo(404);
            assertThat(records("district", caseNo, "case-events.internal", "{}").status())
                    .as("a message between programs")
                    .isEqualTo(409);
            assertThat(cases.get(caseNo).closed()).isFalse();
        }

        @Test
        void theFormIsAContract() {
            String caseNo = story.takenUp(RECEIVED);

            Answer wrong = records("wanli", caseNo, CaseEventStory.WITHDRAWN, """
                            {"withdrawWay": "letter", "withdrawnOn": "2026-09-11", "outcome": "x"}""");

            assertThat(wrong.status()).isEqualTo(400);
            assertThat(wrong.json().path("errors").findValuesAsText("field"))
                    .containsExactlyInAnyOrder("withdrawWay", "withdrawnOn", "withdrawReason", "outcome");
            assertThat(wrong.json().path("errors").findValuesAsText("message")).contains("撤回理由必须填写", "撤回日期不能晚于现在");
            assertThat(cases.get(caseNo).closed()).isFalse();
            assertThat(openTasks(caseNo)).hasSize(1);
        }

        /** Sent again it is done once; another content or another key is another act. */
        @Test
        void sentTwiceItIsRecordedOnce() {
            String caseNo = story.takenUp(RECEIVED);
            String key = UUID.randomUUID().toString();

            assertThat(records("wanli", caseNo, CaseEventStory.WITHDRAWN, ENTERED, key)
                            .status())
                    .isEqualTo(204);
            assertThat(records("wanli", caseNo, CaseEventStory.WITHDRAWN, ENTERED, key)
                            .status())
                    .isEqualTo(204);
            assertThat(records("wanli", caseNo, CaseEventStory.WITHDRAWN, "{}", key)
                            .status())
                    .isEqualTo(409);
            Answer late = records("wanli", caseNo, CaseEventStory.WITHDRAWN, ENTERED);
            assertThat(late.status()).isEqualTo(409);
            assertThat(late.json().path("detail").asText())
                    .isEqualTo("案件 " + caseNo + " 现在不能登记这一变动，可能已经办结，或者已由他人登记，请刷新后查看。");
            assertThat(offered("wanli", caseNo)).isEmpty();
            assertThat(timeline.of(caseNo))
                    .filteredOn(it -> it.kind() == EventKind.EVENT)
                    .hasSize(1);
        }

        @RepeatedTest(8)
        void ofManyAtOnceOneRecordsIt() throws Exception {
            String caseNo = story.takenUp(RECEIVED);
            ExecutorService officers = Executors.newFixedThreadPool(6);
            try {
                List<Callable<Answer>> posts = new ArrayList<>();
                for (int i = 0; i < 6; i++) {
                    posts.add(() -> records("wanli", caseNo, CaseEventStory.WITHDRAWN, ENTERED));
                }
                List<Integer> statuses = new ArrayList<>();
                for (Future<Answer> answer : officers.invokeAll(posts)) {
                    statuses.add(answer.get().status());
                }
                assertThat(statuses)
                        .as("the others find it done, or no longer theirs to do or to read")
                        .containsOnlyOnce(204)
                        .isSubsetOf(204, 409, 403, 404);
            } finally {
                officers.shutdown();
            }
            assertThat(timeline.of(caseNo))
                    .filteredOn(it -> it.kind() == EventKind.EVENT)
                    .hasSize(1);
        }

        /** What the model does next belongs to whom it gives it to, as after any other step. */
        @Test
        void anEventWithoutFormMayGoOnWithATask() {
            String caseNo = story.underInvestigation(RECEIVED, "2026-09-10");

            assertThat(records("wanli-1", caseNo, CaseEventStory.SUPPLIED, "{\"note\": \"照片两张\"}")
                            .status())
                    .as("there is nothing to fill in")
                    .isEqualTo(400);
            assertThat(records("wanli-1", caseNo, CaseEventStory.SUPPLIED, "{}").status())
                    .isEqualTo(204);

            assertThat(desk.sees("police", caseNo)).containsExactly("userTask_lookAt");
            assertThat(desk.sees("fire", caseNo)).containsExactly("userTask_investigate");
            assertThat(line(timeline.of(caseNo), "投诉人补充材料").clauses()).isEqualTo("JJ.A7.2.3.1");
        }

        /**
         * Closing over a running statutory clock is a fault of the model's: in tests it is loud, and nothing is half
         * done.
         */
        @Test
        void aStatutoryClockThatTheModelForgotFailsAndNothingIsHalfDone() {
            String caseNo = story.withDraft(RECEIVED);
            int lines = timeline.of(caseNo).size();

            assertThat(records("district", caseNo, CaseEventStory.BROKEN, "{}").status())
                    .isEqualTo(500);

            assertThat(cases.get(caseNo).closed()).isFalse();
            assertThat(timeline.of(caseNo)).hasSize(lines);
            assertThat(openTasks(caseNo)).hasSize(1);
            assertThat(letters(caseNo)).containsExactly("DRAFT null");
            assertThat(clocks.of(caseNo)).extracting(it -> it.state().name()).containsOnly("RUNNING");
            assertThat(records("district", caseNo, CaseEventStory.WITHDRAWN, ENTERED)
                            .status())
                    .isEqualTo(204);
        }

        /** What came late stays late; what is closed is not counted on. */
        @Test
        void aBreachOutlivesTheWithdrawal() {
            String caseNo = story.withDraft(RECEIVED);
            desk.itIs("2026-10-20T02:00:00Z");
            assertThat(Http.program(port, "wanli")
                            .get("/api/cases?overdue=true&q=" + caseNo)
                            .json()
                            .path("total")
                            .asInt())
                    .isEqualTo(1);

            assertThat(records("fire", caseNo, CaseEventStory.WITHDRAWN, ENTERED)
                            .status())
                    .isEqualTo(204);

            assertThat(clocks.of(caseNo)).extracting(it -> it.state().name()).containsOnly("BREACHED");
            assertThat(line(timeline.of(caseNo), "“投诉答复期限”已于2026年9月28日届满，未按期办结").actor())
                    .isEqualTo("fire");
            desk.itIs("2026-12-20T02:00:00Z");
            assertThat(Http.program(port, "wanli")
                            .get("/api/cases/" + caseNo)
                            .json()
                            .at("/clocks/0/daysLeft")
                            .asInt())
                    .as("days late when it was closed")
                    .isBetween(-40, -20);
            assertThat(Http.program(port, "wanli")
                            .get("/api/cases?overdue=true&q=" + caseNo)
                            .json()
                            .path("total")
                            .asInt())
                    .isZero();
        }

        private Answer records(String user, String caseNo, String event, String entered) {
            return records(user, caseNo, event, entered, UUID.randomUUID().toString());
        }

        private Answer records(String user, String caseNo, String event, String entered, String key) {
            Http program = Http.program(port, user);
            return program.send(program.request("/api/cases/" + caseNo + "/events/" + event)
                    .header("Content-Type", "application/json")
                    .header("Idempotency-Key", key)
                    .POST(BodyPublishers.ofString(entered)));
        }

        private List<String> offered(String user, String caseNo) {
            return Http.program(port, user)
                    .get("/api/cases/" + caseNo + "/events")
                    .json()
                    .findValuesAsText("event");
        }

        private List<String> openTasks(String caseNo) {
            return engine.getTaskService().createTaskQuery().processInstanceBusinessKey(caseNo).list().stream()
                    .map(it -> it.getId())
                    .toList();
        }

        private long grantsOf(String task) {
            return engine.getAuthorizationService()
                    .createAuthorizationQuery()
                    .resourceId(task)
                    .count();
        }

        private int timersOf(String caseNo) {
            return db.sql("""
                            select count(*) from public.act_ru_job where repeat_ in
                                (select 'ledger:' || id from whistle.case_clock where case_no = ?)""").param(caseNo).query(Integer.class).single();
        }

        private List<String> letters(String caseNo) {
            return db.sql("select state, doc_number from whistle.document where case_no = ? order by ordinal")
                    .param(caseNo)
                    .query((row, n) -> row.getString("state") + " " + row.getString("doc_number"))
                    .list();
        }

        private String number(String caseNo) {
            return db.sql("select doc_number from whistle.document where case_no = ?")
                    .param(caseNo)
                    .query(String.class)
                    .single();
        }

        private static CaseEvent line(List<CaseEvent> lines, String name) {
            return lines.stream()
                    .filter(it -> it.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(name + " is not among "
                            + lines.stream().map(CaseEvent::name).toList()));
        }
    }
}

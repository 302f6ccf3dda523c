package dev.whistle.web;

import static dev.whistle.procedure.complaint.ComplaintStory.call;
import static org.assertj.core.api.Assertions.assertThat;

import dev.whistle.casefile.CaseEvent;
import dev.whistle.casefile.EventKind;
import dev.whistle.casefile.Timeline;
import dev.whistle.procedure.complaint.ComplaintProcess.Tasks;
import dev.whistle.procedure.complaint.ComplaintStory;
import dev.whistle.testing.Desk;
import dev.whistle.testing.Http;
import dev.whistle.testing.Http.Answer;
import dev.whistle.testing.OnH2;
import dev.whistle.testing.OnPostgres;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** Several at the same thing at the same moment: one does it, and the others are told so. */
class AtOnceTest {

    private static final int MANY = 50;
    private static final int SEVERAL_TIMES = 10;

    @Nested
    @OnH2
    class H2 extends Together {}

    @Nested
    @OnPostgres
    class PostgreSql extends Together {}

    abstract static class Together {

        @Autowired
        Desk desk;

        @Autowired
        Timeline timeline;

        @Autowired
        TaskService tasks;

        @Autowired
        JdbcTemplate db;

        @LocalServerPort
        int port;

        @Test
        void fiftyEqualPostsOpenOneCase() throws Exception {
            long before = cases();

            List<Answer> answers = atOnce(
                    Stream.generate(() -> post("fifty", "电梯停运")).limit(MANY).toList());

            assertThat(answers)
                    .allSatisfy(it -> assertThat(it.status()).as(it.toString()).isEqualTo(201));
            assertThat(answers)
                    .extracting(Answer::body)
                    .containsOnly(answers.get(0).body());
            assertThat(cases()).isEqualTo(before + 1);
            assertThat(answers.get(0).json().path("caseNo").asText()).startsWith("TS-");
            assertThat(answers.get(0).json().has("answerDue")).isTrue();
            assertThat(answers.get(0).json().has("trackingCode")).isTrue();
        }

        @Test
        void aKeyIsForOneComplaint() throws Exception {
            assertThat(post("one-complaint", "水管漏水").call().status()).isEqualTo(201);
            long before = cases();

            Answer other = post("one-complaint", "水管又漏水").call();

            assertThat(other.status()).as(other.toString()).isEqualTo(409);
            assertThat(other.json().path("detail").asText()).containsPattern("\\p{IsHan}");
            assertThat(cases()).isEqualTo(before);
        }

        @Test
        void anotherKeyIsAnotherComplaint() throws Exception {
            long before = cases();

            List<Answer> answers = atOnce(List.of(post("key-a", "楼道堆物"), post("key-b", "楼道堆物")));

            assertThat(answers).extracting(Answer::status).containsOnly(201);
            assertThat(answers.get(0).body()).isNotEqualTo(answers.get(1).body());
            assertThat(cases()).isEqualTo(before + 2);
        }

        /** Fifty callers who each bring another complaint under one key: one comes first, the others are refused. */
        @Test
        void differentPostsUnderOneKeyDoNotMix() throws Exception {
            long before = cases();

            List<Answer> answers = atOnce(Stream.iterate(1, n -> n + 1)
                    .map(n -> post("mixed", "第" + n + "件"))
                    .limit(MANY)
                    .toList());

            assertThat(answers).filteredOn(it -> it.status() == 201).hasSize(1);
            assertThat(answers).filteredOn(it -> it.status() == 409).hasSize(MANY - 1);
            assertThat(cases()).isEqualTo(before + 1);
        }

        @ParameterizedTest
        @ValueSource(strings = {"submit-form", "complete"})
        void ofTwoOfficersOneCompletesTheTask(String way) throws Exception {
            for (int time = 0; time < SEVERAL_TIMES; time++) {
                String caseNo = desk.starts("wanli-1", "complaint", call("2026-09-10T09:40:00+08:00"));
                String path = "/engine-rest/task/"
                        + desk.taskOf(caseNo, Tasks.SIGN_FOR).getId() + "/" + way;

                List<Answer> answers = atOnce(List.of(signing("wanli", path), signing("wanli-lead", path)));

                assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(204, 409);
                assertThat(answers)
                        .filteredOn(it -> it.status() == 409)
                        .extracting(it -> it.json().path("message").asText())
                        .allMatch(it -> it.contains("刷新"), "says in Chinese what to do");
                assertThat(timeline.of(caseNo))
                        .filteredOn(it -> Tasks.SIGN_FOR.equals(it.element()))
                        .extracting(CaseEvent::actor)
                        .hasSize(1);
                assertThat(desk.taskOf(caseNo, Tasks.INVESTIGATE)).isNotNull();
            }
        }

        /** Who has the task and who leads the unit hand it over at once: one does, and the other is told to look again. */
        @Test
        void ofTwoOfficersOneHandsTheTaskOver() throws Exception {
            for (int time = 0; time < SEVERAL_TIMES; time++) {
                String caseNo = desk.starts("guandou-1", "complaint", inGuandou());
                String task = desk.taskOf(caseNo, Tasks.SIGN_FOR).getId();
                desk.as("guandou", () -> {
                    tasks.claim(task, "guandou");
                    return task;
                });

                List<Answer> answers = atOnce(List.of(
                        handingOver("guandou", task, "guandou-lead-b"),
                        handingOver("guandou-lead", task, "guandou-lead")));

                assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(204, 409);
                Answer refused = answers.stream()
                        .filter(it -> it.status() == 409)
                        .findFirst()
                        .orElseThrow();
                assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
                assertThat(refused.json().path("detail").asText()).contains("没有移交任何任务", "刷新");
                String winner = answers.get(0).status() == 204 ? "guandou-lead-b" : "guandou-lead";
                assertThat(desk.taskOf(caseNo, Tasks.SIGN_FOR).getAssignee()).isEqualTo(winner);
                assertThat(timeline.of(caseNo))
                        .filteredOn(it -> it.kind() == EventKind.HANDED_OVER)
                        .singleElement()
                        .satisfies(it -> assertThat(it.name())
                                .isEqualTo("任务“签收并确定承办单位”由夏浩然移交" + (winner.equals("guandou-lead") ? "顾向阳" : "罗若琳")));
                assertThat(granted(task)).containsExactly(winner);
            }
        }

        private static Map<String, Object> inGuandou() {
            return ComplaintStory.in("compound-01", call("2026-09-10T09:40:00+08:00"));
        }

        /** Those who may do the task as its holder may. */
        private List<String> granted(String task) {
            return db.queryForList(
                    "select user_id_ from public.act_ru_authorization where resource_id_ = ? and user_id_ is not null",
                    String.class,
                    task);
        }

        /** Both have the dialog open before either confirms. */
        private Callable<Answer> handingOver(String user, String task, String to) {
            Http officer = Http.program(port, user);
            String seen = officer.get("/api/tasks/handover?ids=" + task)
                    .json()
                    .path("seen")
                    .asText();
            assertThat(seen).isNotBlank();
            return () -> officer.post("/api/tasks/handover", """
                    {"tasks": ["%s"], "to": "%s", "reason": "外出培训", "seen": "%s"}""".formatted(task, to, seen));
        }

        private Callable<Answer> post(String key, String matter) {
            Http hotline = Http.program(port, "hotline");
            String body = """
                    {"channel": "hotline", "matter": "%s", "address": "滨江路", "receivedAt": "2026-09-10T09:40:00+08:00",
                     "complainant": {"name": "欧阳静怡", "phone": "13955312877"}}""".formatted(matter);
            return () -> hotline.send(
                    hotline.withoutToken("POST", "/api/complaints", body).header("Idempotency-Key", key));
        }

        private Callable<Answer> signing(String user, String path) {
            return () -> Http.program(port, user).post(path, """
                    {"variables": {"acceptance": {"value": "accepted"}, "category": {"value": "service"},
                     "categoryReason": {"value": "由物业公司代管"}, "handlingUnit": {"value": "dept-fire"},
                     "limitTold": {"value": "message"}, "opinion": {"value": "请到现场核实"}}}""");
        }

        private long cases() {
            return db.queryForObject("select count(*) from whistle.case_file", Long.class);
        }

        private static List<Answer> atOnce(List<Callable<Answer>> calls) throws InterruptedException {
            ExecutorService callers = Executors.newFixedThreadPool(calls.size());
            CyclicBarrier ready = new CyclicBarrier(calls.size());
            try {
                return callers
                        .invokeAll(calls.stream()
                                .<Callable<Answer>>map(call -> () -> {
                                    ready.await();
                                    return call.call();
                                })
                                .toList())
                        .stream()
                        .map(Together::answer)
                        .toList();
            } finally {
                callers.shutdown();
            }
        }

        private static Answer answer(Future<Answer> call) {
            try {
                return call.get();
            } catch (InterruptedException | ExecutionException failed) {
                throw new IllegalStateException(failed);
            }
        }
    }
}

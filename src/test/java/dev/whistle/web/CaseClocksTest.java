package dev.whistle.web;

import static dev.whistle.procedure.complaint.ComplaintStory.answered;
import static dev.whistle.procedure.complaint.ComplaintStory.call;
import static dev.whistle.procedure.complaint.ComplaintStory.investigated;
import static dev.whistle.procedure.complaint.ComplaintStory.signed;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.whistle.clock.CaseClock;
import dev.whistle.clock.ClockState;
import dev.whistle.clock.Clocks;
import dev.whistle.procedure.complaint.ComplaintProcess;
import dev.whistle.procedure.complaint.ComplaintProcess.Tasks;
import dev.whistle.testing.Clause;
import dev.whistle.testing.Desk;
import dev.whistle.testing.Http;
import dev.whistle.testing.Http.Answer;
import dev.whistle.testing.OnH2;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** How each clock of a case stands and how its deadline came about, as programs and the case tab read it. */
@OnH2
class CaseClocksTest {

    private static final String DISPATCH = "complaint.dispatch";

    @Autowired
    private Desk desk;

    @Autowired
    private Clocks clocks;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcTemplate db;

    @LocalServerPort
    private int port;

    private String caseNo = "";

    @BeforeEach
    void aCaseBeforeNationalDay() {
        desk.itIs("2026-09-30T02:00:00Z");
        caseNo = desk.starts("wanli-1", ComplaintProcess.ID, call("2026-09-30T09:40:00+08:00"));
    }

    /** By the real time its timer is due, and fails for want of a unit to remind. */
    @AfterEach
    void nothingRunsOn() {
        clocks.find(caseNo, DISPATCH)
                .filter(it -> it.endedAt() == null && it.state() != ClockState.BREACHED)
                .ifPresent(
                        it -> transaction.executeWithoutResult(status -> clocks.cancel(caseNo, DISPATCH, "", "测试结束")));
    }

    @AfterEach
    void backToTheRealTime() {
        desk.itIsNow();
    }

    @Test
    void aClockThatRuns() {
        dispatch();
        desk.itIs("2026-10-09T02:00:00Z");

        JsonNode clock = clock(DISPATCH);

        assertThat(clock.path("kindName").asText()).isEqualTo("派单办理期限");
        assertThat(clock.path("from").asText()).isEqualTo("2026-09-30T10:00:00+08:00");
        assertThat(clock.path("dueAt").asText()).isEqualTo("2026-10-14T00:00:00+08:00");
        assertThat(clock.path("budget").asInt()).isEqualTo(5);
        assertThat(clock.path("unit").asText()).isEqualTo("WORKDAY");
        assertThat(clock.path("extended").asInt()).isZero();
        assertThat(clock.path("daysLeft").asInt()).isEqualTo(4);
        assertStands(clock, "RUNNING", "running", "进行中", false);
    }

    @Test
    void overdueGoesOnCountingWhetherOrNotItsTimerHasFired() {
        String id = dispatch().id();
        desk.itIs("2026-10-13T16:00:00Z");
        assertThat(clock(DISPATCH).path("daysLeft").asInt()).isEqualTo(-1);
        assertStands(clock(DISPATCH), "RUNNING", "overdue", "逾期", true);
        assertThat(overdue()).isTrue();

        db.update("update whistle.case_clock set state = 'BREACHED' where id = ?", id);
        desk.itIs("2026-10-20T02:00:00Z");
        assertThat(clock(DISPATCH).path("daysLeft").asInt()).isEqualTo(-7);
        assertThat(clock(DISPATCH).path("endedAt").isNull()).isTrue();
        assertStands(clock(DISPATCH), "BREACHED", "overdue", "逾期", true);
        assertThat(overdue()).isTrue();
        // What nothing has told of is not left to those who count.
        db.update("update whistle.case_clock set state = 'RUNNING' where id = ?", id);
    }

    @Test
    void doneInTimeAndDoneLate() {
        desk.itIs("2026-10-14T02:00:00Z");
        desk.does("wanli", caseNo, Tasks.SIGN_FOR, signed("dept-fire"));
        desk.does("fire", caseNo, Tasks.INVESTIGATE, investigated("2026-10-14"));
        desk.does("fire", caseNo, Tasks.ANSWER, answered());
        assertStands(clock("complaint.answer"), "MET", "met", "按期办结", false);
        assertThat(clock("complaint.answer").path("daysLeft").isNull()).isTrue();
        assertThat(clock("complaint.answer").path("endedAt").asText()).startsWith("2026-10-14T10:00");

        String late = desk.starts("wanli-1", ComplaintProcess.ID, call("2026-09-16T09:40:00+08:00"));
        caseNo = late;
        desk.does("wanli", late, Tasks.SIGN_FOR, signed("dept-fire"));
        desk.does("fire", late, Tasks.INVESTIGATE, investigated("2026-10-14"));
        assertThat(overdue()).isTrue();
        desk.does("fire", late, Tasks.ANSWER, answered());
        assertStands(clock("complaint.answer"), "BREACHED", "doneLate", "逾期办结", false);
        assertThat(overdue()).as("it is done").isFalse();
    }

    @Test
    @Clause("JJ.A7.2.1.2")
    void pausedExtendedAndCancelled() {
        dispatch();
        desk.itIs("2026-10-08T02:00:00Z");
        change(() -> clocks.extend(caseNo, DISPATCH, "", 2, "等待鉴定", "JJ.A7.2.1.2"));
        assertThat(clock(DISPATCH).path("extended").asInt()).isEqualTo(2);
        change(() -> clocks.pause(caseNo, DISPATCH, "", "等待补充情况"));
        desk.itIs("2026-10-09T02:00:00Z");

        assertStands(clock(DISPATCH), "PAUSED", "paused", "暂停", false);
        assertThat(clock(DISPATCH).path("daysLeft").isNull()).isTrue();
        assertThat(clock(DISPATCH).path("pausedSince").asText()).startsWith("2026-10-08T10:00");
        assertThat(sheet().path("pausedSince").asText()).startsWith("2026-10-08T10:00");
        assertThat(days(sheet())).endsWith("2026-10-08 - PAUSED 暂停计算，不计入", "2026-10-09 - PAUSED 暂停计算，不计入");

        change(() -> clocks.resume(caseNo, DISPATCH, ""));
        assertThat(sheet().path("dueAt").asText())
                .isEqualTo(clock(DISPATCH).path("dueAt").asText())
                .isEqualTo("2026-10-17T00:00:00+08:00");
        assertThat(sheet().path("budget").asInt() + sheet().path("extended").asInt())
                .isEqualTo(7);

        change(() -> clocks.cancel(caseNo, DISPATCH, "", "投诉人撤回"));
        assertStands(clock(DISPATCH), "CANCELLED", "cancelled", "已取消", false);
    }

    @Test
    void aClockThatIsOneUnits() {
        change(() -> clocks.arm(caseNo, DISPATCH, "first", "dept-fire", Instant.parse("2026-09-30T02:00:00Z")));

        assertThat(clock(DISPATCH).path("holderName").asText()).isEqualTo("鸠江消防救援大队");
        assertThat(clock(DISPATCH).path("occasion").asText()).isEqualTo("first");
        assertThat(clock("complaint.answer").path("holder").isNull()).isTrue();
    }

    @Test
    void theSheetShowsEveryDayOfTheClock() {
        dispatch();

        assertThat(days(sheet()))
                .containsExactly(
                        "2026-09-30 - TRIGGER 起算日，不计入",
                        "2026-10-01 - REST 国庆节",
                        "2026-10-02 - REST 国庆节",
                        "2026-10-03 - REST 星期六",
                        "2026-10-04 - REST 星期日",
                        "2026-10-05 - REST 国庆节",
                        "2026-10-06 - REST 国庆节",
                        "2026-10-07 - REST 国庆节",
                        "2026-10-08 + WORKDAY 第1个工作日",
                        "2026-10-09 + WORKDAY 第2个工作日",
                        "2026-10-10 + MAKE_UP 第3个工作日，调休上班（国庆节）",
                        "2026-10-11 - REST 星期日",
                        "2026-10-12 + WORKDAY 第4个工作日",
                        "2026-10-13 + WORKDAY 第5个工作日");
        assertThat(sheet().path("provisional").asBoolean()).isFalse();
    }

    @Test
    void onlyWhoReadsTheCaseReadsItsSheets() {
        String id = dispatch().id();
        String other = desk.starts("wanli-1", ComplaintProcess.ID, call("2026-09-30T09:40:00+08:00"));

        assertThat(get("wanli", caseNo, id).status()).isEqualTo(200);
        assertThat(get("guandou", caseNo, id).status()).isEqualTo(404);
        Answer elsewhere = get("wanli", other, id);
        assertThat(elsewhere.status()).as("the clock of another case").isEqualTo(404);
        assertThat(elsewhere.json().path("detail").asText()).contains(other, "没有这个期限");
    }

    private CaseClock dispatch() {
        return change(() -> clocks.arm(caseNo, DISPATCH, Instant.parse("2026-09-30T02:00:00Z")));
    }

    private CaseClock change(Supplier<CaseClock> change) {
        CaseClock changed = transaction.execute(status -> change.get());
        assertThat(changed).isNotNull();
        return changed;
    }

    private static void assertStands(
            JsonNode clock, String state, String standing, String standingName, boolean overdue) {
        assertThat(List.of(
                        clock.path("state").asText(),
                        clock.path("standing").asText(),
                        clock.path("standingName").asText(),
                        clock.path("overdue").asText()))
                .containsExactly(state, standing, standingName, String.valueOf(overdue));
    }

    private JsonNode clock(String kind) {
        JsonNode clocksOf =
                Http.program(port, "wanli").get("/api/cases/" + caseNo).json().path("clocks");
        return StreamSupport.stream(clocksOf.spliterator(), false)
                .filter(it -> it.path("kind").asText().equals(kind))
                .findFirst()
                .orElseThrow();
    }

    private boolean overdue() {
        return Http.program(port, "wanli")
                        .get("/api/cases?overdue=true&q=" + caseNo)
                        .json()
                        .path("total")
                        .asInt()
                > 0;
    }

    private JsonNode sheet() {
        Answer answer = get("wanli", caseNo, clock(DISPATCH).path("id").asText());
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.json();
    }

    private Answer get(String user, String ofCase, String clock) {
        return Http.program(port, user).get("/api/cases/" + ofCase + "/clocks/" + clock + "/days");
    }

    private static List<String> days(JsonNode sheet) {
        return StreamSupport.stream(sheet.path("days").spliterator(), false)
                .map(day -> day.path("date").asText()
                        + (day.path("counted").asBoolean() ? " + " : " - ")
                        + day.path("reason").asText() + " " + day.path("why").asText())
                .toList();
    }
}

package dev.whistle.clock;

import static dev.whistle.procedure.complaint.ComplaintStory.call;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.whistle.casefile.CaseEvent;
import dev.whistle.casefile.EventKind;
import dev.whistle.casefile.Timeline;
import dev.whistle.procedure.complaint.ComplaintProcess;
import dev.whistle.procedure.complaint.ComplaintProcess.Tasks;
import dev.whistle.testing.Desk;
import dev.whistle.testing.Http;
import dev.whistle.testing.Http.Answer;
import dev.whistle.testing.OnH2;
import dev.whistle.testing.OnPostgres;
import dev.whistle.testing.TableDump;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The days of a year arrive: what was provisional is counted again, with its reason, and the tasks follow. */
class CalendarImportTest {

    /** Fifteen days from then end on Monday 2027-01-04, by the plain week. */
    private static final String RECEIVED = "2026-12-20T09:40:00+08:00";

    private static final String NEW_YEAR = """
            {"holidays": [{"date": "2027-01-01", "name": "元旦"}, {"date": "2027-01-02", "name": "元旦"},
                          {"date": "2027-01-04", "name": "元旦"}],
             "workdays": [{"date": "2027-01-09", "name": "元旦"}]}""";

    @Nested
    @OnH2
    class OnH2Database extends Story {}

    @Nested
    @OnPostgres
    class OnPostgresDatabase extends Story {

        /** A clock that was being started while the year arrived is counted again too. */
        @Test
        void anImportWaitsForClocksThatAreBeingStarted() {
            String caseNo = desk.starts("wanli-1", ComplaintProcess.ID, call(RECEIVED));
            CompletableFuture<Answer> putting = transaction.execute(status -> {
                clocks.arm(caseNo, "complaint.dispatch", instant("2026-12-30T09:00:00+08:00"));
                CompletableFuture<Answer> put = CompletableFuture.supplyAsync(() -> put(2027, NEW_YEAR));
                assertThat(put).failsWithin(1, SECONDS);
                return put;
            });

            assertThat(putting).succeedsWithin(20, SECONDS);
            assertThat(clock(caseNo, "complaint.dispatch"))
                    .returns(false, CaseClock::provisional)
                    .returns(instant("2027-01-09T00:00:00+08:00"), CaseClock::dueAt);
        }
    }

    abstract static class Story {

        @Autowired
        Desk desk;

        @Autowired
        Clocks clocks;

        @Autowired
        Timeline timeline;

        @Autowired
        ClockTable table;

        @Autowired
        ClockLog log;

        @Autowired
        ClockLines lines;

        @Autowired
        ClockFigures figures;

        @Autowired
        ClockRules rules;

        @Autowired
        Projection projection;

        @Autowired
        Rungs rungs;

        @Autowired
        JdbcTemplate db;

        @Autowired
        TransactionTemplate transaction;

        @Autowired
        Clock clock;

        @LocalServerPort
        int port;

        @BeforeEach
        void itIsTheEndOfTheYear() {
            desk.itIs("2026-12-30T02:00:00Z");
        }

        /** Other tests have 2027 unpublished. */
        @AfterEach
        void asIfNothingHadBeenAnnounced() {
            desk.itIsNow();
            db.update("delete from whistle.calendar_day where on_day >= date '2027-01-01'");
            db.update("delete from whistle.calendar_year where published_year > 2026");
            db.update("update whistle.calendar_version set version = version + 1");
        }

        @Test
        void theYearIsPublished() {
            assertThat(get(2027)).hasToString("{\"year\":2027,\"published\":false,\"holidays\":[],\"workdays\":[]}");

            Answer put = put(2027, NEW_YEAR);

            assertThat(put).returns(200, Answer::status);
            // a holiday on a Saturday says nothing new
            assertThat(get(2027))
                    .hasToString("{\"year\":2027,\"published\":true,"
                            + "\"holidays\":[{\"date\":\"2027-01-01\",\"name\":\"元旦\"},"
                            + "{\"date\":\"2027-01-04\",\"name\":\"元旦\"}],"
                            + "\"workdays\":[{\"date\":\"2027-01-09\",\"name\":\"元旦\"}]}")
                    .isEqualTo(put.json());
        }

        @Test
        void aProvisionalClockIsCountedAgainWithItsReasonAndItsTaskFollows() {
            String caseNo = desk.starts("wanli-1", ComplaintProcess.ID, call(RECEIVED));
            assertThat(answerClock(caseNo))
                    .returns(true, CaseClock::provisional)
                    .returns(instant("2027-01-05T00:00:00+08:00"), CaseClock::dueAt);

            put(2027, NEW_YEAR);

            Instant due = instant("2027-01-06T00:00:00+08:00");
            assertThat(answerClock(caseNo))
                    .returns(false, CaseClock::provisional)
                    .returns(due, CaseClock::dueAt);
            assertThat(desk.taskOf(caseNo, Tasks.SIGN_FOR).getDueDate()).isEqualTo(due);
            assertThat(log(caseNo))
                    .containsExactly(
                            "ARMED wanli-1 null -> 2027-01-05 null",
                            "RE_PROJECTED district-lead 2027-01-05 -> 2027-01-06 2027 年放假安排公布，重新计算期限");
        }

        @Test
        void theSameDaysAgainMoveNothing() {
            String caseNo = desk.starts("wanli-1", ComplaintProcess.ID, call(RECEIVED));
            put(2027, NEW_YEAR);
            List<String> before = log(caseNo);
            JsonNode year = get(2027);

            assertThat(put(2027, NEW_YEAR)).returns(200, Answer::status);

            assertThat(log(caseNo)).isEqualTo(before);
            assertThat(get(2027)).isEqualTo(year);
        }

        /** A correction moves clocks that are no longer provisional. */
        @Test
        void otherDaysTakeTheirPlace() {
            String caseNo = desk.starts("wanli-1", ComplaintProcess.ID, call(RECEIVED));
            put(2027, NEW_YEAR);

            put(2027, "{\"holidays\": [{\"date\": \"2027-01-01\", \"name\": \"元旦\"}], \"workdays\": []}");

            assertThat(answerClock(caseNo).dueAt()).isEqualTo(instant("2027-01-05T00:00:00+08:00"));
            assertThat(log(caseNo))
                    .last()
                    .isEqualTo("RE_PROJECTED district-lead 2027-01-06 -> 2027-01-05 2027 年放假安排更正，重新计算期限");
        }

        @Test
        void aClockThatHasStoppedStays() {
            String caseNo = desk.starts("wanli-1", ComplaintProcess.ID, call(RECEIVED));
            transaction.executeWithoutResult(status -> clocks.meet(caseNo, ComplaintProcess.ANSWER_CLOCK));

            put(2027, NEW_YEAR);

            assertThat(answerClock(caseNo))
                    .returns(ClockState.MET, CaseClock::state)
                    .returns(instant("2027-01-05T00:00:00+08:00"), CaseClock::dueAt);
        }

        /** A clock that was paused and extended is counted again by all that happened to it; one that is paused too. */
        @Test
        void pausedAndExtendedClocksAreCountedAgainToo() {
            String caseNo = desk.starts("wanli-1", ComplaintProcess.ID, call(RECEIVED));
            transaction.executeWithoutResult(status -> {
                clocks.arm(caseNo, "complaint.dispatch", instant("2026-12-30T09:00:00+08:00"));
                clocks.arm(caseNo, "complaint.dispatch", "paused", null, instant("2026-12-30T09:00:00+08:00"));
            });
            desk.itIs("2026-12-31T02:00:00Z");
            transaction.executeWithoutResult(status -> {
                clocks.pause(caseNo, "complaint.dispatch", "", "等待补充材料");
                clocks.pause(caseNo, "complaint.dispatch", "paused", "等待补充材料");
                clocks.extend(caseNo, "complaint.dispatch", "paused", 1, "现场复杂", "派单单位同意");
            });
            desk.itIs("2027-01-05T02:00:00Z");
            transaction.executeWithoutResult(status -> clocks.resume(caseNo, "complaint.dispatch", ""));
            // by the plain week: 5, 6, 7, 8 and 11 January; the other one as if it went on: 31, 1, 4, 5, 6, 7
            assertThat(clock(caseNo, "complaint.dispatch"))
                    .returns(instant("2027-01-12T00:00:00+08:00"), CaseClock::dueAt);
            assertThat(clocks.find(caseNo, "complaint.dispatch", "paused").orElseThrow())
                    .returns(instant("2027-01-08T00:00:00+08:00"), CaseClock::dueAt)
                    .returns(true, CaseClock::provisional);

            put(2027, NEW_YEAR);

            // the make-up Saturday is the 9th; New Year's Day and the 4th are free
            assertThat(clock(caseNo, "complaint.dispatch"))
                    .returns(instant("2027-01-10T00:00:00+08:00"), CaseClock::dueAt)
                    .returns(false, CaseClock::provisional);
            assertThat(clocks.find(caseNo, "complaint.dispatch", "paused").orElseThrow())
                    .returns(ClockState.PAUSED, CaseClock::state)
                    .returns(instant("2027-01-10T00:00:00+08:00"), CaseClock::dueAt)
                    .returns(false, CaseClock::provisional);
            assertThat(timeline.of(caseNo))
                    .filteredOn(line -> line.kind() == EventKind.CLOCK)
                    .extracting(CaseEvent::name)
                    .contains("“派单办理期限”重新计算，至2027年1月9日届满");
        }

        /** A task hangs on the clock that its model names, whatever other clocks of the case do. */
        @Test
        void anotherClockOfTheCaseLeavesTheTaskAlone() {
            String caseNo = desk.starts("wanli-1", ComplaintProcess.ID, call("2026-12-10T09:40:00+08:00"));
            clocks.arm(caseNo, "complaint.dispatch", instant("2026-12-30T09:00:00+08:00"));
            var due = desk.taskOf(caseNo, Tasks.SIGN_FOR).getDueDate();

            put(2027, NEW_YEAR);

            assertThat(clock(caseNo, "complaint.dispatch").dueAt()).isEqualTo(instant("2027-01-09T00:00:00+08:00"));
            assertThat(desk.taskOf(caseNo, Tasks.SIGN_FOR).getDueDate()).isEqualTo(due);
        }

        /** A node that keeps the old days notices when it starts a clock. */
        @Test
        void otherNodesFollow() {
            String caseNo = desk.starts("wanli-1", ComplaintProcess.ID, call(RECEIVED));
            WorkCalendars kept = new WorkCalendars(JdbcClient.create(db));
            kept.kept();
            Clocks otherNode = new Clocks(table, log, lines, figures, rules, projection, rungs, kept, clock);
            put(2027, NEW_YEAR);

            CaseClock armed = otherNode.arm(caseNo, "complaint.dispatch", instant("2026-12-30T09:00:00+08:00"));

            assertThat(armed)
                    .returns(false, CaseClock::provisional)
                    .returns(instant("2027-01-09T00:00:00+08:00"), CaseClock::dueAt);
        }

        @Test
        void contradictoryDaysChangeNothingAndAreAllNamed() {
            desk.starts("wanli-1", ComplaintProcess.ID, call(RECEIVED));
            String before = ledger();

            Answer answer = put(2027, """
                    {"holidays": [{"date": "2027-01-01", "name": "元旦"}, {"date": "2026-12-31", "name": "元旦"},
                                  {"date": "2027-01-01", "name": "元旦"}, {"date": "2027-02-06", "name": "春节"},
                                  {"date": "2027-02-30", "name": "春节"}, {"name": " "}],
                     "workdays": [{"date": "2027-02-06", "name": "春节"}, {"date": "2027-02-10", "name": "春节"},
                                  {"date": "2027-02-14"}, {"date": "2027-02-14", "name": "春节"}]}""");

            assertThat(answer).returns(400, Answer::status);
            assertThat(StreamSupport.stream(answer.json().path("errors").spliterator(), false)
                            .map(it -> it.path("field").asText() + " "
                                    + it.path("message").asText()))
                    .containsExactly(
                            "holidays[1].date 节假日 2026-12-31 不在 2027 年",
                            "holidays[2].date 节假日 2027-01-01 重复",
                            "holidays[3].date 2027-02-06 已列为调休上班，不能又列为节假日",
                            "holidays[4].date 节假日第 5 项的日期“2027-02-30”不正确，应写成“2027-01-01”的形式",
                            "holidays[5].name 节假日第 6 项没有填写名称",
                            "holidays[5].date 节假日第 6 项没有填写日期",
                            "workdays[0].date 2027-02-06 已列为节假日，不能又列为调休上班",
                            "workdays[1].date 2027-02-10 本来就是工作日，不能列为调休上班",
                            "workdays[2].name 调休上班第 3 项没有填写名称",
                            "workdays[3].date 调休上班 2027-02-14 重复");
            assertThat(answer.json().path("detail").asText())
                    .contains("2026-12-31", "2027-01-01", "2027-02-06", "2027-02-30", "2027-02-10", "2027-02-14");
            assertThat(ledger()).isEqualTo(before);
        }

        @Test
        void aYearWithoutListsOrOutOfReachIsRefused() {
            assertThat(put(2027, "{}")).returns(400, Answer::status);
            assertThat(put(2027, "{\"holidays\": [], \"workdays\": []}")).returns(400, Answer::status);
            assertThat(put(2027, "{\"holidays\": [null], \"workdays\": []}")).returns(400, Answer::status);
            assertThat(put(20270, NEW_YEAR)).returns(400, Answer::status);
            assertThat(Http.program(port, "district-lead").get("/api/calendar/1999"))
                    .returns(400, Answer::status);
        }

        /** An officer of the office may not; its lead may. */
        @Test
        void onlyTheLeadOfTheOfficePublishes() {
            assertThat(Http.program(port, "district").call("PUT", "/api/calendar/2027", NEW_YEAR))
                    .returns(403, Answer::status);
            assertThat(Http.program(port, "wanli-lead").call("PUT", "/api/calendar/2027", NEW_YEAR))
                    .returns(403, Answer::status);
            assertThat(get(2027).path("published").asBoolean()).isFalse();
        }

        Answer put(int year, String days) {
            return Http.program(port, "district-lead").call("PUT", "/api/calendar/" + year, days);
        }

        private JsonNode get(int year) {
            return Http.program(port, "guandou").get("/api/calendar/" + year).json();
        }

        private CaseClock answerClock(String caseNo) {
            return clock(caseNo, ComplaintProcess.ANSWER_CLOCK);
        }

        CaseClock clock(String caseNo, String kind) {
            return clocks.find(caseNo, kind).orElseThrow();
        }

        static Instant instant(String time) {
            return OffsetDateTime.parse(time).toInstant();
        }

        private String ledger() {
            return TableDump.of(db, "whistle", "calendar") + TableDump.of(db, "whistle", "clock_event");
        }

        private List<String> log(String caseNo) {
            return db.query(
                    """
                    select e.* from whistle.clock_event e join whistle.case_clock c on c.id = e.clock_id
                    where c.case_no = ? order by e.id""",
                    (row, number) -> "%s %s %s -> %s %s"
                            .formatted(
                                    row.getString("kind"),
                                    row.getString("actor"),
                                    day(row.getObject("old_due", OffsetDateTime.class)),
                                    day(row.getObject("new_due", OffsetDateTime.class)),
                                    row.getString("reason")),
                    caseNo);
        }

        private static String day(OffsetDateTime time) {
            return Optional.ofNullable(time)
                    .map(it -> it.atZoneSameInstant(WorkCalendar.CHINA).toLocalDate())
                    .map(LocalDate::toString)
                    .orElse("null");
        }
    }
}

package dev.whistle.web;

import static dev.whistle.procedure.complaint.ComplaintStory.answeredCall;
import static dev.whistle.procedure.complaint.ComplaintStory.call;
import static dev.whistle.procedure.complaint.ComplaintStory.in;
import static dev.whistle.procedure.complaint.ComplaintStory.signedAs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import com.fasterxml.jackson.databind.JsonNode;
import dev.whistle.board.EveryFigure;
import dev.whistle.casefile.CaseLinks;
import dev.whistle.casefile.Cases;
import dev.whistle.clock.Clocks;
import dev.whistle.engine.CaseEvents;
import dev.whistle.procedure.complaint.ComplaintProcess;
import dev.whistle.procedure.complaint.ComplaintProcess.Category;
import dev.whistle.procedure.complaint.ComplaintProcess.Tasks;
import dev.whistle.procedure.complaint.ComplaintStory;
import dev.whistle.testing.Caller;
import dev.whistle.testing.Desk;
import dev.whistle.testing.Http;
import dev.whistle.testing.Http.Answer;
import dev.whistle.testing.OnH2;
import dev.whistle.testing.OnPostgres;
import dev.whistle.testing.Statements;
import jakarta.servlet.Filter;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.WebApplicationContext;

/** 监管看板: what supervisors see of a day in one street, and what they do not. */
class BoardTest {

    /** A month, and a street, that no other test is about. */
    private static final String FEBRUARY = "from=2026-02&to=2026-02";

    private static final int MOST_STATEMENTS = 12;

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
        CaseLinks links;

        @Autowired
        Clocks clocks;

        @Autowired
        Cases cases;

        @Autowired
        CaseEvents events;

        @Autowired
        TransactionTemplate transaction;

        @Autowired
        JdbcTemplate db;

        @Autowired
        WebApplicationContext application;

        @Autowired
        @Qualifier("springSecurityFilterChain")
        Filter security;

        @LocalServerPort
        int port;

        /** What there was before: other tests, and this one, leave cases open in the same database. */
        private JsonNode before = JsonNodes.NOTHING;

        private String answered = "";
        private String atFire = "";
        private String atStreet = "";
        private String elsewhere = "";

        @BeforeEach
        void aDayInErba() {
            desk.itIs("2026-02-02T02:00:00Z");
            noWeekOfPatrols();
            before = board("erba-lead", FEBRUARY);
            answered = desk.starts(
                    "erba-1", ComplaintProcess.ID, in("compound-16", answeredCall("2026-02-02T09:40:00+08:00")));
            atFire = desk.starts("erba-1", ComplaintProcess.ID, in("compound-16", call("2026-02-02T09:45:00+08:00")));
            desk.does("erba", atFire, Tasks.SIGN_FOR, signedAs(Category.SERVICE, "dept-fire"));
            atStreet = desk.starts("erba-2", ComplaintProcess.ID, in("compound-40", call("2026-02-02T09:50:00+08:00")));
            elsewhere =
                    desk.starts("tanggou-1", ComplaintProcess.ID, in("compound-18", call("2026-02-02T09:55:00+08:00")));
            desk.as(
                    "erba-1",
                    () -> transaction.execute(it -> {
                        links.repeats(atFire, answered, "同一事项", "original", "element");
                        return null;
                    }));
        }

        @AfterEach
        void backToTheRealTime() {
            desk.itIsNow();
            noWeekOfPatrols();
        }

        /** Its model is gone, and the board counts it. */
        @Test
        void casesOfAProcedureThatIsNoLongerDeployedAreListed() {
            db.update("""
                    insert into whistle.case_file
                        (case_no, procedure, title, unit, received_at, opened_at, closed_at, tracking)
                    values ('XX-1999-000001', 'long-gone', '旧案', 'street-erba', current_timestamp, current_timestamp,
                            current_timestamp, 'long-gone')""");
            try {
                assertThat(as("district")
                                .get("/api/board/cases?figure=open&item=long-gone")
                                .status())
                        .isEqualTo(200);
            } finally {
                db.update("delete from whistle.case_file where case_no = 'XX-1999-000001'");
            }
        }

        @Test
        void whatIsOpenAndWhoseItIs() {
            assertThat(more("erba-lead", "/open/open")).isEqualTo(2);
            assertThat(more("erba-lead", "/open/overdue")).isZero();
            JsonNode board = board("erba-lead", FEBRUARY);
            assertThat(board.path("asOf").asText()).isEqualTo("2026-02-02T10:00:00+08:00");
            assertThat(board.at("/scope/id").asText()).isEqualTo("street-erba");
            assertThat(board.at("/scope/kind").asText()).isEqualTo("STREET");
            assertThat(named(board.at("/units"), "id")).contains("street-erba", "community-erba-1");
            assertThat(named(board.at("/units"), "id")).doesNotContain("street-tanggou", "dept-fire");
            assertThat(named(board.at("/procedures"), "code")).contains("complaint", "escalation", "street-whistle");
            assertThat(of(board.at("/open/procedures"), "complaint")
                            .path("name")
                            .asText())
                    .isEqualTo("投诉接访处理");
            assertThat(of(board.at("/open/streets"), "street-erba").path("open").asLong()
                            - of(before.at("/open/streets"), "street-erba")
                                    .path("open")
                                    .asLong())
                    .isEqualTo(2);
            for (String holder : List.of("street-erba", "dept-fire")) {
                assertThat(of(board.at("/open/units"), holder).path("open").asLong()
                                - of(before.at("/open/units"), holder)
                                        .path("open")
                                        .asLong())
                        .as(holder)
                        .isEqualTo(1);
            }
        }

        @Test
        void overdueAtItsEndAndDueSoonThreeWorkingDaysBefore() {
            Instant next = clocks.of(atStreet).stream()
                    .map(it -> it.dueAt())
                    .min(Instant::compareTo)
                    .orElseThrow();
            desk.itIs(next.minus(Duration.ofMinutes(1)).toString());
            assertThat(numbers("erba-lead", "figure=due-soon&of=street-erba")).contains(atStreet);
            assertThat(numbers("erba-lead", "figure=overdue&of=street-erba")).doesNotContain(atStreet);
            desk.itIs(next.toString());
            assertThat(numbers("erba-lead", "figure=overdue&of=street-erba")).contains(atStreet);
            assertThat(numbers("erba-lead", "figure=due-soon&of=street-erba")).doesNotContain(atStreet);
            assertThat(numbers("erba-lead", "figure=overdue&item=complaint")).contains(atStreet);
            assertThat(numbers("erba-lead", "figure=street-overdue&of=street-erba"))
                    .contains(atStreet);
        }

        /** Its last day is 24 February: before it nobody works from the 15th to the 23rd, and on Saturday the 14th they do. */
        @Test
        void dueSoonFromThreeWorkingDaysBeforeItsLastDay() {
            db.update(
                    "update whistle.case_clock set state = 'MET', ended_at = anchor_at where case_no = ? and kind <> ?",
                    atStreet,
                    ComplaintProcess.ANSWER_CLOCK);
            Map<String, Boolean> soon = new LinkedHashMap<>();
            for (String day : List.of("2026-02-11", "2026-02-12", "2026-02-18", "2026-02-24", "2026-02-25")) {
                desk.itIs(day + "T02:00:00Z");
                soon.put(day, numbers("erba-lead", "figure=due-soon&size=200").contains(atStreet));
            }
            assertThat(soon)
                    .isEqualTo(Map.of(
                            "2026-02-11", false,
                            "2026-02-12", true,
                            "2026-02-18", true,
                            "2026-02-24", true,
                            "2026-02-25", false));
        }

        @Test
        void whoeverMayLookSeesNoMoreThanItsOwn() {
            assertThat(numbers("erba-lead", "figure=open&size=200"))
                    .contains(atFire, atStreet)
                    .doesNotContain(elsewhere, answered);
            assertThat(numbers("tanggou-lead", "figure=open&size=200"))
                    .contains(elsewhere)
                    .doesNotContain(atFire, atStreet);
            assertThat(numbers("fire-lead", "figure=open&size=200"))
                    .contains(atFire)
                    .doesNotContain(atStreet, elsewhere);
            assertThat(numbers("company-5", "figure=open&size=200"))
                    .contains(atFire)
                    .doesNotContain(atStreet, elsewhere);
            assertThat(numbers("district", "figure=open&size=200&unit=street-erba"))
                    .contains(atFire, atStreet)
                    .doesNotContain(elsewhere);
            assertThat(numbers("erba-lead", "figure=open&size=200&unit=community-erba-2"))
                    .contains(atStreet)
                    .doesNotContain(atFire);
            assertThat(numbers("erba-lead", "figure=street-open&of=street-tanggou"))
                    .isEmpty();
            assertThat(as("erba-lead").get("/api/board?unit=street-tanggou").status())
                    .isEqualTo(404);
            assertThat(as("fire-lead").get("/api/board?unit=street-erba").status())
                    .isEqualTo(404);
            assertThat(as("company-5").get("/api/board?unit=district-office").status())
                    .isEqualTo(404);
        }

        /** Counted by the month in which they were received, where they lie. */
        @Test
        void whatPeopleComplainedAbout() {
            JsonNode complaints = board("erba-lead", FEBRUARY).path("complaints");
            assertThat(more("erba-lead", "/complaints/total")).isEqualTo(3);
            assertThat(more("erba-lead", "/complaints/repeats")).isEqualTo(1);
            assertThat(board("tanggou-lead", FEBRUARY).at("/complaints/repeats").asLong())
                    .isZero();
            assertThat(of(complaints.path("channels"), "phone").path("name").asText())
                    .isEqualTo("来电");
            assertThat(of(complaints.path("satisfaction"), "satisfied")
                            .path("name")
                            .asText())
                    .isEqualTo("满意");
            JsonNode matter = complaints.at("/matters/0");
            assertThat(matter.path("code").asText()).isEqualTo("parking");
            assertThat(matter.path("name").asText()).isNotEqualTo("parking").isNotEmpty();
            JsonNode compound = of(complaints.path("compounds"), "compound-16");
            assertThat(compound.path("name").asText()).isEqualTo("坝柳阳光里");
            assertThat(compound.path("count").asLong())
                    .isEqualTo(2 * compound.path("repeats").asLong());
            assertThat(board("erba-lead", "from=2026-03&to=2026-04")
                            .at("/complaints/total")
                            .asLong())
                    .isZero();
            assertThat(board("company-5", FEBRUARY).at("/complaints/total").asLong())
                    .isEqualTo(compound.path("count").asLong());
        }

        /** Answered at once, in time. */
        @Test
        void whichDutiesWereDoneInTime() {
            assertThat(more("erba-lead", "/onTime/met")).isPositive();
            JsonNode erba = of(board("district", FEBRUARY).at("/onTime/streets"), "street-erba");
            assertThat(erba.path("met")).isEqualTo(board("erba-lead", FEBRUARY).at("/onTime/met"));
            assertThat(erba.path("rank").asInt()).isPositive();
            assertThat(erba.at("/trend/11/met")).isEqualTo(erba.path("met"));
            JsonNode met =
                    read("erba-lead", "/api/board/cases?size=200&figure=met&of=street-erba&item=2026-02&" + FEBRUARY);
            assertThat(met.path("cases").findValuesAsText("caseNo")).contains(answered);
            assertThat(met.at("/cases/0/about").asText()).isNotEmpty();
        }

        @Test
        void onlyWhatAUnitAnswersFor() {
            JsonNode fire = board("fire-lead", FEBRUARY);
            assertThat(fire.path("complaints").isNull()).isTrue();
            assertThat(fire.path("patrols").isNull()).isTrue();
            assertThat(fire.path("interim").isNull()).isTrue();
            assertThat(fire.at("/open/streets").isNull()).isTrue();
            assertThat(named(fire.at("/onTime/departments"), "id")).containsExactly("dept-fire");
            assertThat(fire.at("/onTime/streets")).isEmpty();
            assertThat(of(fire.path("held"), "dept-fire").path("now").asLong()).isPositive();
            JsonNode company = board("company-5", FEBRUARY);
            assertThat(company.at("/open/streets").isNull()).isTrue();
            assertThat(company.path("complaints").isNull()).isFalse();
            JsonNode district = board("district", FEBRUARY);
            assertThat(named(district.at("/open/streets"), "id")).hasSize(9);
            assertThat(named(district.at("/onTime/streets"), "id")).hasSize(9);
            assertThat(district.at("/onTime/streets/0/trend")).hasSize(12);
            assertThat(district.at("/onTime/streets/0/trend/11/month").asText()).isEqualTo("2026-02");
            assertThat(named(district.at("/sanctions/rungs"), "name")).containsExactly("抄告", "督办", "通报", "约谈", "问责");
        }

        /** Compound 31 was run on an emergency's commission in the spring of 2024; what no company runs has its
         * community's basic service. */
        @Test
        void compoundsRunForTheTimeBeing() {
            desk.itIs("2024-05-06T02:00:00Z");
            JsonNode interim = board("district", FEBRUARY).path("interim");
            JsonNode emergency = of(interim.path("compounds"), "compound-31");
            assertThat(emergency.path("basisName").asText()).isEqualTo("应急管理委托");
            assertThat(emergency.path("runner").asText()).isEqualTo("company-1");
            assertThat(emergency.path("since").asText()).isEqualTo("2024-04-01");
            JsonNode erba = board("erba-lead", FEBRUARY).path("interim");
            JsonNode basic = of(erba.path("compounds"), "compound-59");
            assertThat(basic.path("basisName").asText()).isEqualTo("社区基本服务");
            assertThat(basic.path("runner").asText()).isEqualTo("community-erba-1");
            assertThat(basic.path("streetName").asText()).isEqualTo("二坝镇");
            assertThat(named(erba.path("compounds"), "id")).doesNotContain("compound-31");
        }

        @Test
        void patrolsOfWeeksThatAreClosed() {
            aFewWeeksOfPatrols();
            JsonNode patrols = board("erba-lead", FEBRUARY).path("patrols");
            assertThat(patrols.path("from").asText()).isEqualTo("2026-02-02");
            assertThat(patrols.path("to").asText()).isEqualTo("2026-02-23");
            assertThat(patrols.path("minimum").asLong()).isEqualTo(8);
            assertThat(patrols.path("done").asLong())
                    .as("three visits where two are due count for two")
                    .isEqualTo(6);
            assertThat(patrols.path("short").asLong()).isEqualTo(2);
            assertThat(patrols.at("/units/0/id").asText()).isEqualTo("street-erba");
        }

        @Test
        void theWeeksBehindAFigureOfPatrols() {
            aFewWeeksOfPatrols();
            String weeks = "/api/board/patrols/weeks?" + FEBRUARY;
            JsonNode all = read("erba-lead", weeks);
            assertThat(all.path("weeks").findValuesAsText("week"))
                    .as("those that lack first, of these the latest")
                    .containsExactly("2026-02-23", "2026-02-02", "2026-02-23", "2026-02-02");
            assertThat(all.at("/weeks/0"))
                    .hasToString(("{'week':'2026-02-23','unit':'street-erba','unitName':'二坝镇','compound':'compound-16',"
                                    + "'compoundName':'坝柳阳光里','minimum':2,'done':1,'short':1,'streak':1,'caseNo':null}")
                            .replace('\'', '"'));
            assertThat(all.at("/weeks/2/done").asLong()).as("every visit").isEqualTo(3);
            assertThat(all.at("/weeks/2/compound").isNull()).isTrue();
            assertThat(all.path("total").asLong()).isEqualTo(4);
            assertThat(all.path("done").asLong()).isEqualTo(6);

            JsonNode lacking = read("erba-lead", weeks + "&lacking=true&size=1&page=1");
            assertThat(lacking.path("total").asLong()).isEqualTo(2);
            assertThat(lacking.path("weeks").findValuesAsText("week")).containsExactly("2026-02-02");
            JsonNode community = read("erba-lead", weeks + "&of=community-erba-1");
            assertThat(community.path("weeks").findValuesAsText("unit"))
                    .containsExactly("community-erba-1", "community-erba-1");
            assertThat(read("erba-lead", weeks + "&unit=community-erba-1")).isEqualTo(community);
            assertThat(read("tanggou-lead", weeks).path("total").asLong()).isZero();
            assertThat(read("fire-lead", weeks).path("weeks")).isEmpty();
            assertThat(as("erba-lead").get(weeks + "&format=xlsx").header("Content-Type"))
                    .isEqualTo(Sheets.XLSX);
        }

        /** The case that a unit was reported by stands beside the weeks that it fell short in. */
        @Test
        void whatBecameOfAWeekThatFellShort() {
            aFewWeeksOfPatrols();
            db.update("""
                    insert into whistle.breach (id, matter, party, unit, duty, occasion, clause, source, reported_at)
                    values ('told', ?, 'street-erba', 'street-erba', '巡查', '2026-02-23', 'JJ.15', 'patrol',
                            current_timestamp)""", answered);
            try {
                JsonNode weeks = read("erba-lead", "/api/board/patrols/weeks?of=street-erba&" + FEBRUARY);
                assertThat(weeks.at("/weeks/0/caseNo").asText()).isEqualTo(answered);
                assertThat(weeks.at("/weeks/1/caseNo").isNull()).isTrue();
            } finally {
                db.update("delete from whistle.breach where id = 'told'");
            }
        }

        /** A community whose patrols count together, and a street of which one compound is looked at. */
        private void aFewWeeksOfPatrols() {
            for (String week : List.of("2026-01-26", "2026-02-02", "2026-02-23", "2026-03-02")) {
                db.update(
                        "insert into whistle.patrol_week (unit, compound, week, minimum, planned, done, shortfall, streak)"
                                + " values ('community-erba-1', '', cast(? as date), 2, 2, 3, 0, 0),"
                                + " ('street-erba', 'compound-16', cast(? as date), 2, 2, 1, 1, 1)",
                        week,
                        week);
            }
        }

        private void noWeekOfPatrols() {
            db.update("delete from whistle.patrol_week where week between date '2026-01-26' and date '2026-03-08'");
        }

        @Test
        void theListSaysWhatThereIsToSay() {
            JsonNode list = read("erba-lead", "/api/board/cases?figure=open&of=dept-fire&size=200&" + FEBRUARY);
            JsonNode row = StreamSupport.stream(list.path("cases").spliterator(), false)
                    .filter(it -> it.path("caseNo").asText().equals(atFire))
                    .findFirst()
                    .orElseThrow();
            assertThat(row.path("title").asText()).isEqualTo("消防通道被堵");
            assertThat(row.path("procedureName").asText()).isEqualTo("投诉接访处理");
            assertThat(row.path("compoundName").asText()).isEqualTo("坝柳阳光里");
            assertThat(row.path("streetName").asText()).isEqualTo("二坝镇");
            assertThat(row.path("holders")).hasToString("[\"鸠江消防救援大队\"]");
            assertThat(row.path("receivedAt").asText()).isEqualTo("2026-02-02T09:45:00+08:00");
            assertThat(row.path("dueAt").asText()).isNotEmpty();
            assertThat(row.path("stateName").asText()).isEqualTo("办理中");
            assertThat(list.path("total")).isEqualTo(list.path("readable"));
        }

        @Test
        void pageByPageAndAsASpreadsheet() {
            String list = "/api/board/cases?figure=open&" + FEBRUARY;
            int total = read("erba-lead", list).path("total").asInt();
            List<String> all = numbers("erba-lead", "figure=open&size=200");
            assertThat(all).hasSize(total).doesNotHaveDuplicates();
            assertThat(numbers("erba-lead", "figure=open&size=1&page=1")).containsExactly(all.get(1));
            Answer sheet = as("erba-lead").get(list + "&format=xlsx");
            assertThat(sheet.status()).isEqualTo(200);
            assertThat(sheet.header("Content-Disposition")).contains("xlsx");
            for (String other : List.of("/api/board/compounds", "/api/board/patrols")) {
                assertThat(as("erba-lead").get(other + "?format=xlsx").header("Content-Type"))
                        .isEqualTo(Sheets.XLSX);
            }
        }

        /** What a company may not read any more counts, and is not listed. */
        @Test
        void whatMayNotBeReadCountsAndIsNotListed() {
            db.update("update whistle.case_unit set ended = since where case_no = ? and unit = 'company-5'", answered);
            JsonNode list = read("company-5", "/api/board/cases?figure=complaints&size=200&" + FEBRUARY);
            assertThat(list.path("total").asLong())
                    .isGreaterThan(list.path("readable").asLong());
            assertThat(list.path("cases").findValuesAsText("caseNo"))
                    .contains(atFire)
                    .doesNotContain(answered, atStreet);
        }

        @Test
        void tasksByStep() {
            JsonNode steps = read("fire-lead", "/api/board/activities?procedure=complaint");
            assertThat(element(steps, Tasks.INVESTIGATE).path("open").asLong()).isPositive();
            assertThat(element(steps, Tasks.SIGN_FOR).isMissingNode()).isTrue();
            long late = element(steps, Tasks.INVESTIGATE).path("overdue").asLong();
            desk.itIs("2026-06-01T02:00:00Z");
            JsonNode later = read("fire-lead", "/api/board/activities?procedure=complaint");
            assertThat(element(later, Tasks.INVESTIGATE).path("overdue").asLong())
                    .isGreaterThan(late);
            assertThat(read("fire-lead", "/api/board/activities?procedure=penalty"))
                    .as("one that others call")
                    .isNotNull();
        }

        @ParameterizedTest
        @ValueSource(strings = {"erba-lead", "fire-lead", "company-5", "erba-lead unit=community-erba-1"})
        void everyFigureIsWhatItsListHas(String whose) {
            aFewWeeksOfPatrols();
            String[] asked = whose.split(" ");
            EveryFigure figures = new EveryFigure(as(asked[0]), FEBRUARY + (asked.length > 1 ? "&" + asked[1] : ""));
            figures.equalsItsList();
            assertThat(figures.figures()).hasSizeGreaterThan(10);
        }

        @ParameterizedTest
        @ValueSource(strings = {"district", "district unit=street-erba", "erba-lead", "fire-lead", "company-5"})
        void twelveStatementsAtMost(String whose) throws Exception {
            String[] asked = whose.split(" ");
            MockMvc web = MockMvcBuilders.webAppContextSetup(application)
                    .addFilters(security)
                    .build();
            String path = "/api/board?from=2026-01&to=2026-02" + (asked.length > 1 ? "&" + asked[1] : "");
            Statements statements = new Statements();
            int[] status = new int[1];
            statements.add(() -> {
                try {
                    status[0] = web.perform(get(path).header("Authorization", Http.basic(asked[0], Caller.PASSWORD)))
                            .andReturn()
                            .getResponse()
                            .getStatus();
                } catch (Exception failed) {
                    throw new IllegalStateException(failed);
                }
            });
            assertThat(status[0]).isEqualTo(200);
            assertThat(statements.count())
                    .as(String.join("\n", statements.sql()))
                    .isLessThanOrEqualTo(MOST_STATEMENTS);
        }

        @Test
        void anEmptyBoard() {
            JsonNode empty = board("tanggou-lead", "from=2001-01&to=2003-12&procedure=company-exit");
            assertThat(empty.at("/onTime/met").asLong()).isZero();
            assertThat(empty.at("/onTime/streets/0/rank").isNull()).isTrue();
            assertThat(empty.path("complaints").isNull()).isTrue();
            assertThat(empty.at("/open/open").asLong()).isZero();
            assertThat(empty.at("/open/procedures")).isEmpty();
            assertThat(empty.at("/sanctions/units")).isEmpty();
            assertThat(empty.at("/patrols/from").isNull()).isTrue();
            JsonNode past = board("tanggou-lead", "from=2001-01&to=2003-12");
            assertThat(past.at("/complaints/total").asLong()).isZero();
            assertThat(past.at("/complaints/matters")).isEmpty();
            JsonNode list = read("tanggou-lead", "/api/board/cases?figure=matter&item=none-such&" + FEBRUARY);
            assertThat(list.path("total").asLong()).isZero();
            assertThat(list.path("cases")).isEmpty();
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                /api/board?from=2026-03&to=2026-02                | 400 | from      | 开始月份（2026-03）在结束月份（2026-02）之后
                /api/board?from=2016-01&to=2026-01                | 400 | from      | 最多查看 36 个月
                /api/board?from=soon                              | 400 | from      | ''
                /api/board?to=2026-13                             | 400 | to        | ''
                /api/board?from=%2B999999999-12&to=%2B999999999-12 | 400 | from     | 1900
                /api/board?procedure=none                         | 400 | procedure | complaint（投诉接访处理）
                /api/board?unit=nowhere                           | 404 |           | nowhere
                /api/board/cases                                  | 400 | figure    | ''
                /api/board/cases?figure=late                      | 400 | figure    | overdue
                /api/board/cases?figure=channel&of=street-erba    | 400 | of        | channel
                /api/board/cases?figure=complaints&item=phone     | 400 | item      | complaints
                /api/board/cases?figure=sanction&item=praise      | 400 | item      | 督办
                /api/board/cases?figure=met&item=spring           | 400 | item      | 2026-01
                /api/board/cases?figure=open&item=none            | 400 | item      | complaint
                /api/board/cases?figure=open&size=201             | 400 | size      | ''
                /api/board/patrols/weeks?lacking=some             | 400 | lacking   | ''
                /api/board/patrols/weeks?size=0                   | 400 | size      | ''
                /api/board/patrols/weeks?of=nowhere               | 404 |           | nowhere
                /api/board/activities                             | 400 | procedure | 必须填写
                /api/board/activities?procedure=none              | 400 | procedure | complaint
                """)
        void whatIsNotRightIsNamed(String path, int status, String field, String said) {
            Answer refused = as("district").get(path);
            assertThat(refused.status()).as(refused.toString()).isEqualTo(status);
            if (field != null) {
                assertThat(refused.json().at("/errors/0/field").asText()).isEqualTo(field);
                assertThat(refused.json().at("/errors/0/message").asText()).contains(said);
            } else {
                assertThat(refused.json().path("detail").asText()).contains(said);
            }
        }

        @ParameterizedTest
        @ValueSource(strings = {"erba", "erba-1", "fire", "hotline"})
        void notForThoseWhoLeadNothing(String user) {
            for (String path : List.of(
                    "/api/board", "/api/board/cases?figure=open", "/api/board/compounds", "/api/board/patrols/weeks")) {
                Answer refused = as(user).get(path);
                assertThat(refused.status()).as(refused.toString()).isEqualTo(403);
                assertThat(refused.json().path("detail").asText()).contains("监管看板供各单位负责人");
            }
        }

        /** A closed case leaves nothing among what is open, nor does a duty of it that was never done. */
        @Test
        void aClosedCaseIsNotAmongTheOpen() {
            desk.itIs("2026-03-20T02:00:00Z");
            assertThat(numbers("erba-lead", "figure=overdue&size=200")).contains(atStreet);
            desk.as("erba", () -> {
                events.record(cases.get(atStreet), ComplaintProcess.WITHDRAWN, ComplaintStory.withdrawn());
                return atStreet;
            });
            assertThat(numbers("erba-lead", "figure=open&size=200")).doesNotContain(atStreet);
            assertThat(numbers("erba-lead", "figure=breached&size=200")).contains(atStreet);
            assertThat(clocksWithoutEnd(atStreet)).isNotEmpty().containsOnly(true);
            assertThat(clocksWithoutEnd(atFire)).containsOnly(false);
            assertThat(unitsClosed(atStreet)).containsOnly(true);
            assertThat(unitsClosed(atFire)).containsOnly(false);
        }

        private List<Boolean> clocksWithoutEnd(String caseNo) {
            return db.queryForList(
                    "select closed from whistle.case_clock where case_no = ? and ended_at is null",
                    Boolean.class,
                    caseNo);
        }

        private List<Boolean> unitsClosed(String caseNo) {
            return db.queryForList("select closed from whistle.case_unit where case_no = ?", Boolean.class, caseNo);
        }

        private long more(String user, String pointer) {
            return board(user, FEBRUARY).at(pointer).asLong()
                    - before.at(pointer).asLong();
        }

        private JsonNode board(String user, String query) {
            return read(user, "/api/board?" + query);
        }

        private List<String> numbers(String user, String query) {
            return read(user, "/api/board/cases?" + FEBRUARY + "&" + query)
                    .path("cases")
                    .findValuesAsText("caseNo");
        }

        private JsonNode read(String user, String path) {
            Answer answer = as(user).get(path);
            assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
            return answer.json();
        }

        private static JsonNode of(JsonNode rows, String id) {
            return StreamSupport.stream(rows.spliterator(), false)
                    .filter(it -> it.path("id").asText().equals(id)
                            || it.path("code").asText().equals(id))
                    .findFirst()
                    .orElse(JsonNodes.NOTHING);
        }

        private static JsonNode element(JsonNode rows, String id) {
            return StreamSupport.stream(rows.spliterator(), false)
                    .filter(it -> it.path("element").asText().equals(id))
                    .findFirst()
                    .orElse(JsonNodes.NOTHING);
        }

        private static List<String> named(JsonNode rows, String key) {
            return StreamSupport.stream(rows.spliterator(), false)
                    .map(it -> it.path(key).asText())
                    .toList();
        }

        private Http as(String user) {
            return Http.program(port, user);
        }
    }

    private static final class JsonNodes {
        static final JsonNode NOTHING = com.fasterxml.jackson.databind.node.MissingNode.getInstance();
    }
}

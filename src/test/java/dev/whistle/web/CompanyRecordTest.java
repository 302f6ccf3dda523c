package dev.whistle.web;

import static dev.whistle.procedure.complaint.ComplaintStory.answeredCall;
import static dev.whistle.procedure.complaint.ComplaintStory.call;
import static dev.whistle.procedure.complaint.ComplaintStory.in;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.whistle.casefile.CaseLinks;
import dev.whistle.organisation.Officer;
import dev.whistle.procedure.complaint.CompanyComplaints;
import dev.whistle.procedure.complaint.CompanyComplaints.Period;
import dev.whistle.procedure.complaint.ComplaintProcess;
import dev.whistle.testing.Clause;
import dev.whistle.testing.Desk;
import dev.whistle.testing.Http;
import dev.whistle.testing.Http.Answer;
import dev.whistle.testing.OnH2;
import dev.whistle.testing.OnPostgres;
import dev.whistle.testing.Statements;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** A company's complaints in its record: how many of which kind and outcome, and those the caller may read. */
class CompanyRecordTest {

    /** Of a company and a spring that no other test is about. */
    private static final String RECORD = "/api/companies/company-9/record";

    private static final String SPRING = "?from=2026-03-01&to=2026-04-30";

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
        CompanyComplaints complaints;

        @Autowired
        TransactionTemplate transaction;

        @Autowired
        JdbcTemplate db;

        @LocalServerPort
        int port;

        private String first = "";
        private String second = "";
        private String answered = "";

        /** Two that go on, of which the first is late by now, and one that was answered at once. */
        @BeforeEach
        void threeComplaints() {
            db.update("update whistle.case_file set company = null where company = 'company-9'");
            desk.itIs("2026-03-02T02:00:00Z");
            first = starts(call("2026-03-02T09:40:00+08:00"));
            desk.itIs("2026-04-29T02:00:00Z");
            second = starts(call("2026-04-29T09:40:00+08:00"));
            answered = starts(answeredCall("2026-04-29T09:41:00+08:00"));
            desk.as(
                    "qingshui-1",
                    () -> transaction.execute(it -> {
                        links.repeats(second, first, "同一事项", "original", "element");
                        return null;
                    }));
        }

        @AfterEach
        void backToTheRealTime() {
            desk.itIsNow();
        }

        @Clause("JJ.A7.3.7")
        @Test
        void numbersOfThePeriod() {
            JsonNode numbers = read("district", SPRING).path("complaints");

            assertThat(numbers.path("total").asLong()).isEqualTo(3);
            assertThat(numbers.path("late").asLong()).isEqualTo(1);
            assertThat(numbers.path("repeats").asLong()).isEqualTo(1);
            assertThat(shares(numbers.path("outcomes"))).isEqualTo(Map.of("办理中", 2L, "当场答复", 1L));
            assertThat(shares(numbers.path("matterKinds")).values()).containsExactly(3L);
            assertThat(read("district", "?from=2026-04-01&to=2026-04-29")
                            .at("/complaints/total")
                            .asLong())
                    .isEqualTo(2);
            assertThat(read("district", "?from=2026-04-30&to=2026-04-30")
                            .at("/complaints/total")
                            .asLong())
                    .isZero();
            JsonNode unbounded = read("company-9", "");
            assertThat(unbounded.path("from").asText()).isEqualTo("2016-04-29");
            assertThat(unbounded.path("to").asText()).isEqualTo("2026-04-29");
            assertThat(unbounded.at("/complaints/total").asLong()).isEqualTo(3);
        }

        @Test
        void thoseTheCallerMayReadPageByPage() {
            JsonNode page = read("district", SPRING + "&size=2").path("complaints");
            assertThat(page.path("readable").asLong()).isEqualTo(3);
            assertThat(numbers(page)).containsExactly(answered, second);
            assertThat(page.at("/cases/0/outcomeName").asText()).isEqualTo("当场答复");
            assertThat(page.at("/cases/1/late").asBoolean()).isFalse();
            JsonNode rest = read("district", SPRING + "&size=2&page=1").path("complaints");
            assertThat(numbers(rest)).containsExactly(first);
            assertThat(rest.at("/cases/0/late").asBoolean()).isTrue();
            assertThat(rest.at("/cases/0/receivedAt").asText()).isEqualTo("2026-03-02T09:40:00+08:00");

            db.update("update whistle.case_unit set ended = since where case_no = ? and unit = 'company-9'", second);
            JsonNode own = read("company-9", SPRING).path("complaints");
            assertThat(own.path("total").asLong()).isEqualTo(3);
            assertThat(numbers(own)).containsExactly(answered, first);
        }

        /** Each names the parameter and says what to do. */
        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                ?from=2026-04-30&to=2026-03-01 | from | 开始日期（2026-04-30）在结束日期（2026-03-01）之后
                ?from=2016-04-28               | from | 一次最多查询10年
                ?from=yesterday                | from | ''
                ?to=2026-02-30                 | to   | ''
                ?size=0                        | size | ''
                ?page=-1                       | page | ''
                """)
        void periodsThatAreNone(String query, String field, String said) {
            Answer refused = as("district").get(RECORD + query);

            assertThat(refused.status()).as(refused.toString()).isEqualTo(400);
            assertThat(refused.json().at("/errors/0/field").asText()).isEqualTo(field);
            assertThat(refused.json().at("/errors/0/message").asText()).contains(said);
        }

        @Test
        void threeStatementsHoweverManyComplaints() {
            Statements cost = new Statements();
            Period spring = new Period("company-9", LocalDate.parse("2026-03-01"), LocalDate.parse("2026-04-30"));

            cost.add(() -> {
                complaints.counts(spring);
                complaints.list(spring, Officer.of("district", List.of("district-office.officer")), 0, 200);
            });

            assertThat(cost.count()).as(cost.sql().toString()).isLessThanOrEqualTo(3);
        }

        private String starts(Map<String, Object> form) {
            return desk.starts("qingshui-1", ComplaintProcess.ID, in("compound-08", form));
        }

        private JsonNode read(String user, String query) {
            Answer answer = as(user).get(RECORD + query);
            assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
            return answer.json();
        }

        private static List<String> numbers(JsonNode page) {
            return page.path("cases").findValuesAsText("caseNo");
        }

        private static Map<String, Long> shares(JsonNode shares) {
            return StreamSupport.stream(shares.spliterator(), false)
                    .collect(Collectors.toMap(
                            it -> it.path("name").asText(),
                            it -> it.path("count").asLong()));
        }

        private Http as(String user) {
            return Http.program(port, user);
        }
    }
}

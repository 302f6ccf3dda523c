package dev.whistle.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.whistle.testing.Caller;
import dev.whistle.testing.Clause;
import dev.whistle.testing.Http;
import dev.whistle.testing.Http.Answer;
import dev.whistle.testing.OnH2;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The sheet that shows how a deadline is counted. */
@OnH2
class TimeLimitTest {

    @LocalServerPort
    private int port;

    private Http officer;

    @BeforeEach
    void logIn() {
        officer = Http.program(port, Caller.OTHER_STREET);
    }

    @Test
    @Clause({"JJ.A3.3.3", "JJ.G3"})
    void calendarDaysThatEndOnAHolidayMoveOn() {
        JsonNode sheet = sheet("complaint.answer", "2026-09-16T10:00:00%2B08:00");

        assertThat(sheet.path("kind").asText()).isEqualTo("complaint.answer");
        assertThat(sheet.path("clause").asText()).isEqualTo("JJ.A3.3.3");
        assertThat(sheet.path("budget").asInt()).isEqualTo(15);
        assertThat(sheet.path("unit").asText()).isEqualTo("DAY");
        assertThat(sheet.path("effect").asText()).isEqualTo("SERVICE");
        assertThat(sheet.path("from").asText()).isEqualTo("2026-09-16T10:00:00+08:00");
        assertThat(sheet.path("dueAt").asText()).isEqualTo("2026-10-09T00:00:00+08:00");
        assertThat(sheet.path("provisional").asBoolean()).isFalse();
        List<String> days = days(sheet);
        assertThat(days).hasSize(23).startsWith("2026-09-16 - 起算日，不计入", "2026-09-17 + 第1日");
        assertThat(days)
                .endsWith(
                        "2026-09-30 + 第14日",
                        "2026-10-01 - 最后一日为休息日（国庆节），顺延",
                        "2026-10-02 - 休息日（国庆节），继续顺延",
                        "2026-10-03 - 休息日（星期六），继续顺延",
                        "2026-10-04 - 休息日（星期日），继续顺延",
                        "2026-10-05 - 休息日（国庆节），继续顺延",
                        "2026-10-06 - 休息日（国庆节），继续顺延",
                        "2026-10-07 - 休息日（国庆节），继续顺延",
                        "2026-10-08 + 第15日，顺延至此日届满");
    }

    @Test
    @Clause("JJ.A7.2.1.2")
    void workingDaysSkipHolidaysAndCountMakeUpDays() {
        JsonNode sheet = sheet("complaint.dispatch", "2026-09-30T10:00:00%2B08:00");

        assertThat(sheet.path("dueAt").asText()).isEqualTo("2026-10-14T00:00:00+08:00");
        assertThat(days(sheet))
                .containsExactly(
                        "2026-09-30 - 起算日，不计入",
                        "2026-10-01 - 国庆节",
                        "2026-10-02 - 国庆节",
                        "2026-10-03 - 星期六",
                        "2026-10-04 - 星期日",
                        "2026-10-05 - 国庆节",
                        "2026-10-06 - 国庆节",
                        "2026-10-07 - 国庆节",
                        "2026-10-08 + 第1个工作日",
                        "2026-10-09 + 第2个工作日",
                        "2026-10-10 + 第3个工作日，调休上班（国庆节）",
                        "2026-10-11 - 星期日",
                        "2026-10-12 + 第4个工作日",
                        "2026-10-13 + 第5个工作日");
    }

    /** JJ.G3 binds those who enforce the law; of other complaints JJ.A7.3.5 says only that they have their time. */
    @Test
    @Clause({"JJ.G3", "JJ.A7.3.5"})
    void whatIsAStatuteForAViolationIsAPromiseForTheRest() {
        JsonNode violation = sheet("complaint.answer", "2026-09-16T10:00:00%2B08:00&category=violation");
        JsonNode service = sheet("complaint.answer", "2026-09-16T10:00:00%2B08:00&category=service");

        assertThat(violation.path("effect").asText()).isEqualTo("STATUTORY");
        assertThat(service.path("effect").asText()).isEqualTo("SERVICE");
        assertThat(violation.path("dueAt")).isEqualTo(service.path("dueAt"));
    }

    @Test
    void theDayIsChinasWhereverTheTimeComesFrom() {
        assertThat(days(sheet("whistle.report-in", "2026-10-08T16:30:00Z")).get(0))
                .startsWith("2026-10-09 ");
    }

    @Test
    void aDeadlineInAYearNobodyHasPublishedIsProvisional() {
        assertThat(sheet("penalty.decision", "2026-12-01T10:00:00%2B08:00")
                        .path("provisional")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void anUnknownKindIsNamed() {
        Answer answer = officer.get("/api/time-limits/no.such?from=2026-09-25T10:00:00%2B08:00");

        assertThat(answer).returns(404, Answer::status);
        assertThat(answer.json().path("detail").asText()).isEqualTo("没有“no.such”这种期限，请核对期限种类。");
    }

    @Test
    void aPeriodFromNowhereIsRefused() {
        for (String from : List.of(
                "",
                "?from=",
                "?from=tomorrow",
                "?from=2026-09-25",
                "?from=2026-09-25T10:00:00",
                "?from=2026-02-30T10:00:00%2B08:00",
                "?from=%2B999999999-12-31T23:59:59%2B08:00",
                "?from=1999-12-31T10:00:00%2B08:00")) {
            Answer answer = officer.get("/api/time-limits/complaint.answer" + from);
            assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
            assertThat(answer.json().path("errors").path(0).path("field").asText())
                    .isEqualTo("from");
        }
    }

    private JsonNode sheet(String kind, String from) {
        Answer answer = officer.get("/api/time-limits/" + kind + "?from=" + from);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.json();
    }

    private static List<String> days(JsonNode sheet) {
        return StreamSupport.stream(sheet.path("days").spliterator(), false)
                .map(day -> day.path("date").asText()
                        + (day.path("counted").asBoolean() ? " + " : " - ")
                        + day.path("why").asText())
                .toList();
    }
}

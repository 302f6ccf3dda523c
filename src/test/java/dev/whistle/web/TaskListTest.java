package dev.whistle.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.whistle.procedure.complaint.ComplaintProcess.Tasks;
import dev.whistle.procedure.complaint.ComplaintStory;
import dev.whistle.testing.Caller;
import dev.whistle.testing.Clause;
import dev.whistle.testing.Desk;
import dev.whistle.testing.Http;
import dev.whistle.testing.Http.Answer;
import dev.whistle.testing.OnH2;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** {@code GET /api/tasks?ids=}: what the cards of the task list ask for, a page of them at once. */
@OnH2
class TaskListTest {

    @Autowired
    private Desk desk;

    @LocalServerPort
    private int port;

    @AfterEach
    void backToTheRealTime() {
        desk.itIsNow();
    }

    @Test
    void severalTasksWithTheirCaseNumbersAndDaysLeft() {
        desk.itIs("2026-09-01T02:00:00Z");
        String first = complaint();
        String second = complaint();
        desk.itIs("2026-09-13T02:00:00Z");

        Answer answer = list(Caller.DISTRICT, List.of(taskOf(first), taskOf(second), "no-such-task"));

        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        assertThat(answer.json().findValuesAsText("caseNo")).containsExactlyInAnyOrder(first, second);
        assertThat(answer.json().findValuesAsText("title")).containsOnly("消防通道被堵");
        assertThat(answer.json()).extracting(it -> it.get("daysLeft").asLong()).containsOnly(3L);
    }

    /** JJ.A3.3.3: the fifteenth day counts in full, whatever hour it is. */
    @Test
    @Clause("JJ.A3.3.3")
    void theLastDayIsDayZeroUntilMidnight() {
        desk.itIs("2026-09-01T02:00:00Z");
        String task = taskOf(complaint());

        assertThat(daysLeft(task, "2026-09-16T15:59:59Z")).isZero();
        assertThat(daysLeft(task, "2026-09-16T16:00:00Z")).isEqualTo(-1);
    }

    @Test
    void whatACallerMayNotReadIsLeftOut() {
        String task = taskOf(complaint());

        assertThat(list("wanli", task).json()).hasSize(1);
        assertThat(list("guandou", task).json()).isEmpty();
        assertThat(list("company-5", task).json()).isEmpty();
        assertThat(list(Caller.ADMINISTRATOR, List.of(task)).status()).isEqualTo(403);
        assertThat(list(Caller.ANONYMOUS, List.of(task)).status()).isEqualTo(401);
    }

    @Test
    void atMostAHundredAndAtLeastOne() {
        assertThat(list(Caller.DISTRICT, Collections.nCopies(101, "x")).status())
                .isEqualTo(400);
        assertThat(Http.program(port, Caller.DISTRICT).get("/api/tasks").status())
                .isEqualTo(400);
        assertThat(list(Caller.DISTRICT, List.of("x".repeat(65))).status()).isEqualTo(400);
    }

    private long daysLeft(String task, String time) {
        desk.itIs(time);
        JsonNode found = list(Caller.DISTRICT, List.of(task)).json();
        assertThat(found).hasSize(1);
        return found.get(0).get("daysLeft").asLong();
    }

    private String complaint() {
        return desk.starts("wanli-1", "complaint", ComplaintStory.call("2026-09-01T09:40:00+08:00"));
    }

    private String taskOf(String caseNo) {
        return desk.taskOf(caseNo, Tasks.SIGN_FOR).getId();
    }

    private Answer list(String user, String task) {
        Http http = Http.program(port, Caller.ANONYMOUS);
        return http.send(
                http.request("/api/tasks?ids=" + task).header("Authorization", Http.basic(user, Caller.PASSWORD)));
    }

    private Answer list(Caller caller, List<String> ids) {
        return Http.program(port, caller).get("/api/tasks?ids=" + String.join(",", ids));
    }
}

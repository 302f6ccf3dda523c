package dev.whistle.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whistle.testing.Caller;
import dev.whistle.testing.Http;
import dev.whistle.testing.Http.Answer;
import dev.whistle.testing.OnH2;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.web.server.LocalServerPort;

@OnH2
class ClockTest {

    private static final String NATIONAL_DAY = "2031-10-01T09:00:00+08:00";

    @Autowired
    private Clock clock;

    @LocalServerPort
    private int port;

    private Http administrator;

    @BeforeEach
    void logIn() {
        administrator = Http.program(port, Caller.ADMINISTRATOR);
    }

    @AfterEach
    void realTime() {
        ClockUtil.reset();
    }

    @Test
    void anAdministratorMovesApplicationAndEngineTogether() {
        Answer moved = move(NATIONAL_DAY);

        assertThat(moved).returns(200, Answer::status);
        assertThat(moved.json().path("now").asText())
                .startsWith("2031-10-01T09:00:0")
                .endsWith("+08:00");
        assertIsAbout(clock.instant(), Instant.parse("2031-10-01T01:00:00Z"));
        assertIsAbout(ClockUtil.getCurrentTime().toInstant(), Instant.parse("2031-10-01T01:00:00Z"));
    }

    @Test
    void theClockGoesBackToRealTime() {
        move(NATIONAL_DAY);
        assertThat(administrator.post("/api/clock", "{\"now\": null}")).returns(200, Answer::status);
        assertIsAbout(clock.instant(), Instant.now());

        move(NATIONAL_DAY);
        assertThat(administrator.call("DELETE", "/api/clock", null)).returns(200, Answer::status);
        assertIsAbout(clock.instant(), Instant.now());
    }

    @Test
    void nobodyElseMovesIt() {
        for (Caller caller : new Caller[] {Caller.OTHER_STREET, Caller.DISTRICT, Caller.COMPANY}) {
            assertThat(Http.program(port, caller).post("/api/clock", "{\"now\": \"" + NATIONAL_DAY + "\"}"))
                    .returns(403, Answer::status);
        }
        assertIsAbout(clock.instant(), Instant.now());
    }

    @Test
    void aTimeWithoutZoneIsRefused() {
        assertThat(move("2031-10-01T09:00:00")).returns(400, Answer::status);
        assertThat(move("tomorrow")).returns(400, Answer::status);
        assertIsAbout(clock.instant(), Instant.now());
    }

    @Test
    void thereIsNoSuchRouteWhereTheClockIsNotAdjustable() {
        new ApplicationContextRunner()
                .withUserConfiguration(ClockController.class)
                .run(context -> assertThat(context).doesNotHaveBean(ClockController.class));
    }

    private Answer move(String time) {
        return administrator.post("/api/clock", "{\"now\": \"" + time + "\"}");
    }

    private static void assertIsAbout(Instant actual, Instant expected) {
        assertThat(Duration.between(expected, actual).abs()).isLessThan(Duration.ofSeconds(20));
    }
}

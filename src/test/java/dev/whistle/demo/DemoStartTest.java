package dev.whistle.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.whistle.WhistleApplication;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A newcomer's first start: the demo district is at work, and only the first start makes it so. */
class DemoStartTest {

    @Test
    void theDemoDistrictIsAtWork() {
        try (ConfigurableApplicationContext context = SpringApplication.run(
                WhistleApplication.class,
                "--spring.datasource.url=jdbc:h2:mem:demo-start;DB_CLOSE_DELAY=-1",
                "--whistle.demo-cases=true",
                "--whistle.personal-data.demo-key-file=target/demo.key",
                "--camunda.bpm.process-engine-name=demostart",
                "--server.port=0")) {
            JdbcClient db = context.getBean(JdbcClient.class);

            assertThat(context.getBean(Clock.class).instant())
                    .as("the clock goes right again")
                    .isCloseTo(Instant.now(), within(1, ChronoUnit.MINUTES));
            assertThat(count(db, "whistle.case_file where procedure = 'complaint'"))
                    .isEqualTo(40);
            assertThat(count(db, "whistle.case_file where closed_at is null")).isBetween(12L, 30L);
            assertThat(db.sql("select distinct outcome from whistle.case_file where outcome is not null")
                            .query(String.class)
                            .list())
                    .contains("answered-on-the-spot", "answered-in-time");
            assertThat(count(db, "whistle.case_clock where kind = 'complaint.answer' and state = 'BREACHED'"))
                    .as("somebody is late")
                    .isPositive();
            assertThat(count(db, "whistle.sanction where rung = 'FIRST_NOTICE'"))
                    .as("and has come to a first notice for it")
                    .isPositive();
            assertThat(count(db, "whistle.patrol")).as("somebody patrols").isBetween(22L, 45L);
            assertThat(count(db, "whistle.patrol where case_no is not null")).isEqualTo(1);
            assertThat(count(db, "whistle.patrol_week where unit = 'community-wanli-1' and shortfall = 1"))
                    .as("not often enough")
                    .isPositive();
            assertThat(count(db, "whistle.case_event where at > current_timestamp"))
                    .as("nothing lies in the future")
                    .isZero();
            List<String> stages = context.getBean(TaskService.class).createTaskQuery().list().stream()
                    .map(it -> it.getTaskDefinitionKey())
                    .distinct()
                    .toList();
            assertThat(stages).as("cases in all stages").hasSizeGreaterThanOrEqualTo(5);

            context.getBean(DemoCases.class).run(new DefaultApplicationArguments());
            assertThat(count(db, "whistle.case_file where procedure = 'complaint'"))
                    .isEqualTo(40);
        }
    }

    private static long count(JdbcClient db, String what) {
        return db.sql("select count(*) from " + what).query(Long.class).single();
    }
}

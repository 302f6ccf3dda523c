package dev.whistle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whistle.testing.OnH2;
import dev.whistle.testing.OnPostgres;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class StartTest {

    @Nested
    @OnH2
    class H2 {

        @Test
        void theEngineRuns(@Autowired ProcessEngine engine) {
            assertThat(engine.getName()).isEqualTo("default");
        }
    }

    @Nested
    @OnPostgres
    class PostgreSql {

        @Test
        void theEngineRuns(@Autowired ProcessEngine engine) {
            assertThat(engine.getName()).isEqualTo("default");
        }
    }
}

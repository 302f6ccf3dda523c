package dev.whistle;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** With the configuration files as they are delivered. */
class DatabaseGuardTest {

    @TempDir
    Path folder;

    private final ApplicationContextRunner start = new ApplicationContextRunner()
            .withInitializer(new ConfigDataApplicationContextInitializer())
            .withUserConfiguration(DatabaseGuard.class)
            .withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class));

    @Test
    void theProductionProfileRefusesH2BeforeAFileIsMade() {
        refused(
                start.withPropertyValues(
                        "spring.profiles.active=postgres",
                        "SPRING_DATASOURCE_URL=jdbc:h2:file:" + folder.resolve("h2")),
                "配置 postgres 不得使用 H2 数据库");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void theProductionProfileNamesTheMissingVariables() {
        refused(start.withPropertyValues("spring.profiles.active=postgres"), "配置 postgres 没有指定数据库");
    }

    @Test
    void aServersDatabaseNeedsTheProductionProfile() {
        refused(
                start.withPropertyValues("spring.datasource.url=jdbc:postgresql://localhost/whistle"),
                "必须启用配置 postgres");
    }

    @Test
    void theRightPairsStart() {
        start.withPropertyValues("spring.datasource.url=jdbc:h2:mem:guard")
                .run(context -> assertThat(context).hasNotFailed());
        start.withPropertyValues(
                        "spring.profiles.active=postgres",
                        "SPRING_DATASOURCE_URL=jdbc:postgresql://localhost/whistle",
                        "SPRING_DATASOURCE_USERNAME=u",
                        "SPRING_DATASOURCE_PASSWORD=p")
                .run(context -> assertThat(context).hasNotFailed());
    }

    private static void refused(ApplicationContextRunner start, String why) {
        start.run(context -> {
            FailureAnalysis shown = new StartRefusedAnalyzer().analyze(context.getStartupFailure());
            assertThat(shown).isNotNull();
            assertThat(shown.getDescription()).contains(why);
            assertThat(shown.getAction()).contains("SPRING_");
        });
    }
}

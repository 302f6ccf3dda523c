package dev.whistle.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.whistle.StartRefusedException;
import dev.whistle.WhistleApplication;
import dev.whistle.organisation.OrganisationFilesTest.SmallDistrict;
import dev.whistle.testing.Postgres;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.embedded.tomcat.TomcatWebServer;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Real starts, as the command line makes them. */
class OrganisationStartTest {

    @TempDir
    Path folder;

    @Test
    void theSecondStartOnOneDatabaseChangesNothing() {
        String[] demo = {h2(), "--whistle.demo=true"};
        Contents first = start(Contents::of, demo);
        assertThat(first.users()).isGreaterThan(70);
        assertThat(start(Contents::of, demo)).isEqualTo(first);
    }

    @Test
    void aDemoListensOnThisMachineOnly() {
        assertThat(start(OrganisationStartTest::address, h2(), "--whistle.demo=true"))
                .isEqualTo("127.0.0.1");
        assertThat(start(OrganisationStartTest::address, h2(), "--whistle.demo=true", "--server.address=0.0.0.0"))
                .isEqualTo("0.0.0.0");
    }

    @Test
    void aDistrictsOwnFilesAreLoadedAndNobodyCanLogInWithoutAPassword() throws IOException {
        SmallDistrict.write(folder);
        String[] district = Stream.concat(
                        Stream.of(postgres()),
                        Stream.of(
                                "--whistle.organisation=" + folder.toUri(),
                                "--whistle.admin.user=root",
                                "--whistle.admin.password=long enough"))
                .toArray(String[]::new);
        start(
                context -> {
                    IdentityService identities = context.getBean(IdentityService.class);
                    assertThat(Contents.of(context).users()).isEqualTo(3);
                    assertThat(identities.checkPassword("root", "long enough")).isTrue();
                    assertThat(identities.checkPassword("a-lead", "demo")).isFalse();
                    assertThat(identities.checkPassword("a-lead", "")).isFalse();
                    return true;
                },
                district);
    }

    @Test
    void badFilesLoadNothing() throws IOException {
        SmallDistrict.write(folder);
        Path officers = folder.resolve("officers.csv");
        Files.writeString(officers, Files.readString(officers).replace("负责人", "领导"));
        String own = "--whistle.organisation=" + folder.toUri();
        assertThatThrownBy(() -> start(context -> true, h2(), own)).hasStackTraceContaining("officers.csv 第 2 行“角色”列");
        Contents afterwards = start(
                Contents::of, h2(), "--whistle.demo=false", "--whistle.admin.user=root", "--whistle.admin.password=x");
        assertThat(afterwards).isEqualTo(new Contents(0, 0, 1, 1, afterwards.grants()));
    }

    @Test
    void aStartWithoutAnyAdministratorNamesTheProperties() {
        assertThatThrownBy(() -> start(context -> true, postgres()))
                .isInstanceOfSatisfying(
                        StartRefusedException.class,
                        refused -> assertThat(refused.remedy())
                                .contains("whistle.admin.user", "whistle.admin.password", "WHISTLE_ADMIN_PASSWORD"));
    }

    @Test
    void theProductionProfileRefusesH2() {
        assertThatThrownBy(() -> start(context -> true, h2(), "--spring.profiles.active=postgres"))
                .hasStackTraceContaining("配置 postgres 不得使用 H2 数据库");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void theProductionProfileNamesTheMissingVariables() {
        assertThatThrownBy(() -> start(context -> true, "--spring.profiles.active=postgres"))
                .hasStackTraceContaining("配置 postgres 没有指定数据库");
    }

    @Test
    void aServersDatabaseNeedsTheProductionProfile() {
        assertThatThrownBy(() -> start(context -> true, "--spring.datasource.url=jdbc:postgresql://localhost/none"))
                .hasStackTraceContaining("必须启用配置 postgres");
    }

    private String h2() {
        return "--spring.datasource.url=jdbc:h2:file:" + folder.resolve("whistle") + ";LOCK_TIMEOUT=20000";
    }

    private static String[] postgres() {
        return new String[] {
            "--spring.profiles.active=postgres",
            "--spring.datasource.url=" + Postgres.newDatabase(),
            "--spring.datasource.username=postgres",
            "--spring.datasource.password=postgres"
        };
    }

    private static String address(ConfigurableApplicationContext context) {
        TomcatWebServer server = (TomcatWebServer) ((ServletWebServerApplicationContext) context).getWebServer();
        return ((InetAddress) server.getTomcat().getConnector().getProperty("address")).getHostAddress();
    }

    private static <T> T start(Function<ConfigurableApplicationContext, T> then, String... arguments) {
        // The engine's registry is static: a second "default" would take the first one's place in other tests.
        List<String> all = Stream.concat(
                        Stream.of(arguments), Stream.of("--server.port=0", "--camunda.bpm.process-engine-name=started"))
                .toList();
        try (ConfigurableApplicationContext context =
                SpringApplication.run(WhistleApplication.class, all.toArray(String[]::new))) {
            return then.apply(context);
        }
    }

    /** What a start may have put into the database. */
    private record Contents(long units, long compounds, long users, long groups, long grants) {

        static Contents of(ConfigurableApplicationContext context) {
            JdbcClient db = context.getBean(JdbcClient.class);
            return new Contents(
                    count(db, "whistle.unit"),
                    count(db, "whistle.compound"),
                    count(db, "public.act_id_user"),
                    count(db, "public.act_id_group"),
                    count(db, "public.act_ru_authorization"));
        }

        private static long count(JdbcClient db, String table) {
            return db.sql("select count(*) from " + table).query(Long.class).single();
        }
    }
}

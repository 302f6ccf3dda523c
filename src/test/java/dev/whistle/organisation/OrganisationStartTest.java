package dev.whistle.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.whistle.StartRefusedException;
import dev.whistle.WhistleApplication;
import dev.whistle.organisation.OrganisationFilesTest.SmallDistrict;
import dev.whistle.organisation.OrganisationProperties.Admin;
import dev.whistle.testing.Postgres;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.embedded.tomcat.TomcatWebServer;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Real starts, as the command line makes them. */
class OrganisationStartTest {

    private static final Admin ROOT = new Admin("root", "long enough");

    private static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);

    @TempDir
    Path folder;

    @Test
    void theSecondStartOnOneDatabaseChangesNothing() {
        Contents first = start(
                context -> {
                    assertThat(address(context))
                            .as("a demo listens on this machine only")
                            .isEqualTo("127.0.0.1");
                    return Contents.of(context);
                },
                h2(),
                "--whistle.demo=true");
        assertThat(first.users()).isGreaterThan(70);
        start(
                context -> {
                    assertThat(address(context)).as("unless told otherwise").isEqualTo("0.0.0.0");
                    assertThat(Contents.of(context)).isEqualTo(first);
                    aProcedureNewToTheDatabaseIsOpenedToItsUnits(context);
                    return true;
                },
                h2(),
                "--whistle.demo=true",
                "--server.address=0.0.0.0");
    }

    private static void aProcedureNewToTheDatabaseIsOpenedToItsUnits(ConfigurableApplicationContext context) {
        Contents before = Contents.of(context);
        int taken = context.getBean(JdbcClient.class)
                .sql("delete from public.act_ru_authorization where resource_id_ = 'complaint'")
                .update();
        assertThat(taken).isPositive();
        context.getBean(OrganisationStart.class).afterSingletonsInstantiated();
        assertThat(Contents.of(context)).isEqualTo(before);
    }

    @Test
    void aDistrictsOwnFilesAreLoadedAndNobodyCanLogInWithoutAPassword() throws IOException {
        SmallDistrict.write(folder);
        String[] district = Stream.concat(
                        Stream.of(postgres()),
                        Stream.of(
                                "--whistle.organisation=" + folder.toUri(),
                                "--whistle.admin.user=" + ROOT.user(),
                                "--whistle.admin.password=" + ROOT.password()))
                .toArray(String[]::new);
        start(
                context -> {
                    IdentityService identities = context.getBean(IdentityService.class);
                    assertThat(Contents.of(context).users()).isEqualTo(3);
                    assertThat(identities.checkPassword(ROOT.user(), ROOT.password()))
                            .isTrue();
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
        start(
                context -> {
                    Contents before = Contents.of(context);
                    assertThatThrownBy(() -> again(context, folder.toUri().toString(), ROOT))
                            .isInstanceOf(StartRefusedException.class)
                            .hasMessageContaining("officers.csv 第 2 行“角色”列");
                    assertThat(Contents.of(context)).isEqualTo(before);
                    assertThat(before.units()).isZero();
                    return true;
                },
                emptyDatabase());
    }

    @Test
    void whatTheDatabaseRefusesLoadsNothing() throws IOException {
        SmallDistrict.write(folder);
        Path officers = folder.resolve("officers.csv");
        Files.writeString(officers, Files.readString(officers).replace("a-1", ROOT.user()));
        start(
                context -> {
                    Contents before = Contents.of(context);
                    assertThatThrownBy(() -> again(context, folder.toUri().toString(), ROOT))
                            .isInstanceOf(RuntimeException.class);
                    assertThat(Contents.of(context)).isEqualTo(before);
                    assertThat(context.getBean(Units.class).all()).isEmpty();
                    return true;
                },
                emptyDatabase());
    }

    @Test
    void aStartWithoutAnyAdministratorNamesTheProperties() {
        start(
                context -> {
                    context.getBean(IdentityService.class).deleteUser(ROOT.user());
                    assertThatThrownBy(() -> again(context, null, new Admin(null, null)))
                            .isInstanceOfSatisfying(
                                    StartRefusedException.class,
                                    refused -> assertThat(refused.remedy())
                                            .contains(
                                                    "whistle.admin.user",
                                                    "whistle.admin.password",
                                                    "WHISTLE_ADMIN_PASSWORD"));
                    return true;
                },
                emptyDatabase());
    }

    /**
     * What a start does with other settings. Camunda's web application keeps its context in a static field and does not
     * survive a start that fails in the same JVM, so the start itself succeeds here.
     */
    private static void again(ConfigurableApplicationContext context, @Nullable String folder, Admin admin) {
        OrganisationProperties properties = new OrganisationProperties(false, folder, admin);
        new OrganisationStart(
                        context.getBean(TransactionTemplate.class),
                        context.getBean(JdbcClient.class),
                        new Administrators(
                                context.getBean(IdentityService.class),
                                context.getBean(AuthorizationService.class),
                                properties),
                        context.getBean(Designers.class),
                        new OrganisationLoader(
                                properties,
                                context,
                                context.getBean(Units.class),
                                context.getBean(Companies.class),
                                context.getBean(Compounds.class),
                                context.getBean(Responsibilities.class),
                                context.getBean(Logins.class),
                                context.getBean(Contacts.class),
                                context.getBeanProvider(FurtherFiles.class)),
                        context.getBean(Units.class),
                        context.getBean(UnitGroups.class),
                        context.getBean(TaskLists.class))
                .afterSingletonsInstantiated();
    }

    private String[] emptyDatabase() {
        return new String[] {
            h2(),
            "--whistle.demo=false",
            "--whistle.admin.user=" + ROOT.user(),
            "--whistle.admin.password=" + ROOT.password()
        };
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
                        Stream.of(arguments),
                        Stream.of(
                                "--server.port=0",
                                "--camunda.bpm.process-engine-name=started",
                                "--whistle.personal-data.demo-key-file=target/demo.key",
                                "--whistle.personal-data.key-id=test",
                                "--whistle.personal-data.keys.test=" + KEY,
                                "--whistle.personal-data.match-key=" + KEY))
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

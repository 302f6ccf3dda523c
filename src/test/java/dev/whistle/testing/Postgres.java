package dev.whistle.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** One PostgreSQL server for the test run; every Spring context gets a database of its own in it. */
public final class Postgres implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final AtomicInteger DATABASES = new AtomicInteger();

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestPropertyValues.of(
                        "SPRING_DATASOURCE_URL=" + newDatabase(),
                        "SPRING_DATASOURCE_USERNAME=postgres",
                        "SPRING_DATASOURCE_PASSWORD=postgres")
                .applyTo(context);
    }

    /** JDBC address of a new, empty database. */
    public static String newDatabase() {
        String name = "whistle" + DATABASES.incrementAndGet();
        try (var connection = Server.RUNNING.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (java.sql.SQLException refused) {
            throw new IllegalStateException(refused);
        }
        return Server.RUNNING.getJdbcUrl("postgres", name);
    }

    private static final class Server {

        static final EmbeddedPostgres RUNNING = start();

        /** Spring stops it, after its contexts: the server's own shutdown hook would race their connection pools. */
        private static EmbeddedPostgres start() {
            try {
                EmbeddedPostgres server = EmbeddedPostgres.builder()
                        .setServerConfig("max_connections", "200")
                        .setRegisterShutdownHook(false)
                        .start();
                // After the contexts: their engines would wait half a minute for a server that is gone.
                SpringApplication.getShutdownHandlers().add(() -> stop(server));
                return server;
            } catch (IOException notStarted) {
                throw new UncheckedIOException(notStarted);
            }
        }

        private static void stop(EmbeddedPostgres server) {
            try {
                server.close();
            } catch (IOException notStopped) {
                throw new UncheckedIOException(notStopped);
            }
        }
    }
}

package dev.whistle.scale;

import dev.whistle.testing.Postgres;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** A PostgreSQL of its own, with a large district in it and no case. */
final class DistrictOnPostgres implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        new Postgres().initialize(context);
        TestPropertyValues.of("whistle.organisation=" + District.files()).applyTo(context);
    }
}

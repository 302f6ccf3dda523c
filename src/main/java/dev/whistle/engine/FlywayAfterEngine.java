package dev.whistle.engine;

import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Our migrations index engine tables, so the engine creates its own first. */
@Configuration
class FlywayAfterEngine {

    @Bean
    static BeanFactoryPostProcessor engineBeforeFlyway() {
        return beans -> beans.getBeanDefinition("flywayInitializer").setDependsOn("processEngineFactoryBean");
    }
}

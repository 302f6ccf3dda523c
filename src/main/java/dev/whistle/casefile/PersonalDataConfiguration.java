package dev.whistle.casefile;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the keys come from: the environment, or on a demo that configures none a file it makes for itself. */
@Configuration
class PersonalDataConfiguration {

    @Bean
    PersonalDataKeys personalDataKeys(PersonalDataSettings settings, @Value("${whistle.demo:false}") boolean demo) {
        return PersonalDataKeys.of(
                demo && settings.empty() ? new DemoKeyFile(settings.demoKeyFile()).keys() : settings);
    }
}

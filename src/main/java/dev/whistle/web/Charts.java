package dev.whistle.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Serves the library that draws the board's charts beside our other files of the web apps, under an address without its
 * version, which stands in the POM alone.
 */
@Configuration
class Charts implements WebMvcConfigurer {

    private static final String COORDINATES = "META-INF/maven/org.webjars/echarts/pom.properties";

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/camunda/app/whistle/echarts*")
                .addResourceLocations("classpath:/META-INF/resources/webjars/echarts/" + version() + "/");
    }

    private static String version() {
        try {
            return PropertiesLoaderUtils.loadProperties(new ClassPathResource(COORDINATES))
                    .getProperty("version");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}

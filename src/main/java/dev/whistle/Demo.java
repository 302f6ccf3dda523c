package dev.whistle;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.ConfigurableWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ClassPathResource;

/** What is different where everybody's password is known: only this machine gets in, and the passwords are printed. */
@Configuration
@ConditionalOnBooleanProperty("whistle.demo")
class Demo {

    private final Environment environment;

    Demo(Environment environment) {
        this.environment = environment;
    }

    /** Listens on this machine only, unless somebody decided otherwise by {@code server.address}. */
    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    WebServerFactoryCustomizer<ConfigurableWebServerFactory> onlyThisMachine() {
        return server -> {
            if (!environment.containsProperty("server.address")) {
                server.setAddress(InetAddress.getLoopbackAddress());
            }
        };
    }

    @EventListener(ApplicationReadyEvent.class)
    @Order(Ordered.LOWEST_PRECEDENCE)
    void welcome() throws IOException {
        // Another organisation has other users; its passwords are not ours to print.
        if (!environment.containsProperty("whistle.organisation")) {
            welcome(System.out);
        }
    }

    private void welcome(PrintStream console) throws IOException {
        String port = environment.getProperty("local.server.port", environment.getProperty("server.port", "8080"));
        String host = environment.getProperty("server.address", "localhost");
        console.println(new ClassPathResource("demo/welcome.txt")
                .getContentAsString(StandardCharsets.UTF_8)
                .replace("{address}", "http://" + ("0.0.0.0".equals(host) ? "localhost" : host) + ":" + port));
    }
}

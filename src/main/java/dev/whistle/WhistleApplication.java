package dev.whistle;

import java.util.TimeZone;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts 吹哨: Camunda 7 with our procedures, its web apps and our REST interface. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class WhistleApplication {

    public static void main(String[] args) {
        ConsoleEncoding.readableInChinese();
        // The engine's time columns carry no zone, and every deadline is a Chinese one.
        TimeZone.setDefault(TimeZone.getTimeZone("Asia/Shanghai"));
        SpringApplication.run(WhistleApplication.class, args);
    }
}

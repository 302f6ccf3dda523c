package dev.whistle.notification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whistle.StartRefusedException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.mail.MailSenderAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Which channels an installation has, by what its environment says. */
class ConfiguredCarriersTest {

    @Configuration
    @EnableConfigurationProperties(NotificationSettings.class)
    @Import(ConfiguredCarriers.class)
    static class Settings {}

    private final ApplicationContextRunner installation = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(MailSenderAutoConfiguration.class))
            .withUserConfiguration(Settings.class);

    @Test
    void noneWithoutAddresses() {
        installation.run(it -> {
            assertThat(it.getBean(Carriers.class).of(Channel.MAIL)).isEmpty();
            assertThat(it.getBean(Carriers.class).of(Channel.SMS)).isEmpty();
            assertThat(it.getBean(NotificationSettings.class).retry().giveUp()).isEqualTo(Duration.ofHours(48));
            assertThat(it.getBean(NotificationSettings.class).retry().after(1)).isEqualTo(Duration.ofMinutes(1));
            assertThat(it.getBean(NotificationSettings.class).retry().after(99)).isEqualTo(Duration.ofHours(4));
            assertThat(it.getBean(NotificationSettings.class).digest().daysAhead())
                    .isEqualTo(3);
        });
    }

    @Test
    void bothWithAddresses() {
        installation
                .withPropertyValues(
                        "spring.mail.host=mail.office.example",
                        "whistle.notification.mail.from=whistle@office.example",
                        "whistle.notification.sms.url=https://sms.example/send")
                .run(it -> {
                    assertThat(it.getBean(Carriers.class).of(Channel.MAIL)).isPresent();
                    assertThat(it.getBean(Carriers.class).of(Channel.SMS)).isPresent();
                });
    }

    @Test
    void theServersUserIsTheSenderWhereNoneIsNamed() {
        installation
                .withPropertyValues(
                        "spring.mail.host=mail.office.example", "spring.mail.username=whistle@office.example")
                .run(it ->
                        assertThat(it.getBean(Carriers.class).of(Channel.MAIL)).isPresent());
    }

    @Test
    void aServerWithoutASenderIsRefused() {
        installation
                .withPropertyValues("spring.mail.host=mail.office.example")
                .run(it -> assertThat(it.getStartupFailure())
                        .hasRootCauseInstanceOf(StartRefusedException.class)
                        .rootCause()
                        .hasMessageContaining("没有指定发件人地址"));
    }

    @Test
    void theTokenIsNotPrinted() {
        assertThat(new NotificationSettings.Sms(null, "secret", Duration.ZERO, Duration.ZERO))
                .asString()
                .doesNotContain("secret");
    }
}

package dev.whistle.notification;

import dev.whistle.StartRefusedException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;

/** Opens the channels that are configured; a district that forgot one is told once, a trial is not. */
@Component
class ConfiguredCarriers implements Carriers {

    private static final Logger LOG = LoggerFactory.getLogger(ConfiguredCarriers.class);

    private final Map<Channel, Carrier> open = new EnumMap<>(Channel.class);

    ConfiguredCarriers(
            NotificationSettings settings,
            ObjectProvider<JavaMailSenderImpl> servers,
            @Value("${whistle.demo:false}") boolean demo) {
        JavaMailSenderImpl server = servers.getIfAvailable();
        if (server != null) {
            open.put(Channel.MAIL, new MailCarrier(server, sender(settings, server)));
        } else if (!demo) {
            LOG.warn("邮件渠道未开通：系统不会向工作人员发送邮件提醒。请设置 SPRING_MAIL_HOST 等（见 application-postgres.yaml）。");
        }
        if (settings.sms().url() != null) {
            open.put(Channel.SMS, new SmsGateway(settings.sms()));
        } else if (!demo) {
            LOG.warn("短信渠道未开通：系统不会向当事人发送短信。请设置 WHISTLE_NOTIFICATION_SMS_URL 等（见 application-postgres.yaml）。");
        }
    }

    @Override
    public Optional<Carrier> of(Channel channel) {
        return Optional.ofNullable(open.get(channel));
    }

    private static String sender(NotificationSettings settings, JavaMailSenderImpl server) {
        String from = blankToNull(settings.mail().from());
        String user = blankToNull(server.getUsername());
        if (from == null && (user == null || !user.contains("@"))) {
            throw new StartRefusedException(
                    "指定了邮件服务器，但没有指定发件人地址。There is a mail server but no sender's address.",
                    "请设置环境变量 WHISTLE_NOTIFICATION_MAIL_FROM（即 whistle.notification.mail.from）。Set this variable.");
        }
        return from == null ? String.valueOf(user) : from;
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }
}

package dev.whistle.notification;

import dev.whistle.notification.Delivery.Result;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;

/** Mail by SMTP. Every attempt at one message has the same Message-ID, so that a mailbox can tell it is the same. */
final class MailCarrier implements Carrier {

    private static final int PERMANENT = 500;
    private static final int DEEPEST = 10;

    private final JavaMailSender server;
    private final String from;

    MailCarrier(JavaMailSender server, String from) {
        this.server = server;
        this.from = from;
    }

    @Override
    public Delivery carry(String id, String address, @Nullable String subject, String text) {
        try {
            MimeMessage mail = server.createMimeMessage();
            MimeMessageHelper letter = new MimeMessageHelper(mail, StandardCharsets.UTF_8.name());
            letter.setFrom(from);
            letter.setTo(address);
            letter.setSubject(subject == null ? "" : subject);
            letter.setText(text);
            mail.setHeader("Message-ID", "<" + id + "@whistle>");
            server.send(mail);
            return Delivery.sent();
        } catch (AddressException noAddress) {
            return Delivery.failed(Result.REFUSED, "not an address");
        } catch (MessagingException | MailException failed) {
            return failed(failed);
        }
    }

    /** Where the server speaks of this mail its code decides; all else is the way to it, or us as a sender. */
    private static Delivery failed(Exception failure) {
        List<Exception> all = all(failure);
        for (Exception it : all) {
            if (it instanceof SMTPAddressFailedException refused) {
                return ofCode(refused.getReturnCode());
            }
        }
        for (Exception it : all) {
            if (it instanceof SMTPSendFailedException refused
                    && !refused.getCommand().startsWith("MAIL")) {
                return ofCode(refused.getReturnCode());
            }
        }
        return Delivery.failed(Result.DOWN, all.get(all.size() - 1).getClass().getSimpleName());
    }

    private static Delivery ofCode(int code) {
        return Delivery.failed(code >= PERMANENT ? Result.REFUSED : Result.LATER, "SMTP " + code);
    }

    /** The failure, what Spring gathered in it and what caused it, outermost first. */
    private static List<Exception> all(Exception failure) {
        Stream<Exception> gathered = failure instanceof MailSendException several
                ? Stream.concat(Stream.of(failure), Stream.of(several.getMessageExceptions()))
                : Stream.of(failure);
        return gathered.flatMap(it -> Stream.<@Nullable Exception>iterate(it, e -> e != null, MailCarrier::behind)
                        .limit(DEEPEST))
                .toList();
    }

    private static @Nullable Exception behind(@Nullable Exception failure) {
        if (failure instanceof MessagingException chained && chained.getNextException() != null) {
            return chained.getNextException();
        }
        return failure != null && failure.getCause() instanceof Exception cause ? cause : null;
    }
}

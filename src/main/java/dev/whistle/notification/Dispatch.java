package dev.whistle.notification;

import dev.whistle.casefile.Parties;
import dev.whistle.casefile.Phone;
import dev.whistle.engine.BackgroundWork;
import dev.whistle.engine.Staff;
import dev.whistle.notification.Delivery.Result;
import dev.whistle.notification.NotificationSettings.Retry;
import dev.whistle.notification.Outbox.Attempt;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Sends what waits for one channel. A message is sent at least once: its rows are locked while it is on its way, but if
 * this very transaction fails after the server took it, it is sent again under the same id.
 *
 * <p>Where nothing gets through, only one message is tried a run and the others wait with it, so that a server that is
 * down costs one connection and not one for every message.
 */
@Component
class Dispatch implements BackgroundWork {

    static final String WORK = "messages.send";

    private static final Logger LOG = LoggerFactory.getLogger(Dispatch.class);

    /** A job must end long before the engine's lock on it does (five minutes). */
    private static final int AT_MOST = 20;

    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final Outbox outbox;
    private final Carriers carriers;
    private final Parties parties;
    private final Staff staff;
    private final Undelivered undelivered;
    private final Retry retry;
    private final Clock clock;

    Dispatch(
            Outbox outbox,
            Carriers carriers,
            Parties parties,
            Staff staff,
            Undelivered undelivered,
            NotificationSettings settings,
            Clock clock) {
        this.outbox = outbox;
        this.carriers = carriers;
        this.parties = parties;
        this.staff = staff;
        this.undelivered = undelivered;
        this.retry = settings.retry();
        this.clock = clock;
    }

    @Override
    public String name() {
        return WORK;
    }

    @Override
    public void run(String channel) {
        new Round(Channel.valueOf(channel)).send();
    }

    /** One run for one channel. */
    private final class Round {

        private final Channel channel;
        private final Instant started = clock.instant();
        private final List<Attempt> attempts = new ArrayList<>();
        private final Set<String> held = new HashSet<>();
        private final Set<Instant> again = new TreeSet<>();
        private boolean down;
        private boolean cutShort;

        Round(Channel channel) {
            this.channel = channel;
        }

        void send() {
            List<Message> due = outbox.due(channel, AT_MOST);
            Map<String, String> mail = staff.mailOf(due.stream()
                    .map(Message::recipient)
                    .filter(it -> it.kind() == Recipient.Kind.USER)
                    .map(Recipient::name)
                    .toList());
            for (Message message : due) {
                if (clock.instant().isAfter(started.plus(LONGEST))) {
                    cutShort = true;
                    break;
                }
                if (!held.contains(key(message)) && !(down && !expired(message))) {
                    attempt(message, mail);
                }
            }
            outbox.record(attempts);
            undelivered.report(attempts);
            boolean more = cutShort || (due.size() == AT_MOST && (!down || attempts.size() > 1));
            if (more) {
                again.add(clock.instant());
            }
            again.forEach(when -> outbox.sendAt(channel, when));
        }

        private void attempt(Message message, Map<String, String> mail) {
            Optional<Carrier> carrier = carriers.of(channel);
            if (carrier.isEmpty()) {
                failed(message, Delivery.failed(Result.DOWN, "channel closed"));
                return;
            }
            if (down) {
                end(message, Reason.GIVEN_UP, null); // it waited as long as any, and nothing gets through
                return;
            }
            String address;
            if (channel == Channel.MAIL) {
                address = mail.get(message.recipient().name());
                if (address == null) {
                    end(message, Reason.NO_MAIL, null);
                    return;
                }
            } else {
                Optional<Phone> phone = message.caseNo() == null
                        ? Optional.empty()
                        : parties.phone(message.caseNo(), message.recipient().partyId());
                if (phone.isEmpty() || !phone.get().mobile()) {
                    end(message, phone.isEmpty() ? Reason.NO_PHONE : Reason.NOT_MOBILE, null);
                    return;
                }
                address = phone.get().number();
            }
            Delivery delivery = carrier.get().carry(message.id(), address, message.subject(), message.body());
            switch (delivery.result()) {
                case SENT -> attempts.add(new Attempt(message, MessageState.SENT, null, null, clock.instant()));
                case REFUSED -> end(message, Reason.REFUSED, delivery.failure());
                case LATER, DOWN -> failed(message, delivery);
            }
        }

        private void failed(Message message, Delivery delivery) {
            Instant next = clock.instant().plus(retry.after(message.tries() + 1));
            if (delivery.result() == Result.DOWN) {
                down = true;
                again.add(next);
                if (message.tries() == 0) { // said once of every message, not at each of its attempts
                    LOG.warn("{} 渠道暂时不通（{}），未发出的消息将自动重发", channel, delivery.failure());
                }
            }
            if (expired(message)) {
                end(message, Reason.GIVEN_UP, delivery.failure());
                return;
            }
            held.add(key(message));
            again.add(next);
            attempts.add(new Attempt(message, MessageState.WAITING, null, delivery.failure(), next));
        }

        private void end(Message message, Reason reason, @Nullable String failure) {
            attempts.add(new Attempt(message, MessageState.UNDELIVERABLE, reason, failure, clock.instant()));
        }

        private boolean expired(Message message) {
            return !clock.instant().isBefore(message.queuedAt().plus(retry.giveUp()));
        }

        private static String key(Message message) {
            Recipient to = message.recipient();
            return to.kind() == Recipient.Kind.USER ? to.name() : message.caseNo() + " " + to.name();
        }
    }
}

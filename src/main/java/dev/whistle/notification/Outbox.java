package dev.whistle.notification;

import dev.whistle.engine.Background;
import dev.whistle.transaction.PerTransaction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Messages written in the transaction of what they tell, and sent after it: nobody is told of what was rolled back, and
 * nothing that happened goes untold because a server was down.
 */
@Component
class Outbox {

    /** A batch tells for each row how many it wrote; drivers may say this instead of a number. */
    private static final int WRITTEN = java.sql.Statement.SUCCESS_NO_INFO;

    /** Channels for which the running transaction has a job already: one sends all that it has written. */
    private final PerTransaction<Set<Channel>> scheduled = new PerTransaction<>(() -> EnumSet.noneOf(Channel.class));

    private final JdbcTemplate jdbc;
    private final JdbcClient db;
    private final Background background;
    private final Clock clock;

    Outbox(JdbcTemplate jdbc, JdbcClient db, Background background, Clock clock) {
        this.jdbc = jdbc;
        this.db = db;
        this.background = background;
        this.clock = clock;
    }

    /** Writes messages of one channel, as far as they are not there already. Must run in a transaction. */
    void add(List<Draft> drafts) {
        if (drafts.isEmpty()) {
            return;
        }
        OffsetDateTime now = OffsetDateTime.now(clock);
        int[] written = jdbc.batchUpdate(
                """
                insert into whistle.message
                    (id, case_no, event, event_name, channel, recipient_kind, recipient, occasion, subject, body, state,
                     reason, tries, made_at, queued_at, due_at)
                select cast(? as varchar), cast(? as varchar), cast(? as varchar), cast(? as varchar),
                       cast(? as varchar), cast(? as varchar), cast(? as varchar), cast(? as varchar),
                       cast(? as varchar), cast(? as varchar), cast(? as varchar), cast(? as varchar), 0,
                       cast(? as timestamp with time zone), cast(? as timestamp with time zone),
                       cast(? as timestamp with time zone)
                where not exists (
                    select 1 from whistle.message m
                    where m.case_no is not distinct from cast(? as varchar) and m.event = ? and m.channel = ?
                        and m.recipient_kind = ? and m.recipient = ? and m.occasion = ?)""", drafts.stream().map(draft -> row(draft, now)).toList());
        boolean waiting = false;
        for (int i = 0; i < drafts.size(); i++) {
            waiting |=
                    (written[i] > 0 || written[i] == WRITTEN) && drafts.get(i).notSent() == null;
        }
        if (waiting && scheduled.get().add(drafts.get(0).channel())) {
            sendAt(drafts.get(0).channel(), clock.instant());
        }
    }

    /** Has what waits then for this channel sent. */
    void sendAt(Channel channel, Instant when) {
        background.schedule(Dispatch.WORK, channel.name(), when);
    }

    /**
     * What is due to be sent by a channel, oldest first; nobody else gets these rows until the transaction ends. Who
     * waits for an earlier message that failed and is not due yet does not get a later one before it.
     */
    List<Message> due(Channel channel, int atMost) {
        return db.sql("""
                        select * from whistle.message m
                        where m.state = 'WAITING' and m.channel = ? and m.due_at <= ?
                            and not exists (
                                select 1 from whistle.message earlier
                                where earlier.recipient = m.recipient and earlier.recipient_kind = m.recipient_kind
                                    and earlier.state = 'WAITING' and earlier.channel = m.channel
                                    and earlier.seq < m.seq and earlier.due_at > ?
                                    and (m.recipient_kind = 'USER' or earlier.case_no = m.case_no))
                        order by m.seq
                        fetch first ? rows only
                        for update skip locked""")
                .params(channel.name(), OffsetDateTime.now(clock), OffsetDateTime.now(clock), atMost)
                .query(Outbox::message)
                .list();
    }

    /** How an attempt ended. */
    record Attempt(
            Message message,
            MessageState state,
            @Nullable Reason reason,
            @Nullable String failure,
            Instant dueAt) {}

    /** Writes down how attempts ended; what was sent or failed is one try more. */
    void record(Collection<Attempt> attempts) {
        if (attempts.isEmpty()) {
            return;
        }
        OffsetDateTime now = OffsetDateTime.now(clock);
        jdbc.batchUpdate(
                """
                update whistle.message
                set state = ?, reason = ?, failure = ?, due_at = ?, tries = tries + 1, tried_at = ?, sent_at = ?
                where id = ?""",
                attempts.stream()
                        .map(it -> new @Nullable Object[] {
                            it.state().name(),
                            it.reason() == null ? null : it.reason().name(),
                            it.failure(),
                            time(it.dueAt()),
                            now,
                            it.state() == MessageState.SENT ? now : null,
                            it.message().id()
                        })
                        .toList());
    }

    /** Puts what could not be delivered back among what waits, with all its attempts before it; else does nothing. */
    void again(String id) {
        OffsetDateTime now = OffsetDateTime.now(clock);
        int back = db.sql("""
                        update whistle.message
                        set state = 'WAITING', reason = null, failure = null, tries = 0, queued_at = ?, due_at = ?
                        where id = ? and state = 'UNDELIVERABLE'""").params(now, now, id).update();
        if (back == 1) {
            sendAt(channelOf(id), clock.instant());
        }
    }

    /** Notes that the recipient of what could not be delivered was told by other means. */
    void toldOtherwise(String id) {
        db.sql("update whistle.message set state = 'TOLD_OTHERWISE' where id = ? and state = 'UNDELIVERABLE'")
                .param(id)
                .update();
    }

    /** The messages of a case in the order in which they were written. */
    List<Message> of(String caseNo) {
        return db.sql("select * from whistle.message where case_no = ? order by seq")
                .param(caseNo)
                .query(Outbox::message)
                .list();
    }

    private Channel channelOf(String id) {
        return Channel.valueOf(db.sql("select channel from whistle.message where id = ?")
                .param(id)
                .query(String.class)
                .single());
    }

    private static @Nullable Object[] row(Draft draft, OffsetDateTime now) {
        List<@Nullable Object> row = new ArrayList<>(Arrays.<@Nullable Object>asList(
                UUID.randomUUID().toString(),
                draft.caseNo(),
                draft.event(),
                draft.eventName(),
                draft.channel().name(),
                draft.recipient().kind().name(),
                draft.recipient().name(),
                draft.occasion(),
                draft.subject(),
                draft.body(),
                draft.notSent() == null ? "WAITING" : "NOT_SENT",
                draft.notSent() == null ? null : draft.notSent().name(),
                now,
                now,
                now));
        row.addAll(Arrays.<@Nullable Object>asList(
                draft.caseNo(),
                draft.event(),
                draft.channel().name(),
                draft.recipient().kind().name(),
                draft.recipient().name(),
                draft.occasion()));
        return row.toArray();
    }

    private OffsetDateTime time(Instant instant) {
        return instant.atZone(clock.getZone()).toOffsetDateTime();
    }

    private static Message message(ResultSet row, int number) throws SQLException {
        String reason = row.getString("reason");
        return new Message(
                row.getString("id"),
                row.getString("case_no"),
                row.getString("event"),
                row.getString("event_name"),
                Channel.valueOf(row.getString("channel")),
                new Recipient(Recipient.Kind.valueOf(row.getString("recipient_kind")), row.getString("recipient")),
                row.getString("subject"),
                row.getString("body"),
                MessageState.valueOf(row.getString("state")),
                reason == null ? null : Reason.valueOf(reason),
                row.getInt("tries"),
                instant(row, "made_at"),
                instant(row, "queued_at"),
                row.getObject("tried_at") == null ? null : instant(row, "tried_at"),
                row.getObject("sent_at") == null ? null : instant(row, "sent_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}

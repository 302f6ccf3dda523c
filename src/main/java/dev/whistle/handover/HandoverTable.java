package dev.whistle.handover;

import dev.whistle.casefile.SealedText;
import dev.whistle.casefile.Sealing;
import dev.whistle.handover.CheckedHandover.Signed;
import dev.whistle.transaction.PerTransaction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Entries of handover lists as they are stored. */
@Component
class HandoverTable {

    /** What the running transaction has read: a letter asks for it field by field. */
    private final PerTransaction<Map<String, List<HandoverEntry>>> known = new PerTransaction<>(HashMap::new);

    private final JdbcClient db;
    private final JdbcTemplate batches;
    private final Sealing sealing;
    private final Clock clock;

    HandoverTable(JdbcClient db, JdbcTemplate batches, Sealing sealing, Clock clock) {
        this.db = db;
        this.batches = batches;
        this.sealing = sealing;
        this.clock = clock;
    }

    /**
     * Whether the case is closed. Entries of one case, and its closing, come one after the other from here on until the
     * transaction ends.
     */
    boolean lockedClosed(String caseNo) {
        known.get().remove(caseNo);
        return db.sql("select closed_at from whistle.case_file where case_no = ? for update")
                .param(caseNo)
                .query((row, n) -> row.getObject("closed_at") != null)
                .single();
    }

    /** All entries of a case, each item's in the order they were made. */
    List<HandoverEntry> of(String caseNo) {
        return known.get().computeIfAbsent(caseNo, this::read);
    }

    private List<HandoverEntry> read(String caseNo) {
        Map<String, HandoverEntry> entries = new LinkedHashMap<>();
        db.sql("""
                        select i.*, s.side, s.acts_for, s.name_key, s.name as signer, s.mark,
                            s.signature_key is not null as drawn
                        from whistle.handover_item i left join whistle.handover_signer s on s.entry = i.id
                        where i.case_no = ? order by i.item, i.number, s.side""")
                .param(caseNo)
                .query((row, n) -> {
                    HandoverEntry entry = entries.computeIfAbsent(row.getString("id"), id -> entry(row));
                    return row.getString("side") == null || entry.signers().add(signer(row, entry.id()));
                })
                .list();
        return List.copyOf(entries.values());
    }

    /** Stores an entry with its signatures. */
    void insert(String caseNo, CheckedHandover checked, String officer) {
        String id = UUID.randomUUID().toString();
        db.sql("""
                insert into whistle.handover_item (id, case_no, item, number, name, measure, state, quantity, amount, content,
                    reason, correction, signed_on, sheet, recorded_by, recorded_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        id,
                        caseNo,
                        checked.item().id(),
                        checked.number(),
                        checked.item().name(),
                        checked.item().measure(),
                        checked.state().name(),
                        checked.quantity(),
                        checked.amount(),
                        checked.content(),
                        checked.reason(),
                        checked.correction(),
                        checked.signedOn().name(),
                        checked.sheet(),
                        officer,
                        OffsetDateTime.now(clock))
                .update();
        batches.batchUpdate(
                """
                insert into whistle.handover_signer (entry, side, acts_for, name_key, name, mark, signature_key, signature)
                values (?, ?, ?, ?, ?, ?, ?, ?)""", checked.signed().stream().map(it -> row(id, it)).toList());
        known.get().remove(caseNo);
    }

    private @Nullable Object[] row(String entry, Signed signed) {
        SealedText name = sealing.seal(nameIn(entry, signed.side()), signed.name());
        SealedText signature =
                signed.signature() == null ? null : sealing.seal(pictureIn(entry, signed.side()), signed.signature());
        return new @Nullable Object[] {
            entry,
            signed.side().name(),
            signed.actsFor(),
            name.keyId(),
            name.content(),
            signed.mark(),
            signature == null ? null : signature.keyId(),
            signature == null ? null : signature.content()
        };
    }

    /** The signatures of an entry that were drawn by hand, PNG pictures in Base64. */
    Map<Side, String> signatures(String entry) {
        Map<Side, String> pictures = new EnumMap<>(Side.class);
        db.sql("""
                        select side, signature_key, signature from whistle.handover_signer
                        where entry = ? and signature is not null""")
                .param(entry)
                .query((row, n) -> {
                    Side side = Side.valueOf(row.getString("side"));
                    SealedText sealed = new SealedText(row.getString("signature_key"), row.getString("signature"));
                    return Optional.ofNullable(pictures.put(side, sealing.open(pictureIn(entry, side), sealed)));
                })
                .list();
        return pictures;
    }

    private static HandoverEntry entry(ResultSet row) {
        try {
            return new HandoverEntry(
                    row.getString("id"),
                    row.getString("item"),
                    row.getInt("number"),
                    row.getString("name"),
                    row.getString("measure"),
                    HandoverState.valueOf(row.getString("state")),
                    row.getObject("quantity", Integer.class),
                    row.getBigDecimal("amount"),
                    row.getString("content"),
                    row.getString("reason"),
                    row.getString("correction"),
                    SignedOn.valueOf(row.getString("signed_on")),
                    row.getString("sheet"),
                    new ArrayList<>(),
                    row.getString("recorded_by"),
                    row.getObject("recorded_at", OffsetDateTime.class).toInstant());
        } catch (SQLException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private Signer signer(ResultSet row, String entry) throws SQLException {
        Side side = Side.valueOf(row.getString("side"));
        return new Signer(
                side,
                row.getString("acts_for"),
                sealing.open(nameIn(entry, side), new SealedText(row.getString("name_key"), row.getString("signer"))),
                row.getString("mark"),
                row.getBoolean("drawn"));
    }

    private static String nameIn(String entry, Side side) {
        return entry + "/" + side.code();
    }

    private static String pictureIn(String entry, Side side) {
        return entry + "/" + side.code() + "/signature";
    }
}

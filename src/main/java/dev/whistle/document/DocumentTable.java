package dev.whistle.document;

import dev.whistle.casefile.Sha256;
import dev.whistle.document.DocumentVersion.Origin;
import dev.whistle.organisation.CurrentOfficer;
import dev.whistle.organisation.Officer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Letters and their versions as they are stored. */
@Component
class DocumentTable {

    /** A letter with its versions, without their contents: a row for each, and one for a letter that has none yet. */
    private static final String WHOLE = """
            select d.*, v.version, v.origin, v.made_in, v.made_by, v.made_at, v.size, v.sha256
            from whistle.document d left join whistle.document_version v on v.document_id = d.id
            """;

    private final JdbcClient db;
    private final CurrentOfficer current;
    private final Clock clock;

    DocumentTable(JdbcClient db, CurrentOfficer current, Clock clock) {
        this.db = db;
        this.current = current;
        this.clock = clock;
    }

    /** What a letter is drafted for; the same again is the same letter. */
    record Purpose(String caseNo, String letter, String occasion) {

        private String key() {
            return caseNo + "/" + letter + "/" + occasion;
        }
    }

    Optional<Document> find(String id) {
        return whole("where d.id = ? order by v.version", id).stream().findFirst();
    }

    /** The letter for this, if there is one, which nobody else changes until this transaction ends. */
    Optional<Document> lock(Purpose purpose) {
        return locked("drafted_for", purpose.key());
    }

    /** The letter, which nobody else changes until this transaction ends. */
    Document lock(String id) {
        return locked("id", id).orElseThrow();
    }

    private Optional<Document> locked(String column, String value) {
        return db.sql("select id from whistle.document where " + column + " = ? for update")
                .param(value)
                .query(String.class)
                .optional()
                .flatMap(this::find);
    }

    /** The letters of a case in the order they were drafted. */
    List<Document> of(String caseNo) {
        return whole("where d.case_no = ? order by d.ordinal, v.version", caseNo);
    }

    /** Ids of the letters of a case that are neither handed over nor withdrawn, in the order they were drafted. */
    List<String> unserved(String caseNo) {
        return db.sql("""
                select id from whistle.document where case_no = ? and state in ('DRAFT', 'SIGNED') order by ordinal""").param(caseNo).query(String.class).list();
    }

    void insert(Document draft, Purpose purpose) {
        db.sql("""
                insert into whistle.document
                    (id, case_no, drafted_for, letter, title, unit, handled_by, addressed_to, clause, state, drafted_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        draft.id(),
                        draft.caseNo(),
                        purpose.key(),
                        draft.letter(),
                        draft.title(),
                        draft.unit(),
                        draft.handledBy(),
                        draft.addressedTo(),
                        draft.clause(),
                        draft.state().name(),
                        now())
                .update();
    }

    /** @param madeIn the step of the model that made it; null outside a model */
    void addVersion(Document document, Origin origin, @Nullable String madeIn, byte[] content) {
        db.sql("""
                insert into whistle.document_version
                    (document_id, version, origin, made_in, made_by, made_at, size, sha256, content)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        document.id(),
                        document.versions().size() + 1,
                        origin.name(),
                        madeIn,
                        user(),
                        now(),
                        content.length,
                        Sha256.of(content),
                        content)
                .update();
    }

    byte[] content(String id, int version) {
        return db.sql("select content from whistle.document_version where document_id = ? and version = ?")
                .params(id, version)
                .query((row, n) -> row.getBytes("content"))
                .single();
    }

    void signed(Document document, String number) {
        db.sql("update whistle.document set state = ?, doc_number = ?, signed_by = ?, signed_at = ? where id = ?")
                .params(DocumentState.SIGNED.name(), number, user(), now(), document.id())
                .update();
    }

    void served(Document document, ServiceWay how, LocalDate on) {
        db.sql("""
                update whistle.document set state = ?, served_how = ?, served_on = ?, served_by = ?, served_at = ?
                where id = ?""")
                .params(DocumentState.SERVED.name(), how.name(), on, user(), now(), document.id())
                .update();
    }

    void acknowledged(Document document) {
        db.sql("update whistle.document set state = ?, acknowledged_by = ?, acknowledged_at = ? where id = ?")
                .params(DocumentState.ACKNOWLEDGED.name(), user(), now(), document.id())
                .update();
    }

    /** What it was drafted for may be drafted anew. */
    void withdrawn(Document document) {
        db.sql("update whistle.document set state = ?, drafted_for = null where id = ?")
                .params(DocumentState.WITHDRAWN.name(), document.id())
                .update();
    }

    private @Nullable String user() {
        return current.get().map(Officer::user).orElse(null);
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }

    private List<Document> whole(String which, String param) {
        return db.sql(WHOLE + which).param(param).query(DocumentTable::documents);
    }

    private static List<Document> documents(ResultSet rows) throws SQLException {
        Map<String, Document> documents = new LinkedHashMap<>();
        Map<String, List<DocumentVersion>> versions = new HashMap<>();
        while (rows.next()) {
            Document document = document(rows);
            documents.putIfAbsent(document.id(), document);
            List<DocumentVersion> own = versions.computeIfAbsent(document.id(), id -> new ArrayList<>());
            if (rows.getString("origin") != null) {
                own.add(version(rows));
            }
        }
        return documents.values().stream()
                .map(it -> it.with(List.copyOf(versions.getOrDefault(it.id(), List.of()))))
                .toList();
    }

    private static DocumentVersion version(ResultSet row) throws SQLException {
        return new DocumentVersion(
                row.getInt("version"),
                Origin.valueOf(row.getString("origin")),
                row.getString("made_in"),
                row.getString("made_by"),
                row.getObject("made_at", OffsetDateTime.class).toInstant(),
                row.getLong("size"),
                row.getString("sha256"));
    }

    private static Document document(ResultSet row) throws SQLException {
        String how = row.getString("served_how");
        return new Document(
                row.getString("id"),
                row.getString("case_no"),
                row.getString("letter"),
                row.getString("title"),
                row.getString("unit"),
                row.getString("handled_by"),
                row.getString("addressed_to"),
                row.getString("clause"),
                DocumentState.valueOf(row.getString("state")),
                row.getString("doc_number"),
                row.getString("signed_by"),
                instant(row, "signed_at"),
                how == null ? null : ServiceWay.valueOf(how),
                row.getObject("served_on", LocalDate.class),
                row.getString("served_by"),
                instant(row, "acknowledged_at"),
                row.getString("acknowledged_by"),
                List.of());
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}

package dev.whistle.procedure.complaint;

import dev.whistle.casefile.SealedText;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables {@code whistle.complaint_import} and {@code complaint_import_row}. */
@Component
class ImportTable {

    private final JdbcClient db;
    private final JdbcTemplate batches;
    private final Clock clock;

    ImportTable(JdbcClient db, JdbcTemplate batches, Clock clock) {
        this.db = db;
        this.batches = batches;
        this.clock = clock;
    }

    /**
     * What a register is known by.
     *
     * @param key the poster's own id for it, if one was given
     * @param sha256 of what it says
     */
    record Claim(
            String id,
            String unit,
            String importedBy,
            @Nullable String key,
            String sha256) {}

    /** A row whose case is not open yet. */
    record Waiting(int row, String unit, SealedText complaint, int tries) {}

    /** Claims a register; a second one of the same content or key is refused by the database. */
    void claim(Claim claim, int total) {
        db.sql("""
                        insert into whistle.complaint_import
                            (id, unit, imported_by, imported_at, post_key, sha256, total)
                        values (?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        claim.id(),
                        claim.unit(),
                        claim.importedBy(),
                        OffsetDateTime.now(clock),
                        claim.key(),
                        claim.sha256(),
                        total)
                .update();
    }

    void add(String id, List<Waiting> rows) {
        batches.batchUpdate(
                """
                insert into whistle.complaint_import_row (import_id, row_no, unit, key_id, content, tries, failed)
                values (?, ?, ?, ?, ?, 0, false)""",
                rows.stream()
                        .map(it -> new Object[] {
                            id,
                            it.row(),
                            it.unit(),
                            it.complaint().keyId(),
                            it.complaint().content()
                        })
                        .toList());
    }

    /** Id and digest of what was posted under this key. */
    Optional<Claim> posted(String importedBy, @Nullable String key) {
        return db.sql("select * from whistle.complaint_import where imported_by = ? and post_key = ?")
                .params(importedBy, key)
                .query(ImportTable::claim)
                .optional();
    }

    /** The import of this content by this unit. */
    Optional<Claim> ofContent(String unit, String sha256) {
        return db.sql("select * from whistle.complaint_import where unit = ? and sha256 = ?")
                .params(unit, sha256)
                .query(ImportTable::claim)
                .optional();
    }

    Optional<Claim> claim(String id) {
        return db.sql("select * from whistle.complaint_import where id = ?")
                .param(id)
                .query(ImportTable::claim)
                .optional();
    }

    /** The next rows to open; nobody else gets them until the transaction ends. */
    List<Waiting> waiting(String id, int atMost) {
        return db.sql("""
                        select row_no, unit, key_id, content, tries from whistle.complaint_import_row
                        where import_id = ? and case_no is null and not failed
                        order by row_no
                        fetch first ? rows only
                        for update skip locked""")
                .params(id, atMost)
                .query((row, number) -> new Waiting(
                        row.getInt("row_no"),
                        row.getString("unit"),
                        new SealedText(row.getString("key_id"), row.getString("content")),
                        row.getInt("tries")))
                .list();
    }

    /** Its case is open: what waited is deleted. */
    void opened(String id, int row, String caseNo) {
        db.sql("""
                        update whistle.complaint_import_row set case_no = ?, key_id = null, content = null
                        where import_id = ? and row_no = ?""").params(caseNo, id, row).update();
    }

    void tried(String id, List<Integer> rows) {
        batches.batchUpdate(
                "update whistle.complaint_import_row set tries = tries + 1 where import_id = ? and row_no = ?",
                rows.stream().map(it -> new Object[] {id, it}).toList());
    }

    /** It will get no case; who imported it has it in the file, so nothing of it is kept. */
    void failed(String id, int row) {
        db.sql("""
                        update whistle.complaint_import_row set failed = true, key_id = null, content = null
                        where import_id = ? and row_no = ?""").params(id, row).update();
    }

    Optional<ComplaintImport> find(String id) {
        return db.sql("""
                        select i.id, i.unit, i.imported_by, i.imported_at, i.total,
                            (select count(*) from whistle.complaint_import_row r
                             where r.import_id = i.id and r.case_no is not null) as opened,
                            (select count(*) from whistle.complaint_import_row r
                             where r.import_id = i.id and r.failed) as failed
                        from whistle.complaint_import i
                        where i.id = ?""").param(id).query(ImportTable::view).optional().map(this::withRows);
    }

    private ComplaintImport withRows(ComplaintImport found) {
        return found.done()
                ? new ComplaintImport(
                        found.id(),
                        found.unit(),
                        found.importedBy(),
                        found.importedAt(),
                        found.total(),
                        found.opened(),
                        found.failed(),
                        rows(found.id()))
                : found;
    }

    private List<ComplaintImport.Row> rows(String id) {
        return db.sql("select row_no, case_no from whistle.complaint_import_row where import_id = ? order by row_no")
                .param(id)
                .query((row, number) ->
                        new ComplaintImport.Row(row.getInt("row_no"), Optional.ofNullable(row.getString("case_no"))))
                .list();
    }

    private static ComplaintImport view(ResultSet row, int number) throws SQLException {
        return new ComplaintImport(
                row.getString("id"),
                row.getString("unit"),
                row.getString("imported_by"),
                row.getObject("imported_at", OffsetDateTime.class).toInstant(),
                row.getInt("total"),
                row.getInt("opened"),
                row.getInt("failed"),
                List.of());
    }

    private static Claim claim(ResultSet row, int number) throws SQLException {
        return new Claim(
                row.getString("id"),
                row.getString("unit"),
                row.getString("imported_by"),
                row.getString("post_key"),
                row.getString("sha256"));
    }
}

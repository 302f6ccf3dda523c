package dev.whistle.procedure.complaint;

import dev.whistle.casefile.SealedText;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables {@code whistle.complaint_import} and {@code complaint_import_row}. */
@Component
class ImportTable {

    private static final int LONGEST_REASON = 400;

    private static final String IMPORTS = """
            select i.id, i.unit, i.imported_by, i.imported_at, i.total,
                (select count(*) from whistle.complaint_import_row r
                 where r.import_id = i.id and r.case_no is not null) as opened,
                (select count(*) from whistle.complaint_import_row r
                 where r.import_id = i.id and r.failed) as failed,
                (select count(*) from whistle.complaint_import_row r
                 where r.import_id = i.id and r.failed and r.content is not null) as repeatable
            from whistle.complaint_import i
            """;

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
                        update whistle.complaint_import_row
                        set case_no = ?, key_id = null, content = null, reason = null
                        where import_id = ? and row_no = ?""").params(caseNo, id, row).update();
    }

    /** @param reason why it was in vain, in an officer's words; null where nobody can say */
    void tried(String id, List<Integer> rows, @Nullable String reason) {
        String words = reason == null || reason.length() <= LONGEST_REASON
                ? reason
                : reason.substring(0, LONGEST_REASON - 1) + "…";
        batches.batchUpdate(
                """
                update whistle.complaint_import_row set tries = tries + 1, reason = ?
                where import_id = ? and row_no = ?""", rows.stream().map(it -> new Object[] {words, id, it}).toList());
    }

    /** It gets no case, unless somebody has it run again. */
    void failed(String id, int row) {
        db.sql("update whistle.complaint_import_row set failed = true where import_id = ? and row_no = ?")
                .params(id, row)
                .update();
    }

    boolean anyFailed(String id) {
        return db.sql("select count(*) from whistle.complaint_import_row where import_id = ? and failed")
                        .param(id)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /**
     * Lets the failed rows wait again, unless they have been forgotten.
     *
     * @return how many
     */
    int again(String id) {
        return db.sql("""
                        update whistle.complaint_import_row set failed = false, tries = 0, reason = null
                        where import_id = ? and failed and content is not null""").param(id).update();
    }

    /** What waited of the failed rows is deleted. */
    void forgetFailed(String id) {
        db.sql("""
                        update whistle.complaint_import_row set key_id = null, content = null
                        where import_id = ? and failed""").param(id).update();
    }

    Optional<ComplaintImport> find(String id) {
        return db.sql(IMPORTS + "where i.id = ?")
                .param(id)
                .query(ImportTable::view)
                .optional()
                .map(it -> it.done() ? it.with(rows(id)) : it);
    }

    /**
     * Imports of these units, the newest first, without their rows.
     *
     * @param page from 0
     */
    ComplaintImportPage list(Collection<String> units, int page, int size) {
        if (units.isEmpty()) {
            return new ComplaintImportPage(List.of(), 0);
        }
        List<ComplaintImport> imports = db.sql(IMPORTS + """
                        where i.unit in (:units)
                        order by i.imported_at desc, i.id
                        offset :skip rows fetch next :size rows only""")
                .param("units", units)
                .param("skip", (long) page * size)
                .param("size", size)
                .query(ImportTable::view)
                .list();
        long total = db.sql("select count(*) from whistle.complaint_import where unit in (:units)")
                .param("units", units)
                .query(Long.class)
                .single();
        return new ComplaintImportPage(imports, total);
    }

    private List<ComplaintImport.Row> rows(String id) {
        return db.sql("""
                        select row_no, unit, case_no, reason from whistle.complaint_import_row
                        where import_id = ? order by row_no""")
                .param(id)
                .query((row, number) -> new ComplaintImport.Row(
                        row.getInt("row_no"),
                        row.getString("unit"),
                        Optional.ofNullable(row.getString("case_no")),
                        Optional.ofNullable(row.getString("reason"))))
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
                row.getInt("repeatable"),
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

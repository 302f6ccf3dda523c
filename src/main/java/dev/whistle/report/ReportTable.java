package dev.whistle.report;

import dev.whistle.organisation.Unit;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Issued reports; nothing of them is ever changed. */
@Component
class ReportTable {

    private static final String SHORT =
            "select office, kind, period, number, title, sha256, docx_sha256, xlsx_sha256, issued_by, issued_at from whistle.report";

    private final JdbcClient db;

    ReportTable(JdbcClient db) {
        this.db = db;
    }

    /** Those of some offices, the latest first. */
    List<IssuedReport> of(List<Unit> offices) {
        return db.sql(SHORT + " where office in (:offices) order by issued_at desc, period desc, kind, office")
                .param("offices", offices.stream().map(Unit::id).toList())
                .query(ReportTable::report)
                .list();
    }

    Optional<IssuedReport> find(Unit office, Period period) {
        return db.sql(SHORT + " where office = ? and kind = ? and period = ?")
                .params(office.id(), period.kind().name(), period.code())
                .query(ReportTable::report)
                .optional();
    }

    Optional<byte[]> file(Unit office, Period period, ReportFormat format) {
        return db.sql("select " + format.suffix() + " from whistle.report where office = ? and kind = ? and period = ?")
                .params(office.id(), period.kind().name(), period.code())
                .query((row, n) -> row.getBytes(format.suffix()))
                .optional();
    }

    void add(IssuedReport report, String figures, Supplement supplement, byte[] docx, byte[] xlsx) {
        db.sql("""
                insert into whistle.report (id, office, kind, period, number, title, figures, sha256,
                    work, plan, docx, docx_sha256, xlsx, xlsx_sha256, issued_by, issued_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        UUID.randomUUID().toString(),
                        report.office(),
                        report.kind().name(),
                        report.period(),
                        report.number(),
                        report.title(),
                        figures,
                        report.sha256(),
                        supplement.work(),
                        supplement.plan(),
                        docx,
                        report.docxSha256(),
                        xlsx,
                        report.xlsxSha256(),
                        report.issuedBy(),
                        report.issuedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    private static IssuedReport report(ResultSet row, int number) throws SQLException {
        return new IssuedReport(
                row.getString("office"),
                ReportKind.valueOf(row.getString("kind")),
                row.getString("period"),
                row.getString("number"),
                row.getString("title"),
                row.getString("sha256"),
                row.getString("docx_sha256"),
                row.getString("xlsx_sha256"),
                row.getString("issued_by"),
                row.getObject("issued_at", OffsetDateTime.class).toInstant());
    }
}

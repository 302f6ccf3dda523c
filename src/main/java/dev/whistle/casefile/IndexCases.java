package dev.whistle.casefile;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Component;

/**
 * Migration V22: cases that were opened before there was a search are found by it, too. In Java, because no SQL of both
 * databases takes a Chinese text apart.
 */
@Component
class IndexCases implements JavaMigration {

    private static final int BATCH = 500;

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("22");
    }

    @Override
    public String getDescription() {
        return "terms of cases";
    }

    @Override
    public @Nullable Integer getChecksum() {
        return null;
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }

    @Override
    public void migrate(Context context) throws SQLException {
        Connection connection = context.getConnection();
        // Flyway's connection stays Flyway's to close.
        JdbcTemplate db = new JdbcTemplate(new SingleConnectionDataSource(connection, true));
        try (Statement statement = connection.createStatement()) {
            statement.setFetchSize(BATCH);
            try (ResultSet cases = statement.executeQuery("""
                    select c.case_no, c.opened_at, c.title, p.name as compound_name, c.external_no
                    from whistle.case_file c left join whistle.compound p on p.id = c.compound""")) {
                List<Object[]> rows = new ArrayList<>();
                while (cases.next()) {
                    rows.addAll(terms(cases).rows());
                    if (rows.size() >= BATCH) {
                        db.batchUpdate(CaseTerms.INSERT, rows);
                        rows.clear();
                    }
                }
                db.batchUpdate(CaseTerms.INSERT, rows);
            }
        }
    }

    private static CaseTerms terms(ResultSet row) throws SQLException {
        return new CaseTerms(
                row.getString("case_no"),
                row.getObject("opened_at", OffsetDateTime.class),
                row.getString("title"),
                row.getString("compound_name"),
                row.getString("external_no"));
    }
}

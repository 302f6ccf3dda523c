package dev.whistle.board;

import dev.whistle.board.BoardFigures.InterimCompound;
import dev.whistle.organisation.Basis;
import dev.whistle.organisation.Compounds;
import dev.whistle.organisation.Responsibility;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Compounds that somebody runs for the time being today; one statement. */
@Component
class InterimCompounds {

    private final JdbcClient db;
    private final Names names;

    InterimCompounds(JdbcClient db, Names names) {
        this.db = db;
        this.names = names;
    }

    /** By street and name. */
    List<InterimCompound> of(Frame frame) {
        Scope scope = frame.scope();
        if (!scope.seesStreets() && !scope.ofCompany()) {
            return List.of();
        }
        String mine = scope.reach()
                .and(scope.ofCompany() ? "r.company in (:units)" : "(c.street in (:units) or c.community in (:units))");
        return db.sql("""
                        select c.id, c.name, c.street, r.basis, coalesce(r.company, r.unit) as runner, r.from_day
                        from whistle.compound c %s
                        where r.basis in (:interim) %s
                        order by c.street, c.name, c.id""".formatted(Compounds.withRunner(":day"), mine))
                .params(frame.values())
                .param("day", frame.now().toLocalDate())
                .param(
                        "interim",
                        Arrays.stream(Basis.values())
                                .filter(Basis::interim)
                                .map(Basis::name)
                                .toList())
                .query(this::compound)
                .list();
    }

    private InterimCompound compound(ResultSet row, int number) throws SQLException {
        Basis basis = Basis.valueOf(row.getString("basis"));
        String runner = row.getString("runner");
        LocalDate since = row.getObject("from_day", LocalDate.class);
        return new InterimCompound(
                row.getString("id"),
                row.getString("name"),
                row.getString("street"),
                names.ofUnit(row.getString("street")),
                basis.code(),
                basis.label(),
                runner,
                runner == null ? null : names.ofUnit(runner),
                since.equals(Responsibility.BEFORE_RECORDS) ? null : since);
    }
}

package dev.whistle.board;

import dev.whistle.board.BoardFigures.PatrolsOfUnit;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Patrols against the minimum, over the weeks that began in a range and are closed; one statement. */
@Component
class PatrolSums {

    /** Visits beyond a week's minimum do not make up for another week or compound. */
    private static final String SUMS = """
            select w.unit, sum(w.minimum) as minimum, sum(least(w.done, w.minimum)) as done,
                   sum(w.shortfall) as shortfall, min(w.week) as first, max(w.week) as last
            from whistle.patrol_week w where w.week >= :first and w.week <= :last %s
            group by w.unit""";

    private final JdbcClient db;
    private final Names names;

    PatrolSums(JdbcClient db, Names names) {
        this.db = db;
        this.names = names;
    }

    /** A unit's sums, with the Mondays of its first and last week. */
    record Sum(PatrolsOfUnit of, LocalDate first, LocalDate last) {}

    /** Units with a minimum, those that lack most first. */
    List<Sum> of(Frame frame) {
        if (!frame.scope().seesPatrols()) {
            return List.of();
        }
        return db
                .sql(SUMS.formatted(frame.scope().reach().and("w.unit in (:units)")))
                .params(frame.values())
                .param("first", frame.months().firstDay())
                .param("last", frame.months().lastDay())
                .query((row, n) -> new Sum(
                        new PatrolsOfUnit(
                                row.getString("unit"),
                                names.ofUnit(row.getString("unit")),
                                row.getLong("minimum"),
                                row.getLong("done"),
                                row.getLong("shortfall")),
                        row.getObject("first", LocalDate.class),
                        row.getObject("last", LocalDate.class)))
                .list()
                .stream()
                .sorted((a, b) -> PatrolsOfUnit.MOST_LACKING_FIRST.compare(a.of(), b.of()))
                .toList();
    }
}

package dev.whistle.board;

import dev.whistle.board.BoardFigures.PatrolsOfUnit;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Patrols against the minimum, over the weeks that began in a range and are closed; one statement. */
@Component
class PatrolSums {

    /** Visits beyond a week's minimum do not make up for another week or compound. */
    static final String DONE = "least(w.done, w.minimum)";

    private static final String SUMS = "select w.unit, sum(w.minimum) as minimum, sum(" + DONE
            + ") as done, sum(w.shortfall) as shortfall, min(w.week) as first, max(w.week) as last ";

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
                .sql(SUMS + counted(frame) + " group by w.unit")
                .params(values(frame))
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

    /** From and where of the closed weeks {@code w} that a board counts. */
    static String counted(Frame frame) {
        return "from whistle.patrol_week w where w.week >= :first and w.week <= :last"
                + frame.scope().reach().and("w.unit in (:units)");
    }

    /** What {@link #counted} is filled with. */
    static Map<String, Object> values(Frame frame) {
        Map<String, Object> values = frame.values();
        values.put("first", frame.months().firstDay());
        values.put("last", frame.months().lastDay());
        return values;
    }
}

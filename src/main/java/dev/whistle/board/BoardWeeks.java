package dev.whistle.board;

import dev.whistle.organisation.Officer;
import dev.whistle.organisation.Units;
import dev.whistle.problem.Problem;
import dev.whistle.problem.Problem.Kind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** The weeks behind a board's figures of patrols, one for each unit and, where it is counted by compounds, compound. */
@Component
public class BoardWeeks {

    private static final String SUMS = "select count(*) as total, coalesce(sum(w.minimum), 0) as minimum, coalesce(sum("
            + PatrolSums.DONE + "), 0) as done, coalesce(sum(w.shortfall), 0) as shortfall";

    /** A unit that has fallen short too often in a row is reported once for the week, whatever its compounds. */
    private static final String PAGE = """
            select one.*, k.name as compound_name,
                case when one.shortfall > 0 then
                    (select min(b.matter) from whistle.breach b where b.unit = one.unit
                     and b.occasion = cast(one.week as varchar(10)) and b.source = 'patrol') end as case_no
            from (select w.* %s order by w.shortfall desc, w.week desc, w.unit, w.compound
                  offset :skip rows fetch next :size rows only) one
            left join whistle.compound k on k.id = one.compound
            order by one.shortfall desc, one.week desc, one.unit, one.compound""";

    private final Frames frames;
    private final Names names;
    private final Units units;
    private final JdbcClient db;

    BoardWeeks(Frames frames, Names names, Units units, JdbcClient db) {
        this.frames = frames;
        this.names = names;
        this.units = units;
        this.db = db;
    }

    /**
     * A page of weeks, those that lack most first and of these the latest; two statements.
     *
     * @throws Problem as {@link Board#of}, or of kind NOT_FOUND if the board has no such unit as is asked about
     */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public CountedWeeks list(Officer officer, BoardQuery query, WeeksAsked asked) {
        Frame frame = frames.of(officer, query);
        String of = asked.of();
        if (of != null
                && units.find(of).filter(it -> frame.scope().has(it.id())).isEmpty()) {
            throw new Problem(Kind.NOT_FOUND, "unit.not-found", of);
        }
        if (!frame.scope().seesPatrols()) {
            return new CountedWeeks(List.of(), 0, 0, 0, 0);
        }
        String from = "\n" + PatrolSums.counted(frame) + (of == null ? "" : " and w.unit = :of")
                + (asked.lacking() ? " and w.shortfall > 0" : "");
        Map<String, Object> values = PatrolSums.values(frame);
        values.put("of", of);
        values.put("skip", (long) asked.page() * asked.size());
        values.put("size", asked.size());
        CountedWeeks none = db.sql(SUMS + from)
                .params(values)
                .query((row, n) -> new CountedWeeks(
                        List.of(),
                        row.getLong("total"),
                        row.getLong("minimum"),
                        row.getLong("done"),
                        row.getLong("shortfall")))
                .single();
        return none.total() == 0
                ? none
                : new CountedWeeks(page(from, values), none.total(), none.minimum(), none.done(), none.lacking());
    }

    private List<CountedWeek> page(String from, Map<String, Object> values) {
        return db.sql(PAGE.formatted(from)).params(values).query(this::week).list();
    }

    private CountedWeek week(ResultSet row, int number) throws SQLException {
        return new CountedWeek(
                row.getObject("week", LocalDate.class),
                row.getString("unit"),
                names.ofUnit(row.getString("unit")),
                text(row.getString("compound")),
                row.getString("compound_name"),
                row.getInt("minimum"),
                row.getInt("done"),
                row.getInt("shortfall"),
                row.getInt("streak"),
                row.getString("case_no"));
    }

    private static @Nullable String text(String text) {
        return text.isEmpty() ? null : text;
    }
}

package dev.whistle.board;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The open cases, counted by what they are and by whose they are now; a statement each. */
@Component
class OpenCases {

    private static final String OF_CASES = """
            select procedure, street, how, count(*) as n
            from (select c.procedure, c.street, coalesce(due.how, 0) as how from whistle.case_file c %s
                  where c.closed_at is null %s) one
            group by procedure, street, how""";

    private static final String OF_HOLDERS = """
            select unit, referred, how, count(*) as n
            from (select coalesce(h.unit, c.unit) as unit, case when %s then 1 else 0 end as referred,
                         coalesce(due.how, 0) as how
                  from whistle.case_file c
                  left join (select distinct t.case_no, t.unit from whistle.case_hold t where t.until is null) h
                      on h.case_no = c.case_no %s
                  where c.closed_at is null %s) one
            group by unit, referred, how""";

    private final JdbcClient db;

    OpenCases(JdbcClient db) {
        this.db = db;
    }

    /** How many open cases there are of a kind. */
    record OfCases(String procedure, @Nullable String street, int how, long count) {}

    /**
     * How many open cases a unit has: those that it holds a task of, and its own that nobody does.
     *
     * @param referred whether they neither belong to it nor are about it
     */
    record OfHolder(String unit, boolean referred, int how, long count) {}

    List<OfCases> byKind(Frame frame) {
        return db.sql(OF_CASES.formatted(Sql.DUE, narrowed(frame)))
                .params(frame.values())
                .query((row, n) -> new OfCases(
                        row.getString("procedure"), row.getString("street"), row.getInt("how"), row.getLong("n")))
                .list();
    }

    List<OfHolder> byHolder(Frame frame) {
        return db.sql(OF_HOLDERS.formatted(Sql.REFERRED, Sql.DUE, narrowed(frame)))
                .params(frame.values())
                .query((row, n) -> new OfHolder(
                        row.getString("unit"), row.getInt("referred") == 1, row.getInt("how"), row.getLong("n")))
                .list();
    }

    private static String narrowed(Frame frame) {
        return frame.scope().reach().and(Sql.WITH_UNITS) + frame.andProcedure();
    }
}

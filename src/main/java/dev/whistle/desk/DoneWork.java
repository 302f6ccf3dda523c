package dev.whistle.desk;

import dev.whistle.casefile.ReadableCases;
import dev.whistle.organisation.Access;
import dev.whistle.organisation.Officer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What an officer has done: tasks, events, and cases that he or she brought in. It is read off the timeline. A case that
 * has gone out of the officer's sight since is left out.
 */
@Component
public class DoneWork {

    /** A step that took what somebody entered is the one that opened the case for him or her. */
    private static final String BY = """
            from whistle.case_event e
            join whistle.case_file c on c.case_no = e.case_no
            left join whistle.compound k on k.id = c.compound
            where e.actor = :user
              and (e.kind in ('TASK', 'EVENT') or e.kind = 'STEP' and e.entered is not null)
              and\s""" + ReadableCases.CAME_TO;

    private final JdbcClient db;
    private final Access access;
    private final Clock clock;

    DoneWork(JdbcClient db, Access access, Clock clock) {
        this.db = db;
        this.access = access;
        this.clock = clock;
    }

    /** What this officer has done, the latest first. */
    public DonePage by(Officer officer, DoneQuery query) {
        Set<String> readable = access.readableUnits(officer);
        if (readable.isEmpty()) {
            return new DonePage(List.of(), 0);
        }
        Map<String, Object> values = new HashMap<>();
        values.put("user", officer.user());
        values.put("readable", readable);
        String where = BY + narrowed(query, values);
        long total = db.sql("select count(*) " + where)
                .params(values)
                .query(Long.class)
                .single();
        values.put("skip", (long) query.page() * query.size());
        values.put("size", query.size());
        List<Done> done = db.sql(
                        "select e.case_no, e.name, e.at, c.title, c.closed_at, c.outcome, k.name as compound_name "
                                + where + " order by e.id desc offset :skip rows fetch next :size rows only")
                .params(values)
                .query(DoneWork::done)
                .list();
        return new DonePage(done, total);
    }

    private String narrowed(DoneQuery query, Map<String, Object> values) {
        StringBuilder where = new StringBuilder();
        if (query.from() != null) {
            where.append(" and e.at >= :from");
            values.put("from", begin(query.from()));
        }
        if (query.to() != null) {
            where.append(" and e.at < :end");
            values.put("end", begin(query.to().plusDays(1)));
        }
        if (query.text() != null) {
            where.append(" and (e.case_no like :text escape '!' or c.title like :text escape '!'")
                    .append(" or k.name like :text escape '!' or e.name like :text escape '!')");
            values.put("text", "%" + query.text().replaceAll("[!%_]", "!$0") + "%");
        }
        return where.toString();
    }

    private OffsetDateTime begin(LocalDate day) {
        return day.atStartOfDay(clock.getZone()).toOffsetDateTime();
    }

    private static Done done(ResultSet row, int number) throws SQLException {
        OffsetDateTime closed = row.getObject("closed_at", OffsetDateTime.class);
        return new Done(
                row.getString("case_no"),
                row.getString("title"),
                row.getString("compound_name"),
                row.getString("name"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                closed == null ? null : closed.toInstant(),
                row.getString("outcome"));
    }
}

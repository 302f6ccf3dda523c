package dev.whistle.casefile;

import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Cases that people still have in mind: those under way, and those closed not long ago. */
@Component
public class RecentCases {

    private final JdbcClient db;

    RecentCases(JdbcClient db) {
        this.db = db;
    }

    /**
     * A case as a list shows it.
     *
     * @param unit id of the unit that took it up
     */
    public record Recent(String caseNo, String title, String unit) {}

    /**
     * The newest first; one statement.
     *
     * @param readable ids of the units whose cases the asker may read
     * @param since those that were closed before are left out
     * @param except a procedure whose cases are left out
     */
    public List<Recent> of(Collection<String> readable, OffsetDateTime since, String except, int atMost) {
        if (readable.isEmpty()) {
            return List.of();
        }
        return db.sql("""
                        select c.case_no, c.title, c.unit from whistle.case_file c
                        where (c.closed_at is null or c.closed_at >= :since) and c.procedure <> :except
                          and %s
                        order by c.opened_at desc, c.case_no desc fetch first :atMost rows only""".formatted(ReadableCases.CAME_TO))
                .param("since", since)
                .param("except", except)
                .param("readable", readable)
                .param("atMost", atMost)
                .query((row, n) -> new Recent(row.getString("case_no"), row.getString("title"), row.getString("unit")))
                .list();
    }
}

package dev.whistle.casefile;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Steps that start another case do it once, however often the engine runs them. */
@Component
public class ClaimedSteps {

    private final JdbcClient db;

    ClaimedSteps(JdbcClient db) {
        this.db = db;
    }

    /**
     * Claims a run of a step.
     *
     * @param step id of the run: of the activity's instance
     * @return false where it was claimed before
     */
    public boolean first(String caseNo, String step) {
        return db.sql("""
                        insert into whistle.claimed_step (case_no, step)
                        select cast(? as varchar(20)), cast(? as varchar(100))
                        where not exists (select 1 from whistle.claimed_step where case_no = ? and step = ?)""").params(caseNo, step, caseNo, step).update() > 0;
    }
}

package dev.whistle.procedure.companyexit;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Steps that start another case do it once. */
@Component
class ExitSteps {

    private final JdbcClient db;

    ExitSteps(JdbcClient db) {
        this.db = db;
    }

    /** Claims a run of a step; false where it was claimed before. */
    boolean first(String caseNo, String step) {
        return db.sql("""
                        insert into whistle.exit_step (case_no, step)
                        select cast(? as varchar(20)), cast(? as varchar(100))
                        where not exists (select 1 from whistle.exit_step where case_no = ? and step = ?)""").params(caseNo, step, caseNo, step).update() > 0;
    }
}

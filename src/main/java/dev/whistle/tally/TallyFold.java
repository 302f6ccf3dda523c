package dev.whistle.tally;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Folds what was counted since last night, so that what is read stays as small as there are kinds of things to count.
 * No figure changes. Nodes that fold at the same time fold different lines.
 */
@Component
@EnableScheduling
class TallyFold {

    private final JdbcClient db;

    TallyFold(JdbcClient db) {
        this.db = db;
    }

    @Scheduled(cron = "0 10 3 * * *", zone = "Asia/Shanghai")
    @Transactional
    public void fold() {
        String run = UUID.randomUUID().toString();
        if (db.sql("update whistle.tally set fold = ? where fold = ''")
                        .param(run)
                        .update()
                == 0) {
            return;
        }
        db.sql("""
                merge into whistle.tally kept
                using (select of_month, measure, procedure, unit, company, item, sum(n) as n from whistle.tally
                       where fold = ? group by of_month, measure, procedure, unit, company, item) as more
                on kept.fold = 'folded' and kept.of_month = more.of_month and kept.measure = more.measure
                    and kept.procedure = more.procedure and kept.unit = more.unit and kept.company = more.company
                    and kept.item = more.item
                when matched then update set n = kept.n + more.n
                when not matched then insert (of_month, measure, procedure, unit, company, item, n, fold)
                    values (more.of_month, more.measure, more.procedure, more.unit, more.company, more.item, more.n, 'folded')""").param(run).update();
        db.sql("delete from whistle.tally where fold = ?").param(run).update();
    }
}

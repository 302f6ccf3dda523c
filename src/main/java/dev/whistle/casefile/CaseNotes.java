package dev.whistle.casefile;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Notes that procedures put on a case's file. */
@Component
class CaseNotes {

    private final JdbcClient db;
    private final Timeline timeline;

    CaseNotes(JdbcClient db, Timeline timeline) {
        this.db = db;
        this.timeline = timeline;
    }

    /**
     * Puts a note on the file. The step that files it does so once on each occasion: again, nothing changes.
     *
     * @param element id of the model's element
     * @param occasion what tells one passing of the step from the next
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void file(String caseNo, String element, String occasion, CaseNote note) {
        if (claimed(caseNo, element, occasion)) {
            timeline.record(caseNo, EventKind.FILED, element, "归卷", null, note.entries());
        }
    }

    /** Two at once: the later one fails at the key and is done again by the engine. */
    private boolean claimed(String caseNo, String element, String occasion) {
        return db.sql("""
                insert into whistle.filed (case_no, element, occasion)
                select cast(:caseNo as varchar(20)), cast(:element as varchar(100)), cast(:occasion as varchar(200))
                where not exists (select 1 from whistle.filed
                                  where case_no = :caseNo and element = :element and occasion = :occasion)""")
                        .param("caseNo", caseNo)
                        .param("element", element)
                        .param("occasion", occasion)
                        .update()
                == 1;
    }
}

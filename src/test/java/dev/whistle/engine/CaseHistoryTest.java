package dev.whistle.engine;

import static dev.whistle.procedure.complaint.ComplaintStory.answered;
import static dev.whistle.procedure.complaint.ComplaintStory.call;
import static dev.whistle.procedure.complaint.ComplaintStory.explained;
import static dev.whistle.procedure.complaint.ComplaintStory.investigated;
import static dev.whistle.procedure.complaint.ComplaintStory.signed;
import static dev.whistle.procedure.complaint.ComplaintStory.visited;
import static org.assertj.core.api.Assertions.assertThat;

import dev.whistle.procedure.complaint.ComplaintProcess.Tasks;
import dev.whistle.procedure.explanation.ExplanationProcess;
import dev.whistle.procedure.followup.FollowUpProcess;
import dev.whistle.procedure.followup.FollowUpProcess.Satisfaction;
import dev.whistle.testing.Desk;
import dev.whistle.testing.OnH2;
import java.util.List;
import java.util.function.Predicate;
import org.camunda.bpm.engine.HistoryService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** What the engine remembers of a case, and that all of it can be removed when its time has come. */
@OnH2
class CaseHistoryTest {

    @Autowired
    private Desk desk;

    @Autowired
    private HistoryService history;

    @Autowired
    private JdbcTemplate db;

    @Test
    void everyLineOfAnEndedCaseHasItsDateOfRemovalAndNoneIsAVariable() {
        String instance = answeredCase();

        List<String> written =
                tables().stream().filter(it -> lines(it, instance, "") > 0).toList();
        assertThat(written)
                .contains("ACT_HI_ACTINST", "ACT_HI_OP_LOG", "ACT_HI_PROCINST", "ACT_HI_TASKINST")
                .doesNotContain("ACT_HI_VARINST", "ACT_HI_DETAIL", "ACT_GE_BYTEARRAY");
        assertThat(written).allMatch(withoutDate(instance).negate());
    }

    private String answeredCase() {
        String caseNo = desk.starts("wanli-1", "complaint", call("2026-09-10T09:40:00+08:00"));
        desk.does("wanli", caseNo, Tasks.SIGN_FOR, signed("dept-fire"));
        desk.does("fire", caseNo, Tasks.INVESTIGATE, investigated("2026-09-10"));
        desk.does("fire", caseNo, Tasks.ANSWER, answered());
        desk.does("fire", caseNo, ExplanationProcess.Tasks.EXPLAIN, explained()); // it is long overdue
        desk.does("wanli-1", caseNo, FollowUpProcess.Tasks.VISIT, visited("2026-09-10", Satisfaction.SATISFIED));
        return history.createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(caseNo)
                .rootProcessInstances()
                .singleResult()
                .getId();
    }

    /** Every table in which the engine keeps dates of removal. */
    private List<String> tables() {
        return db.queryForList(
                "select table_name from information_schema.columns where column_name = 'REMOVAL_TIME_'"
                        + " and table_name in (select table_name from information_schema.columns"
                        + " where column_name = 'ROOT_PROC_INST_ID_')",
                String.class);
    }

    private Predicate<String> withoutDate(String instance) {
        return table -> lines(table, instance, " and REMOVAL_TIME_ is null") > 0;
    }

    private int lines(String table, String instance, String condition) {
        return db.queryForObject(
                "select count(*) from " + table + " where ROOT_PROC_INST_ID_ = ?" + condition, Integer.class, instance);
    }
}

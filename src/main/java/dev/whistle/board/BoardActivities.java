package dev.whistle.board;

import dev.whistle.casefile.ChineseTime;
import dev.whistle.organisation.Officer;
import dev.whistle.problem.FieldError;
import dev.whistle.problem.Problem;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How many tasks lie at which step of a model, whichever case it runs in; one statement. */
@Component
public class BoardActivities {

    /** A task that two units hold is one. */
    private static final String TASKS = """
            select element, count(*) as n, sum(overdue) as overdue
            from (select h.task, max(h.element) as element,
                         max(case when t.due_date_ is null and due.how = 2 or t.due_date_ <= :clock then 1 else 0 end)
                             as overdue
                  from whistle.case_hold h
                  join whistle.case_file c on c.case_no = h.case_no
                  join public.act_ru_task t on t.id_ = h.task
                  join public.act_re_procdef p on p.id_ = t.proc_def_id_ and p.key_ = :process %s
                  where h.until is null and c.closed_at is null %s
                  group by h.task) one
            group by element order by element""";

    private final Frames frames;
    private final Names names;
    private final JdbcClient db;

    BoardActivities(Frames frames, Names names, JdbcClient db) {
        this.frames = frames;
        this.names = names;
        this.db = db;
    }

    /**
     * The steps at which something lies, by their ids.
     *
     * @param query with the process in place of a procedure; it may be one that others call
     * @throws Problem as {@link Board#of}
     */
    public List<BoardActivity> of(Officer officer, BoardQuery query) {
        Frame frame = frames.of(officer, new BoardQuery(query.from(), query.to(), query.unit(), null));
        return db.sql(TASKS.formatted(Sql.DUE, frame.scope().reach().and(Sql.WITH_UNITS)))
                .params(frame.values())
                .param("process", process(query))
                .param("clock", frame.now().atZoneSameInstant(ChineseTime.CHINA).toLocalDateTime())
                .query((row, n) ->
                        new BoardActivity(row.getString("element"), row.getLong("n"), row.getLong("overdue")))
                .list();
    }

    private String process(BoardQuery query) {
        String process = query.procedure();
        if (process == null) {
            throw Problem.invalid(new FieldError("procedure", "field.missing"));
        }
        Map<String, String> processes = names.processes();
        names.procedureUnknown(process, processes).ifPresent(it -> {
            throw Problem.invalid(it);
        });
        return process;
    }
}

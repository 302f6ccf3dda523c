package dev.whistle.procedure.assignment;

import dev.whistle.organisation.CurrentOfficer;
import dev.whistle.organisation.Officer;
import dev.whistle.transaction.PerTransaction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The orders as they are stored. */
@Component
class OrderTable {

    /** What the running transaction has read or written: a model asks for the orders of a case again and again. */
    private final PerTransaction<Map<String, List<WorkOrder>>> known = new PerTransaction<>(HashMap::new);

    private final JdbcClient db;
    private final JdbcTemplate batches;
    private final CurrentOfficer current;
    private final Clock clock;

    OrderTable(JdbcClient db, JdbcTemplate batches, CurrentOfficer current, Clock clock) {
        this.db = db;
        this.batches = batches;
        this.current = current;
        this.clock = clock;
    }

    /** The orders of a case in the order of their rows; none where it has placed none yet. */
    List<WorkOrder> of(String caseNo) {
        return known.get().computeIfAbsent(caseNo, this::read);
    }

    private List<WorkOrder> read(String caseNo) {
        Map<String, WorkOrder> orders = new HashMap<>();
        db.sql("""
                        select o.unit, o.place, o.task, o.due_on, e.state
                        from whistle.work_order o
                        join whistle.work_order_event e on e.case_no = o.case_no and e.unit = o.unit
                        where o.case_no = ? order by e.id""")
                .param(caseNo)
                .query((row, n) ->
                        orders.merge(row.getString("unit"), order(row), (before, now) -> before.with(now.state())))
                .list();
        return orders.values().stream()
                .sorted((a, b) -> Integer.compare(a.place(), b.place()))
                .toList();
    }

    private static WorkOrder order(ResultSet row) throws SQLException {
        return new WorkOrder(
                row.getString("unit"),
                row.getInt("place"),
                row.getString("task"),
                row.getObject("due_on", LocalDate.class),
                OrderState.valueOf(row.getString("state")),
                1);
    }

    /** Stores the orders of a case, each of them placed. */
    void place(String caseNo, List<WorkOrder> orders, String step) {
        batches.batchUpdate(
                "insert into whistle.work_order (case_no, unit, place, task, due_on) values (?, ?, ?, ?, ?)",
                orders.stream()
                        .map(it -> new Object[] {caseNo, it.unit(), it.place(), it.task(), it.dueOn()})
                        .toList());
        known.get().put(caseNo, orders);
        append(caseNo, orders.stream().map(WorkOrder::unit).toList(), OrderState.PLACED, null, step);
    }

    /** Notes what has become of the orders of these units; what this step has noted already is left as it is. */
    void note(String caseNo, Collection<String> units, OrderState state, @Nullable LocalDate until, String step) {
        append(caseNo, units, state, until, step);
        known.get().remove(caseNo);
    }

    private void append(
            String caseNo, Collection<String> units, OrderState state, @Nullable LocalDate until, String step) {
        if (units.isEmpty()) {
            return;
        }
        String officer = current.get().map(Officer::user).orElse(null);
        OffsetDateTime now = OffsetDateTime.now(clock);
        batches.batchUpdate(
                """
                insert into whistle.work_order_event (case_no, unit, state, until, at, officer, step)
                select cast(? as varchar(20)), cast(? as varchar(64)), cast(? as varchar(20)), cast(? as date),
                    cast(? as timestamp with time zone), cast(? as varchar(64)), cast(? as varchar(100))
                where not exists (select 1 from whistle.work_order_event
                                  where case_no = ? and unit = ? and state = ? and step = ?)""",
                units.stream()
                        .map(it -> new @Nullable Object[] {
                            caseNo, it, state.name(), until, now, officer, step, caseNo, it, state.name(), step
                        })
                        .toList());
    }
}

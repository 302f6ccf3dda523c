package dev.whistle.procedure.assignment;

import dev.whistle.casefile.Cases;
import dev.whistle.casefile.ChineseTime;
import dev.whistle.casefile.Submission;
import dev.whistle.casefile.Submissions;
import dev.whistle.clock.ClockState;
import dev.whistle.clock.Clocks;
import dev.whistle.organisation.Units;
import dev.whistle.problem.FieldError;
import dev.whistle.problem.Problem;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The orders that a case gives to units (P10), called by models as {@code workOrders}. */
@Component("workOrders")
public class WorkOrders {

    private static final String OFFICE_DISPATCH = "office-dispatch";

    private final OrderTable table;
    private final OrderRules rules;
    private final Cases cases;
    private final Clocks clocks;
    private final Units units;
    private final Submissions submissions;

    WorkOrders(OrderTable table, OrderRules rules, Cases cases, Clocks clocks, Units units, Submissions submissions) {
        this.table = table;
        this.rules = rules;
        this.cases = cases;
        this.clocks = clocks;
        this.units = units;
        this.submissions = submissions;
    }

    /** Ids of the units that are ordered to do something, in the order of the rows. */
    public List<String> units(DelegateExecution execution) {
        return of(execution).stream().map(WorkOrder::unit).toList();
    }

    /** Ids of those that have not done it yet. */
    public List<String> openUnits(DelegateExecution execution) {
        return of(execution).stream()
                .filter(WorkOrder::open)
                .map(WorkOrder::unit)
                .toList();
    }

    /** The last day that was set for a unit at first, {@code yyyy-MM-dd}. */
    public String dueOn(DelegateExecution execution, String unit) {
        return get(execution.getProcessBusinessKey(), unit).dueOn().toString();
    }

    /** A unit's name, which tells tasks of one name apart. */
    public String nameOf(DelegateExecution execution, String unit) {
        return units.nameOf(unit);
    }

    /** Id of the unit that gives the orders and signs them. */
    public String orderer(DelegateExecution execution) {
        return cases.get(execution.getProcessBusinessKey()).unit();
    }

    /** How it has ended: {@code done}, {@code late} where any unit was, or {@code none} where nobody had to do it. */
    public String result(DelegateExecution execution) {
        if (of(execution).stream().noneMatch(it -> it.state() == OrderState.DONE)) {
            return "none";
        }
        boolean late = clocks.of(execution.getProcessBusinessKey()).stream()
                .anyMatch(it -> it.kind().equals(AssignmentProcess.ORDER_CLOCK) && it.state() == ClockState.BREACHED);
        return late ? "late" : "done";
    }

    /** What each unit is to do by when, one to a line, as letters and forms show it; empty before it is ordered. */
    Optional<String> listed(String caseNo) {
        return Optional.of(table.of(caseNo).stream()
                        .map(it -> "%d．%s：%s（%s前完成，含当日）"
                                .formatted(it.place(), units.nameOf(it.unit()), it.task(), ChineseTime.of(it.dueOn())))
                        .collect(Collectors.joining("\n")))
                .filter(it -> !it.isEmpty());
    }

    /** Names of the units that are ordered to do something; empty before they are. */
    Optional<String> addressees(String caseNo) {
        return Optional.of(names(table.of(caseNo).stream().map(WorkOrder::unit).toList()))
                .filter(it -> !it.isEmpty());
    }

    /** What kind of order was not kept: one of the district's own office has a bulletin at once (JJ.A2.2.3.3). */
    public String breachSource(DelegateExecution execution) {
        String source = cases.get(execution.getProcessBusinessKey()).source();
        return OFFICE_DISPATCH.equals(source) ? OFFICE_DISPATCH : AssignmentProcess.ID;
    }

    /**
     * Places the orders of a case, once.
     *
     * @throws Problem naming every field that is not right
     */
    void place(String caseNo, List<OrderRow> rows, String step) {
        if (!table.of(caseNo).isEmpty()) {
            return;
        }
        List<FieldError> errors = rules.check(cases.get(caseNo), rows);
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors);
        }
        table.place(
                caseNo,
                rows.stream().filter(it -> !it.empty()).map(OrderRules::order).toList(),
                step);
        tell(new Submission.Draft().field("orders", "交办清单", listed(caseNo).orElse(null)));
    }

    /** The last day for doing something again, and what the form calls it. */
    record Until(String field, @Nullable String text) {}

    /** A unit is to do it again by this day. */
    record Again(String occasion, String lastDay) {}

    /**
     * Notes what has become of a unit's order, or of all that are open.
     *
     * @param unit null for all units that have not done it yet
     * @return where it is to be done again, by when
     * @throws Problem if it is to be done again and the last day is missing or not after today
     */
    Optional<Again> note(String caseNo, @Nullable String unit, String code, Until until, String step) {
        OrderState state = OrderState.of(code)
                .orElseThrow(() -> Problem.invalid(new FieldError("state", "assignment.state", code)));
        if (state.again()) {
            rules.checkAgain(until.field(), until.text()).ifPresent(it -> {
                throw Problem.invalid(it);
            });
        }
        List<String> meant = unit != null
                ? List.of(unit)
                : table.of(caseNo).stream()
                        .filter(WorkOrder::open)
                        .map(WorkOrder::unit)
                        .toList();
        LocalDate lastDay = state.again() ? LocalDate.parse(String.valueOf(until.text())) : null;
        table.note(caseNo, meant, state, lastDay, step);
        tell(new Submission.Draft()
                .field("unit", "承办单位", names(meant))
                .field("state", "进度", state.label())
                .field("until", "最后一日", lastDay == null ? null : ChineseTime.of(lastDay)));
        return unit == null || lastDay == null
                ? Optional.empty()
                : Optional.of(new Again(get(caseNo, unit).occasion(), lastDay.toString()));
    }

    private String names(List<String> ids) {
        return ids.stream().map(units::nameOf).collect(Collectors.joining("、"));
    }

    /** It goes into the step's own line of the timeline. */
    private void tell(Submission.Draft draft) {
        submissions.hold(draft.done());
    }

    private List<WorkOrder> of(DelegateExecution execution) {
        return table.of(execution.getProcessBusinessKey());
    }

    private WorkOrder get(String caseNo, String unit) {
        return table.of(caseNo).stream()
                .filter(it -> it.unit().equals(unit))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(unit + " is ordered nothing in " + caseNo));
    }
}

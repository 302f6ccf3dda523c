package dev.whistle.patrol;

import dev.whistle.casefile.Assignment;
import dev.whistle.casefile.CaseFile;
import dev.whistle.casefile.Cases;
import dev.whistle.engine.Tables;
import dev.whistle.engine.UnitTable;
import dev.whistle.organisation.Unit;
import dev.whistle.organisation.Units;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/**
 * Who deals with what a patrol found; asked by the model {@code patrol-finding} as {@code findingUnits}. Ids of units.
 */
@Component
public class FindingUnits implements UnitTable {

    private static final String DEPARTMENTS = "patrol-departments";

    private final Cases cases;
    private final Units units;
    private final Tables tables;
    private final Assignment assign;
    private final Clock clock;

    FindingUnits(Cases cases, Units units, Tables tables, Assignment assign, Clock clock) {
        this.cases = cases;
        this.units = units;
        this.tables = tables;
        this.assign = assign;
        this.clock = clock;
    }

    @Override
    public String table() {
        return DEPARTMENTS;
    }

    @Override
    public List<String> unitColumns() {
        return List.of("unit");
    }

    /** The unit that patrolled. */
    public String finder(DelegateExecution execution) {
        return file(execution).unit();
    }

    /** The community the compound lies in. */
    public String community(DelegateExecution execution) {
        return Optional.ofNullable(file(execution).community()).orElseGet(() -> finder(execution));
    }

    /** The street the compound lies in. */
    public String street(DelegateExecution execution) {
        return Optional.ofNullable(file(execution).street()).orElseGet(() -> finder(execution));
    }

    /** To whom a violation is reported: the street (AP.M2), and what the street itself found to the district office. */
    public String reportTo(DelegateExecution execution) {
        String street = street(execution);
        return street.equals(finder(execution)) ? assign.districtOffice(execution) : street;
    }

    /** Who puts right what is inside the contract: the company, and where there is none the community. */
    public String rectifier(DelegateExecution execution) {
        return Optional.ofNullable(file(execution).company()).orElseGet(() -> community(execution));
    }

    /** Who checks that: whoever found it, or, where that is who puts it right, the next tier above. */
    public String checker(DelegateExecution execution) {
        String rectifier = rectifier(execution);
        String finder = finder(execution);
        return finder.equals(rectifier) ? assign.unitAbove(execution, rectifier) : finder;
    }

    /** The department that identifies illegal construction (JJ.A3.2.7). */
    public String identifier(DelegateExecution execution) {
        return department(execution, "identify");
    }

    /** The department that guides its prevention and penalises it (JJ.2). */
    public String controller(DelegateExecution execution) {
        return department(execution, "control");
    }

    /** What was found, in the words that stand on the case. */
    public String matter(DelegateExecution execution) {
        return file(execution).title();
    }

    /** Where exactly in the compound. */
    public String place(DelegateExecution execution) {
        return Optional.ofNullable(file(execution).place()).orElse("");
    }

    /** Today, as letters and forms write it. */
    public String today(DelegateExecution execution) {
        return Weeks.day(clock.instant()).toString();
    }

    /**
     * By {@code patrol-departments.dmn}; the district office where that names none there is, so that nothing is lost.
     */
    private String department(DelegateExecution execution, String duty) {
        return tables.row(DEPARTMENTS, duty)
                .map(row -> row.text("unit"))
                .flatMap(units::find)
                .map(Unit::id)
                .orElseGet(() -> assign.districtOffice(execution));
    }

    private CaseFile file(DelegateExecution execution) {
        return cases.get(execution.getProcessBusinessKey());
    }
}

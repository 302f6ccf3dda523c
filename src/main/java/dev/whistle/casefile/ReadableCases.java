package dev.whistle.casefile;

import dev.whistle.organisation.Access;
import dev.whistle.organisation.CurrentOfficer;
import dev.whistle.organisation.Officer;
import dev.whistle.problem.Problem;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Cases as the officer who is asking may see them. What he or she may not read is answered like what is not there. */
@Component
public class ReadableCases {

    /**
     * Condition on {@code whistle.case_unit u}: it says that a case is with a unit whose cases the asker may read,
     * {@code :readable} by {@link Access#readableUnits}, of which there must be one.
     */
    static final String WITH_READABLE = "u.ended is null and u.unit in (:readable)";

    /**
     * Condition on {@code whistle.case_file c}: it came to a unit whose cases the asker may read, {@code :readable} by
     * {@link Access#readableUnits}, of which there must be one.
     */
    public static final String CAME_TO = """
            exists (select 1 from whistle.case_unit u
                    where u.case_no = c.case_no and\s""" + WITH_READABLE + ")";

    private final Cases cases;
    private final Access access;
    private final CurrentOfficer current;

    ReadableCases(Cases cases, Access access, CurrentOfficer current) {
        this.cases = cases;
        this.access = access;
        this.current = current;
    }

    /**
     * The case of this number.
     *
     * @throws Problem of kind NOT_FOUND if there is none or it is none of the officer's business
     */
    public CaseFile get(String caseNo) {
        return find(caseNo).orElseThrow(() -> new Problem(Problem.Kind.NOT_FOUND, "case.not-found", caseNo));
    }

    /** The case of this number, unless there is none or it is none of the officer's business. */
    public Optional<CaseFile> find(String caseNo) {
        return cases.find(caseNo).filter(file -> access.mayRead(officer(), cases.unitsOf(caseNo)));
    }

    /** Those of these numbers, by number; what is none of the officer's business is left out. One statement for all. */
    public Map<String, CaseFile> of(Collection<String> caseNos) {
        return cases.of(caseNos, access.readableUnits(officer()));
    }

    public CasePage list(CaseQuery query) {
        return cases.list(query, access.readableUnits(officer()));
    }

    private Officer officer() {
        return current.get().orElseThrow(() -> new Problem(Problem.Kind.FORBIDDEN, "case.nobody"));
    }
}

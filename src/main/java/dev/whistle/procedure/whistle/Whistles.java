package dev.whistle.procedure.whistle;

import dev.whistle.casefile.CaseFile;
import dev.whistle.casefile.Cases;
import dev.whistle.casefile.ChineseTime;
import dev.whistle.organisation.Unit;
import dev.whistle.organisation.Units;
import dev.whistle.procedure.whistle.Referral.State;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whom a case's whistle has called (P02), asked by models as {@code whistles}. */
@Component("whistles")
public class Whistles {

    private final ReferralTable table;
    private final Cases cases;
    private final Units units;

    Whistles(ReferralTable table, Cases cases, Units units) {
        this.table = table;
        this.cases = cases;
        this.units = units;
    }

    /**
     * Id of the unit that blows the whistle (JJ.10): the street, hotline or district office that took the case up, else
     * the street it lies in; the district office where there is none.
     */
    public String blower(DelegateExecution execution) {
        return blower(caseOf(execution));
    }

    /** Id of the unit that checks on site: the street, unless it acted itself; then the next tier above it. */
    public String checker(DelegateExecution execution) {
        CaseFile file = caseOf(execution);
        String checker = Optional.ofNullable(file.street()).orElseGet(() -> blower(file));
        return lead(file.caseNo()).filter(checker::equals).isEmpty()
                ? checker
                : units.above(checker).stream().findFirst().map(Unit::id).orElse(checker);
    }

    /** Ids of the units that take part under the lead department and have not reported yet. */
    public List<String> others(DelegateExecution execution) {
        return table.of(execution.getProcessBusinessKey()).stream()
                .filter(Whistles::isOpenPart)
                .map(Referral::unit)
                .toList();
    }

    /**
     * Id of the unit that answers for the case: the department that the whistle called last, before that the one that
     * was put in charge; null while nobody is.
     */
    public @Nullable String inCharge(DelegateExecution execution) {
        return lead(execution.getProcessBusinessKey())
                .orElseGet(() -> Optional.ofNullable(execution.getVariable("handlingUnit"))
                        .map(Object::toString)
                        .orElse(null));
    }

    /** A unit's name, which tells tasks of one name apart. */
    public String nameOf(DelegateExecution execution, String unit) {
        return units.nameOf(unit);
    }

    /** When the case was received, from which the days of handing over are counted (JJ.A3.3.3). */
    public String receivedAt(DelegateExecution execution) {
        return caseOf(execution).receivedAt().toString();
    }

    /** Who was asked to act or to take part, in the order they were, with what each said to it. */
    public List<Referral> referrals(String caseNo) {
        return table.of(caseNo);
    }

    /** Who was asked, what each said to it and when, one to a line; empty before anybody was. */
    Optional<String> told(String caseNo) {
        return Optional.of(table.of(caseNo).stream().map(this::line).collect(Collectors.joining("\n")))
                .filter(it -> !it.isEmpty());
    }

    private String line(Referral referral) {
        return (referral.leads() ? "第%d次交办 ".formatted(referral.round()) : "　协办 ")
                + units.nameOf(referral.unit())
                + referral.events().stream()
                        .map(it -> "，%s %s%s"
                                .formatted(
                                        ChineseTime.of(it.at()
                                                .atZone(ChineseTime.CHINA)
                                                .toOffsetDateTime()),
                                        it.state().label(),
                                        it.reason() == null ? "" : "（" + it.reason() + "）"))
                        .collect(Collectors.joining());
    }

    /** The unit that was asked last to act. */
    Optional<String> lead(String caseNo) {
        return current(caseNo).map(Referral::unit);
    }

    /** The referral to the lead department that counts now. */
    Optional<Referral> current(String caseNo) {
        return table.of(caseNo).stream().filter(Referral::leads).reduce((earlier, later) -> later);
    }

    /** The unit that handed it back last, while nobody else has been asked. */
    Optional<String> returnedBy(String caseNo) {
        return current(caseNo).filter(it -> it.state() == State.RETURNED).map(Referral::unit);
    }

    /** Names of those that take part and have not reported. */
    Optional<String> notReported(String caseNo) {
        return Optional.of(table.of(caseNo).stream()
                        .filter(Whistles::isOpenPart)
                        .map(it -> units.nameOf(it.unit()))
                        .collect(Collectors.joining("、")))
                .filter(it -> !it.isEmpty());
    }

    String blower(CaseFile file) {
        Unit taker = units.get(file.unit());
        return switch (taker.kind()) {
            case STREET, HOTLINE, DISTRICT_OFFICE, CITY -> taker.id();
            case COMMUNITY, DEPARTMENT, COMPANY, DISCIPLINE ->
                Optional.ofNullable(file.street())
                        .orElseGet(() -> units.officeOf(taker.id()).id());
        };
    }

    private static boolean isOpenPart(Referral referral) {
        return !referral.leads() && referral.state() == State.REFERRED;
    }

    private CaseFile caseOf(DelegateExecution execution) {
        return cases.get(execution.getProcessBusinessKey());
    }
}

package dev.whistle.casefile;

import dev.whistle.organisation.Compound;
import dev.whistle.organisation.Compounds;
import dev.whistle.organisation.Unit;
import dev.whistle.organisation.UnitKind;
import dev.whistle.organisation.Units;
import dev.whistle.palette.BlockField;
import dev.whistle.palette.Candidates;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Building block 分派, called by models in {@code camunda:candidateGroups} as {@code assign}. */
@Component("assign")
public class Assignment {

    private final Cases cases;
    private final Units units;
    private final Compounds compounds;
    private final Holdings holdings;

    Assignment(Cases cases, Units units, Compounds compounds, Holdings holdings) {
        this.cases = cases;
        this.units = units;
        this.compounds = compounds;
        this.holdings = holdings;
    }

    /** The officers of a unit, by its id. */
    @Candidates(name = "交指定单位", description = "任务交给前面步骤确定的单位，由该单位的经办人领取办理。")
    public String officersOf(@BlockField(label = "承办单位", hint = "存放单位编号的变量名，例如签收时选定的 handlingUnit。") String unit) {
        return units.get(unit).officers();
    }

    /** Id of the district office that the case belongs to; a city's own office where there is none. */
    public String districtOffice(DelegateExecution execution) {
        return units.officeOf(caseOf(execution).unit()).id();
    }

    /** The officers of the district office that the case belongs to. */
    @Candidates(name = "交区办公室", description = "任务交给案件所属区的物业管理工作领导小组办公室。")
    public String districtOfficers(DelegateExecution execution) {
        return officersOf(districtOffice(execution));
    }

    /** The officers of the uppermost office, for what belongs to no case. */
    @Candidates(name = "交最上级办公室", description = "不属于某一案件的事项，交机构中最上级的办公室。")
    public String topOffice() {
        return units.top().officers();
    }

    /** The officers of the unit that took the case up first (首问负责, AP.M2). */
    @Candidates(name = "交首次接待单位", description = "任务交给最先受理本案的单位，首问负责。")
    public String firstUnit(DelegateExecution execution) {
        return officersOf(caseOf(execution).unit());
    }

    /**
     * The officers of the next tier above the unit that took the case up (JJ.A7.2.2.2): a company reports to the
     * community its compound lies in (JJ.15); the uppermost unit signs for itself.
     */
    @Candidates(name = "交上一级单位", description = "任务交给受理单位的上一级：企业报小区所在社区，社区报镇街，镇街报区级；区级由本单位办理。")
    public String nextTier(DelegateExecution execution) {
        CaseFile file = caseOf(execution);
        return above(file, file.unit()).officers();
    }

    /** The officers of the next tier above a unit, counted as in {@link #nextTier}. */
    @Candidates(name = "交某单位的上一级", description = "任务交给所填单位的上一级，例如对该单位的答复进行复核；区级由本单位办理。")
    public String tierAbove(
            DelegateExecution execution, @BlockField(label = "单位", hint = "存放单位编号的变量名，例如答复单位 unit。") String unit) {
        return above(caseOf(execution), unit).officers();
    }

    /** Id of the next tier above a unit, counted as in {@link #nextTier}. */
    public String unitAbove(DelegateExecution execution, String unit) {
        return above(caseOf(execution), unit).id();
    }

    /** The officers of the hotline office of the district that the case belongs to (JJ.A7.2.1.1). */
    @Candidates(name = "交区热线办", description = "任务交给案件所属区的热线办；没有热线办的，交区办公室。")
    public String hotline(DelegateExecution execution) {
        return officersOf(hotlineUnit(execution));
    }

    /** Id of the hotline office of the district; the district office where there is none. */
    public String hotlineUnit(DelegateExecution execution) {
        return ofDistrict(execution, UnitKind.HOTLINE);
    }

    /** The officers of the discipline commission of the district that the case belongs to (JJ.G3). */
    @Candidates(name = "交区纪委", description = "任务交给案件所属区的纪检机关，例如约谈、问责；没有设置纪检机关的，交区办公室。")
    public String discipline(DelegateExecution execution) {
        return officersOf(disciplineUnit(execution));
    }

    /** Id of the discipline commission of the district; the district office where there is none. */
    public String disciplineUnit(DelegateExecution execution) {
        return ofDistrict(execution, UnitKind.DISCIPLINE);
    }

    /** Those who lead the district office that the case belongs to, and report to the district's leaders. */
    @Candidates(name = "交区办公室负责人", description = "任务交给区物业管理工作领导小组办公室的负责人，例如呈报区领导的事项。")
    public String districtLeads(DelegateExecution execution) {
        return units.get(districtOffice(execution)).leads();
    }

    /** Whether a company manages the compound that the case is about. */
    public boolean hasCompany(DelegateExecution execution) {
        return caseOf(execution).company() != null;
    }

    /** Id of the company that manages the compound; null where there is none. */
    public @Nullable String companyOf(DelegateExecution execution) {
        return caseOf(execution).company();
    }

    /** Id of the unit that holds the case now; while nobody does, of the one that took it up (首问负责, AP.M2). */
    public String holder(DelegateExecution execution) {
        CaseFile file = caseOf(execution);
        return holdings.of(file.caseNo()).stream()
                .filter(Holding::holds)
                .reduce((earlier, later) -> later)
                .map(Holding::unit)
                .orElse(file.unit());
    }

    private String ofDistrict(DelegateExecution execution, UnitKind kind) {
        String office = districtOffice(execution);
        return units.all().stream()
                .filter(it -> it.kind() == kind && office.equals(it.parent()))
                .findFirst()
                .map(Unit::id)
                .orElse(office);
    }

    private CaseFile caseOf(DelegateExecution execution) {
        return cases.get(execution.getProcessBusinessKey());
    }

    private Unit above(CaseFile file, String below) {
        Unit unit = units.get(below);
        if (unit.kind() == UnitKind.COMPANY && file.compound() != null) {
            return compounds
                    .find(file.compound())
                    .map(Compound::community)
                    .map(units::get)
                    .orElseThrow();
        }
        return units.above(unit.id()).stream().findFirst().orElse(unit);
    }
}

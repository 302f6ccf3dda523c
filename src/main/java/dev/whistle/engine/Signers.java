package dev.whistle.engine;

import dev.whistle.organisation.Unit;
import dev.whistle.organisation.Units;
import dev.whistle.palette.BlockField;
import dev.whistle.palette.Candidates;
import org.springframework.stereotype.Component;

/** Who signs for a unit; called by models in {@code camunda:candidateGroups} as {@code signers}. */
@Component
public class Signers {

    private final Units units;
    private final Staff staff;

    Signers(Units units, Staff staff) {
        this.units = units;
        this.staff = staff;
    }

    /**
     * The group of a unit's leads, by the unit's id. A unit that has none on file is signed for by the next one above
     * that has; where nobody leads, its own officers sign, so that no letter waits for nobody.
     */
    @Candidates(name = "交单位负责人", description = "任务交给单位负责人，例如签发文书；没有登记负责人的，交上一级单位的负责人。")
    public String of(@BlockField(label = "单位", hint = "存放单位编号的变量名，例如 handlingUnit。") String unit) {
        return units.upFrom(unit)
                .map(Unit::leads)
                .filter(group -> !staff.of(group).isEmpty())
                .findFirst()
                .orElseGet(() -> units.get(unit).officers());
    }
}

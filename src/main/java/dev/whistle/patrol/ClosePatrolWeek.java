package dev.whistle.patrol;

import dev.whistle.palette.Block;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Building block 巡查周结: counts the patrols of every week that is over and not closed yet. Run again it changes nothing.
 */
@Component
@Block(
        name = "巡查周结",
        description =
                "结算已经过完、还没有结算的各周（停机期间的依次补结）：按 patrol-minimums.dmn 登记每个单位应巡查、实际、缺少的次数，告知不足的单位和区办公室；连续不足达到规定周数的，启动巡查不足处理。")
class ClosePatrolWeek implements JavaDelegate {

    private final PatrolWeeks weeks;

    ClosePatrolWeek(PatrolWeeks weeks) {
        this.weeks = weeks;
    }

    @Override
    public void execute(DelegateExecution execution) {
        weeks.close();
    }
}

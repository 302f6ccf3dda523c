package dev.whistle.clock;

import dev.whistle.palette.Block;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Building block 核对期限: compares clocks with their timers. It leaves {@code findings}, empty if nothing is wrong. */
@Component
@Block(name = "核对期限", description = "核对所有正在计算的期限与定时，能修复的当场修复；其余的列在 findings 里，没有的为空。")
class CheckClocks implements JavaDelegate {

    /** The engine's text variables hold no more. */
    private static final int LONGEST = 3900;

    private final ClockCheck check;

    CheckClocks(ClockCheck check) {
        this.check = check;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable("findings", cut(check.run()));
    }

    private static String cut(List<String> lines) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < lines.size(); i++) {
            if (text.length() + lines.get(i).length() > LONGEST) {
                return text.append("……共 ").append(lines.size()).append(" 项").toString();
            }
            text.append(i == 0 ? "" : "\n").append(lines.get(i));
        }
        return text.toString();
    }
}

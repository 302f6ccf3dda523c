package dev.whistle.gate;

import dev.whistle.palette.BlockField.Choice;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A process that other procedures call as one step, described once for its template and for the rule that every call
 * hands over what it needs.
 */
record Call(String process, int version, String name, String description, List<Variable> variables) {

    record Variable(String name, String label, String hint, Choice choice, boolean required) {}

    static final List<Call> ALL = List.of(new Call(
            "letter",
            1,
            "制发文书",
            "起草、签发、编号、送达一份文书；送达或者撤回之后，流程才往下走。",
            List.of(
                    new Variable("letter", "文书", "文书种类。", Choice.LETTER, true),
                    new Variable("signingUnit", "签发单位", "存放单位编号的变量，例如 ${handlingUnit}。", Choice.ANYTHING, true),
                    new Variable("occasion", "场合", "同一场合只制发一份；没有可以不填。", Choice.ANYTHING, false),
                    new Variable("dueClock", "办理期限", "文书任务的到期时间跟随所选的期限；没有期限不选。", Choice.CLOCK, false))));

    /** Names of the variables that the process cannot do without, or of the others. */
    Set<String> names(boolean required) {
        return variables.stream()
                .filter(it -> it.required() == required)
                .map(Variable::name)
                .collect(Collectors.toSet());
    }
}

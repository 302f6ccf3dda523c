package dev.whistle.procedure.whistle;

import dev.whistle.palette.Block;
import dev.whistle.palette.BlockField;
import dev.whistle.palette.Fields;
import dev.whistle.procedure.whistle.Referring.Asked;
import java.util.List;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;
import org.springframework.stereotype.Component;

/** Building block 交办职能部门: asks a lead department, and those that take part, to act on a violation (JJ.10). */
@Component
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE) // the engine writes the model's fields into it
@SuppressWarnings("NullAway.Init")
@Block(
        name = "交办职能部门",
        description =
                "登记交给哪个牵头部门和哪些协办部门，并设好 lead（牵头部门）、round（本次交办，用作期限事由）、reportInClock（签收报到期限，从快的减半）、power（处罚权所在部门）和 moved（处罚权已划转的为 yes）。",
        sets = {"lead", "round", "reportInClock", "power", "moved"})
class ReferOut implements JavaDelegate {

    private static final String ORDINARY = "whistle.report-in";
    private static final String FAST = "whistle.report-in-fast";

    private final Referring referring;

    @BlockField(label = "牵头部门", hint = "存放单位编号的变量，例如 ${lead}")
    private Expression unit;

    @BlockField(label = "违法行为种类", hint = "分工表中的种类，例如 ${violationKind}")
    private Expression kind;

    @BlockField(label = "区域", hint = "in 建成区内，out 建成区外；有小区的以小区为准，可以不填", required = false)
    private @Nullable Expression area;

    @BlockField(label = "协办部门栏", hint = "各栏变量名去掉序号，例如 coUnit：依次取 coUnit1、coUnit2……；没有这些变量的，按分工表", required = false)
    private @Nullable Expression others;

    @BlockField(label = "理由", hint = "与分工建议不一致、退回之后仍交原部门的理由，例如 ${referReason}", required = false)
    private @Nullable Expression reason;

    @BlockField(label = "区办公室决定的", hint = "yes 表示由区办公室或者区领导确定，部门不得再退回", required = false)
    private @Nullable Expression bound;

    ReferOut(Referring referring) {
        this.referring = referring;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Asked asked = referring.ask(
                execution.getProcessBusinessKey(),
                new Referring.Wanted(
                        Field.of(unit, "lead", execution),
                        Field.of(kind, "kind", execution).value(),
                        Field.of(area, "area", execution).value(),
                        others(execution),
                        Field.of(reason, "reason", execution).value(),
                        Field.of(bound, "bound", execution).yes()),
                execution.getActivityInstanceId());
        execution.setVariable("lead", asked.lead());
        execution.setVariable("round", asked.occasion());
        execution.setVariable("reportInClock", asked.fast() ? FAST : ORDINARY);
        execution.setVariable("power", asked.power());
        execution.setVariable("moved", asked.power().equals(asked.lead()) ? "no" : "yes");
    }

    /** The rows of the form; null where no form asked for any. */
    private @Nullable List<Field> others(DelegateExecution execution) {
        String prefix = Field.of(others, "others", execution).value();
        if (prefix == null || !execution.hasVariable(prefix + 1)) {
            return null;
        }
        return IntStream.iterate(1, row -> execution.hasVariable(prefix + row), row -> row + 1)
                .mapToObj(row -> new Field(
                        prefix + row,
                        new Fields(execution).variable(prefix + row).orElse(null)))
                .toList();
    }
}

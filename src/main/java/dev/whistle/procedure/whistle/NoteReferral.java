package dev.whistle.procedure.whistle;

import dev.whistle.palette.Block;
import dev.whistle.palette.BlockField;
import dev.whistle.procedure.whistle.Referral.State;
import java.util.Locale;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;
import org.springframework.stereotype.Component;

/** Building block 登记报到情况: what a department said to a referral; a return needs a reason. */
@Component
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE) // the engine writes the model's fields into it
@SuppressWarnings("NullAway.Init")
@Block(
        name = "登记报到情况",
        description = "登记部门签收、退回（必须写明理由）或者协办部门已经反馈；并设好 next：第一次退回为 blower 由吹哨单位再定，再次退回为 office 由区办公室决定，其他为 none。",
        sets = "next")
class NoteReferral implements JavaDelegate {

    private final Referring referring;

    @BlockField(label = "部门", hint = "存放单位编号的变量，例如 ${lead}")
    private Expression unit;

    @BlockField(label = "情况", hint = "signed 已签收报到，returned 退回，reported 协办部门已反馈")
    private Expression state;

    @BlockField(label = "理由", hint = "退回的必须填写，例如 ${returnReason}", required = false)
    private @Nullable Expression reason;

    NoteReferral(Referring referring) {
        this.referring = referring;
    }

    @Override
    public void execute(DelegateExecution execution) {
        State said = State.valueOf(
                String.valueOf(Field.of(state, "state", execution).value()).toUpperCase(Locale.ROOT));
        int returns = referring.note(
                execution.getProcessBusinessKey(),
                String.valueOf(Field.of(unit, "unit", execution).value()),
                said,
                Field.of(reason, "reason", execution),
                execution.getActivityInstanceId());
        execution.setVariable("next", said != State.RETURNED ? "none" : returns > 1 ? "office" : "blower");
    }
}

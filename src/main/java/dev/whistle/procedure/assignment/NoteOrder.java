package dev.whistle.procedure.assignment;

import dev.whistle.palette.Block;
import dev.whistle.palette.BlockField;
import dev.whistle.palette.Fields;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;
import org.springframework.stereotype.Component;

/**
 * Building block 登记交办进度: notes what has become of a unit's order. Where it is to be done again it leaves {@code round},
 * the occasion of the clock that is started next, and {@code lastDay}. Run again by the same step it changes nothing.
 */
@Component
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE) // the engine writes the model's fields into it
@SuppressWarnings("NullAway.Init")
@Block(
        name = "登记交办进度",
        description = "登记某单位的交办事项办到了哪一步；退回补办或者责成重办的，核对另定的最后一日，并把 round（期限事由）和 lastDay（最后一日）设好，供后面的“启动期限”使用。",
        sets = {"round", "lastDay"})
class NoteOrder implements JavaDelegate {

    private final WorkOrders orders;

    @BlockField(label = "承办单位", hint = "存放单位编号的变量，例如 ${unit}；不填则登记全部还没有办完的单位", required = false)
    private @Nullable Expression unit;

    @BlockField(
            label = "进度",
            hint =
                    "signed-for 已签收，reported 已报办结，returned 退回补办，poor 未按质完成、责成重办，done 核查通过，withdrawn 交办单未发出，cancelled 已取消")
    private Expression state;

    @BlockField(label = "最后一日", hint = "退回补办、责成重办时填写，例如 ${reworkUntil}", required = false)
    private @Nullable Expression until;

    NoteOrder(WorkOrders orders) {
        this.orders = orders;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Fields fields = new Fields(execution);
        orders.note(
                        execution.getProcessBusinessKey(),
                        fields.text(unit).orElse(null),
                        fields.required(state),
                        new WorkOrders.Until(
                                fields.name(until, "until"), fields.text(until).orElse(null)),
                        execution.getActivityInstanceId())
                .ifPresent(again -> {
                    execution.setVariable("round", again.occasion());
                    execution.setVariable("lastDay", again.lastDay());
                });
    }
}

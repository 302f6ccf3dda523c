package dev.whistle.sanction;

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

/** Building block 报告失职: a duty of this case was missed; the ladder (P03) takes it from there. */
@Component
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE) // the engine writes the model's fields into it
@Block(name = "报告失职", description = "登记某单位没有按期、按质履行的职责，启动抄告、督办、通报程序；该单位的同一事项正在处理的，告知正在处理的案件。同一次失职只登记一回。")
@SuppressWarnings("NullAway.Init")
class ReportBreach implements JavaDelegate {

    private final Breaches breaches;
    private final Answerables answerables;

    @BlockField(label = "责任单位", hint = "存放单位编号的变量，例如 ${handlingUnit}")
    private Expression unit;

    @BlockField(label = "没有履行的职责", hint = "一句话，文书中引用，例如“在期限内调查处理并答复投诉人”")
    private Expression duty;

    @BlockField(label = "依据条款", hint = "条款编号，例如 JJ.A7.3.7")
    private Expression clause;

    @BlockField(label = "事项来源", hint = "escalation-ladder.dmn 中的来源：complaint 投诉、assignment 交办督办、office-dispatch 办公室调度")
    private Expression source;

    @BlockField(label = "哪一次", hint = "同一职责可能几次没有履行时，用来区分是哪一次；没有可以不填", required = false)
    private @Nullable Expression occasion;

    ReportBreach(Breaches breaches, Answerables answerables) {
        this.breaches = breaches;
        this.answerables = answerables;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Fields fields = new Fields(execution);
        Answerable answerable = answerables.unit(fields.required(unit));
        breaches.report(new Breach(
                execution.getProcessBusinessKey(),
                answerable.id(),
                answerable.unit(),
                fields.required(duty),
                fields.text(occasion).orElse(""),
                fields.required(clause),
                fields.required(source),
                null));
    }
}

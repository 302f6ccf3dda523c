package dev.whistle.casefile;

import dev.whistle.palette.Block;
import dev.whistle.palette.BlockField;
import dev.whistle.palette.BlockField.Choice;
import dev.whistle.palette.Fields;
import dev.whistle.problem.FieldError;
import dev.whistle.problem.Problem;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;
import org.springframework.stereotype.Component;

/**
 * Building block 并案: the case goes on as part of another one, whose complainants its own join. What cannot be merged
 * is refused under the name of the form's field, so that directly behind the task the officer is back at the form. Run
 * again it changes nothing. The case itself is closed by the step that follows.
 */
@Component
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE) // the engine writes the model's fields into it
@SuppressWarnings("NullAway.Init")
@Block(
        name = "并案",
        description = "把本案并入另一件正在办理的案件，投诉人一并列为该案投诉人，由该案统一答复；紧接在选定案件的任务之后，其后取消本案期限并结案。目标案件已办结、已并入他案或者就是本案的，退回表单并说明原因。")
class MergeCase implements JavaDelegate {

    private final CaseLinks links;

    @BlockField(label = "并入案件", hint = "目标案件编号，一般取任务表单中选定的变量，例如 ${mergeInto}。")
    private Expression into;

    @BlockField(label = "答复期限", hint = "目标案件的这种期限已经办结的，说明已经答复，不能再并入；不填则不检查。", required = false, choice = Choice.CLOCK)
    private @Nullable Expression clock;

    @BlockField(label = "理由", hint = "并案的理由；没有可以不填。", required = false)
    private @Nullable Expression reason;

    MergeCase(CaseLinks links) {
        this.links = links;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Fields fields = new Fields(execution);
        String asked = fields.name(into, "into");
        links.merge(
                execution.getProcessBusinessKey(),
                fields.text(into).orElseThrow(() -> Problem.invalid(new FieldError(asked, "merge.required"))),
                fields.text(clock).orElse(null),
                fields.text(reason).orElse(null),
                asked,
                execution.getCurrentActivityId());
    }
}

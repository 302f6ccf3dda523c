package dev.whistle.handover;

import dev.whistle.casefile.Cases;
import dev.whistle.casefile.Submission;
import dev.whistle.casefile.Submissions;
import dev.whistle.handover.HandoverCheck.Standing;
import dev.whistle.palette.Block;
import dev.whistle.palette.BlockField;
import dev.whistle.palette.Fields;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;
import org.springframework.stereotype.Component;

/**
 * Building block 核对移交清单 (QA.company-duties, JJ.A4.2.2): holds what an officer says of a handover against its list. It only
 * reads and may run again. A procedure that uses it gives its cases a handover list.
 */
@Component
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE) // the engine writes the model's fields into it
@SuppressWarnings("NullAway.Init")
@Block(
        name = "核对移交清单",
        description =
                "按移交清单核对组织交接的结果，紧接在组织交接的任务之后：填“移交完毕”而还有项目没有交清或者没有签字的，列明各项并退回表单；填“拒绝移交”的，没有交清和没有登记的项目记入办理经过。结果存入变量 handoverRefused、propertyWithheld（yes 或者 no，后者指其中有业主共有的财物）。用了本积木的流程，其案件有移交清单。",
        sets = {"handoverRefused", "propertyWithheld"})
class CheckHandover implements JavaDelegate {

    private final HandoverCheck check;
    private final Cases cases;
    private final Submissions submissions;

    @BlockField(label = "移交结果", hint = "complete 移交完毕，refused 拒绝移交；例如 ${handoverResult}")
    private Expression result;

    CheckHandover(HandoverCheck check, Cases cases, Submissions submissions) {
        this.check = check;
        this.cases = cases;
        this.submissions = submissions;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Fields fields = new Fields(execution);
        Standing standing = check.check(
                cases.get(execution.getProcessBusinessKey()), fields.name(result, "result"), fields.required(result));
        execution.setVariable("handoverRefused", yesOrNo(!standing.missing().isEmpty()));
        execution.setVariable("propertyWithheld", yesOrNo(standing.withheld()));
        submissions.hold(new Submission.Draft()
                .field("missing", "没有移交的项目", standing.listed())
                .done());
    }

    private static String yesOrNo(boolean it) {
        return it ? "yes" : "no";
    }
}

package dev.whistle.register;

import dev.whistle.casefile.Cases;
import dev.whistle.casefile.ChineseTime;
import dev.whistle.casefile.Submission;
import dev.whistle.casefile.Submissions;
import dev.whistle.organisation.Basis;
import dev.whistle.organisation.Responsibility;
import dev.whistle.organisation.Units;
import dev.whistle.palette.Block;
import dev.whistle.palette.BlockField;
import dev.whistle.palette.Fields;
import dev.whistle.problem.FieldError;
import dev.whistle.problem.Problem;
import java.time.LocalDate;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;
import org.springframework.stereotype.Component;

/** Building block 登记管理责任: from a day on somebody else runs the case's compound (JJ.A8.3.2, JJ.A4.2.2, AS.10). */
@Component
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE) // the engine writes the model's fields into it
@SuppressWarnings("NullAway.Init")
@Block(
        name = "登记管理责任",
        description = "登记本案小区自哪一天起由谁管理、依据什么；前任的责任到前一天为止，小区每一天都有且只有一个管理责任方。正在退出的企业、日期已被他方接续的退回；同一步骤只登记一次。")
class RecordResponsibility implements JavaDelegate {

    private final CaseEntries entries;
    private final Exits exits;
    private final Cases cases;
    private final Units units;
    private final Submissions submissions;

    @BlockField(
            label = "依据",
            hint = "contract 合同、emergency 应急管理委托、takeover 国有企业接管、self-run 业主自行管理、basic-service 社区基本服务")
    private Expression basis;

    @BlockField(label = "管理单位", hint = "单位编号，例如 ${company}；业主自行管理的不填", required = false)
    private @Nullable Expression runner;

    @BlockField(label = "第一天", hint = "例如 ${fromDay}，其值如 2026-10-01")
    private Expression from;

    RecordResponsibility(CaseEntries entries, Exits exits, Cases cases, Units units, Submissions submissions) {
        this.entries = entries;
        this.exits = exits;
        this.cases = cases;
        this.units = units;
        this.submissions = submissions;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Fields fields = new Fields(execution);
        String caseNo = execution.getProcessBusinessKey();
        Responsibility next = Responsibility.beginning(
                cases.compoundOf(caseNo),
                LocalDate.parse(fields.required(from)),
                Basis.ofCode(fields.required(basis)).orElseThrow(),
                fields.text(runner).orElse(null),
                caseNo);
        try {
            refuseLeaving(next);
            entries.begins(next, caseNo, execution.getActivityInstanceId());
        } catch (Problem refused) {
            throw fields.named(refused, runner == null ? Map.of("from", from) : Map.of("runner", runner, "from", from));
        }
        submissions.hold(new Submission.Draft()
                .field("runner", "管理责任方", next.runner() == null ? "业主" : units.nameOf(next.runner()))
                .field("basis", "依据", next.basis().label())
                .field("from", "第一天", ChineseTime.of(next.from()))
                .done());
    }

    private void refuseLeaving(Responsibility next) {
        if (next.company() != null) {
            exits.leaving(next.company(), next.compound()).ifPresent(it -> {
                throw Problem.invalid(new FieldError(
                        "runner", "register.company-leaving", units.nameOf(String.valueOf(next.company())), it));
            });
        }
    }
}

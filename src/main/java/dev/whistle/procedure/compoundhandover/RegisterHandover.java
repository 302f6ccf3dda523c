package dev.whistle.procedure.compoundhandover;

import dev.whistle.casefile.CaseFile;
import dev.whistle.casefile.Cases;
import dev.whistle.casefile.ChineseTime;
import dev.whistle.casefile.Submission;
import dev.whistle.casefile.Submissions;
import dev.whistle.organisation.Compound;
import dev.whistle.organisation.Compounds;
import dev.whistle.organisation.Units;
import dev.whistle.palette.Block;
import dev.whistle.palette.BlockField;
import dev.whistle.palette.Fields;
import java.time.LocalDate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;
import org.springframework.stereotype.Component;

/** Building block 登记交接: a case begins to hand its compound over (JJ.A8.3.2, JJ.A4.2.2). Run again it changes nothing. */
@Component
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE) // the engine writes the model's fields into it
@SuppressWarnings("NullAway.Init")
@Block(
        name = "登记交接",
        description =
                "登记本案小区的交接，紧接在立案之后：退出的企业、原因和最后服务日，向“企业退出”案件报告；最后服务日的次日起先登记由社区提供基本服务。小区正在另案交接、原因与小区类别不符、没有退出企业而小区有企业管理的退回。设好 street、community（小区所在镇街、社区）和 urgent（yes 须先行应急管理）。",
        sets = {"street", "community", "urgent"})
class RegisterHandover implements JavaDelegate {

    private final CompoundHandovers handovers;
    private final Cases cases;
    private final Compounds compounds;
    private final Units units;
    private final Submissions submissions;

    @BlockField(label = "退出案件", hint = "“企业退出”案件的编号，例如 ${parent}；无人管理的小区不填", required = false)
    private @Nullable Expression parent;

    @BlockField(label = "退出的企业", hint = "企业编号，例如 ${company}；无人管理的小区不填", required = false)
    private @Nullable Expression company;

    @BlockField(label = "退出原因", hint = "succession.dmn 中的退出原因，例如 ${exitReason}")
    private Expression reason;

    @BlockField(label = "最后服务日", hint = "例如 ${lastDay}，其值如 2026-10-31；企业已经离开的不填", required = false)
    private @Nullable Expression lastDay;

    @BlockField(label = "先行应急管理", hint = "yes 表示企业已经离开或者拒绝继续服务；不填的按最后服务日", required = false)
    private @Nullable Expression urgent;

    RegisterHandover(
            CompoundHandovers handovers, Cases cases, Compounds compounds, Units units, Submissions submissions) {
        this.handovers = handovers;
        this.cases = cases;
        this.compounds = compounds;
        this.units = units;
        this.submissions = submissions;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Fields fields = new Fields(execution);
        CaseFile file = cases.get(execution.getProcessBusinessKey());
        Compound compound = compounds.find(cases.compoundOf(file.caseNo())).orElseThrow();
        @Nullable LocalDate until = CompoundHandovers.day(fields.text(lastDay));
        @Nullable String leaving = fields.text(company).orElse(null);
        Handover handover = new Handover(
                file.caseNo(),
                compound.id(),
                fields.text(parent).orElse(null),
                leaving,
                fields.required(reason),
                until,
                null,
                true);
        handovers.register(handover);
        execution.setVariable("street", compound.street());
        execution.setVariable("community", compound.community());
        boolean first = handovers.urgent(handover)
                || fields.text(urgent).filter("yes"::equals).isPresent();
        execution.setVariable("urgent", first ? "yes" : "no");
        submissions.hold(new Submission.Draft()
                .field("company", "退出的企业", leaving == null ? null : units.nameOf(leaving))
                .field("reason", "退出原因", handovers.reason(handover))
                .field("lastDay", "最后服务日", until == null ? null : ChineseTime.of(until))
                .done());
    }
}

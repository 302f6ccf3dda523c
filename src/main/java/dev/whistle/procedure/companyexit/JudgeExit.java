package dev.whistle.procedure.companyexit;

import dev.whistle.casefile.CaseFile;
import dev.whistle.casefile.Cases;
import dev.whistle.casefile.Submission;
import dev.whistle.casefile.Submissions;
import dev.whistle.organisation.Compound;
import dev.whistle.organisation.Units;
import dev.whistle.palette.Block;
import dev.whistle.palette.BlockField;
import dev.whistle.palette.Fields;
import dev.whistle.problem.Texts;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;
import org.springframework.stereotype.Component;

/**
 * Building block 核定退出情形: whether a company may be made to leave for this reason, who decides it and what it
 * entails, by {@code exit-reasons.dmn} (JJ.A8.3.2, JJ.A7.3.7, AP.S4.2, YQ.P3).
 */
@Component
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE) // the engine writes the model's fields into it
@SuppressWarnings("NullAway.Init")
@Block(
        name = "核定退出情形",
        description =
                "按退出情形表核定企业退出：exitStep 由谁决定（decide 区办公室，examine 镇街审查，confirm 镇街核实，owners 业主决定，none 已经决定）、deciderUnit 办理单位、noticeLetter 和 noticeUnit 通知企业的文书和发文单位、advice、centre、urgent（yes 或者 no）、creditKinds、exitCompound（退出全区的为空）、lastDayRule。情形、登记单位、小区、企业、日期不对的一次列明并退回。",
        sets = {
            "exitStep",
            "deciderUnit",
            "noticeLetter",
            "noticeUnit",
            "advice",
            "centre",
            "urgent",
            "creditKinds",
            "exitCompound",
            "lastDayRule",
            "exitDecision"
        })
class JudgeExit implements JavaDelegate {

    private final ExitChecks checks;
    private final OwnersVoice owners;
    private final Cases cases;
    private final Units units;
    private final Submissions submissions;
    private final Clock clock;

    @BlockField(label = "退出情形", hint = "退出情形表中的代码，例如 ${exitReason}")
    private Expression reason;

    @BlockField(label = "退出企业", hint = "存放企业编号的变量，例如 ${company}")
    private Expression company;

    @BlockField(label = "小区", hint = "小区编号；退出全区的不填", required = false)
    private @Nullable Expression compound;

    @BlockField(label = "第几次列入黑名单", hint = "first 首次，second 再次；不填为首次", required = false)
    private @Nullable Expression listing;

    @BlockField(label = "业主决定的文号", hint = "业主已经决定解除合同的必须有", required = false)
    private @Nullable Expression decisionNo;

    @BlockField(label = "业主决定的日期", hint = "业主已经决定解除合同的必须有，其值如 2026-09-30", required = false)
    private @Nullable Expression decisionOn;

    @BlockField(label = "最后一日", hint = "登记时已经知道的填写，例如 ${lastDay}", required = false)
    private @Nullable Expression lastDay;

    JudgeExit(ExitChecks checks, OwnersVoice owners, Cases cases, Units units, Submissions submissions, Clock clock) {
        this.checks = checks;
        this.owners = owners;
        this.cases = cases;
        this.units = units;
        this.submissions = submissions;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Fields fields = new Fields(execution);
        CaseFile file = cases.get(execution.getProcessBusinessKey());
        ExitChecks.Sound sound = checks.check(
                new ExitWish(
                        fields.text(reason).orElse(null),
                        fields.text(company).orElse(null),
                        fields.text(compound).orElse(null),
                        fields.text(listing).orElse(null),
                        fields.text(decisionNo).orElse(null),
                        fields.text(decisionOn).orElse(null),
                        fields.text(lastDay).orElse(null)),
                file);
        ExitRule rule = sound.rule();
        String office = units.officeOf(file.unit()).id();
        Compound at = sound.compound();
        String street = at == null ? office : at.street();
        execution.setVariable("exitStep", rule.step());
        execution.setVariable("deciderUnit", deciderUnit(rule, at, office));
        execution.setVariable("noticeLetter", rule.letter());
        execution.setVariable("noticeUnit", rule.byOffice() ? office : street);
        execution.setVariable("advice", word(rule.advice()));
        execution.setVariable("centre", word(rule.centre()));
        execution.setVariable("urgent", word(rule.urgent()));
        execution.setVariable(
                "creditKinds", rule.credit().stream().map(CreditKind::code).collect(Collectors.joining(" ")));
        execution.setVariable("exitCompound", at == null || rule.district() ? null : at.id());
        execution.setVariable("lastDayRule", rule.urgent() ? "none" : rule.notice() ? "notice" : "free");
        if (rule.step().equals("none")) {
            execution.setVariable("exitDecision", CompanyExitProcess.Decision.EXIT);
        }
        submissions.hold(told(sound, decider(rule, at, file)));
    }

    private static String deciderUnit(ExitRule rule, @Nullable Compound compound, String office) {
        if (rule.byOffice() || compound == null) {
            return office;
        }
        return rule.byCommittee() ? compound.community() : compound.street();
    }

    /** Who decides, as letters say it. */
    private String decider(ExitRule rule, @Nullable Compound compound, CaseFile file) {
        if (rule.byOffice() || compound == null) {
            return units.officeOf(file.unit()).name();
        }
        if (rule.byCommittee()) {
            return owners.on(compound, LocalDate.now(clock));
        }
        return rule.byAssembly() ? compound.name() + "业主大会" : units.nameOf(compound.street());
    }

    private Submission told(ExitChecks.Sound sound, String decider) {
        ExitRule rule = sound.rule();
        Compound at = sound.compound();
        return new Submission.Draft()
                .particular("company", "退出企业", sound.company(), units.nameOf(sound.company()))
                .particular(
                        "exitReason",
                        "退出情形",
                        sound.reason(),
                        Texts.text(Locale.SIMPLIFIED_CHINESE, "companyexit.reason." + sound.reason()))
                .particular(
                        "exitScope",
                        "退出范围",
                        rule.district() ? "district" : "compound",
                        at == null || rule.district() ? "全区住宅小区" : at.name())
                .particular("exitDecider", "决定主体", rule.decider(), decider)
                .particular("exitClause", "条款", rule.clause(), rule.clause())
                .done();
    }

    private static String word(boolean yes) {
        return yes ? "yes" : "no";
    }
}

package dev.whistle.sanction;

import dev.whistle.palette.Block;
import dev.whistle.palette.BlockField;
import dev.whistle.palette.Fields;
import java.util.Locale;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;
import org.springframework.stereotype.Component;

/** Building block 登记措施: adds to the ladder's ledger that a rung was taken, or what became of it. */
@Component
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE) // the engine writes the model's fields into it
@Block(name = "登记措施", description = "在抄告、督办、通报、约谈、问责台账中登记一项措施或者它的进展；台账只增不改，同一措施对同一事项只能作出一次。")
@SuppressWarnings("NullAway.Init")
class RecordSanction implements JavaDelegate {

    private final Sanctions sanctions;
    private final Answerables answerables;

    @BlockField(label = "涉及案件", hint = "例如 ${matter}")
    private Expression matter;

    @BlockField(label = "责任主体", hint = "例如 ${party}")
    private Expression party;

    @BlockField(
            label = "措施",
            hint = "first-notice 抄告、supervision 督办、bulletin 通报、interview 约谈、accountability 问责；不填的为本案最近作出的一项",
            required = false)
    private @Nullable Expression rung;

    @BlockField(label = "进展", hint = "imposed 作出、served 已送达、rectified 整改到位、unrectified 没有整改到位、done 已实施、revoked 撤销")
    private Expression what;

    @BlockField(label = "理由", hint = "撤销的必须填写；其他可以不填", required = false)
    private @Nullable Expression reason;

    RecordSanction(Sanctions sanctions, Answerables answerables) {
        this.sanctions = sanctions;
        this.answerables = answerables;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Fields fields = new Fields(execution);
        SanctionState state = SanctionState.valueOf(fields.required(what).toUpperCase(Locale.ROOT));
        String item = fields.required(matter);
        Answerable answerable = answerables.of(fields.required(party));
        String caseNo = execution.getProcessBusinessKey();
        LadderRung which = fields.text(rung).map(LadderRung::of).orElseGet(() -> sanctions.latestOf(caseNo));
        String step = execution.getActivityInstanceId();
        if (state == SanctionState.IMPOSED) {
            sanctions.impose(item, answerable, which, caseNo, step);
        } else {
            sanctions.add(
                    item, answerable.id(), which, state, fields.text(reason).orElse(null), caseNo, step);
        }
    }
}

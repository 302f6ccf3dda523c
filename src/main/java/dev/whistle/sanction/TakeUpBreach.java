package dev.whistle.sanction;

import dev.whistle.casefile.Cases;
import dev.whistle.casefile.ReadableCases;
import dev.whistle.organisation.CurrentOfficer;
import dev.whistle.palette.Block;
import dev.whistle.palette.BlockField;
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

/** Building block 受理失职事项: this escalation acts on a missed duty, reported by another procedure or by hand. */
@Component
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE) // the engine writes the model's fields into it
@Block(
        name = "受理失职事项",
        description = "把失职事项记在本案名下，并把 party（责任主体）、partyKind（责任主体种类）和 unit（办理单位）设好；同一事项已经受理的，予以拒绝。",
        sets = {"party", "partyKind", "unit"})
@SuppressWarnings("NullAway.Init")
class TakeUpBreach implements JavaDelegate {

    private final Breaches breaches;
    private final Answerables answerables;
    private final Cases cases;
    private final ReadableCases readable;
    private final CurrentOfficer current;

    @BlockField(label = "涉及案件", hint = "没有履行职责的案件的编号，例如 ${matter}")
    private Expression matter;

    @BlockField(label = "责任单位", hint = "单位编号；责任主体是业主委员会的不填", required = false)
    private @Nullable Expression unit;

    @BlockField(label = "业主委员会所在小区", hint = "小区编号；责任主体是单位的不填", required = false)
    private @Nullable Expression compound;

    @BlockField(label = "没有履行的职责", hint = "例如 ${duty}")
    private Expression duty;

    @BlockField(label = "依据条款", hint = "例如 ${clause}")
    private Expression clause;

    @BlockField(label = "事项来源", hint = "例如 ${source}")
    private Expression source;

    @BlockField(label = "哪一次", hint = "同一职责可能几次没有履行时，用来区分是哪一次", required = false)
    private @Nullable Expression occasion;

    TakeUpBreach(
            Breaches breaches, Answerables answerables, Cases cases, ReadableCases readable, CurrentOfficer current) {
        this.breaches = breaches;
        this.answerables = answerables;
        this.cases = cases;
        this.readable = readable;
        this.current = current;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Fields fields = new Fields(execution);
        Answerable answerable = fields.text(compound)
                .map(answerables::committeeOf)
                .orElseGet(() -> answerables.unit(fields.text(unit).orElse("")));
        breaches.takeUp(
                new Breach(
                        matter(fields),
                        answerable.id(),
                        answerable.unit(),
                        fields.required(duty),
                        fields.text(occasion).orElse(""),
                        fields.required(clause),
                        fields.required(source),
                        null),
                execution.getProcessBusinessKey());
        execution.setVariable("party", answerable.id());
        execution.setVariable("partyKind", answerable.kind());
        execution.setVariable("unit", answerable.unit());
    }

    /** A clock that runs out at midnight reads for nobody; an officer names only what he may read. */
    private String matter(Fields fields) {
        String number = fields.required(matter);
        return (current.get().isPresent() ? readable.find(number) : cases.find(number))
                .orElseThrow(() -> Problem.invalid(new FieldError("matter", "escalation.matter-unknown", number)))
                .caseNo();
    }
}

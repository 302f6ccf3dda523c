package dev.whistle.document;

import dev.whistle.palette.Block;
import dev.whistle.palette.BlockField;
import dev.whistle.palette.BlockField.Choice;
import dev.whistle.palette.Fields;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;
import org.springframework.stereotype.Component;

/**
 * Building block 撤回文书: the draft is not sent. Fields: {@code letter} and {@code occasion} as in {@link DraftDocument}.
 * Run again it changes nothing.
 */
@Block(name = "撤回文书", description = "文书不再发出，草稿留存备查；已经签发的文书不能撤回。")
@Component
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE) // the engine writes the model's fields into it
@SuppressWarnings("NullAway.Init")
class WithdrawDocument implements JavaDelegate {

    private final LetterSteps steps;

    @BlockField(label = "文书", hint = "letters.dmn 中的文书代号", choice = Choice.LETTER)
    private Expression letter;

    @BlockField(label = "事由标识", hint = "同一案件多次制发同一种文书时，用来区分是哪一次", required = false)
    private @Nullable Expression occasion;

    WithdrawDocument(LetterSteps steps) {
        this.steps = steps;
    }

    @Override
    public void execute(DelegateExecution execution) {
        steps.withdraw(LetterSteps.purpose(new Fields(execution), letter, occasion));
    }
}

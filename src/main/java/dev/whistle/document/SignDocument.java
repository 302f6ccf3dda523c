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
 * Building block 签发文书: numbers and signs the latest version for the officer whose task led here. Fields: {@code letter}
 * and {@code occasion} as in {@link DraftDocument}. Run again it changes nothing.
 */
@Block(name = "签发文书", description = "给文书编号，写入签发人和签发日期，定为签发稿；由完成签发任务的负责人签发，重复执行不会另编文号。")
@Component
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE) // the engine writes the model's fields into it
@SuppressWarnings("NullAway.Init")
class SignDocument implements JavaDelegate {

    private final LetterSteps steps;

    @BlockField(label = "文书", hint = "letters.dmn 中的文书代号", choice = Choice.LETTER)
    private Expression letter;

    @BlockField(label = "事由标识", hint = "同一案件多次制发同一种文书时，用来区分是哪一次", required = false)
    private @Nullable Expression occasion;

    SignDocument(LetterSteps steps) {
        this.steps = steps;
    }

    @Override
    public void execute(DelegateExecution execution) {
        steps.sign(LetterSteps.purpose(new Fields(execution), letter, occasion));
    }
}

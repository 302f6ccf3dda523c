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
 * Building block 送达文书: the signed letter was handed over. Fields: {@code letter} and {@code occasion} as in {@link
 * DraftDocument}; {@code how}, the code of a {@link ServiceWay}; {@code on}, the day as yyyy-MM-dd; {@code
 * acknowledged}, whether its reception was confirmed at once. Run again it changes nothing.
 */
@Block(name = "送达文书", description = "记录文书的送达方式和送达日期；当时已签收的一并记录签收。")
@Component
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE) // the engine writes the model's fields into it
@SuppressWarnings("NullAway.Init")
class ServeDocument implements JavaDelegate {

    private final LetterSteps steps;

    @BlockField(label = "文书", hint = "letters.dmn 中的文书代号", choice = Choice.LETTER)
    private Expression letter;

    @BlockField(label = "事由标识", hint = "同一案件多次制发同一种文书时，用来区分是哪一次", required = false)
    private @Nullable Expression occasion;

    @BlockField(label = "送达方式", hint = "in-person 当面、post 邮寄、electronic 电子、left 留置、posted-up 张贴")
    private Expression how;

    @BlockField(label = "送达日期", hint = "年-月-日，如 2026-09-25")
    private Expression on;

    @BlockField(label = "是否已签收", hint = "true 表示送达时已签收", required = false)
    private @Nullable Expression acknowledged;

    ServeDocument(LetterSteps steps) {
        this.steps = steps;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Fields fields = new Fields(execution);
        steps.serve(
                LetterSteps.purpose(fields, letter, occasion),
                fields.required(how),
                fields.required(on),
                fields.text(acknowledged).map(Boolean::valueOf).orElse(false));
    }
}

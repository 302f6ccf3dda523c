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
 * Building block 起草文书. Fields: {@code letter}, a row of {@code letters.dmn}; {@code unit}, the id of the unit that
 * signs; {@code to}, the id of the unit that it is written to, where its row of {@code letters.dmn} does not say;
 * {@code occasion}, which one, where a case has the same letter more than once. Run again by the same step it changes
 * nothing.
 */
@Block(name = "起草文书", version = 2, description = "按模板填写案件内容，形成文书草稿；文书尚未签发的，再次经过本环节时按最新内容另成一稿。")
@Component
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE) // the engine writes the model's fields into it
@SuppressWarnings("NullAway.Init")
class DraftDocument implements JavaDelegate {

    private final LetterSteps steps;

    @BlockField(label = "文书", hint = "letters.dmn 中的文书代号", choice = Choice.LETTER)
    private Expression letter;

    @BlockField(label = "事由标识", hint = "同一案件多次制发同一种文书时，用来区分是哪一次", required = false)
    private @Nullable Expression occasion;

    @BlockField(label = "发文单位", hint = "签发文书的单位编号，如 street-wanli")
    private Expression unit;

    @BlockField(label = "收件单位", hint = "letters.dmn 中收件人为 unit 的，填写收件单位的编号", required = false)
    private @Nullable Expression to;

    DraftDocument(LetterSteps steps) {
        this.steps = steps;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Fields fields = new Fields(execution);
        steps.draft(
                LetterSteps.purpose(fields, letter, occasion),
                fields.required(unit),
                fields.text(to).orElse(null),
                execution.getActivityInstanceId());
    }
}

package dev.whistle.clock;

import dev.whistle.palette.Block;
import dev.whistle.palette.BlockField;
import dev.whistle.palette.BlockField.Choice;
import java.time.Clock;
import java.time.Instant;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;
import org.springframework.stereotype.Component;

/** Building block 启动期限: starts a clock, counted from a moment. */
@Component
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE) // the engine writes the model's fields into it
@Block(name = "启动期限", version = 4, description = "按时限表从起算时间开始计算一个期限；时限表写明由交办单确定的，算到所填的最后一日。已经启动的不重新起算。")
@SuppressWarnings("NullAway.Init")
class ArmClock implements JavaDelegate {

    private final Clocks clocks;
    private final Clock clock;

    @BlockField(label = "期限种类", hint = "时限表中的一种", choice = Choice.CLOCK)
    private Expression kind;

    @BlockField(label = "起算时间", hint = "带时区的时间或日期，例如 ${receivedAt}；不填的从现在起算", required = false)
    private @Nullable Expression from;

    @BlockField(label = "责任单位", hint = "期限只属于一个单位时填写单位编号", required = false)
    private @Nullable Expression holder;

    @BlockField(label = "期限事由", hint = "同一案件有几个同种期限时用来区分，例如承办单位；一般不填", required = false)
    private @Nullable Expression occasion;

    @BlockField(label = "案件类别", hint = "期限的效力因案件类别而不同时填写，例如 ${suggestedCategory}", required = false)
    private @Nullable Expression category;

    @BlockField(label = "最后一日", hint = "时限表中期限为 0（由交办单确定）的填写，例如 ${reworkUntil}，其值如 2026-09-30；其他期限不填", required = false)
    private @Nullable Expression until;

    ArmClock(Clocks clocks, Clock clock) {
        this.clocks = clocks;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Step step = Step.of(execution);
        clocks.arm(
                step.key(kind, occasion),
                step.text(holder).orElse(null),
                step.text(category).orElse(null),
                name -> began(step, name),
                step.lastDay(until));
    }

    private Instant began(Step step, String name) {
        return from == null ? clock.instant() : step.time(from, name);
    }
}

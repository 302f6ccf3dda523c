package dev.whistle.procedure.whistle;

import dev.whistle.palette.Block;
import dev.whistle.palette.BlockField;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;
import org.springframework.stereotype.Component;

/** Building block 吹哨: a case has found a violation of law, for which a case of its own is opened (JJ.10, AS.14). */
@Component
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE) // the engine writes the model's fields into it
@SuppressWarnings("NullAway.Init")
@Block(name = "吹哨", description = "发现违法违规行为的，另立街道吹哨案件（CS），按职责分工交职能部门；同一步骤只吹哨一次，种类、单位不对的退回。")
class BlowWhistle implements JavaDelegate {

    private final Blowing blowing;

    @BlockField(label = "吹哨单位", hint = "存放单位编号的变量，例如巡查发现地的镇街")
    private Expression blownBy;

    @BlockField(label = "违法行为种类", hint = "whistle-routing.dmn 中的种类，例如 ${violationKind}")
    private Expression kind;

    @BlockField(label = "事由", hint = "一句话写明，不写任何人的姓名、电话、住址，例如 ${matter}")
    private Expression matter;

    @BlockField(label = "详细情况", hint = "同样不写个人信息", required = false)
    private @Nullable Expression details;

    @BlockField(label = "小区", hint = "小区编号；不在小区内的填地点", required = false)
    private @Nullable Expression compound;

    @BlockField(label = "地点", hint = "没有小区的必填", required = false)
    private @Nullable Expression place;

    @BlockField(label = "区域", hint = "in 建成区内，out 建成区外；有小区的以小区为准", required = false)
    private @Nullable Expression area;

    @BlockField(
            label = "来源",
            hint = "patrol 巡查发现，company-report 企业报告，own-finding 自行发现，hotline 热线转来；不填为巡查发现",
            required = false)
    private @Nullable Expression source;

    @BlockField(label = "是否仍在继续", hint = "劝阻无效、违法行为仍在继续的填 true", required = false)
    private @Nullable Expression continuing;

    BlowWhistle(Blowing blowing) {
        this.blowing = blowing;
    }

    @Override
    public void execute(DelegateExecution execution) {
        blowing.blow(
                new Blown(
                        execution.getProcessBusinessKey(),
                        Field.of(blownBy, "blownBy", execution),
                        Field.of(kind, "violationKind", execution),
                        Field.of(matter, "matter", execution),
                        Field.of(details, "details", execution).value(),
                        Field.of(compound, "compound", execution),
                        Field.of(place, "place", execution),
                        Field.of(area, "area", execution).value(),
                        Field.of(source, "source", execution).text().orElse("patrol"),
                        Field.of(continuing, "continuing", execution).yes()),
                execution.getActivityInstanceId());
    }
}

package dev.whistle.casefile;

import dev.whistle.organisation.CurrentOfficer;
import dev.whistle.organisation.Officer;
import dev.whistle.palette.Block;
import dev.whistle.palette.BlockField;
import dev.whistle.palette.Fields;
import dev.whistle.problem.FieldError;
import dev.whistle.problem.Problem;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;
import org.springframework.stereotype.Component;

/**
 * Building block 立案: opens the case and makes its number the business key. The unit of the officer who hands it in
 * takes it up, unless {@link FirstUnit} says another. Run again in the same process it changes nothing.
 */
@Component
@Block(name = "立案登记", version = 2, description = "登记案件并编定案件编号，编号即流程的业务主键；由登记人所在单位受理。放在流程的第一步，同一流程重复执行不再立案。")
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE) // the engine writes the model's fields into it
@SuppressWarnings("NullAway.Init")
class OpenCase implements JavaDelegate {

    private final Cases cases;
    private final CurrentOfficer current;
    private final FirstUnit firstUnit;

    @BlockField(label = "案件编号字头", hint = "两个大写字母，例如投诉为 TS、吹哨为 CS。")
    private Expression code;

    @BlockField(label = "事项", hint = "案件标题，一般取登记表中的变量，例如 ${matter}。")
    private Expression title;

    @BlockField(label = "详细情况", hint = "没有可以不填。", required = false)
    private @Nullable Expression details;

    @BlockField(label = "来源", hint = "案件来源的代码，例如 ${channel}；没有可以不填。", required = false)
    private @Nullable Expression source;

    @BlockField(label = "外部编号", hint = "12345 等来源系统的工单编号；没有可以不填。", required = false)
    private @Nullable Expression externalNo;

    @BlockField(label = "地点", hint = "没有可以不填。", required = false)
    private @Nullable Expression place;

    @BlockField(label = "小区", hint = "小区编号；填写后，小区所在镇街、社区和物业服务企业即可查看本案。", required = false)
    private @Nullable Expression compound;

    @BlockField(label = "收到时间", hint = "带时区的时间，例如 ${receivedAt}，其值如 2026-09-10T09:40:00+08:00。")
    private Expression receivedAt;

    @BlockField(label = "因何案件而起", hint = "由另一案件引起的，填写该案件的编号；没有可以不填。", required = false)
    private @Nullable Expression parent;

    OpenCase(Cases cases, CurrentOfficer current, FirstUnit firstUnit) {
        this.cases = cases;
        this.current = current;
        this.firstUnit = firstUnit;
    }

    @Override
    public void execute(DelegateExecution execution) {
        if (execution.getProcessBusinessKey() != null) {
            return;
        }
        Fields fields = new Fields(execution);
        CaseFile opened = cases.open(new NewCase(
                fields.required(code),
                procedure(execution),
                fields.required(title),
                fields.text(details).orElse(null),
                fields.text(source).orElse(null),
                fields.text(externalNo).orElse(null),
                fields.text(place).orElse(null),
                fields.text(compound).orElse(null),
                firstUnit.take().orElseGet(this::ownUnit),
                received(fields),
                parent(fields)));
        execution.setProcessBusinessKey(opened.caseNo());
    }

    /** The id of the process that this step stands in, at whatever depth. */
    private static String procedure(DelegateExecution execution) {
        ModelElementInstance element = execution.getBpmnModelElementInstance();
        while (!(element instanceof Process process)) {
            element = element.getParentElement();
        }
        return process.getId();
    }

    private String ownUnit() {
        return current.get().map(Officer::units).orElseThrow().stream()
                .sorted()
                .findFirst()
                .orElseThrow(() -> new Problem(Problem.Kind.FORBIDDEN, "case.no-unit"));
    }

    private Instant received(Fields fields) {
        return OffsetDateTime.parse(fields.required(receivedAt)).toInstant();
    }

    private @Nullable String parent(Fields fields) {
        return fields.text(parent)
                .map(number -> cases.find(number)
                        .orElseThrow(() ->
                                Problem.invalid(new FieldError(fields.name(parent, "parent"), "link.unknown", number)))
                        .caseNo())
                .orElse(null);
    }
}

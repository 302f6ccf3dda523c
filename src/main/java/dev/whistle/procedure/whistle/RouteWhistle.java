package dev.whistle.procedure.whistle;

import dev.whistle.casefile.CaseFile;
import dev.whistle.casefile.Cases;
import dev.whistle.casefile.Submission;
import dev.whistle.casefile.Submissions;
import dev.whistle.palette.Block;
import dev.whistle.palette.BlockField;
import dev.whistle.problem.Texts;
import java.util.Locale;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;
import org.springframework.stereotype.Component;

/** Building block 按职责分工定部门: whose violation it is, by {@code whistle-routing.dmn} (JJ.A3.2). */
@Component
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE) // the engine writes the model's fields into it
@SuppressWarnings("NullAway.Init")
@Block(
        name = "按职责分工定部门",
        description =
                "按 whistle-routing.dmn 找出牵头部门，设好 lead（牵头部门，没有的为空）和 routing：settled 已定，ask 请吹哨单位确定，unclear 分工表没有、交区办公室。",
        sets = {"lead", "routing"})
class RouteWhistle implements JavaDelegate {

    private static final String SETTLED = "settled";
    private static final String ASK = "ask";
    private static final String UNCLEAR = "unclear";

    private final Routing routing;
    private final Cases cases;
    private final Submissions submissions;

    @BlockField(label = "违法行为种类", hint = "分工表中的种类，例如 ${violationKind}")
    private Expression kind;

    @BlockField(label = "区域", hint = "in 建成区内，out 建成区外；有小区的以小区为准，可以不填", required = false)
    private @Nullable Expression area;

    @BlockField(label = "已定的部门", hint = "前面已经选定部门的填写，例如 ${handlingUnit}；不填则按分工表", required = false)
    private @Nullable Expression unit;

    @BlockField(label = "请吹哨单位确认", hint = "yes 表示先请吹哨单位看过分工建议再交办；不填则直接交办", required = false)
    private @Nullable Expression confirm;

    RouteWhistle(Routing routing, Cases cases, Submissions submissions) {
        this.routing = routing;
        this.cases = cases;
        this.submissions = submissions;
    }

    @Override
    public void execute(DelegateExecution execution) {
        CaseFile file = cases.get(execution.getProcessBusinessKey());
        String of = String.valueOf(Field.of(kind, "kind", execution).value());
        Field chosen = Field.of(unit, "unit", execution);
        Field where = Field.of(area, "area", execution);
        Optional<Route> route = routing.of(of, where.value(), file);
        submissions.hold(new Submission.Draft()
                .particular("violationKind", "违法行为种类", of, words(of))
                .field("clause", "分工依据", route.map(Route::clause).orElse(null))
                .done());
        execution.setVariable(
                "lead", chosen.text().or(() -> route.map(Route::lead)).orElse(null));
        execution.setVariable(
                "routing",
                chosen.value() != null
                        ? SETTLED
                        : routed(
                                route.isPresent(),
                                Field.of(confirm, "confirm", execution).yes(),
                                routing.waitsForArea(of, where.value(), file)));
    }

    private static String routed(boolean found, boolean confirm, boolean areaMissing) {
        if (areaMissing) {
            return ASK;
        }
        return found ? confirm ? ASK : SETTLED : UNCLEAR;
    }

    private static String words(String kind) {
        return Texts.text(Locale.SIMPLIFIED_CHINESE, "whistle.kind." + kind);
    }
}

package dev.whistle.cost;

import dev.whistle.cost.CountedCase.Desk;
import dev.whistle.procedure.patrolfinding.PatrolFindingProcess;
import dev.whistle.testing.Statements;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;

/** What a patrol found, from the start form to the archive, on whatever engine; see {@link ComplaintLife}. */
final class FindingLife {

    private static final String TODAY = "2026-09-14";
    private static final Desk COMMUNITY = new Desk("wanli-1", "community-wanli-1.officer");
    private static final Desk COMPANY = new Desk("company-5", "company-5.officer");
    private static final Desk STREET = new Desk("wanli", "street-wanli.officer");

    private final ProcessEngine engine;

    private FindingLife(ProcessEngine engine) {
        this.engine = engine;
    }

    /**
     * What it costs once caches are warm.
     *
     * @param forms whether somebody was dissuaded, with the three forms, or the company puts it right
     */
    static Statements counted(ProcessEngine engine, boolean forms) {
        return CountedCase.warm(() -> new FindingLife(engine).live(forms));
    }

    private CountedCase live(boolean forms) {
        CountedCase finding = CountedCase.begun(
                engine, COMMUNITY, PatrolFindingProcess.ID, forms ? dissuaded() : insideTheContract());
        if (forms) {
            finding.does(
                    STREET,
                    PatrolFindingProcess.Tasks.CONFIRM,
                    filled(Map.of(
                            "confirmers", "谭红霞",
                            "confirmedOn", TODAY,
                            "confirmResult", "stopped",
                            "confirmReport", "到现场查看。")));
        } else {
            finding.does(
                    COMPANY,
                    "userTask_rectify",
                    filled(Map.of("rectifyResult", "done", "rectifiedOn", TODAY, "rectifyReport", "已更换灯具。")));
            finding.does(
                    COMMUNITY,
                    "userTask_checkRectification",
                    filled(Map.of(
                            "checkers", "孔冰", "checkedOn", TODAY, "checkResult", "done", "checkReport", "到现场查看。")));
        }
        return finding;
    }

    private static Map<String, Object> insideTheContract() {
        Map<String, Object> form = found("contract", "楼道灯不亮", "3幢1单元");
        form.put("rectificationDemand", "三日内修复楼道照明。");
        return form;
    }

    private static Map<String, Object> dissuaded() {
        Map<String, Object> form = found("enforcement", "车辆占用消防通道", "5幢东侧");
        form.put("violationKind", "fire-lane");
        form.put("stopped", "yes");
        form.put("servedHow", "in-person");
        return form;
    }

    private static Map<String, Object> found(String kind, String matter, String place) {
        Map<String, Object> form = filled(Map.of(
                "compound",
                "compound-05",
                "foundAt",
                TODAY + "T09:30:00+08:00",
                "patrollers",
                "孔冰",
                "findingKind",
                kind,
                "place",
                place,
                "matter",
                matter));
        for (String empty : new String[] {
            "violationKind", "existing", "details", "rectificationDemand", "violatorName", "stopped", "servedHow"
        }) {
            form.put(empty, null);
        }
        return form;
    }

    private static Map<String, Object> filled(Map<String, Object> fields) {
        return new HashMap<>(fields);
    }
}

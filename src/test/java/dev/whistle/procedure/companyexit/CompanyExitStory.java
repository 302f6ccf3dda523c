package dev.whistle.procedure.companyexit;

import dev.whistle.procedure.companyexit.CompanyExitProcess.Decision;
import dev.whistle.procedure.companyexit.CompanyExitProcess.Variables;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What people enter in the forms of a company's exit. */
public final class CompanyExitStory {

    public static final String GROUNDS = "连续三次考核处于后三名，经两次函告没有改进。";

    private CompanyExitStory() {}

    /** The start form, with nothing that only some reasons ask for. */
    public static Map<String, Object> wanted(
            String reason, String company, @Nullable String compound, String receivedAt) {
        Map<String, Object> form = new HashMap<>(Map.of(
                Variables.EXIT_REASON,
                reason,
                Variables.COMPANY,
                company,
                Variables.RECEIVED_AT,
                receivedAt,
                Variables.MATTER,
                "物业服务企业退出"));
        form.put(Variables.LISTING, null);
        form.put(Variables.COMPOUND, compound);
        form.put(Variables.DETAILS, null);
        form.put(Variables.LEDGER, null);
        form.put(Variables.LEFT_ON, null);
        form.put(Variables.DECISION_NO, null);
        form.put(Variables.DECISION_ON, null);
        form.put(Variables.LAST_DAY, null);
        return form;
    }

    /** The owners have decided already. */
    public static Map<String, Object> endedByOwners(
            String company, String compound, String receivedAt, @Nullable String number, @Nullable String day) {
        Map<String, Object> form = wanted(CompanyExitProcess.Reason.COMMITTEE_ENDED, company, compound, receivedAt);
        form.put(Variables.DECISION_NO, number);
        form.put(Variables.DECISION_ON, day);
        return form;
    }

    /** The office orders it, or does not. */
    public static Map<String, Object> decided(String decision, @Nullable String lastDay) {
        Map<String, Object> form = new HashMap<>(Map.of(Variables.EXIT_DECISION, decision, "exitGrounds", GROUNDS));
        form.put(Variables.LAST_DAY, lastDay);
        return form;
    }

    /** The street has looked at an application. */
    public static Map<String, Object> examined(String decision, @Nullable String lastDay) {
        Map<String, Object> form =
                new HashMap<>(Map.of(Variables.EXIT_DECISION, decision, "examineOpinion", "企业资金困难，资料和账目已经整理。"));
        form.put(Variables.LAST_DAY, lastDay);
        return form;
    }

    /** The street has been there. */
    public static Map<String, Object> confirmed(boolean left, String day) {
        return new HashMap<>(Map.of(
                Variables.EXIT_DECISION,
                left ? Decision.EXIT : Decision.STAY,
                "confirmers",
                "谭红霞、孔冰",
                "confirmedOn",
                day,
                "confirmFindings",
                "门岗无人，项目部已经搬空。"));
    }

    /** The owners decide. */
    public static Map<String, Object> resolved(String decision, String day) {
        Map<String, Object> form = new HashMap<>(Map.of(
                Variables.EXIT_DECISION,
                decision,
                Variables.DECISION_NO,
                "业决〔2026〕2号",
                Variables.DECISION_ON,
                day,
                "ownersWords",
                "参加表决的户数和面积过三分之二，同意的过半数。"));
        form.put(Variables.LAST_DAY, null);
        return form;
    }

    public static Map<String, Object> withdrawn(String day) {
        return new HashMap<>(Map.of(
                "withdrawal",
                "withdrawn",
                "withdrawnBy",
                "企业负责人",
                "withdrawnOn",
                day,
                "withdrawReason",
                "企业已经筹得资金，继续履行合同。"));
    }
}

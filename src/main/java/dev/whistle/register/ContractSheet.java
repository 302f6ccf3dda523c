package dev.whistle.register;

import java.util.LinkedHashMap;
import java.util.Map;

/** A contract as its register's sheet and history say it: by the titles of the columns. */
public final class ContractSheet {

    public static final String NUMBER = "合同编号";
    public static final String COMPOUND = "小区";
    public static final String COMPANY = "企业";
    public static final String KIND = "合同类别";
    public static final String FROM = "开始日期";
    public static final String TO = "结束日期";
    public static final String SUM = "年合同额";
    public static final String GRADE = "服务等级";
    public static final String ENDED = "终止日期";
    public static final String WHY = "终止原因";

    private ContractSheet() {}

    /** What a contract says, in words, in the order of the columns. */
    public static Map<String, String> content(Contract contract, String compoundName, String companyName) {
        Map<String, String> content = new LinkedHashMap<>();
        content.put(NUMBER, contract.number());
        content.put(COMPOUND, compoundName);
        content.put(COMPANY, companyName);
        content.put(KIND, contract.kind().label());
        content.put(FROM, Words.of(contract.from()));
        content.put(TO, Words.of(contract.to()));
        content.put(SUM, Words.of(contract.yearlySum()));
        content.put(GRADE, String.valueOf(contract.grade()));
        content.put(ENDED, Words.of(contract.endedOn()));
        content.put(WHY, Words.of(contract.endedFor()));
        return content;
    }
}

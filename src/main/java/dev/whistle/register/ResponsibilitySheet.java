package dev.whistle.register;

import dev.whistle.organisation.Responsibility;
import java.util.LinkedHashMap;
import java.util.Map;

/** Who runs a compound, as the register's sheet and history say it: by the titles of the columns. */
public final class ResponsibilitySheet {

    public static final String COMPOUND = "小区";
    public static final String FROM = "开始日期";
    public static final String BASIS = "依据";
    public static final String RUNNER = "管理单位";

    private ResponsibilitySheet() {}

    /**
     * What an entry says, in words, in the order of the columns.
     *
     * @param runnerName empty where the owners run it themselves
     */
    public static Map<String, String> content(Responsibility one, String compoundName, String runnerName) {
        Map<String, String> content = new LinkedHashMap<>();
        content.put(COMPOUND, compoundName);
        content.put(FROM, one.from().equals(Responsibility.BEFORE_RECORDS) ? "" : Words.of(one.from()));
        content.put(BASIS, one.basis().label());
        content.put(RUNNER, runnerName);
        return content;
    }
}

package dev.whistle.casefile;

import java.util.Arrays;

/**
 * The parts people play in a case, as officers call them. A model may use a role that is not listed: its person is then
 * called 当事人.
 */
public enum PartyRole {
    COMPLAINANT("complainant", "投诉人"),
    RESPONDENT("respondent", "被投诉人"),
    APPLICANT("applicant", "申请人"),
    REPORTER("reporter", "举报人"),
    OWNER("owner", "业主"),
    REPRESENTATIVE("representative", "代理人"),
    CONTACT("contact", "联系人"),
    PATROLLER("patroller", "巡查人员"),
    VIOLATOR("violator", "违规行为人");

    private static final String ANYBODY = "当事人";

    private final String code;
    private final String label;

    PartyRole(String code, String label) {
        this.code = code;
        this.label = label;
    }

    /** What forms, models and {@link PartyDetails#role()} call it. */
    public String code() {
        return code;
    }

    public String label() {
        return label;
    }

    /** The Chinese name of a role given by its code. */
    public static String labelOf(String code) {
        return Arrays.stream(values())
                .filter(role -> role.code.equals(code))
                .map(PartyRole::label)
                .findFirst()
                .orElse(ANYBODY);
    }
}

package dev.whistle.report;

import java.time.YearMonth;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How long a time a report is about. */
public enum ReportKind {
    MONTH("月度通报", "情况通报", 1, "(\\d{4})-(0[1-9]|1[0-2])", "2026-10"),
    QUARTER("季度报告", "季度报告", 3, "(\\d{4})Q([1-4])", "2026Q3"),
    YEAR("年度总结", "年度总结", 12, "(\\d{4})", "2025");

    /** Before it nobody kept cases in a program. */
    private static final int FIRST_YEAR = 1980;

    private final String label;
    private final String numberWord;
    private final int months;
    private final Pattern form;
    private final String example;

    ReportKind(String label, String numberWord, int months, String form, String example) {
        this.label = label;
        this.numberWord = numberWord;
        this.months = months;
        this.form = Pattern.compile(form);
        this.example = example;
    }

    static Optional<ReportKind> ofCode(String code) {
        return Arrays.stream(values()).filter(it -> it.name().equals(code)).findFirst();
    }

    /** As officers say it. */
    public String label() {
        return label;
    }

    /** What stands between office and year in a report's number*. */
    String numberWord() {
        return numberWord;
    }

    int months() {
        return months;
    }

    /** How a period is written. */
    String example() {
        return example;
    }

    /** The first month of a period that is written so; empty where it is none. */
    Optional<YearMonth> firstMonth(String period) {
        Matcher parts = form.matcher(period);
        if (!parts.matches() || Integer.parseInt(parts.group(1)) < FIRST_YEAR) {
            return Optional.empty();
        }
        int number = parts.groupCount() < 2 ? 1 : Integer.parseInt(parts.group(2));
        return Optional.of(YearMonth.of(Integer.parseInt(parts.group(1)), (number - 1) * months + 1));
    }
}

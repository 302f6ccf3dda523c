package dev.whistle.report;

import dev.whistle.board.Months;
import dev.whistle.casefile.ChineseTime;
import dev.whistle.problem.FieldError;
import dev.whistle.problem.Problem;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A month, quarter or year of China that a report is about.
 *
 * @param code as programs write it: {@code 2026-10}, {@code 2026Q3}, {@code 2025}
 */
record Period(ReportKind kind, String code, YearMonth from) {

    private static final List<String> QUARTERS = List.of("第一季度", "第二季度", "第三季度", "第四季度");

    /** Empty where nothing can be about it. */
    static Optional<Period> find(String kind, String code) {
        return ReportKind.ofCode(kind).flatMap(it -> it.firstMonth(code).map(first -> new Period(it, code, first)));
    }

    /**
     * A period that is over.
     *
     * @throws Problem naming {@code kind} or {@code period}
     */
    static Period over(String kind, String code, LocalDate today) {
        List<FieldError> wrong = new ArrayList<>();
        Optional<ReportKind> known = ReportKind.ofCode(kind);
        if (known.isEmpty()) {
            wrong.add(new FieldError("kind", "report.kind-unknown", kind, kinds()));
        }
        Optional<Period> period = find(kind, code);
        if (known.isPresent() && period.isEmpty()) {
            wrong.add(new FieldError(
                    "period",
                    "report.period-malformed",
                    code,
                    known.get().label(),
                    known.get().example()));
        }
        period.filter(it -> !it.lastDay().isBefore(today))
                .ifPresent(it -> wrong.add(new FieldError(
                        "period",
                        "report.period-not-over",
                        it.said(),
                        ChineseTime.of(it.lastDay().plusDays(1)),
                        code,
                        it.lastDay().plusDays(1))));
        if (!wrong.isEmpty()) {
            throw Problem.invalid(wrong);
        }
        return period.orElseThrow();
    }

    private static String kinds() {
        return Arrays.stream(ReportKind.values())
                .map(it -> it.name() + "（" + it.label() + "）")
                .collect(Collectors.joining("、"));
    }

    Months months() {
        return new Months(from, from.plusMonths(kind.months() - 1L));
    }

    LocalDate lastDay() {
        return months().lastDay();
    }

    /** The first month of the period before it. */
    YearMonth before() {
        return from.minusMonths(kind.months());
    }

    /** E.g. 2026年10月, 2026年第三季度, 2025年. */
    String said() {
        return from.getYear() + "年" + (kind == ReportKind.YEAR ? "" : within());
    }

    /** Within its own report: 10月, 第三季度, 全年. */
    String within() {
        return switch (kind) {
            case MONTH -> from.getMonthValue() + "月";
            case QUARTER -> QUARTERS.get((from.getMonthValue() - 1) / 3);
            case YEAR -> "全年";
        };
    }

    /** The one before, as its report calls it. */
    String beforeSaid() {
        return switch (kind) {
            case MONTH -> "上月";
            case QUARTER -> "上季度";
            case YEAR -> "上年";
        };
    }
}

package dev.whistle.report;

import dev.whistle.report.ReportFigures.Counted;
import dev.whistle.report.ReportFigures.OfProcedure;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How numbers stand in a sentence: what there is none of is not counted. */
final class Words {

    /** How many of a list are named. */
    static final int NAMED = 5;

    private Words() {}

    /** E.g. 来访47件、来电109件; empty where there is nothing of any. */
    static String each(List<Counted> counts, String measure) {
        return counts.stream()
                .filter(it -> it.count() != 0)
                .map(it -> it.name() + it.count() + measure)
                .collect(Collectors.joining("、"));
    }

    /** The same in brackets. */
    static String inBrackets(List<Counted> counts, String measure) {
        String each = each(counts, measure);
        return each.isEmpty() ? "" : "（" + each + "）";
    }

    /** Of the first few of a list, e.g. 甲小区（5件）、乙小区（3件）. */
    static <T> String first(int most, List<T> rows, Function<T, String> name, Function<T, Long> count, String measure) {
        return rows.stream()
                .limit(most)
                .map(it -> name.apply(it) + "（" + count.apply(it) + measure + "）")
                .collect(Collectors.joining("、"));
    }

    static long sum(List<Counted> counts) {
        return counts.stream().mapToLong(Counted::count).sum();
    }

    static long overdue(List<OfProcedure> procedures) {
        return procedures.stream().mapToLong(OfProcedure::overdue).sum();
    }

    /** In percent, to a tenth; null of nothing. */
    static @Nullable BigDecimal percent(long part, long whole) {
        return whole == 0
                ? null
                : BigDecimal.valueOf(part * 100).divide(BigDecimal.valueOf(whole), 1, RoundingMode.HALF_UP);
    }

    /** E.g. 95.2%. */
    static String share(long part, long whole) {
        return percent(part, whole) + "%";
    }

    /** E.g. 3100.5万平方米. */
    static String area(BigDecimal squareMetres) {
        return squareMetres
                        .divide(BigDecimal.valueOf(10_000), 2, RoundingMode.HALF_UP)
                        .stripTrailingZeros()
                        .toPlainString()
                + "万平方米";
    }
}

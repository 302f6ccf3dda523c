package dev.whistle.report;

import dev.whistle.report.ReportFigures.Counted;
import dev.whistle.report.ReportFigures.Rate;
import dev.whistle.sheet.Grid;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The tables of reports. */
final class ReportTables {

    private static final String RATE = "按期率（%）";

    private final ReportFigures figures;

    ReportTables(ReportFigures figures) {
        this.figures = figures;
    }

    Grid stock() {
        return grid(
                "各镇街物业基本情况",
                List.of("镇街", "小区（个）", "建筑面积（万平方米）", "企业管理（个）", "业主委员会（个）", "临时管委会（个）"),
                figures.stock().streets(),
                it -> row(
                        it.name(),
                        it.compounds(),
                        it.area().divide(BigDecimal.valueOf(10_000), 2, RoundingMode.HALF_UP),
                        it.byCompany(),
                        it.committees(),
                        it.interim()));
    }

    Grid procedures() {
        return grid(
                "各类案件受理办理情况",
                List.of("程序", "新收", "办结", "在办", "其中逾期"),
                figures.procedures(),
                it -> row(it.name(), it.received(), it.closed(), it.open(), it.overdue()));
    }

    Grid channels() {
        return shares("投诉渠道", "渠道", figures.complaints().channels());
    }

    Grid matters() {
        return shares("投诉事项", "事项", figures.complaints().matters());
    }

    private static Grid shares(String title, String what, List<Counted> counts) {
        long all = Words.sum(counts);
        return grid(
                title,
                List.of(what, "件数", "占比（%）"),
                counts,
                it -> row(it.name(), it.count(), Words.percent(it.count(), all)));
    }

    Grid complaintsOfStreets() {
        return grid(
                "各镇街投诉受理办理情况",
                List.of("镇街", "受理", "办结"),
                figures.complaints().streets(),
                it -> row(it.name(), it.received(), it.closed()));
    }

    Grid complaintsOfCompounds() {
        return grid(
                "投诉较多的小区",
                List.of("小区", "投诉", "其中重复投诉"),
                figures.complaints().compounds(),
                it -> row(it.name(), it.count(), it.repeats()));
    }

    Grid months() {
        return grid(
                "各月情况",
                List.of("月份", "受理投诉", "办结投诉", "按期", "逾期", RATE),
                figures.months(),
                it -> row(
                        it.month().getYear() + "年" + it.month().getMonthValue() + "月",
                        it.received(),
                        it.closed(),
                        it.met(),
                        it.breached(),
                        Words.percent(it.met(), it.met() + it.breached())));
    }

    Grid streets() {
        return rates("各镇街按期办结情况", "镇街", figures.onTime().streets());
    }

    Grid departments() {
        return rates("各部门按期办结情况", "部门", figures.onTime().departments());
    }

    private static Grid rates(String title, String what, List<Rate> rates) {
        return grid(
                title,
                List.of(what, "按期", "逾期", RATE, "排名"),
                rates,
                it -> row(
                        it.name(),
                        it.met(),
                        it.breached(),
                        Words.percent(it.met(), it.met() + it.breached()),
                        it.rank()));
    }

    Grid patrols() {
        return grid(
                "各单位巡查达标情况",
                List.of("单位", "应巡查次数", "达标次数", "缺少次数", "达标率（%）"),
                figures.patrols().units(),
                it -> row(it.name(), it.minimum(), it.done(), it.lacking(), Words.percent(it.done(), it.minimum())));
    }

    Grid ladder() {
        List<String> rungs =
                figures.ladder().rungs().stream().map(Counted::name).toList();
        return grid(
                "各单位被采取督查措施情况",
                Stream.of(List.of("单位", "类别"), rungs, List.of("合计"))
                        .flatMap(List::stream)
                        .toList(),
                figures.ladder().units(),
                it -> {
                    List<@Nullable Object> row = new ArrayList<>(List.of(it.name(), it.kind()));
                    row.addAll(it.counts());
                    row.add(it.counts().stream().mapToLong(Long::longValue).sum());
                    return row;
                });
    }

    Grid referrals() {
        return grid(
                "移送办理情况",
                List.of("单位", "办结", "平均用时（小时）", "正在办理"),
                figures.referrals(),
                it -> row(
                        it.name(),
                        it.referrals(),
                        it.referrals() == 0
                                ? null
                                : BigDecimal.valueOf(it.hours())
                                        .divide(BigDecimal.valueOf(it.referrals()), 1, RoundingMode.HALF_UP),
                        it.now()));
    }

    Grid interim() {
        return grid(
                "临时管理的小区",
                List.of("小区", "镇街", "管理依据", "管理单位", "开始日期"),
                figures.interim(),
                it -> row(it.compound(), it.street(), it.basis(), it.runner(), it.since()));
    }

    Grid ends() {
        return grid(
                "企业退出和小区交接结果",
                List.of("案件", "结果", "件数"),
                Stream.concat(
                                figures.ends().exits().stream().map(it -> row("企业退出", it.name(), it.count())),
                                figures.ends().handovers().stream().map(it -> row("小区交接", it.name(), it.count())))
                        .toList(),
                it -> it);
    }

    private static <T> Grid grid(
            String title, List<String> columns, List<T> rows, Function<T, List<@Nullable Object>> row) {
        return new Grid(title, columns, rows.stream().map(row).toList());
    }

    private static List<@Nullable Object> row(@Nullable Object... cells) {
        return Arrays.asList(cells);
    }
}

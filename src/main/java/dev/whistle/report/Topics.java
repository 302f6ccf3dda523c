package dev.whistle.report;

import dev.whistle.casefile.ChineseTime;
import dev.whistle.report.Paper.Table;
import dev.whistle.report.ReportFigures.Complaints;
import dev.whistle.report.ReportFigures.Counted;
import dev.whistle.report.ReportFigures.OfCompound;
import dev.whistle.report.ReportFigures.OfProcedure;
import dev.whistle.report.ReportFigures.OnTime;
import dev.whistle.report.ReportFigures.Patrols;
import dev.whistle.report.ReportFigures.PatrolsOf;
import dev.whistle.report.ReportFigures.Rate;
import dev.whistle.report.ReportFigures.Referred;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What is said about each kind of work, also where there is nothing to count. */
final class Topics {

    private final ReportFigures figures;
    private final ReportTimes times;
    private final ReportTables tables;

    Topics(ReportFigures figures) {
        this.figures = figures;
        this.times = new ReportTimes(figures);
        this.tables = new ReportTables(figures);
    }

    Topic work() {
        List<OfProcedure> procedures = figures.procedures();
        long received = procedures.stream().mapToLong(OfProcedure::received).sum();
        long closed = procedures.stream().mapToLong(OfProcedure::closed).sum();
        long open = procedures.stream().mapToLong(OfProcedure::open).sum();
        long overdue = Words.overdue(procedures);
        String said = times.inPeriod() + figures.area() + (received == 0 ? "没有新收案件" : "新收各类案件" + received + "件") + "，"
                + (closed == 0 ? "没有办结案件" : "办结" + closed + "件") + "。截至" + times.asOf() + "，"
                + (open == 0 ? "没有在办案件。" : "在办案件" + open + "件，" + (overdue == 0 ? "没有逾期的。" : "其中逾期" + overdue + "件。"));
        return new Topic("案件受理办理总体情况", List.of(said), List.of(new Table(tables.procedures(), Table.ALL_ROWS)));
    }

    Topic complaints() {
        Complaints complaints = figures.complaints();
        List<String> said = new ArrayList<>();
        said.add(times.inPeriod() + figures.area()
                + (complaints.total() == 0
                        ? "没有收到投诉"
                        : "共受理投诉" + complaints.total() + "件" + Words.inBrackets(complaints.channels(), "件"))
                + compared(complaints.total()) + "；"
                + (complaints.closed() == 0
                        ? "没有办结的投诉。"
                        : "办结" + complaints.closed() + "件" + Words.inBrackets(complaints.outcomes(), "件") + "。"));
        if (complaints.total() > 0) {
            said.add(about(complaints));
        }
        if (!complaints.satisfaction().isEmpty()) {
            said.add("从回访情况看，" + Words.each(complaints.satisfaction(), "件") + "。");
        }
        List<Table> shown = new ArrayList<>(List.of(
                new Table(tables.channels(), Table.ALL_ROWS),
                new Table(tables.matters(), Table.ALL_ROWS),
                new Table(tables.complaintsOfStreets(), Table.ALL_ROWS),
                new Table(tables.complaintsOfCompounds(), 10)));
        if (figures.months().size() > 1) {
            shown.add(new Table(tables.months(), Table.ALL_ROWS));
        }
        return new Topic("投诉受理办理情况", said, shown);
    }

    private String about(Complaints complaints) {
        String matters = Words.first(Words.NAMED, complaints.matters(), Counted::name, Counted::count, "件");
        List<OfCompound> several =
                complaints.compounds().stream().filter(it -> it.count() > 1).toList();
        String compounds = Words.first(Words.NAMED, several, OfCompound::name, OfCompound::count, "件");
        return (matters.isEmpty() ? "" : "群众反映较多的事项是：" + matters + "。")
                + (compounds.isEmpty() ? "" : "投诉较集中的小区是：" + compounds + "。")
                + (complaints.repeats() == 0 ? "没有重复投诉。" : "其中重复投诉" + complaints.repeats() + "件。");
    }

    /** Nothing where nothing was counted before: the office may not have used the system yet. */
    private String compared(long total) {
        long before = figures.before();
        if (before == 0) {
            return "";
        }
        long more = total - before;
        return more == 0
                ? "，与" + times.before() + "持平"
                : "，比" + times.before() + (more > 0 ? "增加" : "减少") + Math.abs(more) + "件";
    }

    Topic onTime() {
        OnTime onTime = figures.onTime();
        long all = onTime.met() + onTime.breached();
        List<String> said = new ArrayList<>();
        if (all == 0) {
            said.add(times.inPeriod() + "没有完成或者到期的办理时限。");
        } else if (onTime.breached() == 0) {
            said.add(times.inPeriod() + "完成或者到期的办理时限共" + all + "项，全部按期完成。");
        } else {
            said.add(times.inPeriod() + "完成或者到期的办理时限共" + all + "项，"
                    + (onTime.met() == 0 ? "均已逾期" : "按期完成" + onTime.met() + "项，逾期" + onTime.breached() + "项")
                    + "，按期办结率为" + Words.share(onTime.met(), all) + "。");
        }
        bestAndWorst(onTime.streets()).ifPresent(said::add);
        return new Topic(
                "按期办结情况",
                said,
                List.of(new Table(tables.streets(), Table.ALL_ROWS), new Table(tables.departments(), Table.ALL_ROWS)));
    }

    private static Optional<String> bestAndWorst(List<Rate> streets) {
        List<Rate> ranked = streets.stream()
                .filter(it -> it.rank() != null)
                .sorted(Comparator.comparing(Rate::rank))
                .toList();
        if (ranked.size() < 2) {
            return Optional.empty();
        }
        Rate best = ranked.get(0);
        Rate worst = ranked.get(ranked.size() - 1);
        return Optional.of(
                Objects.equals(best.rank(), worst.rank())
                        ? "有办理时限的各镇街按期办结率均为" + share(best) + "。"
                        : "镇街中按期办结率最高的是" + withRank(ranked, best) + "，为" + share(best) + "；最低的是"
                                + withRank(ranked, worst) + "，为" + share(worst) + "。");
    }

    /** Those that share its rank, too. */
    private static String withRank(List<Rate> ranked, Rate rate) {
        return ranked.stream()
                .filter(it -> Objects.equals(it.rank(), rate.rank()))
                .map(Rate::name)
                .collect(Collectors.joining("、"));
    }

    private static String share(Rate rate) {
        return Words.share(rate.met(), rate.met() + rate.breached());
    }

    Topic patrols() {
        Patrols patrols = figures.patrols();
        String visits = patrols.visits() == 0
                ? times.inPeriod() + "没有巡查记录。"
                : times.inPeriod() + "各单位共巡查" + patrols.visits() + "次，涉及小区" + patrols.compounds() + "个，"
                        + (patrols.findings() == 0 ? "没有发现问题。" : "其中" + patrols.findings() + "次发现问题。");
        return new Topic("小区巡查情况", List.of(visits, minimum(patrols)), List.of(new Table(tables.patrols(), 15)));
    }

    private static String minimum(Patrols patrols) {
        LocalDate first = patrols.firstWeek();
        LocalDate last = patrols.lastWeek();
        if (first == null || last == null || patrols.minimum() == 0) {
            return "没有纳入巡查次数统计的周。";
        }
        String weeks = "从" + ChineseTime.of(first) + "至" + ChineseTime.of(last.plusDays(6)) + "各周统计看，";
        if (patrols.lacking() == 0) {
            return weeks + "应巡查" + patrols.minimum() + "次，全部达标。";
        }
        List<PatrolsOf> missing =
                patrols.units().stream().filter(it -> it.lacking() > 0).toList();
        return weeks + "应巡查" + patrols.minimum() + "次，"
                + (patrols.done() == 0 ? "均没有达标" : "达标" + patrols.done() + "次，缺少" + patrols.lacking() + "次") + "，达标率为"
                + Words.share(patrols.done(), patrols.minimum()) + "。缺少较多的单位是："
                + Words.first(Words.NAMED, missing, PatrolsOf::name, PatrolsOf::lacking, "次") + "。";
    }

    Topic ladder() {
        List<Counted> rungs = figures.ladder().rungs();
        String none =
                rungs.stream().filter(it -> it.count() == 0).map(Counted::name).collect(Collectors.joining("、"));
        String said = Words.sum(rungs) == 0
                ? times.inPeriod() + figures.area() + "没有单位被" + none + "。"
                : times.inPeriod() + figures.area() + "对"
                        + figures.ladder().units().size() + "个责任单位采取督查措施：" + Words.each(rungs, "次")
                        + (none.isEmpty() ? "。" : "；没有" + none + "。");
        return new Topic("抄告、督办、通报、约谈和问责情况", List.of(said), List.of(new Table(tables.ladder(), Table.ALL_ROWS)));
    }

    Topic referrals() {
        List<Referred> referrals = figures.referrals();
        long closed = referrals.stream().mapToLong(Referred::referrals).sum();
        long now = referrals.stream().mapToLong(Referred::now).sum();
        double hours = referrals.stream().mapToDouble(Referred::hours).sum();
        String said = times.inPeriod()
                + (closed == 0
                        ? "没有办结移送其他单位的案件；"
                        : "移送其他单位的案件办结" + closed + "件次，承办单位平均用时"
                                + ChineseTime.of(Duration.ofMinutes(Math.round(hours * 60 / closed))) + "；")
                + "截至" + times.asOf() + "，" + (now == 0 ? "没有正在办理的移送案件。" : "正在办理的移送案件" + now + "件次。");
        return new Topic("移送办理情况", List.of(said), List.of(new Table(tables.referrals(), Table.ALL_ROWS)));
    }

    Topic interim() {
        Map<String, Long> bases = figures.interim().stream()
                .collect(Collectors.groupingBy(ReportFigures.Interim::basis, TreeMap::new, Collectors.counting()));
        List<Counted> counts = bases.entrySet().stream()
                .map(it -> new Counted(it.getKey(), it.getKey(), it.getValue()))
                .toList();
        String said = "截至" + times.asOf() + "，" + figures.area()
                + (counts.isEmpty()
                        ? "没有临时管理的小区。"
                        : "临时管理的小区有" + figures.interim().size() + "个" + Words.inBrackets(counts, "个") + "。");
        return new Topic("小区临时管理情况", List.of(said), List.of(new Table(tables.interim(), 20)));
    }

    Topic ends() {
        List<Counted> exits = figures.ends().exits();
        List<Counted> handovers = figures.ends().handovers();
        String said = times.inPeriod()
                + (exits.isEmpty()
                        ? "没有办结企业退出案件；"
                        : "办结企业退出案件" + Words.sum(exits) + "件" + Words.inBrackets(exits, "件") + "；")
                + (handovers.isEmpty()
                        ? "没有办结小区交接案件。"
                        : "办结小区交接案件" + Words.sum(handovers) + "件" + Words.inBrackets(handovers, "件") + "。");
        return new Topic("企业退出和小区交接情况", List.of(said), List.of(new Table(tables.ends(), Table.ALL_ROWS)));
    }
}

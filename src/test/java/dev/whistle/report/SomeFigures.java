package dev.whistle.report;

import dev.whistle.report.ReportFigures.Complaints;
import dev.whistle.report.ReportFigures.ComplaintsOfStreet;
import dev.whistle.report.ReportFigures.Counted;
import dev.whistle.report.ReportFigures.Ends;
import dev.whistle.report.ReportFigures.Interim;
import dev.whistle.report.ReportFigures.Ladder;
import dev.whistle.report.ReportFigures.LadderOf;
import dev.whistle.report.ReportFigures.OfCompound;
import dev.whistle.report.ReportFigures.OfMonth;
import dev.whistle.report.ReportFigures.OfProcedure;
import dev.whistle.report.ReportFigures.OfStreet;
import dev.whistle.report.ReportFigures.OnTime;
import dev.whistle.report.ReportFigures.Patrols;
import dev.whistle.report.ReportFigures.PatrolsOf;
import dev.whistle.report.ReportFigures.Rate;
import dev.whistle.report.ReportFigures.Referred;
import dev.whistle.report.ReportFigures.Stock;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;

/** Figures of reports: those of Yongqiao's summary (YQ) with others that all differ, and a time in which nothing was. */
final class SomeFigures {

    private static final OffsetDateTime ISSUED = OffsetDateTime.parse("2026-01-05T09:30:00+08:00");

    private SomeFigures() {}

    static ReportFigures of(ReportKind kind, String period) {
        YearMonth from = kind.firstMonth(period).orElseThrow();
        YearMonth to = from.plusMonths(kind.months() - 1L);
        return new ReportFigures(
                kind,
                period,
                from,
                to,
                ISSUED,
                "区物业管理工作领导小组办公室",
                "全区",
                new Stock(
                        to.atEndOfMonth(),
                        565,
                        42_684,
                        new BigDecimal("31005000"),
                        13,
                        List.of(
                                counted("commercial", "商业开发", 301),
                                counted("resettlement", "安置", 195),
                                counted("old", "老旧", 69)),
                        List.of(counted("contract", "物业服务合同", 490), counted("basic-service", "社区基本服务", 75)),
                        97,
                        88,
                        List.of(
                                counted("committee", "业主委员会", 41),
                                counted("interim", "临时管委会", 204),
                                counted("management", "物业管理委员会", 0)),
                        9,
                        45,
                        List.of(
                                new OfStreet("street-erba", "二坝镇", 265, new BigDecimal("16005000"), 231, 19, 103),
                                new OfStreet("street-tanggou", "汤沟镇", 300, new BigDecimal("15000000"), 259, 22, 101))),
                List.of(
                        new OfProcedure("complaint", "投诉接访处理", 278, 276, 17, 3),
                        new OfProcedure("street-whistle", "街道吹哨、部门报到", 64, 59, 14, 2)),
                new Complaints(
                        278,
                        276,
                        23,
                        List.of(
                                counted("phone", "来电", 109),
                                counted("hotline", "12345 热线", 86),
                                counted("visit", "来访", 47),
                                counted("opinion", "网络舆情", 25),
                                counted("instruction", "领导批示", 11)),
                        List.of(counted("parking", "停车管理", 142), counted("fire", "消防安全", 136)),
                        List.of(
                                counted("answered-in-time", "按期答复", 205),
                                counted("answered-on-the-spot", "当场答复", 50),
                                counted("answered-late", "逾期答复", 21)),
                        List.of(counted("satisfied", "满意", 163), counted("dissatisfied", "不满意", 8)),
                        List.of(
                                new OfCompound("compound-16", "坝柳阳光里", 31, 6),
                                new OfCompound("compound-18", "汤沟花园", 1, 0)),
                        List.of(
                                new ComplaintsOfStreet("street-erba", "二坝镇", 150, 149),
                                new ComplaintsOfStreet("street-tanggou", "汤沟镇", 128, 127))),
                251,
                Stream.iterate(from, it -> it.plusMonths(1))
                        .limit(kind.months())
                        .map(it -> new OfMonth(
                                it,
                                1000 + it.getMonthValue(),
                                2000 + it.getMonthValue(),
                                3000 + it.getMonthValue(),
                                4000 + it.getMonthValue()))
                        .toList(),
                new OnTime(
                        612,
                        38,
                        List.of(
                                new Rate("street-tanggou", "汤沟镇", 291, 4, 1),
                                new Rate("street-erba", "二坝镇", 211, 29, 2)),
                        List.of(new Rate("dept-fire", "消防救援大队", 110, 5, null))),
                new Patrols(
                        5117,
                        553,
                        83,
                        to.atDay(1).with(java.time.DayOfWeek.MONDAY),
                        to.atDay(15).with(java.time.DayOfWeek.MONDAY),
                        5200,
                        5101,
                        99,
                        List.of(
                                new PatrolsOf("street-erba", "二坝镇", 2600, 2501, 99),
                                new PatrolsOf("street-tanggou", "汤沟镇", 2600, 2600, 0))),
                new Ladder(
                        List.of(
                                counted("first-notice", "抄告", 34),
                                counted("supervision", "督办", 15),
                                counted("bulletin", "通报", 12),
                                counted("interview", "约谈", 0),
                                counted("accountability", "问责", 0)),
                        List.of(
                                new LadderOf("street-erba", "二坝镇", "镇街", List.of(30L, 14L, 10L, 0L, 0L)),
                                new LadderOf("dept-fire", "消防救援大队", "部门", List.of(4L, 1L, 2L, 0L, 0L)))),
                List.of(new Referred("dept-fire", "消防救援大队", 52, 1300.0, 7)),
                new Ends(
                        List.of(counted("exit-completed", "企业退出，各小区交接完毕", 3)),
                        List.of(counted("new-company", "新企业已签约", 71), counted("state-owned", "国有企业已接管", 2))),
                List.of(
                        new Interim("汤沟新村", "汤沟镇", "社区基本服务", "汤沟社区", LocalDate.parse("2024-05-06")),
                        new Interim("二坝新村", "二坝镇", "应急管理委托", null, null)));
    }

    static ReportFigures none(ReportKind kind, String period) {
        YearMonth from = kind.firstMonth(period).orElseThrow();
        YearMonth to = from.plusMonths(kind.months() - 1L);
        return new ReportFigures(
                kind,
                period,
                from,
                to,
                ISSUED,
                "区物业管理工作领导小组办公室",
                "全区",
                new Stock(
                        to.atEndOfMonth(),
                        0,
                        0,
                        BigDecimal.ZERO,
                        0,
                        List.of(),
                        List.of(),
                        0,
                        0,
                        List.of(),
                        0,
                        0,
                        List.of()),
                List.of(),
                new Complaints(0, 0, 0, List.of(), List.of(), List.of(), List.of(), List.of(), List.of()),
                0,
                List.of(),
                new OnTime(0, 0, List.of(), List.of()),
                new Patrols(0, 0, 0, null, null, 0, 0, 0, List.of()),
                new Ladder(
                        List.of(
                                counted("first-notice", "抄告", 0),
                                counted("supervision", "督办", 0),
                                counted("bulletin", "通报", 0),
                                counted("interview", "约谈", 0),
                                counted("accountability", "问责", 0)),
                        List.of()),
                List.of(),
                new Ends(List.of(), List.of()),
                List.of());
    }

    private static Counted counted(String code, String name, long count) {
        return new Counted(code, name, count);
    }
}

package dev.whistle.report;

import dev.whistle.casefile.ChineseTime;
import dev.whistle.report.Paper.Table;
import dev.whistle.report.ReportFigures.Stock;
import java.util.List;

/** What there is to run, and who runs it (YQ.1.1–YQ.1.3). */
final class StockText {

    private final ReportFigures figures;
    private final ReportTimes times;

    StockText(ReportFigures figures) {
        this.figures = figures;
        this.times = new ReportTimes(figures);
    }

    List<Table> tables() {
        return List.of(new Table(new ReportTables(figures).stock(), Table.ALL_ROWS));
    }

    String compounds() {
        Stock stock = figures.stock();
        if (stock.compounds() == 0) {
            return "截至" + ChineseTime.of(stock.day()) + "，" + figures.area() + "没有登记住宅小区。";
        }
        String area = stock.withoutArea() == stock.compounds()
                ? "，建筑面积均没有登记"
                : "，建筑面积" + Words.area(stock.area())
                        + (stock.withoutArea() == 0 ? "" : "（" + stock.withoutArea() + "个小区的面积没有登记，不在其内）");
        return "截至%s，%s共有住宅小区%d个，住户%d户%s。按类别分，%s；按管理方式分，%s。"
                .formatted(
                        ChineseTime.of(stock.day()),
                        figures.area(),
                        stock.compounds(),
                        stock.households(),
                        area,
                        Words.each(stock.classes(), "个"),
                        Words.each(stock.bases(), "个"));
    }

    String companies() {
        Stock stock = figures.stock();
        if (stock.companies() == 0) {
            return figures.area() + "没有登记物业服务企业。";
        }
        return figures.area() + "共有物业服务企业" + stock.companies() + "家，"
                + (stock.running() == 0 ? "均没有在管小区" : "其中有在管小区的" + stock.running() + "家") + "；"
                + times.inPeriod()
                + (stock.contracts() == 0 ? "没有新开始履行的物业服务合同。" : "新开始履行的物业服务合同" + stock.contracts() + "份。");
    }

    String committees() {
        Stock stock = figures.stock();
        String each = Words.each(stock.committees(), "个");
        if (each.isEmpty()) {
            return figures.area() + "没有成立业主委员会和临时管委会。";
        }
        return figures.area() + "成立" + each
                + (stock.overdue() == 0 ? "，没有任期届满未换届的。" : "，其中任期届满尚未换届的" + stock.overdue() + "个。");
    }
}

package dev.whistle.report;

import dev.whistle.casefile.ChineseTime;

/** How a report names its times. */
final class ReportTimes {

    private final ReportFigures figures;
    private final Period period;

    ReportTimes(ReportFigures figures) {
        this.figures = figures;
        this.period = new Period(figures.kind(), figures.period(), figures.from());
    }

    /** As a sentence begins, e.g. 12月，. */
    String inPeriod() {
        return period.within() + "，";
    }

    /** The period before, e.g. 上月. */
    String before() {
        return period.beforeSaid();
    }

    /** The day of which open figures tell. */
    String asOf() {
        return ChineseTime.of(
                figures.asOf().atZoneSameInstant(ChineseTime.CHINA).toLocalDate());
    }
}

package dev.whistle.report;

import dev.whistle.report.Paper.Paragraph;
import dev.whistle.report.Paper.Part;
import dev.whistle.report.ReportFigures.OfCompound;
import dev.whistle.report.ReportFigures.PatrolsOf;
import dev.whistle.report.ReportFigures.Rate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What of the figures is not as it should be, and what is to be done. */
final class ProblemText {

    private final ReportFigures figures;
    private final ReportTimes times;

    ProblemText(ReportFigures figures) {
        this.figures = figures;
        this.times = new ReportTimes(figures);
    }

    /** What the figures themselves show. */
    List<Part> parts() {
        long overdue = Words.overdue(figures.procedures());
        List<String> found = new ArrayList<>();
        if (overdue > 0) {
            found.add("截至" + times.asOf() + "，仍有" + overdue + "件案件逾期没有办结。承办单位要逐件查明原因，抓紧办结。");
        }
        List<Rate> late = Stream.concat(figures.onTime().streets().stream(), figures.onTime().departments().stream())
                .filter(it -> it.breached() > 0)
                .sorted(Comparator.comparingLong(Rate::breached).reversed().thenComparing(Rate::id))
                .toList();
        if (!late.isEmpty()) {
            found.add("逾期较多的单位是：" + Words.first(Words.NAMED, late, Rate::name, Rate::breached, "项")
                    + "。有关单位要落实首问负责和限时办结要求，确有困难的及时上报。");
        }
        List<OfCompound> again = figures.complaints().compounds().stream()
                .filter(it -> it.repeats() > 0)
                .toList();
        if (figures.complaints().repeats() > 0) {
            found.add("重复投诉" + figures.complaints().repeats() + "件"
                    + (again.isEmpty()
                            ? "。"
                            : "，涉及" + Words.first(Words.NAMED, again, OfCompound::name, OfCompound::repeats, "件")
                                    + (again.size() > Words.NAMED ? "等小区。" : "。"))
                    + "属地镇街要会同物业服务企业查找根源，一次解决到位。");
        }
        List<PatrolsOf> lacking = figures.patrols().units().stream()
                .filter(it -> it.lacking() > 0)
                .toList();
        if (!lacking.isEmpty()) {
            found.add("有" + lacking.size() + "个单位巡查次数不足。有关单位要按照规定的频次开展巡查，做好记录。");
        }
        if (!figures.interim().isEmpty()) {
            found.add("有" + figures.interim().size() + "个小区处于临时管理。属地镇街、社区要指导业主抓紧选聘物业服务企业或者依法自行管理。");
        }
        if (found.isEmpty()) {
            return List.of(new Paragraph("", "从统计情况看，没有发现突出问题。各单位要继续按照职责分工抓好落实。"));
        }
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            parts.add(new Paragraph("", (i + 1) + "." + found.get(i)));
        }
        return parts;
    }
}

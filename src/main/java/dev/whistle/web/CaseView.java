package dev.whistle.web;

import dev.whistle.casefile.CaseFile;
import dev.whistle.casefile.Particular;
import dev.whistle.sheet.Heading;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A case as {@code /api} shows it: codes and ids for programs, names beside them for people. Times carry China's
 * offset.
 */
@Heading("案件列表")
record CaseView(
        @Heading("案件编号") String caseNo,
        String procedure,
        @Heading("程序") String procedureName,
        @Heading("事由") String title,
        String state,
        @Heading("案件状态") String stateName,
        @Nullable String outcome,
        @Heading("办理结果") @Nullable String outcomeName,
        @Heading("收到时间") OffsetDateTime receivedAt,
        @Heading("立案时间") OffsetDateTime openedAt,
        @Heading("结案时间") @Nullable OffsetDateTime closedAt,
        List<ClockView> clocks,
        @Nullable String parentCase,
        @Nullable String compoundId,
        @Heading("小区") @Nullable String compoundName,
        @Heading("发生地点") @Nullable String address,
        String unit,
        @Heading("首次接待单位") String unitName,
        @Nullable String source,
        @Heading("来源") @Nullable String sourceName,
        @Heading("来件编号") @Nullable String externalNo,
        @Nullable String details,
        String trackingCode,
        List<Particular> particulars) {

    static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    /** What programs read of a case's being under way or not. */
    static String state(boolean closed) {
        return closed ? "closed" : "open";
    }

    /** What officers read of it. */
    static String stateName(boolean closed) {
        return CodeName.of("case.state", state(closed));
    }

    static CaseView of(
            CaseFile file,
            List<ClockView> clocks,
            List<Particular> particulars,
            @Nullable String compoundName,
            String unitName) {
        return new CaseView(
                file.caseNo(),
                file.procedure(),
                CodeName.of("case.procedure", file.procedure()),
                file.title(),
                state(file.closed()),
                stateName(file.closed()),
                file.outcome(),
                file.outcome() == null ? null : CodeName.of("case.outcome", file.outcome()),
                china(file.receivedAt()),
                china(file.openedAt()),
                file.closedAt() == null ? null : china(file.closedAt()),
                clocks,
                file.parentCase(),
                file.compound(),
                compoundName,
                file.place(),
                file.unit(),
                unitName,
                file.source(),
                file.source() == null ? null : CodeName.of("case.source", file.source()),
                file.externalNo(),
                file.details(),
                file.trackingCode(),
                particulars);
    }

    /**
     * Whole days until the last day of a period. It is half-open: one that ends at 00:00 has the day before as its
     * last.
     */
    static long daysLeft(OffsetDateTime dueAt, Instant now) {
        return ChronoUnit.DAYS.between(china(now).toLocalDate(), lastDay(dueAt));
    }

    static LocalDate lastDay(OffsetDateTime dueAt) {
        return dueAt.minusNanos(1).toLocalDate();
    }

    static OffsetDateTime china(Instant instant) {
        return instant.atZone(CHINA).toOffsetDateTime();
    }
}

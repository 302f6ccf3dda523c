package dev.whistle.web;

import dev.whistle.casefile.CaseFile;
import dev.whistle.clock.CaseClock;
import dev.whistle.clock.ClockState;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A case as {@code /api} shows it. Times carry China's offset. */
record CaseView(
        String caseNo,
        String procedure,
        String title,
        String state,
        @Nullable String outcome,
        OffsetDateTime receivedAt,
        OffsetDateTime openedAt,
        @Nullable OffsetDateTime closedAt,
        List<ClockView> clocks,
        @Nullable String parentCase,
        @Nullable String compoundId,
        @Nullable String address,
        String unit,
        @Nullable String source,
        @Nullable String externalNo,
        @Nullable String details,
        String trackingCode) {

    static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    /** A clock; {@code overdue} is derived from the time of asking. */
    record ClockView(
            String kind,
            String clause,
            OffsetDateTime dueAt,
            ClockState state,
            boolean provisional,
            boolean overdue,
            @Nullable OffsetDateTime endedAt) {

        static ClockView of(CaseClock clock, Instant now) {
            return new ClockView(
                    clock.kind(),
                    clock.clause(),
                    china(clock.dueAt()),
                    clock.state(),
                    clock.provisional(),
                    clock.state() == ClockState.RUNNING && !now.isBefore(clock.dueAt()),
                    clock.endedAt() == null ? null : china(clock.endedAt()));
        }
    }

    static CaseView of(CaseFile file, List<CaseClock> clocks, Instant now) {
        return new CaseView(
                file.caseNo(),
                file.procedure(),
                file.title(),
                file.closed() ? "closed" : "open",
                file.outcome(),
                china(file.receivedAt()),
                china(file.openedAt()),
                file.closedAt() == null ? null : china(file.closedAt()),
                clocks.stream().map(clock -> ClockView.of(clock, now)).toList(),
                file.parentCase(),
                file.compound(),
                file.place(),
                file.unit(),
                file.source(),
                file.externalNo(),
                file.details(),
                file.trackingCode());
    }

    static OffsetDateTime china(Instant instant) {
        return instant.atZone(CHINA).toOffsetDateTime();
    }
}

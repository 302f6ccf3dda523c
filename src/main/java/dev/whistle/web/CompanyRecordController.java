package dev.whistle.web;

import dev.whistle.casefile.Cases;
import dev.whistle.organisation.Unit;
import dev.whistle.organisation.UnitKind;
import dev.whistle.problem.FieldError;
import dev.whistle.problem.Problem;
import dev.whistle.procedure.complaint.CompanyComplaints;
import dev.whistle.procedure.complaint.CompanyComplaints.Counts;
import dev.whistle.procedure.complaint.CompanyComplaints.Listed;
import dev.whistle.procedure.complaint.CompanyComplaints.OfCode;
import dev.whistle.procedure.complaint.CompanyComplaints.Period;
import dev.whistle.sanction.LadderRung;
import dev.whistle.sanction.Sanction;
import dev.whistle.sanction.Sanctions;
import dev.whistle.sheet.Heading;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What stands against a property company's name: what it came to on the ladder of notices, and its complaints. */
@RestController
@Tag(name = "抄告、督办、通报")
class CompanyRecordController {

    /** What a period covers at most, and covers where nobody says from when. */
    private static final int YEARS = 10;

    private final ReadableUnits units;
    private final Sanctions sanctions;
    private final CompanyComplaints complaints;
    private final Cases cases;
    private final Clock clock;

    CompanyRecordController(
            ReadableUnits units, Sanctions sanctions, CompanyComplaints complaints, Cases cases, Clock clock) {
        this.units = units;
        this.sanctions = sanctions;
        this.complaints = complaints;
        this.cases = cases;
        this.clock = clock;
    }

    /**
     * A company's record.
     *
     * @param from first day of the period in which complaints were received and rungs were imposed
     * @param to its last day
     * @param counts how many rungs of a kind count
     * @param complaints those about the compounds that the company runs
     */
    record CompanyRecord(
            String id,
            String name,
            LocalDate from,
            LocalDate to,
            List<Count> counts,
            List<SanctionView> sanctions,
            Complaints complaints) {}

    /** How many rungs of a kind count. */
    record Count(String rung, String rungName, long count) {}

    /**
     * Complaints, in numbers of all of them and a page of those that the caller may read.
     *
     * @param late not answered in time
     * @param repeats noted as the repeat of another complaint
     * @param readable how many the caller may read, on all pages
     */
    record Complaints(
            long total,
            long late,
            long repeats,
            List<Share> matterKinds,
            List<Share> outcomes,
            long readable,
            int page,
            int size,
            List<Complaint> cases) {}

    /** @param code null for what has none yet */
    record Share(@Nullable String code, String name, long count) {}

    @Heading("企业投诉记录")
    record Complaint(
            @Heading("案件编号") String caseNo,
            @Heading("事由") String title,
            @Nullable String matterKind,
            @Heading("事由类别") @Nullable String matterKindName,
            @Heading("收到时间") OffsetDateTime receivedAt,
            @Nullable String outcome,
            @Heading("办理结果") @Nullable String outcomeName,
            @Heading("是否逾期") boolean late) {

        static Complaint of(Listed listed) {
            return new Complaint(
                    listed.caseNo(),
                    listed.title(),
                    listed.matterKind(),
                    listed.matterKindName(),
                    CaseView.china(listed.receivedAt()),
                    listed.outcome(),
                    listed.outcome() == null ? null : CodeName.of("case.outcome", listed.outcome()),
                    listed.late());
        }
    }

    @GetMapping("/api/companies/{id}/record")
    @OpenTo({Audience.OFFICER, Audience.COMPANY})
    @Operation(
            summary = "一家企业的记录：各种措施的次数和逐项情况，所管小区的投诉（按事由、结果的件数，逾期和重复的件数，以及有权查看的逐件）；"
                    + "from、to 为起止日期，不填为截至今天的十年，page、size 为逐件的分页")
    CompanyRecord ofCompany(
            @PathVariable String id,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate to,
            @RequestParam(defaultValue = "0") @Min(0) @Max(100_000) int page,
            @RequestParam(defaultValue = "20") @Min(1) @Max(200) int size,
            @Parameter(hidden = true) Export export) {
        Unit company = units.get(id);
        if (company.kind() != UnitKind.COMPANY) {
            throw ReadableUnits.notFound(id);
        }
        Period period = period(company, from, to);
        List<Sanction> taken = sanctions.of(id).stream()
                .filter(it -> lies(CaseView.china(it.imposedAt()).toLocalDate(), period))
                .toList();
        Map<String, String> titles =
                cases.titles(taken.stream().map(Sanction::matter).toList());
        return new CompanyRecord(
                id,
                company.name(),
                period.from(),
                period.to(),
                counts(taken),
                taken.stream().map(it -> SanctionView.of(it, titles)).toList(),
                complaints(period, page, size, export));
    }

    private Period period(Unit company, @Nullable LocalDate from, @Nullable LocalDate to) {
        LocalDate last = to == null ? LocalDate.now(clock) : to;
        LocalDate first = from == null ? last.minusYears(YEARS) : from;
        if (first.isAfter(last)) {
            throw Problem.invalid(new FieldError("from", "record.upside-down", first, last));
        }
        if (first.isBefore(last.minusYears(YEARS))) {
            throw Problem.invalid(new FieldError("from", "record.too-long", YEARS));
        }
        return new Period(company.id(), first, last);
    }

    private static boolean lies(LocalDate day, Period in) {
        return !day.isBefore(in.from()) && !day.isAfter(in.to());
    }

    private static List<Count> counts(List<Sanction> taken) {
        return Arrays.stream(LadderRung.values())
                .map(rung -> new Count(
                        rung.code(),
                        rung.label(),
                        taken.stream()
                                .filter(it -> it.rung() == rung && it.counts())
                                .count()))
                .toList();
    }

    private Complaints complaints(Period period, int page, int size, Export export) {
        Counts counts = complaints.counts(period);
        CompanyComplaints.Page listed = complaints.list(period, units.officer(), export.page(page), export.size(size));
        export.check(listed.total());
        return new Complaints(
                counts.total(),
                counts.late(),
                counts.repeats(),
                counts.matterKinds().stream().map(CompanyRecordController::kind).toList(),
                counts.outcomes().stream().map(CompanyRecordController::outcome).toList(),
                listed.total(),
                page,
                size,
                listed.complaints().stream().map(Complaint::of).toList());
    }

    private static Share kind(OfCode kind) {
        String name = kind.name();
        return new Share(kind.code(), name == null ? CodeName.of("record", "no-kind") : name, kind.count());
    }

    private static Share outcome(OfCode outcome) {
        String code = outcome.code();
        return new Share(
                code,
                code == null ? CodeName.of("record", "open") : CodeName.of("case.outcome", code),
                outcome.count());
    }
}

package dev.whistle.web;

import dev.whistle.desk.Done;
import dev.whistle.desk.DonePage;
import dev.whistle.desk.DoneQuery;
import dev.whistle.desk.DoneWork;
import dev.whistle.organisation.CurrentOfficer;
import dev.whistle.problem.FieldError;
import dev.whistle.problem.PlainText;
import dev.whistle.problem.Problem;
import dev.whistle.sheet.Heading;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the caller has done. */
@RestController
@Tag(name = "移交与代办")
class DoneController {

    private final DoneWork work;
    private final CurrentOfficer current;

    DoneController(DoneWork work, CurrentOfficer current) {
        this.work = work;
        this.current = current;
    }

    /** A page of what the caller has done. */
    record Page(List<Row> done, int page, int size, long total) {}

    /**
     * @param name what was done
     * @param state open or closed, the case's
     * @param outcomeName how the case ended
     */
    @Heading("我经办的")
    record Row(
            @Heading("办理时间") OffsetDateTime at,
            @Heading("案件编号") String caseNo,
            @Heading("事由") String title,
            @Heading("小区") @Nullable String compoundName,
            @Heading("办理内容") String name,
            String state,
            @Heading("案件状态") String stateName,
            @Nullable String outcome,
            @Heading("办理结果") @Nullable String outcomeName) {

        static Row of(Done done) {
            return new Row(
                    CaseView.china(done.at()),
                    done.caseNo(),
                    done.title(),
                    done.compoundName(),
                    done.name(),
                    CaseView.state(done.closedAt() != null),
                    CaseView.stateName(done.closedAt() != null),
                    done.outcome(),
                    done.outcome() == null ? null : CodeName.of("case.outcome", done.outcome()));
        }
    }

    @GetMapping("/api/me/done")
    @OpenTo({Audience.OFFICER, Audience.COMPANY})
    @Operation(summary = "我经办的：本人办过的任务、登记的案件和变动，新的在前；q 为案件编号、事由、小区或者任务名称中的文字，from、to 为起止日期")
    Page list(
            @RequestParam(required = false) @Nullable @Size(max = 100) @PlainText String q,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate to,
            @RequestParam(defaultValue = "0") @Min(0) @Max(100_000) int page,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int size,
            @Parameter(hidden = true) Export export) {
        if (from != null && to != null && to.isBefore(from)) {
            throw Problem.invalid(new FieldError("to", "desk.done.to"));
        }
        String text = q == null || q.isBlank() ? null : q.strip();
        DonePage found = work.by(
                current.get().orElseThrow(), new DoneQuery(text, from, to, export.page(page), export.size(size)));
        export.check(found.total());
        return new Page(found.done().stream().map(Row::of).toList(), page, size, found.total());
    }
}

package dev.whistle.web;

import dev.whistle.engine.UserNames;
import dev.whistle.organisation.Units;
import dev.whistle.problem.PlainText;
import dev.whistle.report.Draft;
import dev.whistle.report.IssuedReport;
import dev.whistle.report.Paper;
import dev.whistle.report.ReportFigures;
import dev.whistle.report.ReportFile;
import dev.whistle.report.ReportFormat;
import dev.whistle.report.ReportKind;
import dev.whistle.report.Reports;
import dev.whistle.report.Supplement;
import dev.whistle.sheet.Heading;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Reports of the district's office, by month, quarter and year. Whose they are {@link Reports} decides. */
@RestController
@RequestMapping("/api/reports")
@Tag(name = "通报和报告")
class ReportController {

    /** Yongqiao's plan of a year has 1,333. */
    private static final int LONGEST_TEXT = 10_000;

    private final Reports reports;
    private final UserNames userNames;
    private final Units units;

    ReportController(Reports reports, UserNames userNames, Units units) {
        this.reports = reports;
        this.userNames = userNames;
        this.units = units;
    }

    /**
     * What is to be issued.
     *
     * @param kind {@code MONTH}, {@code QUARTER} or {@code YEAR}
     * @param period e.g. 2026-10, 2026Q3, 2025
     * @param work what else has been done, in words
     * @param plan what is to be done next
     */
    record Wanted(
            @NotBlank String kind,
            @NotBlank String period,
            @Nullable @Size(max = LONGEST_TEXT) @PlainText String work,
            @Nullable @Size(max = LONGEST_TEXT) @PlainText String plan) {

        Supplement supplement() {
            return new Supplement(Objects.requireNonNullElse(work, ""), Objects.requireNonNullElse(plan, ""));
        }
    }

    /** What a report would say now. */
    record Preview(Paper paper, ReportFigures figures) {}

    /** An issued report; {@code sha256} is its figures', the others its files'. */
    @Heading("通报和报告")
    record View(
            ReportKind kind,
            @Heading("类别") String kindName,
            @Heading("期间") String period,
            String office,
            @Heading("发文单位") String officeName,
            @Heading("文号") String number,
            @Heading("标题") String title,
            @Heading("签发人") String issuedByName,
            @Heading("签发时间") OffsetDateTime issuedAt,
            String sha256,
            String docxSha256,
            String xlsxSha256) {}

    @PostMapping
    @OpenTo(Audience.DISTRICT_LEAD)
    @Operation(
            summary = "签发一期通报或者报告（区办公室负责人）：kind 为 MONTH（月度通报）、QUARTER（季度报告）、YEAR（年度总结），"
                    + "period 为已经结束的月份（2026-10）、季度（2026Q3）、年份（2025），work 为没有数字的其他工作情况，plan 为下一步工作安排，"
                    + "一段一行，可以不填。数字以签发时为准，不再变动；每期只签发一次")
    ResponseEntity<View> issue(@Valid @RequestBody Wanted wanted) {
        IssuedReport issued = reports.issue(wanted.kind(), wanted.period(), wanted.supplement());
        return ResponseEntity.created(URI.create("/api/reports/" + issued.kind() + "/" + issued.period() + ".docx"))
                .body(views(List.of(issued)).get(0));
    }

    @PostMapping("/preview")
    @OpenTo(Audience.DISTRICT_OFFICE)
    @Operation(summary = "预览一期通报或者报告：如果现在签发，正文、表格和数字是什么（区办公室）；要求与签发相同，什么也不保存")
    Preview preview(@Valid @RequestBody Wanted wanted) {
        Draft draft = reports.preview(wanted.kind(), wanted.period(), wanted.supplement());
        return new Preview(draft.paper(), draft.figures());
    }

    @GetMapping
    @OpenTo(Audience.OFFICER)
    @Operation(summary = "已经签发的通报和报告，最近的在前（区办公室，镇街和部门的负责人；区办公室另有市办公室的）")
    List<View> list() {
        return views(reports.issued());
    }

    @GetMapping("/{kind}/{period}.docx")
    @OpenTo(Audience.OFFICER)
    @Operation(summary = "下载已经签发的通报或者报告（Word 文档），每次都是同一个文件；office 为发文单位，不填的为本区办公室")
    ResponseEntity<byte[]> docx(
            @PathVariable String kind,
            @PathVariable String period,
            @RequestParam(required = false) @Nullable @Size(max = 64) String office) {
        return file(kind, period, office, ReportFormat.DOCX);
    }

    @GetMapping("/{kind}/{period}.xlsx")
    @OpenTo(Audience.OFFICER)
    @Operation(summary = "下载已经签发的通报或者报告的表格（电子表格，每表一页），每次都是同一个文件；office 为发文单位，不填的为本区办公室")
    ResponseEntity<byte[]> xlsx(
            @PathVariable String kind,
            @PathVariable String period,
            @RequestParam(required = false) @Nullable @Size(max = 64) String office) {
        return file(kind, period, office, ReportFormat.XLSX);
    }

    private ResponseEntity<byte[]> file(String kind, String period, @Nullable String office, ReportFormat format) {
        ReportFile file = reports.file(kind, period, office, format);
        return Download.of(file.name(), format.mediaType(), file.bytes());
    }

    private List<View> views(List<IssuedReport> issued) {
        Map<String, String> names =
                userNames.of(issued.stream().map(IssuedReport::issuedBy).toList());
        return issued.stream()
                .map(it -> new View(
                        it.kind(),
                        it.kind().label(),
                        it.period(),
                        it.office(),
                        units.nameOf(it.office()),
                        it.number(),
                        it.title(),
                        names.getOrDefault(it.issuedBy(), it.issuedBy()),
                        CaseView.china(it.issuedAt()),
                        it.sha256(),
                        it.docxSha256(),
                        it.xlsxSha256()))
                .toList();
    }
}

package dev.whistle.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.whistle.problem.PlainText;
import dev.whistle.problem.Problem;
import dev.whistle.problem.Texts;
import dev.whistle.procedure.complaint.BadRegisterException;
import dev.whistle.procedure.complaint.ComplaintImport;
import dev.whistle.procedure.complaint.ComplaintImportPage;
import dev.whistle.procedure.complaint.ComplaintImports;
import dev.whistle.procedure.complaint.RegisterTemplate;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Registers of complaints, kept by hand or by another system, that become cases. */
@RestController
@RequestMapping("/api/complaints")
@Tag(name = "投诉登记表导入")
class ComplaintImportController {

    /** Ten thousand rows of the longest texts anybody writes are well below. */
    private static final int MOST_MEGABYTES = 20;

    private static final int MOST_BYTES = MOST_MEGABYTES << 20;

    private final ComplaintImports imports;
    private final RegisterTemplate template;
    private final ImportViews views;

    ComplaintImportController(ComplaintImports imports, RegisterTemplate template, ImportViews views) {
        this.imports = imports;
        this.template = template;
        this.views = views;
    }

    /** A page of imports, the newest first. */
    record Page(List<ImportView> imports, int page, int size, long total) {}

    /** What is wrong at one place of the file; without a column where it is the whole row. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Wrong(int row, @Nullable String column, String message) {}

    /**
     * Imports a register that is posted as a file.
     *
     * @param year see {@link ComplaintImports#accept}
     */
    @PostMapping(path = "/import", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @OpenTo({Audience.DISTRICT_OFFICE, Audience.HOTLINE})
    @Operation(summary = "导入投诉登记表（CSV 文件）：全部导入或者逐行逐列指出错误")
    ResponseEntity<ImportView> importFile(
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable @Size(min = 1, max = 200) @PlainText
                    String key,
            @RequestParam(required = false) @Nullable @Min(2000) @Max(2100) Integer year,
            @RequestPart MultipartFile file)
            throws IOException {
        try (InputStream content = file.getInputStream()) {
            return accepted(content, year, key);
        }
    }

    /** Imports a register that is posted as it is; see {@link #importFile}. */
    @PostMapping(path = "/import", consumes = "text/csv")
    @OpenTo({Audience.DISTRICT_OFFICE, Audience.HOTLINE})
    @Operation(summary = "导入投诉登记表（CSV 正文）：全部导入或者逐行逐列指出错误")
    ResponseEntity<ImportView> importText(
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable @Size(min = 1, max = 200) @PlainText
                    String key,
            @RequestParam(required = false) @Nullable @Min(2000) @Max(2100) Integer year,
            InputStream content)
            throws IOException {
        return accepted(content, year, key);
    }

    @GetMapping("/imports/{id}")
    @OpenTo({Audience.DISTRICT_OFFICE, Audience.HOTLINE})
    @Operation(summary = "导入的进度；全部立案后列出各行的案件编号")
    ImportView progress(@PathVariable String id) {
        return views.of(imports.get(id));
    }

    /** The imports of the caller's unit and of the units below it, without their rows. */
    @GetMapping("/imports")
    @OpenTo({Audience.DISTRICT_OFFICE, Audience.HOTLINE})
    @Operation(summary = "本单位及下级单位的历次导入，最近的在前")
    Page list(
            @RequestParam(defaultValue = "0") @Min(0) @Max(100_000) int page,
            @RequestParam(defaultValue = "20") @Min(1) @Max(200) int size) {
        ComplaintImportPage found = imports.list(page, size);
        return new Page(views.of(found.imports()), page, size, found.total());
    }

    /** Runs the failed rows of an import again; see {@link ComplaintImports#retry}. */
    @PostMapping("/imports/{id}/retry")
    @OpenTo({Audience.DISTRICT_OFFICE, Audience.HOTLINE})
    @Operation(summary = "把未能立案的行重新立案；已立案的行不受影响")
    ResponseEntity<ImportView> retry(@PathVariable String id) {
        return accepted(imports.retry(id));
    }

    /** An empty register to fill in. */
    @GetMapping(path = "/import/template", produces = "text/csv;charset=UTF-8")
    @OpenTo({Audience.DISTRICT_OFFICE, Audience.HOTLINE})
    @Operation(summary = "登记表模板（CSV）：表头和一行示例")
    ResponseEntity<byte[]> template() {
        return Download.of(
                "投诉登记表模板.csv", "text/csv;charset=UTF-8", template.csv().getBytes(StandardCharsets.UTF_8));
    }

    /** Every error of a register by row and column. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(BadRegisterException bad) {
        Locale language = LocaleContextHolder.getLocale();
        ProblemDetail answer = ProblemType.VALIDATION.answer(language, bad.messageKey(), Texts.text(language, bad));
        answer.setProperty(
                "errors",
                bad.cells().stream()
                        .map(it -> new Wrong(it.row(), it.column(), Texts.text(language, it.error())))
                        .toList());
        return ResponseEntity.of(answer).build();
    }

    private ResponseEntity<ImportView> accepted(InputStream content, @Nullable Integer year, @Nullable String key)
            throws IOException {
        byte[] file = content.readNBytes(MOST_BYTES + 1);
        if (file.length > MOST_BYTES) {
            throw new Problem(Problem.Kind.TOO_LARGE, "complaint.import.too-large", MOST_MEGABYTES);
        }
        return accepted(imports.accept(file, year, key));
    }

    private ResponseEntity<ImportView> accepted(ComplaintImport made) {
        return ResponseEntity.accepted()
                .location(URI.create("/api/complaints/imports/" + made.id()))
                .body(views.of(made));
    }
}

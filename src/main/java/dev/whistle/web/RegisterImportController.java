package dev.whistle.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.whistle.problem.Problem;
import dev.whistle.problem.Texts;
import dev.whistle.register.book.BadBookException;
import dev.whistle.register.book.ImportReport;
import dev.whistle.register.book.RegisterImports;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** The registers out of a workbook: tried out first, then imported, all of it or nothing. */
@RestController
@RequestMapping("/api/registers/import")
@Tag(name = "登记簿")
class RegisterImportController {

    private static final int MOST_MEGABYTES = 10;
    private static final int MOST_BYTES = MOST_MEGABYTES << 20;

    private final RegisterImports imports;

    RegisterImportController(RegisterImports imports) {
        this.imports = imports;
    }

    /** What was done, or would be. */
    record Outcome(boolean dryRun, List<ImportReport.Sheet> sheets, List<ImportReport.Touched> touched) {}

    /** What is wrong at one place of the file; without a column where it is the whole row. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Wrong(String sheet, int row, @Nullable String column, String message) {}

    /** @param dryRun only say what would be done */
    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @OpenTo(Audience.OFFICER)
    @Operation(summary = "导入登记簿（.xlsx 工作簿）：全部导入或者逐表逐行逐列指出错误；dryRun=true 只检查，不导入。同一文件再导入一次没有变化")
    Outcome importFile(@RequestParam(defaultValue = "true") boolean dryRun, @RequestPart MultipartFile file)
            throws IOException {
        byte[] content;
        try (InputStream in = file.getInputStream()) {
            content = in.readNBytes(MOST_BYTES + 1);
        }
        if (content.length > MOST_BYTES) {
            throw new Problem(Problem.Kind.TOO_LARGE, "book.too-large", MOST_MEGABYTES);
        }
        String name = Optional.ofNullable(file.getOriginalFilename()).orElse("");
        ImportReport report = dryRun ? imports.tryOut(content) : imports.take(content, "导入：" + printable(name));
        return new Outcome(dryRun, report.sheets(), report.touched());
    }

    /** An empty workbook to fill in. */
    @GetMapping("/template")
    @OpenTo(Audience.OFFICER)
    @Operation(summary = "登记簿模板（.xlsx）：每张表的表头、可填内容的说明和一行示例")
    ResponseEntity<byte[]> template() {
        return Download.of("登记簿模板.xlsx", Sheets.XLSX, imports.template());
    }

    /** Every error of a workbook by sheet, row and column. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(BadBookException bad) {
        Locale language = LocaleContextHolder.getLocale();
        ProblemDetail answer = ProblemType.VALIDATION.answer(language, bad.messageKey(), Texts.text(language, bad));
        answer.setProperty(
                "errors",
                bad.entries().stream()
                        .map(it -> new Wrong(it.sheet(), it.row(), it.column(), Texts.text(language, it.error())))
                        .toList());
        return ResponseEntity.of(answer).build();
    }

    private static String printable(String name) {
        return name.replaceAll("\\p{Cntrl}", "").strip();
    }
}

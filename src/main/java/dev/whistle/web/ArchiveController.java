package dev.whistle.web;

import dev.whistle.casefile.ArchiveContent;
import dev.whistle.casefile.Archives;
import dev.whistle.casefile.ReadableCases;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * The archive of a closed case. It holds persons' data in clear, so companies do not get it and each reading is told.
 */
@RestController
@Tag(name = "归档")
class ArchiveController {

    private final ReadableCases cases;
    private final Archives archives;

    ArchiveController(ReadableCases cases, Archives archives) {
        this.cases = cases;
        this.archives = archives;
    }

    @GetMapping("/api/cases/{caseNo}/archive")
    @OpenTo(Audience.OFFICER)
    @Operation(summary = "下载归档材料（ZIP，留痕）")
    ResponseEntity<byte[]> open(@PathVariable String caseNo) {
        cases.get(caseNo);
        ArchiveContent archive = archives.open(caseNo);
        return Download.of(archive.fileName(), "application/zip", archive.bytes());
    }
}

package dev.whistle.web;

import dev.whistle.casefile.Attachment;
import dev.whistle.casefile.AttachmentContent;
import dev.whistle.casefile.Attachments;
import dev.whistle.casefile.ReadableCases;
import dev.whistle.engine.UserNames;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.net.URI;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Files of a case. Whoever may read the case may add and read them; each act stands on the timeline. */
@RestController
@RequestMapping("/api/cases/{caseNo}/attachments")
@Tag(name = "附件")
class AttachmentController {

    private final ReadableCases cases;
    private final Attachments attachments;
    private final UserNames userNames;

    AttachmentController(ReadableCases cases, Attachments attachments, UserNames userNames) {
        this.cases = cases;
        this.attachments = attachments;
        this.userNames = userNames;
    }

    /** A file without its content; {@code preview} says whether a browser may show it in place. */
    record AttachmentView(
            String id,
            String name,
            String mediaType,
            long size,
            String uploadedBy,
            String uploadedByName,
            OffsetDateTime uploadedAt,
            boolean preview) {

        static AttachmentView of(Attachment file, Map<String, String> names) {
            return new AttachmentView(
                    file.id(),
                    file.name(),
                    file.mediaType(),
                    file.size(),
                    file.uploadedBy(),
                    names.getOrDefault(file.uploadedBy(), file.uploadedBy()),
                    CaseView.china(file.uploadedAt()),
                    Download.shownInPlace(file.mediaType()));
        }
    }

    @GetMapping
    @OpenTo({Audience.OFFICER, Audience.COMPANY})
    @Operation(summary = "案件的附件")
    List<AttachmentView> list(@PathVariable String caseNo) {
        cases.get(caseNo);
        return views(attachments.of(caseNo));
    }

    /** Puts a file on the case; the same file again is the one that is there. */
    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @OpenTo({Audience.OFFICER, Audience.COMPANY})
    @Operation(summary = "添加附件")
    ResponseEntity<AttachmentView> add(@PathVariable String caseNo, @RequestPart MultipartFile file)
            throws IOException {
        cases.get(caseNo);
        String name = Optional.ofNullable(file.getOriginalFilename()).orElse("");
        try (var content = file.getInputStream()) {
            Attachment added = attachments.add(caseNo, name, content);
            return ResponseEntity.created(URI.create("/api/cases/" + caseNo + "/attachments/" + added.id()))
                    .body(views(List.of(added)).get(0));
        }
    }

    private List<AttachmentView> views(List<Attachment> files) {
        Map<String, String> names =
                userNames.of(files.stream().map(Attachment::uploadedBy).toList());
        return files.stream().map(file -> AttachmentView.of(file, names)).toList();
    }

    @GetMapping("/{id}")
    @OpenTo({Audience.OFFICER, Audience.COMPANY})
    @Operation(summary = "下载或预览附件")
    ResponseEntity<byte[]> open(@PathVariable String caseNo, @PathVariable String id) {
        cases.get(caseNo);
        AttachmentContent content = attachments.open(caseNo, id);
        return Download.of(content.attachment().name(), content.attachment().mediaType(), content.bytes());
    }
}

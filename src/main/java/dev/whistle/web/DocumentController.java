package dev.whistle.web;

import dev.whistle.document.Document;
import dev.whistle.document.DocumentContent;
import dev.whistle.document.DocumentState;
import dev.whistle.document.DocumentVersion;
import dev.whistle.document.Documents;
import dev.whistle.document.ReadableDocuments;
import dev.whistle.document.ServiceWay;
import dev.whistle.engine.UserNames;
import dev.whistle.organisation.Units;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Letters of a case. Every version that is read, added or acknowledged stands on the timeline. */
@RestController
@RequestMapping("/api")
@Tag(name = "文书")
class DocumentController {

    private final ReadableDocuments readable;
    private final Documents documents;
    private final Units units;
    private final UserNames userNames;

    DocumentController(ReadableDocuments readable, Documents documents, Units units, UserNames userNames) {
        this.readable = readable;
        this.documents = documents;
        this.units = units;
        this.userNames = userNames;
    }

    /**
     * A letter without its contents; {@code held} says whether the caller's unit sends it and the caller may therefore
     * correct it and note that it was received.
     */
    record DocumentView(
            String id,
            String letter,
            String title,
            String unit,
            String unitName,
            DocumentState state,
            String stateName,
            List<String> clauses,
            @Nullable String number,
            @Nullable String signedByName,
            @Nullable OffsetDateTime signedAt,
            @Nullable ServiceWay servedHow,
            @Nullable String servedHowName,
            @Nullable LocalDate servedOn,
            @Nullable OffsetDateTime acknowledgedAt,
            List<VersionView> versions,
            boolean held) {}

    /** A version of a letter. */
    record VersionView(
            int number,
            DocumentVersion.Origin origin,
            String originName,
            @Nullable String madeByName,
            OffsetDateTime madeAt,
            long size,
            String sha256) {}

    @GetMapping("/cases/{caseNo}/documents")
    @OpenTo({Audience.OFFICER, Audience.COMPANY})
    @Operation(summary = "案件的文书（企业只见本企业制发的）")
    List<DocumentView> list(@PathVariable String caseNo) {
        return views(readable.of(caseNo));
    }

    @GetMapping("/documents/{id}/versions/{number}")
    @OpenTo({Audience.OFFICER, Audience.COMPANY})
    @Operation(summary = "下载文书的一稿（留痕）")
    ResponseEntity<byte[]> open(@PathVariable String id, @PathVariable int number) {
        DocumentContent content = documents.open(readable.get(id), number);
        return Download.of(content.fileName(), DocumentContent.MEDIA_TYPE, content.bytes());
    }

    /** The letter as a page to look at; a browser that opens it runs and loads nothing. */
    @GetMapping("/documents/{id}/versions/{number}/page")
    @OpenTo({Audience.OFFICER, Audience.COMPANY})
    @Operation(summary = "在网页中查看文书的一稿（留痕）")
    ResponseEntity<byte[]> page(@PathVariable String id, @PathVariable int number) {
        return ResponseEntity.ok()
                .header(
                        "Content-Security-Policy",
                        "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:")
                .cacheControl(CacheControl.noStore()) // every reading is asked for, checked and logged
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .body(documents.page(readable.get(id), number));
    }

    /** Adds a draft's corrected version; the content that it has already changes nothing. */
    @PostMapping(path = "/documents/{id}/versions", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @OpenTo({Audience.OFFICER, Audience.COMPANY})
    @Operation(summary = "上传文书修改稿（签发之前，由发文单位）")
    ResponseEntity<DocumentView> correct(@PathVariable String id, @RequestPart MultipartFile file) throws IOException {
        Document held = readable.held(id);
        String name = Optional.ofNullable(file.getOriginalFilename()).orElse("");
        try (var content = file.getInputStream()) {
            Document corrected = documents.upload(held, name, content);
            int number = corrected.versions().size();
            return ResponseEntity.created(URI.create("/api/documents/" + id + "/versions/" + number))
                    .body(view(corrected));
        }
    }

    /** Notes that a served letter has been received; noted already, it stays as it is. */
    @PostMapping("/documents/{id}/acknowledgement")
    @OpenTo({Audience.OFFICER, Audience.COMPANY})
    @Operation(summary = "登记文书已签收（送达之后，由发文单位）")
    DocumentView acknowledge(@PathVariable String id) {
        return view(documents.acknowledge(readable.held(id)));
    }

    private DocumentView view(Document document) {
        return views(List.of(document)).get(0);
    }

    private List<DocumentView> views(List<Document> found) {
        Map<String, String> names = userNames.of(found.stream()
                .flatMap(it -> Stream.concat(
                        Stream.of(it.signedBy()), it.versions().stream().map(DocumentVersion::madeBy)))
                .filter(Objects::nonNull)
                .toList());
        return found.stream().map(it -> view(it, names)).toList();
    }

    private DocumentView view(Document document, Map<String, String> names) {
        ServiceWay how = document.servedHow();
        return new DocumentView(
                document.id(),
                document.letter(),
                document.title(),
                document.unit(),
                units.nameOf(document.unit()),
                document.state(),
                document.state().label(),
                Arrays.asList(document.clause().split(" ")),
                document.number(),
                name(document.signedBy(), names),
                time(document.signedAt()),
                how,
                how == null ? null : how.label(),
                document.servedOn(),
                time(document.acknowledgedAt()),
                document.versions().stream().map(it -> view(it, names)).toList(),
                readable.holds(document));
    }

    private static VersionView view(DocumentVersion version, Map<String, String> names) {
        return new VersionView(
                version.number(),
                version.origin(),
                version.origin().label(),
                name(version.madeBy(), names),
                CaseView.china(version.madeAt()),
                version.size(),
                version.sha256());
    }

    private static @Nullable String name(@Nullable String user, Map<String, String> names) {
        return user == null ? null : names.getOrDefault(user, user);
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant instant) {
        return instant == null ? null : CaseView.china(instant);
    }
}

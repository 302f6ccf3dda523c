package dev.whistle.web;

import dev.whistle.casefile.CaseFile;
import dev.whistle.casefile.CaseLink;
import dev.whistle.casefile.CaseLinks;
import dev.whistle.casefile.ReadableCases;
import dev.whistle.engine.UserNames;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The cases that belong together with one. Of a case that the asker may not read there is only the number. */
@RestController
@Tag(name = "案件")
class LinkController {

    private final ReadableCases cases;
    private final CaseLinks links;
    private final UserNames userNames;

    LinkController(ReadableCases cases, CaseLinks links, UserNames userNames) {
        this.cases = cases;
        this.links = links;
        this.userNames = userNames;
    }

    /** A linked case. */
    record Link(
            String caseNo,
            CaseLink.Relation relation,
            String relationName,
            @Nullable String title,
            @Nullable String state,
            @Nullable String reason,
            OffsetDateTime linkedAt,
            @Nullable String officer,
            @Nullable String officerName,
            boolean readable) {}

    @GetMapping("/api/cases/{caseNo}/links")
    @OpenTo({Audience.OFFICER, Audience.COMPANY})
    @Operation(summary = "关联案件：重复投诉和并案，双向")
    List<Link> links(@PathVariable String caseNo) {
        cases.get(caseNo);
        List<CaseLink> found = links.of(caseNo);
        Map<String, String> names = userNames.of(
                found.stream().map(CaseLink::officer).filter(Objects::nonNull).toList());
        return found.stream().map(it -> link(it, names)).toList();
    }

    private Link link(CaseLink link, Map<String, String> names) {
        Optional<CaseFile> other = cases.find(link.caseNo());
        String officer = link.officer();
        return new Link(
                link.caseNo(),
                link.relation(),
                link.relation().label(),
                other.map(CaseFile::title).orElse(null),
                other.map(it -> CaseView.state(it.closed())).orElse(null),
                link.reason(),
                CaseView.china(link.linkedAt()),
                officer,
                officer == null ? null : names.getOrDefault(officer, officer),
                other.isPresent());
    }
}

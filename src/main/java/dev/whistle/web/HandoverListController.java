package dev.whistle.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.whistle.casefile.Attachment;
import dev.whistle.casefile.Attachments;
import dev.whistle.casefile.CaseFile;
import dev.whistle.casefile.IdempotentPosts;
import dev.whistle.casefile.ReadableCases;
import dev.whistle.engine.UserNames;
import dev.whistle.handover.HandoverEntry;
import dev.whistle.handover.HandoverItem;
import dev.whistle.handover.HandoverLine;
import dev.whistle.handover.Handovers;
import dev.whistle.handover.NewHandover;
import dev.whistle.handover.Signer;
import dev.whistle.organisation.Compounds;
import dev.whistle.organisation.Units;
import dev.whistle.problem.PlainText;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.security.Principal;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a company that leaves a compound hands over (P05): the list, item by item, and who signed it. */
@RestController
@RequestMapping("/api/cases/{caseNo}/handover")
@Tag(name = "移交清单")
class HandoverListController {

    private final ReadableCases cases;
    private final Handovers handovers;
    private final Attachments attachments;
    private final IdempotentPosts posts;
    private final UserNames userNames;
    private final Units units;
    private final Compounds compounds;
    private final Routes routes;
    private final ObjectMapper json;

    HandoverListController(
            ReadableCases cases,
            Handovers handovers,
            Attachments attachments,
            IdempotentPosts posts,
            UserNames userNames,
            Units units,
            Compounds compounds,
            Routes routes,
            ObjectMapper json) {
        this.cases = cases;
        this.handovers = handovers;
        this.attachments = attachments;
        this.posts = posts;
        this.userNames = userNames;
        this.units = units;
        this.compounds = compounds;
        this.routes = routes;
        this.json = json;
    }

    /**
     * A case's list; {@code items} is empty where the case has none.
     *
     * @param mayRecord whether the caller may record something now
     * @param mayReveal whether the caller may see who signed, in clear
     * @param giver name of the company that the case is about
     * @param witnesses names of those who may witness
     * @param settled how many items need nothing more
     */
    record ListView(
            String caseNo,
            @Nullable String compoundName,
            boolean mayRecord,
            boolean mayReveal,
            @Nullable String giver,
            List<String> witnesses,
            int settled,
            List<ItemView> items) {}

    /**
     * An item.
     *
     * @param recorded {@code list}, {@code count} or {@code amount}
     * @param current the entry that counts; null where none was recorded
     * @param earlier those that it has taken the place of, the latest first
     */
    record ItemView(
            String item,
            String name,
            String hint,
            String recorded,
            String measure,
            boolean property,
            boolean settled,
            @Nullable EntryView current,
            List<EntryView> earlier) {}

    /** An entry; {@code sheetName} names the attachment that shows the signed sheet. */
    record EntryView(
            String id,
            int number,
            String state,
            String stateName,
            String said,
            @Nullable Integer quantity,
            @Nullable BigDecimal amount,
            @Nullable String content,
            @Nullable String reason,
            @Nullable String correction,
            String signedOn,
            String signedOnName,
            @Nullable String sheet,
            @Nullable String sheetName,
            List<SignerView> signers,
            String recordedBy,
            String recordedByName,
            OffsetDateTime recordedAt) {}

    /** Somebody who signed, masked. */
    record SignerView(String side, String sideName, String name, String actsFor, boolean drawn) {

        static SignerView of(Signer signer) {
            return new SignerView(
                    signer.side().code(), signer.side().label(), signer.masked(), signer.actsFor(), signer.drawn());
        }
    }

    /** The same in clear; {@code signature} is a PNG picture in Base64, null for what was signed on paper. */
    record RevealedView(
            String side,
            String sideName,
            String name,
            String actsFor,
            @Nullable String signature) {

        static RevealedView of(Handovers.Revealed revealed) {
            return new RevealedView(
                    revealed.side().code(),
                    revealed.side().label(),
                    revealed.name(),
                    revealed.actsFor(),
                    revealed.signature());
        }

        @Override
        public String toString() {
            return "RevealedView"; // a log line must not hold what the database encrypts
        }
    }

    @GetMapping
    @OpenTo({Audience.OFFICER, Audience.COMPANY})
    @Operation(summary = "移交清单：各项目的移交情况，签字人姓名已遮盖；没有移交清单的案件，items 为空")
    ListView list(@PathVariable String caseNo) {
        return view(cases.get(caseNo));
    }

    /**
     * Records an item once, however often it is posted under the same key.
     *
     * @param key the poster's own id for this act, at most 200 characters
     */
    @PostMapping("/{item}")
    @OpenTo({Audience.OFFICER, Audience.COMPANY})
    @Operation(summary = "登记或者更正一个项目的移交情况，由移交人、接收人、见证人签字；限小区所在社区、镇街登记。答复为登记后的清单")
    ListView record(
            @PathVariable String caseNo,
            @PathVariable String item,
            @RequestHeader("Idempotency-Key") @NotBlank @Size(max = 200) @PlainText String key,
            @RequestBody @Valid NewHandover body,
            Principal caller)
            throws JsonProcessingException {
        CaseFile file = cases.get(caseNo);
        posts.once(caller.getName(), key, json.writeValueAsString(List.of(caseNo, item, body)), () -> {
            handovers.record(file, item, body);
            return caseNo;
        });
        return view(file);
    }

    @PostMapping("/entries/{id}/reveal")
    @OpenTo(Audience.OFFICER)
    @Operation(summary = "查看签字人姓名和手写签名（留痕）")
    List<RevealedView> reveal(@PathVariable String caseNo, @PathVariable String id) {
        return handovers.reveal(cases.get(caseNo), id).stream()
                .map(RevealedView::of)
                .toList();
    }

    private ListView view(CaseFile file) {
        List<HandoverLine> lines = handovers.of(file);
        if (lines.isEmpty()) {
            return new ListView(file.caseNo(), null, false, false, null, List.of(), 0, List.of());
        }
        Map<String, String> officers = userNames.of(lines.stream()
                .flatMap(it -> it.entries().stream())
                .map(HandoverEntry::recordedBy)
                .distinct()
                .toList());
        Map<String, String> files =
                attachments.of(file.caseNo()).stream().collect(Collectors.toMap(Attachment::id, Attachment::name));
        String compound = file.compound();
        return new ListView(
                file.caseNo(),
                compound == null ? null : compounds.names(List.of(compound)).get(compound),
                handovers.mayRecord(file),
                routes.callerIs(Audience.OFFICER),
                file.company() == null ? null : units.nameOf(file.company()),
                handovers.witnesses(file),
                (int) lines.stream().filter(HandoverLine::settled).count(),
                lines.stream().map(it -> view(it, officers, files)).toList());
    }

    private static ItemView view(HandoverLine line, Map<String, String> officers, Map<String, String> files) {
        HandoverItem item = line.item();
        List<EntryView> entries = line.entries().stream()
                .sorted(Comparator.comparing(HandoverEntry::number).reversed())
                .map(it -> view(it, officers, files))
                .toList();
        return new ItemView(
                item.id(),
                item.name(),
                item.hint(),
                item.recorded().name().toLowerCase(Locale.ROOT),
                item.measure(),
                item.property(),
                line.settled(),
                entries.stream().findFirst().orElse(null),
                entries.stream().skip(1).toList());
    }

    private static EntryView view(HandoverEntry entry, Map<String, String> officers, Map<String, String> files) {
        return new EntryView(
                entry.id(),
                entry.number(),
                entry.state().code(),
                entry.state().label(),
                entry.said(),
                entry.quantity(),
                entry.amount(),
                entry.content(),
                entry.reason(),
                entry.correction(),
                entry.signedOn().code(),
                entry.signedOn().label(),
                entry.sheet(),
                entry.sheet() == null ? null : files.get(entry.sheet()),
                entry.signers().stream()
                        .sorted(Comparator.comparing(Signer::side))
                        .map(SignerView::of)
                        .toList(),
                entry.recordedBy(),
                officers.getOrDefault(entry.recordedBy(), entry.recordedBy()),
                CaseView.china(entry.recordedAt()));
    }
}

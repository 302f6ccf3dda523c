package dev.whistle.handover;

import dev.whistle.casefile.CaseFile;
import dev.whistle.casefile.Entry;
import dev.whistle.casefile.EventKind;
import dev.whistle.casefile.Timeline;
import dev.whistle.engine.UsedBlocks;
import dev.whistle.organisation.Compound;
import dev.whistle.organisation.Compounds;
import dev.whistle.organisation.CurrentOfficer;
import dev.whistle.organisation.Officer;
import dev.whistle.problem.Problem;
import dev.whistle.problem.Problem.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lists of what a company that leaves hands over (P05; QA.company-duties, JJ.A4.2.2): item by item, each signed by
 * giver, taker and witness. A case has a list where its procedure checks one. Whoever calls has checked that the case
 * may be read.
 */
@Component
public class Handovers {

    private static final String CHECK = "checkHandover";

    private final HandoverItems items;
    private final HandoverTable table;
    private final HandoverRules rules;
    private final Witnesses witnesses;
    private final UsedBlocks blocks;
    private final Compounds compounds;
    private final Timeline timeline;
    private final CurrentOfficer current;

    Handovers(
            HandoverItems items,
            HandoverTable table,
            HandoverRules rules,
            Witnesses witnesses,
            UsedBlocks blocks,
            Compounds compounds,
            Timeline timeline,
            CurrentOfficer current) {
        this.items = items;
        this.table = table;
        this.rules = rules;
        this.witnesses = witnesses;
        this.blocks = blocks;
        this.compounds = compounds;
        this.timeline = timeline;
        this.current = current;
    }

    /** The case's list in the order of the table; empty for a case that has none. */
    public List<HandoverLine> of(CaseFile file) {
        return blocks.has(file.procedure(), CHECK) ? lines(file) : List.of();
    }

    /** Whether the officer who is asking may record something on the list now. */
    public boolean mayRecord(CaseFile file) {
        return !file.closed() && witnesses.includeCaller(file);
    }

    /** Those who may witness it: names of the community and the street. */
    public List<String> witnesses(CaseFile file) {
        return witnesses.of(file);
    }

    /**
     * Records what has become of an item. An item that has an entry is put right by one more.
     *
     * @param item key of the item
     * @throws Problem naming every field that is not right; of kind NOT_FOUND if the list has no such item, FORBIDDEN
     *     for whoever works neither for the street nor for the community, CONFLICT if the case is closed or somebody
     *     else has recorded the item meanwhile
     */
    @Transactional
    public void record(CaseFile file, String item, NewHandover wanted) {
        if (of(file).stream().noneMatch(it -> it.item().id().equals(item))) {
            throw new Problem(Kind.NOT_FOUND, "handover.no-item", file.caseNo());
        }
        if (!witnesses.includeCaller(file)) {
            throw new Problem(Kind.FORBIDDEN, "handover.not-yours");
        }
        if (table.lockedClosed(file.caseNo())) {
            throw new Problem(Kind.CONFLICT, "handover.closed", file.caseNo());
        }
        List<HandoverLine> lines = lines(file);
        HandoverLine line = line(file, item);
        if (Objects.requireNonNullElse(wanted.seen(), 0) != line.entries().size()) {
            throw new Problem(Kind.CONFLICT, "handover.meanwhile", line.item().name());
        }
        CheckedHandover checked = rules.check(file, wanted, lines, line);
        table.insert(file.caseNo(), checked, officer().user());
        tell(file, item);
    }

    /** Names nobody: the timeline is read by all who may read the case. */
    private void tell(CaseFile file, String item) {
        HandoverLine line = line(file, item);
        HandoverEntry made = line.current().orElseThrow();
        List<Entry> entered = new ArrayList<>();
        entered.add(Entry.of("handover", "移交情况", made.said()));
        if (made.correction() != null) {
            entered.add(Entry.of("correction", "更正理由", made.correction()));
        }
        entered.add(Entry.of("signedOn", "签字方式", made.signedOn().label()));
        timeline.record(
                file.caseNo(),
                EventKind.EVENT,
                null,
                (made.number() == 1 ? "登记移交：" : "更正移交登记：") + made.name(),
                line.item().clauses().isEmpty() ? null : line.item().clauses(),
                entered);
    }

    private HandoverLine line(CaseFile file, String item) {
        return lines(file).stream()
                .filter(it -> it.item().id().equals(item))
                .findFirst()
                .orElseThrow();
    }

    /** Somebody who signed, in clear. */
    public record Revealed(
            Side side,
            String name,
            String actsFor,
            @Nullable String signature) {

        @Override
        public String toString() {
            return "Revealed"; // a log line must not hold what the database encrypts
        }
    }

    /**
     * Shows who signed an entry, and writes on the timeline who looked.
     *
     * @param entry id of the entry
     * @return in the order of the sides; {@code signature} is a PNG picture in Base64
     * @throws Problem of kind NOT_FOUND if the case has no such entry
     */
    @Transactional
    public List<Revealed> reveal(CaseFile file, String entry) {
        HandoverEntry found = table.of(file.caseNo()).stream()
                .filter(it -> it.id().equals(entry))
                .findFirst()
                .orElseThrow(() -> new Problem(Kind.NOT_FOUND, "handover.no-item", file.caseNo()));
        Map<Side, String> pictures = table.signatures(entry);
        timeline.record(file.caseNo(), EventKind.REVEALED, "查看移交清单的签字：" + found.name());
        return found.signers().stream()
                .sorted(Comparator.comparing(Signer::side))
                .map(it -> new Revealed(it.side(), it.name(), it.actsFor(), pictures.get(it.side())))
                .toList();
    }

    /** Lines of items that the table has no longer stand at the end. */
    List<HandoverLine> lines(CaseFile file) {
        List<HandoverEntry> entries = table.of(file.caseNo());
        List<HandoverItem> asked = items.of(Optional.ofNullable(file.compound())
                .flatMap(compounds::find)
                .map(Compound::kind)
                .orElse(null));
        Stream<HandoverItem> gone = entries.stream()
                .filter(entry -> asked.stream().noneMatch(it -> it.id().equals(entry.item())))
                .collect(Collectors.toMap(HandoverEntry::item, Handovers::gone, (first, later) -> later))
                .values()
                .stream();
        return Stream.concat(asked.stream(), gone)
                .map(item -> new HandoverLine(
                        item,
                        entries.stream()
                                .filter(it -> it.item().equals(item.id()))
                                .toList()))
                .toList();
    }

    private static HandoverItem gone(HandoverEntry entry) {
        return new HandoverItem(entry.item(), entry.name(), "", recorded(entry), entry.measure(), false, "");
    }

    private static HandoverItem.Recorded recorded(HandoverEntry entry) {
        if (entry.amount() != null) {
            return HandoverItem.Recorded.AMOUNT;
        }
        return entry.quantity() == null ? HandoverItem.Recorded.LIST : HandoverItem.Recorded.COUNT;
    }

    /** Names of those who signed for a side in the entries that count, each once: 张三（某某公司）. */
    Optional<String> signers(CaseFile file, Side side) {
        return Optional.of(lines(file).stream()
                        .flatMap(it -> it.current().stream())
                        .flatMap(it -> it.signers().stream())
                        .filter(it -> it.side() == side)
                        .collect(Collectors.toMap(
                                it -> it.mark() + it.actsFor(),
                                it -> it.name() + "（" + it.actsFor() + "）",
                                (first, later) -> first,
                                LinkedHashMap::new))
                        .values()
                        .stream()
                        .collect(Collectors.joining("、")))
                .filter(it -> !it.isEmpty());
    }

    private Officer officer() {
        return current.get().orElseThrow(() -> new Problem(Kind.FORBIDDEN, "case.nobody"));
    }
}

package dev.whistle.procedure.complaint;

import dev.whistle.casefile.CaseFile;
import dev.whistle.casefile.CaseLinks;
import dev.whistle.casefile.Cases;
import dev.whistle.casefile.Entry;
import dev.whistle.casefile.EventKind;
import dev.whistle.casefile.Particular;
import dev.whistle.casefile.Particulars;
import dev.whistle.casefile.Timeline;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Counts complaints of the same matter that a company has left unresolved (JJ.A8.3.2.3). Complaints are of the same
 * matter if officers have linked them, at whatever remove, and their kind of matter and the company are the same. One
 * that was merged into another has no answer of its own and is not counted beside it.
 */
@Component
class Repeats {

    /** The particular that the count is kept as; {@link Result#BLACKLIST} stays, so that it is reached once. */
    static final String COUNT = "repeats";

    private static final String COUNT_LABEL = "重复投诉统计";
    private static final String CLAUSE = "JJ.A8.3.2.3";

    private final CaseLinks links;
    private final Cases cases;
    private final Particulars particulars;
    private final Timeline timeline;
    private final RepeatRules rules;

    Repeats(CaseLinks links, Cases cases, Particulars particulars, Timeline timeline, RepeatRules rules) {
        this.links = links;
        this.cases = cases;
        this.particulars = particulars;
        this.timeline = timeline;
        this.rules = rules;
    }

    /** What the count came to. */
    enum Result {
        /** The complaint is resolved, not the company's fault, or the first of its matter that is not. */
        NONE,
        /** It is one of several that the company left unresolved. */
        COUNTED,
        /** With it there are so many that the company belongs on the blacklist, which none of them has said before. */
        BLACKLIST;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Counts a complaint with those it hangs together with, and files what it came to. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Result count(String caseNo, String element) {
        SortedSet<String> chain = links.lockedChain(caseNo);
        Map<String, List<Particular>> known = particulars.of(chain);
        ComplaintFacts mine = ComplaintFacts.of(known.getOrDefault(caseNo, List.of()));
        CaseFile file = cases.get(caseNo);
        List<String> unresolved = chain.stream()
                .filter(it -> sameMatter(mine, file, it, known.getOrDefault(it, List.of())))
                .toList();
        if (!mine.counts() || unresolved.size() < 2) {
            return Result.NONE;
        }
        boolean reached = unresolved.size() >= rules.blacklistFrom();
        boolean saidBefore = known.values().stream()
                .flatMap(List::stream)
                .anyMatch(it -> it.name().equals(COUNT) && it.value().equals(Result.BLACKLIST.code()));
        Result result = reached && !saidBefore ? Result.BLACKLIST : Result.COUNTED;
        file(caseNo, element, result, unresolved);
        return result;
    }

    private boolean sameMatter(ComplaintFacts mine, CaseFile file, String other, List<Particular> particularsOfOther) {
        ComplaintFacts facts = ComplaintFacts.of(particularsOfOther);
        return facts.counts()
                && Objects.equals(facts.matterKind(), mine.matterKind())
                && Objects.equals(cases.get(other).company(), file.company());
    }

    private void file(String caseNo, String element, Result result, List<String> unresolved) {
        String said = "同一事项未解决、责任在物业服务企业的投诉共 " + unresolved.size() + " 次"
                + (result == Result.BLACKLIST ? "，达到 " + rules.blacklistFrom() + " 次，提请列入“黑名单”" : "");
        boolean markedBefore = particulars
                .find(caseNo, COUNT)
                .filter(it -> it.value().equals(Result.BLACKLIST.code()))
                .isPresent();
        if (!markedBefore) {
            particulars.note(caseNo, List.of(new Particular(COUNT, COUNT_LABEL, result.code(), said)), List.of());
        }
        timeline.record(
                caseNo,
                EventKind.FILED,
                element,
                COUNT_LABEL,
                CLAUSE,
                List.of(Entry.of(COUNT, "统计结果", said), Entry.of("cases", "计入的案件", String.join("、", unresolved))));
    }
}

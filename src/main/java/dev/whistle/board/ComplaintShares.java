package dev.whistle.board;

import dev.whistle.board.BoardFigures.Complaints;
import dev.whistle.board.BoardFigures.Counted;
import dev.whistle.board.BoardFigures.OfCompound;
import dev.whistle.board.Names.Particular;
import dev.whistle.casefile.CaseFigures;
import dev.whistle.organisation.Compounds;
import dev.whistle.tally.Measure;
import dev.whistle.tally.Tally;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What people complained about. */
@Component
class ComplaintShares {

    /** The procedure whose cases are complaints (P01). */
    static final String COMPLAINT = "complaint";

    private static final int COMPOUNDS = 20;

    private final Names names;
    private final Compounds compounds;

    ComplaintShares(Names names, Compounds compounds) {
        this.names = names;
        this.compounds = compounds;
    }

    /** Null for a unit that is not asked about complaints, and where another procedure is looked at; two statements. */
    @Nullable
    Complaints of(Frame frame, List<Tally> counted) {
        if (!frame.scope().seesComplaints() || !frame.has(COMPLAINT)) {
            return null;
        }
        List<Tally> complaints = counted.stream()
                .filter(it -> it.procedure().equals(COMPLAINT)
                        && frame.months().has(it.month())
                        && frame.scope().hasPlaceOf(it))
                .toList();
        Map<String, Long> matters = byItem(complaints, Measure.MATTER);
        Map<String, Long> satisfaction = byItem(complaints, Measure.SATISFACTION);
        Map<Particular, String> words = names.of(Stream.concat(
                        particulars(CaseFigures.MATTER_KIND, matters),
                        particulars(CaseFigures.SATISFACTION, satisfaction))
                .toList());
        return new Complaints(
                sum(byItem(complaints, Measure.RECEIVED)),
                sum(byItem(complaints, Measure.REPEAT)),
                shares(matters, code -> words.getOrDefault(new Particular(CaseFigures.MATTER_KIND, code), code)),
                shares(byItem(complaints, Measure.CHANNEL), names::ofChannel),
                compounds(byItem(complaints, Measure.COMPOUND), byItem(complaints, Measure.REPEAT)),
                shares(satisfaction, code -> words.getOrDefault(new Particular(CaseFigures.SATISFACTION, code), code)));
    }

    private static Stream<Particular> particulars(String name, Map<String, Long> codes) {
        return codes.keySet().stream().map(code -> new Particular(name, code));
    }

    /** What came to nothing, because it turned out otherwise, is left out. */
    private static Map<String, Long> byItem(List<Tally> tallies, Measure measure) {
        Map<String, Long> sums = tallies.stream()
                .filter(it -> it.measure() == measure)
                .collect(Collectors.groupingBy(Tally::item, Collectors.summingLong(Tally::count)));
        sums.values().removeIf(it -> it == 0);
        return sums;
    }

    private static long sum(Map<String, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    private static List<Counted> shares(Map<String, Long> counts, Function<String, String> name) {
        return counts.entrySet().stream()
                .map(it -> new Counted(it.getKey(), name.apply(it.getKey()), it.getValue()))
                .sorted(Comparator.comparingLong(Counted::count).reversed().thenComparing(Counted::code))
                .toList();
    }

    private List<OfCompound> compounds(Map<String, Long> counts, Map<String, Long> repeats) {
        List<String> most = counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .limit(COMPOUNDS)
                .map(Map.Entry::getKey)
                .toList();
        Map<String, String> called = compounds.names(most);
        return most.stream()
                .map(it -> new OfCompound(
                        it, called.getOrDefault(it, it), counts.getOrDefault(it, 0L), repeats.getOrDefault(it, 0L)))
                .toList();
    }
}

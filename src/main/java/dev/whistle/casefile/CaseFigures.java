package dev.whistle.casefile;

import dev.whistle.tally.Measure;
import dev.whistle.tally.Tallies;
import dev.whistle.tally.Tally;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Counts for supervisors what becomes of cases; see {@link Measure}. */
@Component
public class CaseFigures {

    /** Names of the particulars that are counted. */
    public static final String MATTER_KIND = "matterKind";

    public static final String SATISFACTION = "satisfaction";

    /** {@link #placeOf} of {@code whistle.case_file c}. */
    public static final String PLACE = "coalesce(c.community, c.street, c.unit)";

    private static final Map<String, Measure> PARTICULARS =
            Map.of(MATTER_KIND, Measure.MATTER, SATISFACTION, Measure.SATISFACTION);

    private final Tallies tallies;
    private final Holdings holdings;

    CaseFigures(Tallies tallies, Holdings holdings) {
        this.tallies = tallies;
        this.holdings = holdings;
    }

    /** Where a case belongs: the community, else the street it lies in, else the unit that took it up. */
    public static String placeOf(CaseFile file) {
        return Stream.of(file.community(), file.street())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(file.unit());
    }

    /**
     * Counts something once.
     *
     * @param file of the case in which it happened, or for whose duty
     * @param at when; its month in China counts
     * @param unit of which it counts
     * @param item what of the measure; empty where it has no items
     */
    public void count(Measure measure, CaseFile file, Instant at, String unit, String item) {
        count(measure, file, at, unit, item, 1);
    }

    /** Takes back what was counted with the same words. */
    public void takeBack(Measure measure, CaseFile file, Instant at, String unit, String item) {
        count(measure, file, at, unit, item, -1);
    }

    void received(CaseFile file) {
        ofReceived(Measure.RECEIVED, file, "");
        if (file.source() != null) {
            ofReceived(Measure.CHANNEL, file, file.source());
        }
        if (file.compound() != null) {
            ofReceived(Measure.COMPOUND, file, file.compound());
        }
    }

    void repeats(CaseFile file) {
        ofReceived(Measure.REPEAT, file, Objects.requireNonNullElse(file.compound(), ""));
    }

    /** Whether a particular of this name is counted. */
    static boolean counts(String name) {
        return PARTICULARS.containsKey(name);
    }

    /** A particular that {@link #counts} has another value now. */
    void changed(CaseFile file, String name, Optional<Particular> before, Optional<Particular> now) {
        Measure measure = Objects.requireNonNull(PARTICULARS.get(name));
        code(before).ifPresent(it -> takeBack(measure, file, file.receivedAt(), placeOf(file), it));
        code(now).ifPresent(it -> ofReceived(measure, file, it));
    }

    private static Optional<String> code(Optional<Particular> particular) {
        return particular.map(Particular::value).filter(it -> it.length() <= Particulars.LONGEST_VALUE);
    }

    void closed(CaseFile file, Instant at) {
        count(Measure.CLOSED, file, at, placeOf(file), "");
        Map<String, Duration> referred = new HashMap<>();
        holdings.of(file.caseNo()).stream()
                .filter(it -> !atHome(file).contains(it.unit()))
                .forEach(it -> referred.merge(it.unit(), it.length(at), Duration::plus));
        referred.forEach((unit, length) -> {
            count(Measure.HELD_CASES, file, at, unit, "");
            count(Measure.HELD_SECONDS, file, at, unit, "", length.toSeconds());
        });
    }

    private static List<String> atHome(CaseFile file) {
        return Stream.of(file.unit(), file.street(), file.community(), file.company())
                .filter(Objects::nonNull)
                .toList();
    }

    private void ofReceived(Measure measure, CaseFile file, String item) {
        count(measure, file, file.receivedAt(), placeOf(file), item);
    }

    private void count(Measure measure, CaseFile file, Instant at, String unit, String item, long count) {
        YearMonth month = YearMonth.from(at.atZone(ChineseTime.CHINA));
        tallies.add(new Tally(month, measure, file.procedure(), unit, orEmpty(file.company()), item, count));
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}

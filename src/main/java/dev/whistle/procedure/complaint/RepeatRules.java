package dev.whistle.procedure.complaint;

import dev.whistle.casefile.SimilarCase.Likeness;
import dev.whistle.engine.TableRow;
import dev.whistle.engine.Tables;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What counts as a repeated complaint, read from {@code complaint-repeats.dmn}: the numbers stand there. */
@Component
class RepeatRules {

    private static final String TABLE = "complaint-repeats";
    private static final String BLACKLIST = "blacklist";
    private static final Map<Likeness, String> ROWS = Map.of(
            Likeness.MATTER, "same-matter",
            Likeness.PERSON, "same-person",
            Likeness.ADDRESS, "same-address");

    private final Tables tables;

    RepeatRules(Tables tables) {
        this.tables = tables;
    }

    /** How many days back another complaint may lie, for each likeness. */
    Map<Likeness, Integer> days() {
        Map<Likeness, Integer> days = new EnumMap<>(Likeness.class);
        Arrays.stream(Likeness.values()).forEach(it -> days.put(it, row(it).number("days")));
        return days;
    }

    /** What officers call a likeness, e.g. 同一投诉人. */
    String name(Likeness likeness) {
        return row(likeness).text("name");
    }

    /** How many unresolved complaints of one matter put a company on the blacklist (JJ.A8.3.2.3). */
    int blacklistFrom() {
        return row(BLACKLIST).number("times");
    }

    private TableRow row(Likeness likeness) {
        return row(String.valueOf(ROWS.get(likeness)));
    }

    private TableRow row(String key) {
        return tables.row(TABLE, key)
                .orElseThrow(() -> new IllegalStateException("the table " + TABLE + " has no row " + key));
    }
}

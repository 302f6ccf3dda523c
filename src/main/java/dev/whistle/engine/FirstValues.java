package dev.whistle.engine;

import dev.whistle.casefile.CaseFact;
import dev.whistle.casefile.CaseFacts;
import dev.whistle.casefile.Cases;
import dev.whistle.casefile.Particular;
import dev.whistle.casefile.Particulars;
import dev.whistle.casefile.Parties;
import dev.whistle.casefile.PartyDatum;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What a form shows at first when a field's custom property {@code from} asks for it: the time, a fact of the case, one
 * of its particulars, or whether somebody is on file.
 */
@Component
class FirstValues {

    private static final String PARTICULAR = "particular.";

    /** Whether somebody who plays this part is on file by name. */
    private static final Pattern KNOWN = Pattern.compile("party\\.([a-z-]+)\\.known");

    private final CaseFacts facts;
    private final Cases cases;
    private final Particulars particulars;
    private final Parties parties;
    private final Clock clock;

    FirstValues(CaseFacts facts, Cases cases, Particulars particulars, Parties parties, Clock clock) {
        this.facts = facts;
        this.cases = cases;
        this.particulars = particulars;
        this.parties = parties;
        this.clock = clock;
    }

    /**
     * The value as the page takes it, or null where there is none.
     *
     * @param caseNo null in a start form
     */
    @Nullable
    Object of(FormField field, String from, @Nullable String caseNo) {
        if (from.equals("now")) {
            return ZonedDateTime.now(clock)
                    .truncatedTo(ChronoUnit.MINUTES)
                    .format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
        }
        if (from.startsWith(PARTICULAR)) {
            return caseNo == null
                    ? null
                    : particulars
                            .find(caseNo, from.substring(PARTICULAR.length()))
                            .map(it -> asPage(field, it))
                            .orElse(null);
        }
        Matcher known = KNOWN.matcher(from);
        if (known.matches()) {
            return caseNo != null && parties.know(caseNo, known.group(1), PartyDatum.NAME) ? "已登记" : null;
        }
        CaseFact fact = facts.withId(from)
                .filter(it -> !it.personal())
                .orElseThrow(() -> new IllegalArgumentException("a form asks for the unknown fact " + from));
        return caseNo == null ? null : cases.find(caseNo).flatMap(fact::of).orElse(null);
    }

    /** A text shows the words; what is chosen, counted or dated goes by its value. */
    private static Object asPage(FormField field, Particular particular) {
        return switch (field.type()) {
            case "textfield", "textarea" -> particular.shown();
            case "checkbox" -> Boolean.valueOf(particular.value());
            case "number" -> new BigDecimal(particular.value());
            default -> particular.value();
        };
    }
}

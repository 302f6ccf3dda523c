package dev.whistle.engine;

import dev.whistle.casefile.CaseFact;
import dev.whistle.casefile.CaseFacts;
import dev.whistle.casefile.Cases;
import dev.whistle.casefile.Particular;
import dev.whistle.casefile.Particulars;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What a form shows at first when a field's custom property {@code from} asks for it: the time, a fact of the case or
 * one of its particulars.
 */
@Component
class FirstValues {

    private static final String PARTICULAR = "particular.";

    private final CaseFacts facts;
    private final Cases cases;
    private final Particulars particulars;
    private final Clock clock;

    FirstValues(CaseFacts facts, Cases cases, Particulars particulars, Clock clock) {
        this.facts = facts;
        this.cases = cases;
        this.particulars = particulars;
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

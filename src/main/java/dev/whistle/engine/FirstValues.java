package dev.whistle.engine;

import dev.whistle.casefile.CaseFact;
import dev.whistle.casefile.CaseFacts;
import dev.whistle.casefile.Cases;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a form shows at first when a field's custom property {@code from} asks for it: the time, or a fact of the case. */
@Component
class FirstValues {

    private final CaseFacts facts;
    private final Cases cases;
    private final Clock clock;

    FirstValues(CaseFacts facts, Cases cases, Clock clock) {
        this.facts = facts;
        this.cases = cases;
        this.clock = clock;
    }

    /**
     * The value's text, or null where there is none.
     *
     * @param caseNo null in a start form
     */
    @Nullable
    String of(String from, @Nullable String caseNo) {
        if (from.equals("now")) {
            return ZonedDateTime.now(clock)
                    .truncatedTo(ChronoUnit.MINUTES)
                    .format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
        }
        CaseFact fact = facts.withId(from)
                .filter(it -> !it.personal())
                .orElseThrow(() -> new IllegalArgumentException("a form asks for the unknown fact " + from));
        return caseNo == null ? null : cases.find(caseNo).flatMap(fact::of).orElse(null);
    }
}

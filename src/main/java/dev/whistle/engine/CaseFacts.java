package dev.whistle.engine;

import dev.whistle.casefile.CaseFile;
import dev.whistle.casefile.Cases;
import dev.whistle.organisation.Compound;
import dev.whistle.organisation.Compounds;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a form shows at first when a field's custom property {@code from} asks for it. */
@Component
class CaseFacts {

    private final Cases cases;
    private final Compounds compounds;
    private final Clock clock;

    CaseFacts(Cases cases, Compounds compounds, Clock clock) {
        this.cases = cases;
        this.compounds = compounds;
        this.clock = clock;
    }

    /**
     * The fact's text, or null where there is none.
     *
     * @param caseNo null in a start form
     */
    @Nullable
    String value(String fact, @Nullable String caseNo) {
        if (fact.equals("now")) {
            return ZonedDateTime.now(clock)
                    .truncatedTo(ChronoUnit.MINUTES)
                    .format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
        }
        return caseNo == null
                ? null
                : cases.find(caseNo).map(file -> ofCase(fact, file)).orElse(null);
    }

    private @Nullable String ofCase(String fact, CaseFile file) {
        return switch (fact) {
            case "case.caseNo" -> file.caseNo();
            case "case.title" -> file.title();
            case "case.details" -> file.details();
            case "case.place" -> place(file);
            default -> throw new IllegalArgumentException("a form asks for the unknown fact " + fact);
        };
    }

    private @Nullable String place(CaseFile file) {
        return file.compound() == null
                ? file.place()
                : compounds.find(file.compound()).map(Compound::name).orElse(file.place());
    }
}

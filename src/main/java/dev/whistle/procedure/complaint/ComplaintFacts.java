package dev.whistle.procedure.complaint;

import dev.whistle.casefile.CaseFigures;
import dev.whistle.casefile.Particular;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What of a complaint's particulars decides whether it counts as an unresolved repeat.
 *
 * @param matterKind what kind of matter it is; null where nobody has said
 * @param unresolved whether the answer left the matter unresolved or the complainant is dissatisfied
 * @param causedByCompany whether the property company is to blame
 */
record ComplaintFacts(@Nullable String matterKind, boolean unresolved, boolean causedByCompany) {

    static final String COMPLAINANT = "complainant";

    /** Keys of form fields that are kept with the case. */
    static final String MATTER_KIND = CaseFigures.MATTER_KIND;

    static final String ANSWER_RESULT = "answerResult";
    static final String SATISFACTION = CaseFigures.SATISFACTION;
    static final String CAUSE = "cause";

    static ComplaintFacts of(List<Particular> particulars) {
        Map<String, String> values =
                particulars.stream().collect(Collectors.toMap(Particular::name, Particular::value));
        return new ComplaintFacts(
                values.get(MATTER_KIND),
                "unresolved".equals(values.get(ANSWER_RESULT)) || "dissatisfied".equals(values.get(SATISFACTION)),
                "company".equals(values.get(CAUSE)));
    }

    /** Whether the company has left it unresolved. */
    boolean counts() {
        return unresolved && causedByCompany;
    }
}

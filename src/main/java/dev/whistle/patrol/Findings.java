package dev.whistle.patrol;

import dev.whistle.casefile.ChineseTime;
import dev.whistle.casefile.FirstUnit;
import dev.whistle.engine.AskedField;
import dev.whistle.engine.StartForm;
import dev.whistle.engine.Starts;
import dev.whistle.organisation.Compound;
import dev.whistle.problem.FieldError;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What patrols find goes on as cases of the procedure {@code patrol-finding}, by its start form. */
@Component
class Findings {

    private static final String PROCEDURE = "patrol-finding";

    /** Where a caller has put what the form asks for. */
    private static final String PREFIX = "finding.";

    /** What of the form's the record of the patrol says, by the record's own names. */
    private static final Map<String, String> OF_THE_PATROL =
            Map.of("compound", "compound", "foundAt", "patrolledAt", "patrollers", "people");

    private final Starts starts;
    private final FirstUnit firstUnit;

    Findings(Starts starts, FirstUnit firstUnit) {
        this.starts = starts;
        this.firstUnit = firstUnit;
    }

    /** What the form finds wrong, by the caller's names. */
    List<FieldError> wrong(Finding finding, Compound compound, Instant at, List<String> people) {
        return starts.form(PROCEDURE).wrong(values(finding, compound, at, people)).stream()
                .map(it -> new FieldError(
                        OF_THE_PATROL.getOrDefault(it.field(), PREFIX + it.field()), it.message(), it.arguments()))
                .toList();
    }

    /**
     * Opens the case, taken up by the unit that patrolled.
     *
     * @return its number
     */
    String open(CheckedPatrol patrol, Finding finding) {
        StartForm form = starts.form(PROCEDURE);
        firstUnit.is(patrol.unit().id());
        return starts.start(form, values(finding, patrol.compound(), patrol.at(), patrol.people()));
    }

    /** What may be chosen in the form, words by code, by the form's keys; the compounds aside. */
    Map<String, Map<String, String>> choices() {
        StartForm form = starts.form(PROCEDURE);
        Map<String, Map<String, String>> choices = new LinkedHashMap<>();
        form.asked().stream()
                .filter(it -> it.kind() == AskedField.Kind.CHOICE && it.reference() == null)
                .forEach(it -> choices.put(it.key(), form.choices(it)));
        return choices;
    }

    private static Map<String, @Nullable Object> values(
            Finding finding, Compound compound, Instant at, List<String> people) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>(finding.values());
        values.put("compound", compound.id());
        values.put(
                "foundAt",
                at.atZone(ChineseTime.CHINA).toOffsetDateTime().format(DateTimeFormatter.ISO_OFFSET_DATE_TIME));
        values.put("patrollers", String.join("、", people));
        return values;
    }
}

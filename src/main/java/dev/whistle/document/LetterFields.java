package dev.whistle.document;

import dev.whistle.casefile.CaseEvent;
import dev.whistle.casefile.CaseFact;
import dev.whistle.casefile.CaseFacts;
import dev.whistle.casefile.CaseFile;
import dev.whistle.casefile.Cases;
import dev.whistle.casefile.Entry;
import dev.whistle.casefile.Timeline;
import dev.whistle.engine.FormLabels;
import dev.whistle.organisation.Unit;
import dev.whistle.organisation.Units;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * What may stand in a letter's fields: the facts of its case, what was entered last under the label of a form of its
 * procedure, and what the letter is itself. Of the same name, the letter's own goes before the case's, and that before
 * what was entered.
 */
@Component
class LetterFields {

    static final String NUMBER = "文号";

    static final String SIGNER = "签发人";
    static final String SIGNED_ON = "签发日期";

    /** What only the signing knows. */
    static final Set<String> OF_THE_SIGNING = Set.of(NUMBER, SIGNER, SIGNED_ON);

    private static final String TITLE = "文书名称";
    private static final String UNIT = "发文单位";
    private static final String HANDLING_UNIT = "经办单位";
    static final String ADDRESSEE = "收件人";

    /** What {@code letters.dmn} writes where the model says which unit a letter is for. */
    private static final String GIVEN_UNIT = "unit";

    private static final Set<String> OWN = Set.of(NUMBER, SIGNER, SIGNED_ON, TITLE, UNIT, HANDLING_UNIT, ADDRESSEE);

    private final CaseFacts facts;
    private final FormLabels labels;
    private final Cases cases;
    private final Timeline timeline;
    private final Units units;

    LetterFields(CaseFacts facts, FormLabels labels, Cases cases, Timeline timeline, Units units) {
        this.facts = facts;
        this.labels = labels;
        this.cases = cases;
        this.timeline = timeline;
        this.units = units;
    }

    /** Of these names those that nobody knows. */
    List<String> unknown(Letter letter, Collection<String> names) {
        Map<String, Set<String>> asked = labels.of(letter.procedure());
        return names.stream()
                .filter(it -> !OWN.contains(it) && facts.named(it).isEmpty() && !asked.containsKey(it))
                .toList();
    }

    /** Of these names those that are the label of more than one field of the procedure's forms. */
    List<String> ambiguous(Letter letter, Collection<String> names) {
        Map<String, Set<String>> asked = labels.of(letter.procedure());
        return names.stream()
                .filter(it -> !OWN.contains(it) && facts.named(it).isEmpty())
                .filter(it -> asked.getOrDefault(it, Set.of()).size() > 1)
                .toList();
    }

    /** Whether a letter can be written to this addressee. */
    boolean knowsAddressee(Letter letter) {
        return letter.addressee().equals(GIVEN_UNIT)
                || said(letter).isPresent()
                || units.find(letter.addressee()).isPresent();
    }

    /** Texts for these names, as far as they are known now; what only the signing knows is not among them. */
    Map<String, String> values(Letter letter, Document document, Collection<String> names) {
        CaseFile file = cases.get(document.caseNo());
        List<CaseEvent> events = timeline.of(document.caseNo());
        Map<String, String> values = new LinkedHashMap<>();
        for (String name : names) {
            own(name, letter, document, file)
                    .or(() -> OWN.contains(name)
                            ? Optional.empty()
                            : facts.named(name).map(fact -> fact.of(file)).orElseGet(() -> entered(name, events)))
                    .filter(text -> !text.isBlank())
                    .ifPresent(text -> values.put(name, text));
        }
        return values;
    }

    private Optional<String> own(String name, Letter letter, Document document, CaseFile file) {
        return switch (name) {
            case TITLE -> Optional.of(document.title());
            case UNIT -> Optional.of(units.get(document.unit()).name());
            case HANDLING_UNIT -> Optional.of(units.get(document.handledBy()).name());
            case ADDRESSEE -> addressee(letter, document, file);
            default -> Optional.empty();
        };
    }

    private Optional<String> addressee(Letter letter, Document document, CaseFile file) {
        return said(letter)
                .map(fact -> fact.of(file))
                .orElseGet(() -> Optional.ofNullable(document.addressedTo())
                        .or(() -> Optional.of(letter.addressee()))
                        .flatMap(units::find)
                        .map(Unit::name));
    }

    /** The person of a role, or whatever else is known of every case by this id. */
    private Optional<CaseFact> said(Letter letter) {
        return facts.withId("party." + letter.addressee() + ".name").or(() -> facts.withId(letter.addressee()));
    }

    private static Optional<String> entered(String label, List<CaseEvent> events) {
        return events.stream()
                .flatMap(event -> event.entered().stream())
                .filter(entry -> entry.label().equals(label))
                .map(Entry::value)
                .filter(Objects::nonNull)
                .reduce((earlier, later) -> later);
    }
}

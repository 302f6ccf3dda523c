package dev.whistle.engine;

import dev.whistle.casefile.ChineseTime;
import dev.whistle.casefile.PartyDetails;
import dev.whistle.casefile.Submission;
import dev.whistle.engine.FormField.PartyField;
import dev.whistle.engine.ReferenceList.Asker;
import dev.whistle.problem.FieldError;
import dev.whistle.problem.Problem;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.PrimitiveValue;
import org.camunda.bpm.engine.variable.value.SerializableValue;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The form is a contract: only what a deployed form asks for gets in, checked by the form's own rules, whether it
 * comes from Tasklist or through REST. Values reach the process as transient variables, so that none is stored by the
 * engine unless its field is marked {@code keep=routing}.
 */
@Component
class FormContract {

    /** No database and no letter can hold them. */
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\r\n\t]]");

    private static final int ISO_DAY = "yyyy-MM-dd".length();

    private final Map<String, ReferenceList> lists;
    private final Conditions conditions;
    private final Needs needs;
    private final Clock clock;

    FormContract(List<ReferenceList> lists, Conditions conditions, Needs needs, Clock clock) {
        this.lists = lists.stream().collect(Collectors.toMap(ReferenceList::name, Function.identity()));
        this.conditions = conditions;
        this.needs = needs;
        this.clock = clock;
    }

    /** What a form let in: variables for the process and what the timeline is to tell. */
    record Accepted(VariableMap variables, Submission submission) {}

    /** What a form says to what was handed in: nothing of it goes anywhere unless nothing is wrong. */
    record Reading(List<FieldError> wrong, Accepted accepted) {}

    /**
     * Checks what was handed in.
     *
     * @param shown what fields that are shown only stand at; conditions believe it, and not what the page sends back
     * @throws Problem naming every field that is not right
     */
    Accepted accept(FormSchema form, VariableMap handedIn, Map<String, @Nullable Object> shown, Asker asker) {
        return accepted(read(form, handedIn, shown, answers(form, asker)));
    }

    /** @throws Problem naming every field that is not right */
    static Accepted accepted(Reading reading) {
        if (!reading.wrong().isEmpty()) {
            throw Problem.invalid(reading.wrong());
        }
        return reading.accepted();
    }

    /** What a form's conditions and lists answer to this officer: for one act, however often it hands the form in. */
    FormAnswers answers(FormSchema form, Asker asker) {
        return new FormAnswers(form, conditions, this::list, asker);
    }

    /** Reads what was handed in to its end, whatever is wrong with it; see {@link #accept}. */
    Reading read(FormSchema form, VariableMap handedIn, Map<String, @Nullable Object> shown, FormAnswers answers) {
        List<FieldError> errors = new ArrayList<>();
        VariableMap plain = plain(handedIn, errors);
        refuseUnknown(form, plain, errors);
        form.fields().stream().filter(FormField::fixed).forEach(it -> plain.put(it.key(), shown.get(it.key())));
        VariableMap variables = Variables.createVariables();
        Submission.Draft draft = new Submission.Draft();
        Map<String, Map<String, String>> people = new LinkedHashMap<>();
        Set<String> unsure = new HashSet<>();
        for (FormField field : form.fields()) {
            if (field.fixed()) {
                continue; // shown, not asked: whatever the page sends back, what is on file stays
            }
            Object value = blankToNull(plain.get(field.key()));
            boolean hidden = answers.hidden(field, plain);
            Map<String, String> options = answers.chosen(field, value);
            Optional<FieldError> wrong = hidden
                    ? checkHidden(field, value)
                    : check(field, value, options).or(() -> checkNeeds(field, value, options, answers.asker()));
            if (answers.goesByOneOf(field, unsure)) {
                unsure.add(field.key()); // whether it is to be filled in shows when that choice has been put right
            } else {
                wrong.ifPresent(errors::add);
                if (wrong.isPresent() && field.choice()) {
                    unsure.add(field.key());
                }
            }
            variables.putValueTyped(field.key(), Variables.untypedValue(hidden ? null : value, !field.routing()));
            if (!hidden && value != null && wrong.isEmpty()) {
                tell(field, value, options, draft, people);
            } else if (field.particular()) {
                draft.emptied(field.key());
            }
        }
        people.forEach((role, data) ->
                draft.party(new PartyDetails(role, data.get("name"), data.get("phone"), data.get("address"))));
        return new Reading(errors, new Accepted(variables, draft.done()));
    }

    /** The choices of a field: its own, or those of the list it names that this officer may see in this case. */
    Map<String, String> options(FormField field, Asker asker) {
        if (field.reference() == null) {
            return field.options();
        }
        Map<String, String> options = new LinkedHashMap<>();
        list(field.reference()).options(asker).forEach(it -> options.put(it.value(), it.label()));
        return options;
    }

    private ReferenceList list(String name) {
        ReferenceList list = lists.get(name);
        if (list == null) {
            throw new IllegalStateException("no reference list is called " + name);
        }
        return list;
    }

    /** Only text, numbers and yes or no: an object or a file cannot come from a form we allow. */
    private static VariableMap plain(VariableMap handedIn, List<FieldError> errors) {
        VariableMap plain = Variables.createVariables();
        for (String key : handedIn.keySet()) {
            TypedValue typed = handedIn.getValueTyped(key);
            if (isPlain(typed)) {
                plain.put(key, typed == null ? null : typed.getValue());
            } else {
                errors.add(new FieldError(key, "form.field.kind", key));
            }
        }
        return plain;
    }

    private static boolean isPlain(@Nullable TypedValue typed) {
        if (typed instanceof SerializableValue) {
            return false; // and is not read: nobody knows what would be made of it
        }
        Object value = typed == null ? null : typed.getValue();
        return value == null
                || typed instanceof PrimitiveValue<?>
                || value instanceof String
                || value instanceof Number
                || value instanceof Boolean;
    }

    private static void refuseUnknown(FormSchema form, VariableMap plain, List<FieldError> errors) {
        Set<String> unknown = new TreeSet<>(plain.keySet());
        form.fields().forEach(field -> unknown.remove(field.key()));
        unknown.forEach(key -> errors.add(new FieldError(key, "form.field.unknown", key)));
    }

    private static Optional<FieldError> checkHidden(FormField field, @Nullable Object value) {
        return value == null || value.equals(false) ? Optional.empty() : Optional.of(error(field, "form.field.hidden"));
    }

    private Optional<FieldError> check(FormField field, @Nullable Object value, Map<String, String> options) {
        if (value == null || (field.type().equals("checkbox") && value.equals(false))) {
            return field.required() ? Optional.of(error(field, "form.field.required")) : Optional.empty();
        }
        return switch (field.type()) {
            case "textfield", "textarea" -> text(field, value);
            case "number" -> number(field, value);
            case "checkbox" ->
                value instanceof Boolean ? Optional.empty() : Optional.of(error(field, "form.field.kind"));
            case "select", "radio" ->
                options.containsKey(value.toString())
                        ? Optional.empty()
                        : Optional.of(error(field, "form.field.option"));
            case "datetime" -> time(field, value);
            default -> throw new IllegalStateException("no rule for a field of type " + field.type());
        };
    }

    /** A choice that the form does not offer in this case. */
    private Optional<FieldError> checkNeeds(
            FormField field, @Nullable Object value, Map<String, String> options, Asker asker) {
        return value == null
                ? Optional.empty()
                : needs.lacking(field, value.toString(), asker.caseNo())
                        .map(it -> error(field, "form.field.needs", shown(field, value, options), it));
    }

    private static Optional<FieldError> text(FormField field, Object value) {
        if (!(value instanceof String text)) {
            return Optional.of(error(field, "form.field.kind"));
        }
        if (field.minLength() != null && text.length() < field.minLength()) {
            return Optional.of(error(field, "form.field.short", field.minLength()));
        }
        if (field.maxLength() != null && text.length() > field.maxLength()) {
            return Optional.of(error(field, "form.field.long", field.maxLength()));
        }
        if (CONTROL.matcher(text).find()) {
            return Optional.of(error(field, "form.field.control"));
        }
        // find, not matches: the form's own check in the page is JavaScript's RegExp.test
        return field.pattern() != null && !field.pattern().matcher(text).find()
                ? Optional.of(error(field, "form.field.pattern"))
                : Optional.empty();
    }

    private static Optional<FieldError> number(FormField field, Object value) {
        if (!(value instanceof Number given) || !Double.isFinite(given.doubleValue())) {
            return Optional.of(error(field, "form.field.kind"));
        }
        BigDecimal number = new BigDecimal(value.toString());
        if (field.min() != null && number.compareTo(field.min()) < 0) {
            return Optional.of(error(field, "form.field.min", field.min()));
        }
        if (field.max() != null && number.compareTo(field.max()) > 0) {
            return Optional.of(error(field, "form.field.max", field.max()));
        }
        if (field.decimals() == null || number.stripTrailingZeros().scale() <= field.decimals()) {
            return Optional.empty();
        }
        return Optional.of(
                field.decimals() == 0
                        ? error(field, "form.field.whole")
                        : error(field, "form.field.decimals", field.decimals()));
    }

    private Optional<FieldError> time(FormField field, Object value) {
        try {
            String text = value.toString();
            boolean future = text.length() == ISO_DAY
                    ? LocalDate.parse(text).isAfter(LocalDate.now(clock))
                    : OffsetDateTime.parse(text).toInstant().isAfter(clock.instant());
            return future && field.notAfterNow() ? Optional.of(error(field, "form.field.future")) : Optional.empty();
        } catch (DateTimeParseException notATime) {
            return Optional.of(error(field, "form.field.time"));
        }
    }

    private static void tell(
            FormField field,
            Object value,
            Map<String, String> options,
            Submission.Draft draft,
            Map<String, Map<String, String>> people) {
        PartyField party = field.party();
        if (party != null) {
            people.computeIfAbsent(party.role(), role -> new LinkedHashMap<>()).put(party.datum(), value.toString());
            draft.personal(field.key(), field.label(), party.role());
        } else if (field.particular()) {
            draft.particular(field.key(), field.label(), value.toString(), shown(field, value, options));
        } else {
            draft.field(field.key(), field.label(), shown(field, value, options));
        }
    }

    private static String shown(FormField field, Object value, Map<String, String> options) {
        String text = value.toString();
        return switch (field.type()) {
            case "checkbox" -> Boolean.TRUE.equals(value) ? "是" : "否";
            case "datetime" ->
                text.length() == ISO_DAY
                        ? ChineseTime.of(LocalDate.parse(text))
                        : ChineseTime.of(OffsetDateTime.parse(text));
            default -> options.getOrDefault(text, text);
        };
    }

    private static @Nullable Object blankToNull(@Nullable Object value) {
        return value instanceof String text && text.isBlank() ? null : value;
    }

    private static FieldError error(FormField field, String message, Object... arguments) {
        Object[] labelled = new Object[arguments.length + 1];
        labelled[0] = field.label();
        System.arraycopy(arguments, 0, labelled, 1, arguments.length);
        return new FieldError(field.key(), message, labelled);
    }
}

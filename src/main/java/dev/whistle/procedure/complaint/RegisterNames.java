package dev.whistle.procedure.complaint;

import dev.whistle.engine.AskedField;
import dev.whistle.engine.StartForm;
import dev.whistle.organisation.Compound;
import dev.whistle.organisation.Unit;
import dev.whistle.problem.FieldError;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What may be chosen, as people write it into a register: by name, or by id or code. Read once for all its rows. */
final class RegisterNames {

    private static final String SEVERAL = "";
    private static final String COMPOUNDS = "compounds";

    private final StartForm form;
    private final Supplier<? extends Collection<Compound>> compounds;
    private final Map<String, String> units;
    private final Map<String, Map<String, String>> choices = new HashMap<>();

    /** @param units those that a row may name as the first one asked */
    RegisterNames(StartForm form, Supplier<? extends Collection<Compound>> compounds, Collection<Unit> units) {
        this.form = form;
        this.compounds = compounds;
        this.units = ids(units, Unit::id, Unit::name);
    }

    /** Code of the choice that stands there. */
    String choice(RegisterRow row, String title, String text, AskedField field) {
        return id(
                row,
                title,
                text,
                choices.computeIfAbsent(field.key(), key -> codes(field)),
                () -> unknown(text, field));
    }

    /** Id of the unit that was spoken to first; null where none is named. */
    @Nullable
    String firstUnit(RegisterRow row) {
        String title = RegisterColumns.FIRST_UNIT;
        String text = row.text(title);
        return text == null
                ? null
                : id(row, title, text, units, () -> new FieldError(title, "complaint.import.cell.unit", text));
    }

    /** The form shows a compound with its street; nobody writes that into a register who need not. */
    private Map<String, String> codes(AskedField field) {
        Map<String, String> codes = ids(form.choices(field).entrySet(), Map.Entry::getKey, Map.Entry::getValue);
        if (COMPOUNDS.equals(field.reference())) {
            ids(compounds.get(), Compound::id, Compound::name).forEach(codes::putIfAbsent);
        }
        return codes;
    }

    private FieldError unknown(String text, AskedField field) {
        if (COMPOUNDS.equals(field.reference())) {
            return new FieldError(field.key(), "complaint.import.cell.compound", text);
        }
        return field.reference() == null
                ? new FieldError(
                        field.key(),
                        "complaint.import.cell.choice",
                        text,
                        String.join("、", form.choices(field).values()))
                : new FieldError(field.key(), "form.field.option", field.label());
    }

    private static String id(
            RegisterRow row, String title, String name, Map<String, String> ids, Supplier<FieldError> unknown) {
        String id = ids.get(name);
        if (id == null) {
            row.wrong(title, unknown.get());
        } else if (id.equals(SEVERAL)) {
            row.wrong(title, new FieldError(title, "complaint.import.cell.twice", name));
        }
        return id == null || id.equals(SEVERAL) ? name : id;
    }

    private static <T> Map<String, String> ids(Collection<T> all, Function<T, String> id, Function<T, String> name) {
        Map<String, String> ids = new HashMap<>();
        all.forEach(it -> ids.merge(name.apply(it), id.apply(it), (one, other) -> SEVERAL));
        all.forEach(it -> ids.put(id.apply(it), id.apply(it)));
        return ids;
    }
}

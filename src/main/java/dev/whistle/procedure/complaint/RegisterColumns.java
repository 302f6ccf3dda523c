package dev.whistle.procedure.complaint;

import dev.whistle.engine.AskedField;
import dev.whistle.engine.StartForm;
import dev.whistle.procedure.complaint.ComplaintProcess.Variables;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The columns that a register may have: what the start form asks for, by its labels, and who was spoken to first. Four
 * have short titles beside, which registers had before they went by the form; of who complains they say what the form
 * asks by different labels for a caller and for an author.
 */
final class RegisterColumns {

    static final String FIRST_UNIT = "首次接待单位";

    private final Map<String, RegisterColumn> byTitle = new LinkedHashMap<>();
    private final Set<String> offered = new LinkedHashSet<>();

    RegisterColumns(StartForm form, Unsaid unsaid) {
        Map<String, String> shortTitles = new LinkedHashMap<>();
        shortTitles.put(Variables.CHANNEL, "渠道");
        Datum.NAME.keys(form).forEach(it -> shortTitles.put(it, "投诉人"));
        Datum.PHONE.keys(form).forEach(it -> shortTitles.put(it, "联系电话"));
        Datum.ADDRESS.keys(form).forEach(it -> shortTitles.put(it, "联系地址"));
        for (AskedField field : form.asked()) {
            boolean required = field.always() && unsaid.of(field) == null;
            String title = shortTitles.getOrDefault(field.key(), field.label());
            add(title, field, required);
            offered.add(title);
            if (!title.equals(field.label())) {
                add(field.label(), field, required);
            }
        }
        byTitle.put(FIRST_UNIT, new RegisterColumn(FIRST_UNIT, List.of(), false));
        offered.add(FIRST_UNIT);
    }

    Optional<RegisterColumn> titled(String title) {
        return Optional.ofNullable(byTitle.get(title));
    }

    /** Every column, by each of its titles. */
    Iterable<RegisterColumn> all() {
        return byTitle.values();
    }

    /** One title for whatever a register may say. */
    Set<String> offered() {
        return Collections.unmodifiableSet(offered);
    }

    private void add(String title, AskedField field, boolean required) {
        byTitle.merge(title, new RegisterColumn(title, List.of(field.key()), required), (one, other) -> {
            List<String> keys = new ArrayList<>(one.keys());
            keys.addAll(other.keys());
            return new RegisterColumn(title, List.copyOf(keys), one.required() || other.required());
        });
    }
}

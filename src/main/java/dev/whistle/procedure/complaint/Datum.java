package dev.whistle.procedure.complaint;

import dev.whistle.engine.AskedField;
import dev.whistle.engine.StartForm;
import java.util.List;

/** A datum of who complains. The form has it in several fields, under other labels, of which it shows one at a time. */
enum Datum {
    NAME("complainant.name"),
    PHONE("complainant.phone"),
    ADDRESS("complainant.address");

    private final String datum;

    Datum(String datum) {
        this.datum = datum;
    }

    /** Keys of the fields that hold it. */
    List<String> keys(StartForm form) {
        return form.asked().stream()
                .filter(it -> datum.equals(it.datum()))
                .map(AskedField::key)
                .toList();
    }
}

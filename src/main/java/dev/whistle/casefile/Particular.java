package dev.whistle.casefile;

/**
 * Something of a case that later steps, forms and letters need to know (案件要素), as a form gave it last. Never a
 * person's data.
 *
 * @param name key of the form's field, e.g. {@code matterKind}
 * @param label what officers call it, e.g. 投诉事项类别
 * @param value the code of a choice, a number, an ISO date or time, {@code true} or {@code false}; of free text the
 *     text
 * @param shown what officers read, e.g. the words of the choice
 */
public record Particular(String name, String label, String value, String shown) {

    /** The same as it is stored: of what is too long to be looked for only the words are kept. */
    Particular asKept() {
        return value.length() > Particulars.LONGEST_VALUE ? new Particular(name, label, shown, shown) : this;
    }
}

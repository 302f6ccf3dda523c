package dev.whistle.procedure.complaint;

import dev.whistle.engine.StartForm;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads complaints out of a register. What a single one must say is the start form's business, as it is where an
 * officer or a program fills it in.
 *
 * @param unsaid what an empty cell stands for
 * @param ownUnit takes up what names no unit
 */
record Register(
        StartForm form,
        Unsaid unsaid,
        RegisterColumns columns,
        RegisterNames names,
        RegisterCells cells,
        String ownUnit) {

    /** A complaint of the register, and which unit was spoken to first. */
    record Entry(int row, String unit, FilledForm complaint) {}

    /** @throws BadRegisterException if anything is wrong anywhere; everything that is wrong is named */
    List<Entry> entries(RegisterFile file) {
        List<Entry> entries = file.rows().stream()
                .map(it -> entry(it, file.header()))
                .filter(Objects::nonNull)
                .toList();
        List<BadCell> bad =
                file.rows().stream().flatMap(it -> it.bad().stream()).toList();
        if (!bad.isEmpty()) {
            throw new BadRegisterException(bad);
        }
        return entries;
    }

    private @Nullable Entry entry(RegisterRow row, List<RegisterColumn> header) {
        if (!row.whole()) {
            return null;
        }
        String unit = names.firstUnit(row);
        Filling filling = new Filling(form, unsaid);
        header.forEach(it -> say(filling, row, it));
        columns.all().forEach(it -> filling.say(it.title(), it.keys(), null)); // what is missing has a title, too
        filling.wrong().forEach(it -> row.wrong(it.field(), it));
        return new Entry(row.row(), unit == null ? ownUnit : unit, new FilledForm(filling.values()));
    }

    private void say(Filling filling, RegisterRow row, RegisterColumn column) {
        String text = row.text(column.title());
        if (!column.keys().isEmpty()) {
            filling.sayAs(
                    column.title(),
                    column.keys(),
                    text == null ? null : field -> cells.read(row, column.title(), text, field));
        }
    }
}

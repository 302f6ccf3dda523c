package dev.whistle.document;

import dev.whistle.engine.TableRow;
import dev.whistle.engine.Tables;
import java.util.List;
import org.springframework.stereotype.Component;

/** Reads from {@code letters.dmn} which letters there are. */
@Component
class LetterTable {

    static final String TABLE = "letters";

    private final Tables tables;

    LetterTable(Tables tables) {
        this.tables = tables;
    }

    /** The letters of the table's newest version, in its order. */
    List<Letter> all() {
        return tables.rows(TABLE).stream().map(LetterTable::letter).toList();
    }

    /**
     * The letter of this id by the newest version of the table.
     *
     * @throws IllegalArgumentException if the table has no such row: a fault of the model's
     */
    Letter of(String id) {
        return tables.row(TABLE, id)
                .map(LetterTable::letter)
                .orElseThrow(() -> new IllegalArgumentException("the table " + TABLE + " has no letter " + id));
    }

    private static Letter letter(TableRow row) {
        return new Letter(
                row.key(),
                row.text("name"),
                row.text("procedure"),
                row.text("numberWord"),
                row.text("template"),
                row.text("addressee"),
                row.text("clause"));
    }
}

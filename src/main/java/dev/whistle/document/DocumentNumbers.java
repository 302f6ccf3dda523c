package dev.whistle.document;

import dev.whistle.organisation.Unit;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Numbers letters and reports by unit, kind and year, without a hole and without a twin: the series' row is locked until the
 * transaction that takes a number ends, and a number that is undone was never taken.
 */
@Component
public class DocumentNumbers {

    private final JdbcClient db;

    DocumentNumbers(JdbcClient db) {
        this.db = db;
    }

    /** The next number, e.g. 湾里街道投答〔2026〕3号. */
    @Transactional(propagation = Propagation.MANDATORY)
    public String next(Unit unit, String word, int year) {
        int number = following(unit, word, year).orElseGet(() -> first(unit, word, year));
        return "%s%s〔%d〕%d号".formatted(unit.name(), word, year, number);
    }

    private Optional<Integer> following(Unit unit, String word, int year) {
        int rows = db.sql("""
                        update whistle.document_series set last_number = last_number + 1
                        where unit = ? and number_word = ? and series_year = ?""").params(unit.id(), word, year).update();
        return rows == 0
                ? Optional.empty()
                : Optional.of(db.sql("""
                                select last_number from whistle.document_series
                                where unit = ? and number_word = ? and series_year = ?""")
                        .params(unit.id(), word, year)
                        .query(Integer.class)
                        .single());
    }

    /** Of several who find no series yet, one makes it; the others wait at the unit's row and then find it. */
    private int first(Unit unit, String word, int year) {
        db.sql("select id from whistle.unit where id = ? for update")
                .param(unit.id())
                .query(String.class)
                .single();
        return following(unit, word, year).orElseGet(() -> {
            db.sql("""
                    insert into whistle.document_series (unit, number_word, series_year, last_number)
                    values (?, ?, ?, 1)""").params(unit.id(), word, year).update();
            return 1;
        });
    }
}

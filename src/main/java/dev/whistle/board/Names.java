package dev.whistle.board;

import dev.whistle.engine.UsedBlocks;
import dev.whistle.organisation.Units;
import dev.whistle.problem.FieldError;
import dev.whistle.problem.Texts;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What people read for the codes of the board. */
@Component
class Names {

    private static final String OPENS_CASES = "openCase";

    private final UsedBlocks models;
    private final Units units;
    private final JdbcClient db;

    Names(UsedBlocks models, Units units, JdbcClient db) {
        this.models = models;
        this.units = units;
        this.db = db;
    }

    /** A particular of a case by its name, and what it stands at. */
    record Particular(String name, String code) {}

    String ofUnit(String id) {
        return units.nameOf(id);
    }

    /** Procedures that open cases, by code; one statement. */
    Map<String, String> procedures() {
        return said(models.namesOfThoseWith(OPENS_CASES));
    }

    /** All processes, those among them that others call; one statement. */
    Map<String, String> processes() {
        return said(models.names());
    }

    private static Map<String, String> said(Map<String, String> models) {
        models.replaceAll((code, name) -> said("case.procedure", code).orElse(name));
        return models;
    }

    /** What is wrong with a procedure that somebody asks for; empty if it is one of these, or was when cases began. */
    Optional<FieldError> procedureUnknown(String procedure, Map<String, String> known) {
        return known.containsKey(procedure) || hasCases(procedure)
                ? Optional.empty()
                : Optional.of(new FieldError("procedure", "board.procedure-unknown", procedure, choices(known)));
    }

    /** Its model may have been removed: the board counts its cases all the same. */
    private boolean hasCases(String procedure) {
        return db.sql("select 1 from whistle.case_file where procedure = ? fetch first 1 row only")
                .param(procedure)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /** Codes with what they are called, as a refusal lists them. */
    static String choices(Map<String, String> names) {
        return names.entrySet().stream()
                .map(it -> it.getKey() + "（" + it.getValue() + "）")
                .collect(Collectors.joining("、"));
    }

    String ofChannel(String code) {
        return said("case.source", code).orElse(code);
    }

    /** The words that stood beside each of these on a form, the last time; one statement for all. */
    Map<Particular, String> of(Collection<Particular> particulars) {
        if (particulars.isEmpty()) {
            return Map.of();
        }
        String rows = String.join(
                ", ",
                Stream.generate(() -> "(cast(? as varchar(100)), cast(? as varchar(100)))")
                        .limit(particulars.size())
                        .toList());
        List<Object> values = particulars.stream()
                .<Object>flatMap(it -> Stream.of(it.name(), it.code()))
                .toList();
        Map<Particular, String> words = new HashMap<>();
        db.sql("""
                        select v.name, v.code,
                            (select p.shown from whistle.case_particular p where p.name = v.name and p.code = v.code
                             order by p.case_no desc fetch first 1 row only) as shown
                        from (values %s) as v (name, code)""".formatted(rows)).params(values).query(row -> {
            String shown = row.getString("shown");
            if (shown != null) {
                words.put(new Particular(row.getString("name"), row.getString("code")), shown);
            }
        });
        return words;
    }

    private static Optional<String> said(String kind, String code) {
        return Texts.ofCode(LocaleContextHolder.getLocale(), kind, code);
    }
}

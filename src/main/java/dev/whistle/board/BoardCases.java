package dev.whistle.board;

import dev.whistle.board.Figure.Of;
import dev.whistle.board.Figure.Rows;
import dev.whistle.casefile.ReadableCases;
import dev.whistle.organisation.Access;
import dev.whistle.organisation.Officer;
import dev.whistle.organisation.Unit;
import dev.whistle.organisation.UnitKind;
import dev.whistle.organisation.Units;
import dev.whistle.problem.FieldError;
import dev.whistle.problem.Problem;
import dev.whistle.sanction.LadderRung;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** The cases behind the figures of a board, read from the tables themselves and not from what was counted. */
@Component
public class BoardCases {

    private final Frames frames;
    private final Names names;
    private final Access access;
    private final Units units;
    private final JdbcClient db;

    BoardCases(Frames frames, Names names, Access access, Units units, JdbcClient db) {
        this.frames = frames;
        this.names = names;
        this.access = access;
        this.units = units;
        this.db = db;
    }

    /**
     * A page of what a figure counts, open cases in the order they are due, others the latest first; beside what finds
     * the question right two statements.
     *
     * @throws Problem as {@link Board#of}, or naming {@code figure}, {@code of} or {@code item}
     */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public CountedCases list(Officer officer, BoardQuery query, CasesAsked asked) {
        Figure figure = figure(asked);
        Frame frame = frames.of(officer, query);
        if (asked.item() != null && figure.item() == Of.MONTH) {
            frame = new Frame(
                    frame.scope(), Months.only(month(asked.item())), frame.procedure(), frame.now(), frame.soon());
        }
        Map<String, Object> values = frame.values();
        values.put("of", ofs(figure, asked.of()));
        values.put("item", item(figure, asked.item()));
        values.put("readable", access.readableUnits(officer));
        values.put("skip", (long) asked.page() * asked.size());
        values.put("size", asked.size());
        String from = "\nfrom " + figure.rows().from() + "\nwhere " + figure.where(frame, asked.of(), asked.item());
        String readable = seesAll(officer) || figure.rows() == Rows.OPEN ? "1 = 1" : ReadableCases.CAME_TO;
        CountedCases none = db.sql("select count(*) as total, coalesce(sum(case when " + readable
                        + " then 1 else 0 end), 0) as readable" + from)
                .params(values)
                .query((row, n) -> new CountedCases(List.of(), row.getLong("total"), row.getLong("readable")))
                .single();
        return none.readable() == 0
                ? none
                : new CountedCases(
                        page(figure.rows(), from + "\nand " + readable, values), none.total(), none.readable());
    }

    private List<CountedCase> page(Rows rows, String from, Map<String, Object> values) {
        Map<String, String> procedures = names.procedures();
        String turn = rows.latestFirst() ? "desc" : "";
        // Which lines they are is found in indexes; what else is shown is looked up for these lines alone.
        return db.sql("""
                        select c.case_no, c.title, c.procedure, c.street, c.unit as own_unit, c.received_at, c.closed_at,
                            c.outcome, one.of_unit, one.what, k.name as compound_name,
                            (select min(r.due_at) from whistle.case_clock r where r.case_no = c.case_no
                             and c.closed_at is null and r.ended_at is null and r.state in ('RUNNING', 'BREACHED'))
                                as due_at,
                            (select string_agg(distinct t.unit, ',') from whistle.case_hold t
                             where t.case_no = c.case_no and t.until is null) as holders
                        from (select c.case_no, %s as of_unit, %s as what, %s as moment, %s as tie %s
                              order by moment %s, tie offset :skip rows fetch next :size rows only) one
                        join whistle.case_file c on c.case_no = one.case_no
                        left join whistle.compound k on k.id = c.compound
                        order by one.moment %s, one.tie""".formatted(rows.unit(), rows.what(), rows.moment(), rows.tie(), from, turn, turn))
                .params(values)
                .query((row, n) -> counted(row, procedures))
                .list();
    }

    private CountedCase counted(ResultSet row, Map<String, String> procedures) throws SQLException {
        boolean closed = row.getObject("closed_at") != null;
        String procedure = row.getString("procedure");
        return new CountedCase(
                row.getString("case_no"),
                row.getString("title"),
                procedure,
                procedures.getOrDefault(procedure, procedure),
                row.getString("compound_name"),
                named(row.getString("street")),
                holders(row.getString("holders"), closed ? null : row.getString("own_unit")),
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                instant(row.getObject("due_at", OffsetDateTime.class)),
                closed,
                row.getString("outcome"),
                called(row.getString("what")),
                named(row.getString("of_unit")));
    }

    private List<String> holders(@Nullable String held, @Nullable String own) {
        return Stream.ofNullable(held == null ? own : held)
                .flatMap(it -> Arrays.stream(it.split(",")))
                .map(names::ofUnit)
                .sorted()
                .toList();
    }

    private @Nullable String named(@Nullable String unit) {
        return unit == null ? null : names.ofUnit(unit);
    }

    private static @Nullable String called(@Nullable String what) {
        return Arrays.stream(LadderRung.values())
                .filter(it -> it.name().equals(what))
                .map(LadderRung::label)
                .findFirst()
                .orElse(what);
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    private boolean seesAll(Officer officer) {
        return officer.units().stream().flatMap(it -> units.find(it).stream()).anyMatch(Unit::root);
    }

    private static Figure figure(CasesAsked asked) {
        Figure figure = Figure.ofCode(asked.figure())
                .orElseThrow(() -> Problem.invalid(new FieldError(
                        "figure", "board.figure-unknown", asked.figure(), String.join("、", Figure.codes()))));
        List<FieldError> wrong = new ArrayList<>();
        if (asked.of() != null && figure.of() == Of.NOTHING) {
            wrong.add(new FieldError("of", "board.not-asked-of", asked.figure()));
        }
        if (asked.item() != null && figure.item() == Of.NOTHING) {
            wrong.add(new FieldError("item", "board.not-asked-of", asked.figure()));
        }
        if (!wrong.isEmpty()) {
            throw Problem.invalid(wrong);
        }
        return figure;
    }

    /** What a street's clocks are: its own and those of its communities. */
    private List<String> ofs(Figure figure, @Nullable String of) {
        if (of == null) {
            return List.of();
        }
        boolean street = figure.of() == Of.RESPONSIBLE
                && units.find(of).filter(it -> it.kind() == UnitKind.STREET).isPresent();
        return street
                ? units.all().stream()
                        .map(Unit::id)
                        .filter(it -> units.isWithin(it, of))
                        .toList()
                : List.of(of);
    }

    private String item(Figure figure, @Nullable String item) {
        if (item == null) {
            return "";
        }
        return switch (figure.item()) {
            case RUNG -> rung(item).name();
            case PROCEDURE -> procedure(item);
            default -> item;
        };
    }

    private static LadderRung rung(String code) {
        return LadderRung.find(code)
                .orElseThrow(() -> itemUnknown(
                        code,
                        Arrays.stream(LadderRung.values())
                                .collect(Collectors.toMap(
                                        LadderRung::code,
                                        LadderRung::label,
                                        (one, other) -> one,
                                        LinkedHashMap::new))));
    }

    private String procedure(String code) {
        Map<String, String> known = names.procedures();
        Optional<FieldError> wrong = names.procedureUnknown(code, known);
        if (wrong.isPresent()) {
            throw itemUnknown(code, known);
        }
        return code;
    }

    private static Problem itemUnknown(String code, Map<String, String> known) {
        return Problem.invalid(new FieldError("item", "board.item-unknown", code, Names.choices(known)));
    }

    private static YearMonth month(String item) {
        try {
            return YearMonth.parse(item);
        } catch (DateTimeException noMonth) {
            throw Problem.invalid(new FieldError("item", "board.item-month", item));
        }
    }
}

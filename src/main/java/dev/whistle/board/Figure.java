package dev.whistle.board;

import dev.whistle.casefile.CaseFigures;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A figure of the board: which rows of the tables it counts. A row belongs to a case {@code c}; a case may have several,
 * e.g. two clocks that were met. Conditions go by {@code :of} and {@code :item}, what a figure is asked for.
 */
enum Figure {
    OPEN("open", Rows.OPEN, "", Of.HELD_BY, Of.PROCEDURE),
    DUE_SOON("due-soon", Rows.OPEN, " and " + Sql.IS_DUE_SOON, Of.HELD_BY, Of.PROCEDURE),
    OVERDUE("overdue", Rows.OPEN, " and " + Sql.IS_OVERDUE, Of.HELD_BY, Of.PROCEDURE),
    STREET_OPEN("street-open", Rows.OPEN, " and c.street is not null", Of.STREET, Of.PROCEDURE),
    STREET_OVERDUE(
            "street-overdue", Rows.OPEN, " and c.street is not null and " + Sql.IS_OVERDUE, Of.STREET, Of.PROCEDURE),
    MET("met", Rows.MET, "", Of.RESPONSIBLE, Of.MONTH),
    BREACHED("breached", Rows.BREACHED, "", Of.RESPONSIBLE, Of.MONTH),
    SANCTION("sanction", Rows.RUNGS, "", Of.ANSWERABLE, Of.RUNG),
    COMPLAINTS("complaints", Rows.COMPLAINTS, "", Of.COMPOUND, Of.NOTHING),
    REPEATS(
            "repeats",
            Rows.COMPLAINTS,
            " and exists (select 1 from whistle.case_link l where l.case_no = c.case_no and l.kind = 'REPEAT')",
            Of.COMPOUND,
            Of.NOTHING),
    MATTER("matter", Rows.COMPLAINTS, "", Of.NOTHING, Of.MATTER),
    CHANNEL("channel", Rows.COMPLAINTS, " and c.source is not null", Of.NOTHING, Of.CHANNEL),
    SATISFACTION("satisfaction", Rows.COMPLAINTS, "", Of.NOTHING, Of.SATISFACTION),
    REFERRALS("referrals", Rows.REFERRED, "", Of.REFERRED_TO, Of.NOTHING),
    REFERRALS_NOW("referrals-now", Rows.REFERRED_NOW, "", Of.REFERRED_TO, Of.NOTHING);

    private final String code;
    private final Rows rows;
    private final String condition;
    private final Of of;
    private final Of item;

    Figure(String code, Rows rows, String condition, Of of, Of item) {
        this.code = code;
        this.rows = rows;
        this.condition = condition;
        this.of = of;
        this.item = item;
    }

    static Optional<Figure> ofCode(String code) {
        return Arrays.stream(values()).filter(it -> it.code.equals(code)).findFirst();
    }

    static List<String> codes() {
        return Arrays.stream(values()).map(it -> it.code).toList();
    }

    Rows rows() {
        return rows;
    }

    Of of() {
        return of;
    }

    Of item() {
        return item;
    }

    /** What it counts, of a board's scope. */
    String where(Frame frame, @Nullable String askedOf, @Nullable String askedItem) {
        return rows.where(frame.scope())
                + condition
                + frame.andProcedure()
                + of.where(":of", askedOf != null)
                + item.where(":item", askedItem != null);
    }

    /** What a figure can be asked for. */
    enum Of {
        NOTHING("", ""),
        HELD_BY("", """
                 and (exists (select 1 from whistle.case_hold h
                              where h.case_no = c.case_no and h.until is null and h.unit in (ASKED))
                      or c.unit in (ASKED) and not exists (select 1 from whistle.case_hold h
                              where h.case_no = c.case_no and h.until is null))"""),
        STREET("", " and c.street in (ASKED)"),
        /** A street answers for its communities, too. */
        RESPONSIBLE("", " and " + Rows.RESPONSIBLE_UNIT + " in (ASKED)"),
        ANSWERABLE("", " and s.unit in (ASKED)"),
        COMPOUND("", " and c.compound in (ASKED)"),
        REFERRED_TO("", " and h.unit in (ASKED)"),
        PROCEDURE("", " and c.procedure in (ASKED)"),
        /** One month in place of those of the board; it may be one of the trend's. */
        MONTH("", ""),
        RUNG("", " and s.rung in (ASKED)"),
        CHANNEL("", " and c.source in (ASKED)"),
        MATTER(particular(CaseFigures.MATTER_KIND, ""), particular(CaseFigures.MATTER_KIND, " and p.code in (ASKED)")),
        SATISFACTION(
                particular(CaseFigures.SATISFACTION, ""),
                particular(CaseFigures.SATISFACTION, " and p.code in (ASKED)"));

        private final String any;
        private final String one;

        Of(String any, String one) {
            this.any = any;
            this.one = one;
        }

        private String where(String parameter, boolean asked) {
            return "\n" + (asked ? one.replace("ASKED", parameter) : any);
        }

        private static String particular(String name, String code) {
            return " and exists (select 1 from whistle.case_particular p where p.case_no = c.case_no and p.name = '"
                    + name + "' and p.code is not null" + code + ")";
        }
    }

    /** What is counted: rows that belong to cases, with the unit that they are about and what they are called. */
    enum Rows {
        OPEN(
                "whistle.case_file c" + Sql.DUE,
                "c.closed_at is null",
                Sql.WITH_UNITS,
                "cast(null as varchar(64))",
                "cast(null as varchar(100))",
                "due.due_at",
                false,
                "c.case_no"),
        MET(
                Rows.CLOCKS,
                "k.state = 'MET' and k.ended_at >= :start and k.ended_at < :end",
                Rows.RESPONSIBLE_UNIT + " in (:units)",
                Rows.RESPONSIBLE_UNIT,
                "k.name",
                "k.ended_at",
                true,
                "k.id"),
        BREACHED(
                Rows.CLOCKS,
                "k.state = 'BREACHED' and k.due_at >= :start and k.due_at < :end",
                Rows.RESPONSIBLE_UNIT + " in (:units)",
                Rows.RESPONSIBLE_UNIT,
                "k.name",
                "k.due_at",
                true,
                "k.id"),
        RUNGS("""
                whistle.sanction s
                join whistle.sanction_event i on i.sanction_id = s.id and i.number =
                    (select max(e.number) from whistle.sanction_event e where e.sanction_id = s.id and e.kind = 'IMPOSED')
                join whistle.case_file c on c.case_no = s.matter""", """
                i.kind = 'IMPOSED' and i.at >= :start and i.at < :end
                and not exists (select 1 from whistle.sanction_event e
                                where e.sanction_id = s.id and e.number > i.number and e.kind = 'REVOKED')""", "s.unit in (:units)", "s.unit", "s.rung", "i.at", true, "s.id"),
        COMPLAINTS(
                "whistle.case_file c",
                "c.procedure = '" + ComplaintShares.COMPLAINT
                        + "' and c.received_at >= :start and c.received_at < :end",
                CaseFigures.PLACE + " in (:units)",
                "cast(null as varchar(64))",
                "cast(null as varchar(100))",
                "c.received_at",
                true,
                "c.case_no"),
        REFERRED(
                """
                (select distinct t.case_no, t.unit from whistle.case_hold t
                 join whistle.case_file f on f.case_no = t.case_no
                 where f.closed_at >= :start and f.closed_at < :end) h
                join whistle.case_file c on c.case_no = h.case_no""",
                Sql.REFERRED,
                "h.unit in (:units)",
                "h.unit",
                "cast(null as varchar(100))",
                "c.closed_at",
                true,
                "c.case_no || h.unit"),
        REFERRED_NOW(
                """
                (select distinct t.case_no, t.unit from whistle.case_hold t where t.until is null) h
                join whistle.case_file c on c.case_no = h.case_no""",
                "c.closed_at is null and " + Sql.REFERRED,
                "h.unit in (:units)",
                "h.unit",
                "cast(null as varchar(100))",
                "c.received_at",
                false,
                "c.case_no || h.unit");

        /** Each has its case, so that it can be counted without looking at cases where nothing is asked of them. */
        private static final String CLOCKS =
                "whistle.case_clock k left join whistle.case_file c on c.case_no = k.case_no";

        private static final String RESPONSIBLE_UNIT = "coalesce(k.holder_unit, " + CaseFigures.PLACE + ")";

        private final String from;
        private final String condition;
        private final String scope;
        private final String unit;
        private final String what;
        private final String moment;
        private final boolean latestFirst;
        private final String tie;

        /**
         * @param moment by which its rows are in order
         * @param latestFirst whether it is the latest that comes first
         * @param tie what puts rows of the same moment into an order
         */
        Rows(
                String from,
                String condition,
                String scope,
                String unit,
                String what,
                String moment,
                boolean latestFirst,
                String tie) {
            this.from = from;
            this.condition = condition;
            this.scope = scope;
            this.unit = unit;
            this.what = what;
            this.moment = moment;
            this.latestFirst = latestFirst;
            this.tie = tie;
        }

        String from() {
            return from;
        }

        String unit() {
            return unit;
        }

        String what() {
            return what;
        }

        String moment() {
            return moment;
        }

        boolean latestFirst() {
            return latestFirst;
        }

        String tie() {
            return tie;
        }

        private String where(Scope of) {
            return condition + of.reach().and(this == COMPLAINTS && of.ofCompany() ? "c.company in (:units)" : scope);
        }
    }
}

package dev.whistle.board;

/** Pieces of the board's statements: what a word of the board means is said here once. */
final class Sql {

    /**
     * Joined to {@code whistle.case_file c}: how its clocks stand. {@code due.how} is {@link #OVERDUE} where one is late
     * at {@code :now}, {@link #DUE_SOON} where one ends by {@code :soon}; {@code due.due_at} is when the next one ends.
     */
    static final String DUE = """

            left join (select k.case_no, min(k.due_at) as due_at,
                              max(case when k.state = 'BREACHED' or k.due_at <= :now then 2
                                       when k.due_at <= :soon then 1 else 0 end) as how
                       from whistle.case_clock k
                       where k.ended_at is null and k.closed = false and k.state in ('RUNNING', 'BREACHED')
                       group by k.case_no) due on due.case_no = c.case_no""";

    static final int DUE_SOON = 1;
    static final int OVERDUE = 2;

    /**
     * Conditions on {@link #DUE}. Not said by an equals sign: PostgreSQL would expect one case in two hundred, and look
     * each of them up by itself.
     */
    static final String IS_OVERDUE = "due.how >= " + OVERDUE;

    static final String IS_DUE_SOON = "due.how <> 0 and due.how <> " + OVERDUE;

    /** Condition on an open case: it has come to one of {@code :units}. */
    static final String WITH_UNITS = """
            c.case_no in (select u.case_no from whistle.case_unit u
                          where u.closed = false and u.ended is null and u.unit in (:units))""";

    /** Condition on a case and a unit {@code h.unit} that holds it: it was referred to that unit. */
    static final String REFERRED = """
            h.unit <> c.unit and h.unit <> coalesce(c.street, '') and h.unit <> coalesce(c.community, '')
            and h.unit <> coalesce(c.company, '')""";

    private Sql() {}
}

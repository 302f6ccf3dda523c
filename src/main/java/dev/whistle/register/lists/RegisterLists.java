package dev.whistle.register.lists;

import dev.whistle.organisation.Basis;
import dev.whistle.organisation.CompoundClass;
import dev.whistle.organisation.Compounds;
import dev.whistle.organisation.Responsibility;
import dev.whistle.register.CommitteeKind;
import dev.whistle.register.ContractKind;
import dev.whistle.register.Exits;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The registers as lists to look through, with the names that people read. */
@Component
public class RegisterLists {

    private static final String LEAVING =
            "exists (select 1 from whistle.company_exit e where e.company = k.id and " + Exits.LEAVES + ")";

    private static final String RUN_ON_DAY = "whistle.compound c " + Compounds.withRunner(":day");

    private final JdbcClient db;

    RegisterLists(JdbcClient db) {
        this.db = db;
    }

    /** Compounds by street and name. */
    public Found<CompoundRow> compounds(RegisterQuery query) {
        Question ask = new Question(query)
                .text("c.name", "c.id", "c.address", "m.name", "w.name")
                .equal("c.street", "street", query.street())
                .equal("c.id", "compound", query.compound())
                .equal("r.company", "company", query.company())
                .of("r.company");
        return list(
                "c.*, r.basis, r.company, r.unit, s.name as street_name, m.name as community_name, w.name as runner_name",
                RUN_ON_DAY + """
                         join whistle.unit s on s.id = c.street
                         join whistle.unit m on m.id = c.community
                         left join whistle.unit w on w.id = coalesce(r.company, r.unit)""",
                ask,
                "s.name, c.name, c.id",
                RegisterLists::compound);
    }

    /** Companies by name. */
    public Found<CompanyRow> companies(RegisterQuery query) {
        Question ask = new Question(query)
                .text("u.name", "k.id", "k.credit_code", "k.manager")
                .equal("k.id", "company", query.company())
                .of("k.id");
        return list(
                "k.*, u.name, case when " + LEAVING + " then 1 else 0 end as leaving," + " (select count(*) from "
                        + RUN_ON_DAY + " where r.company = k.id) as compounds",
                "whistle.company k join whistle.unit u on u.id = k.id",
                ask,
                "u.name, k.id",
                RegisterLists::company);
    }

    /** Posts of project managers by compound, the latest first. */
    public Found<ManagerRow> managers(RegisterQuery query) {
        Question ask = new Question(query)
                .text("g.name", "g.licence_no", "c.name", "u.name")
                .equal("c.street", "street", query.street())
                .equal("p.compound", "compound", query.compound())
                .equal("g.company", "company", query.company())
                .of("g.company")
                .within("p.from_day", "p.to_day");
        return list(
                "p.*, g.name, g.licence_no, g.company, c.name as compound_name, u.name as company_name",
                """
                whistle.manager_post p join whistle.project_manager g on g.id = p.manager
                join whistle.compound c on c.id = p.compound join whistle.unit u on u.id = g.company""",
                ask,
                "c.street, c.name, c.id, p.from_day desc",
                (row, n) -> new ManagerRow(
                        row.getString("licence_no"),
                        row.getString("name"),
                        row.getString("company"),
                        row.getString("company_name"),
                        row.getString("compound"),
                        row.getString("compound_name"),
                        row.getObject("from_day", LocalDate.class),
                        row.getObject("to_day", LocalDate.class)));
    }

    /** Contracts by compound, the latest first. */
    public Found<ContractRow> contracts(RegisterQuery query) {
        Question ask = new Question(query)
                .text("t.number", "c.name", "u.name")
                .equal("c.street", "street", query.street())
                .equal("t.compound", "compound", query.compound())
                .equal("t.company", "company", query.company())
                .of("t.company")
                .within("t.from_day", "coalesce(t.ended_on, t.to_day)");
        return list(
                "t.*, c.name as compound_name, u.name as company_name",
                """
                whistle.contract t join whistle.compound c on c.id = t.compound
                join whistle.unit u on u.id = t.company""",
                ask,
                "c.street, c.name, c.id, t.from_day desc, t.number",
                (row, n) -> contract(row, query.today()));
    }

    /** Committees by compound, the latest first. */
    public Found<CommitteeRow> committees(RegisterQuery query) {
        Question ask = new Question(query)
                .text("t.filing_no", "c.name")
                .equal("c.street", "street", query.street())
                .equal("t.compound", "compound", query.compound())
                .within("t.from_day", "t.ended_on")
                .ofRunners("t.compound");
        return list(
                "t.*, c.name as compound_name",
                "whistle.committee t join whistle.compound c on c.id = t.compound",
                ask,
                "c.street, c.name, c.id, t.from_day desc",
                (row, n) -> committee(row, query.today()));
    }

    /** Who ran which compound, by compound and time. */
    public Found<ResponsibilityRow> responsibilities(RegisterQuery query) {
        Question ask = new Question(query)
                .text("c.name", "w.name")
                .equal("c.street", "street", query.street())
                .equal("r.compound", "compound", query.compound())
                .equal("r.company", "company", query.company())
                .until("r.from_day", "r.next_day");
        return list(
                "r.*, c.name as compound_name, w.name as runner_name",
                """
                (select x.*, lead(x.from_day) over (partition by x.compound order by x.from_day) as next_day
                    from whistle.responsibility x) r
                join whistle.compound c on c.id = r.compound
                left join whistle.unit w on w.id = coalesce(r.company, r.unit)""",
                ask,
                "c.street, c.name, c.id, r.from_day",
                RegisterLists::responsibility);
    }

    /** Which company each street calls in an emergency, by street and time. */
    public Found<StandbyRow> standbys(RegisterQuery query) {
        Question ask = new Question(query)
                .text("s.name", "u.name")
                .equal("t.street", "street", query.street())
                .equal("t.company", "company", query.company())
                .until("t.from_day", "t.next_day");
        return list(
                "t.*, s.name as street_name, u.name as company_name",
                """
                (select x.*, lead(x.from_day) over (partition by x.street order by x.from_day) as next_day
                    from whistle.standby x) t
                join whistle.unit s on s.id = t.street join whistle.unit u on u.id = t.company""",
                ask,
                "s.name, s.id, t.from_day",
                (row, n) -> new StandbyRow(
                        row.getString("street"),
                        row.getString("street_name"),
                        row.getString("company"),
                        row.getString("company_name"),
                        row.getObject("from_day", LocalDate.class),
                        before(row.getObject("next_day", LocalDate.class))));
    }

    /** Exits that concern a compound or a company, the latest first. */
    public List<ExitRow> exits(RegisterQuery query) {
        Question ask = new Question(query)
                .equal("x.compound", "compound", query.compound())
                .equal("e.company", "company", query.company())
                .of("e.company");
        return list(
                        "x.*, e.company, e.scope, e.reason, e.last_day, e.state, e.decided_at, c.name as compound_name,"
                                + " u.name as company_name",
                        """
                        whistle.exit_compound x join whistle.company_exit e on e.case_no = x.case_no
                        join whistle.compound c on c.id = x.compound join whistle.unit u on u.id = e.company""",
                        ask,
                        "e.decided_at desc, x.case_no, x.place",
                        (row, n) -> new ExitRow(
                                row.getString("case_no"),
                                row.getString("company"),
                                row.getString("company_name"),
                                row.getString("compound"),
                                row.getString("compound_name"),
                                row.getString("scope").toLowerCase(Locale.ROOT),
                                row.getString("reason"),
                                row.getObject("last_day", LocalDate.class),
                                row.getString("state").toLowerCase(Locale.ROOT),
                                row.getString("handover"),
                                row.getString("outcome")))
                .rows();
    }

    private <R> Found<R> list(String columns, String from, Question ask, String order, RowMapper<R> mapper) {
        Map<String, Object> values = new HashMap<>(ask.values());
        values.put("day", ask.query().day());
        String where = " from " + from + ask.where();
        // A parameter that nobody names is passed over.
        long total = db.sql("select count(*)" + where)
                .params(values)
                .query(Long.class)
                .single();
        values.put("skip", (long) ask.query().page() * ask.query().size());
        values.put("size", ask.query().size());
        List<R> rows = db.sql("select " + columns + where + " order by " + order
                        + " offset :skip rows fetch next :size rows only")
                .params(values)
                .query(mapper)
                .list();
        return new Found<>(rows, total);
    }

    private static CompoundRow compound(ResultSet row, int number) throws SQLException {
        CompoundClass kind = CompoundClass.valueOf(row.getString("kind"));
        String basis = row.getString("basis");
        String company = row.getString("company");
        return new CompoundRow(
                row.getString("id"),
                row.getString("name"),
                kind.name().toLowerCase(Locale.ROOT),
                kind.label(),
                row.getBoolean("managed"),
                row.getBoolean("built_up"),
                row.getString("address"),
                row.getInt("households"),
                row.getBigDecimal("area"),
                row.getString("street"),
                row.getString("street_name"),
                row.getString("community"),
                row.getString("community_name"),
                company == null ? row.getString("unit") : company,
                runnerName(row, basis),
                basis == null ? null : Basis.valueOf(basis).code(),
                basis == null ? null : Basis.valueOf(basis).label());
    }

    private static @Nullable String runnerName(ResultSet row, @Nullable String basis) throws SQLException {
        return Basis.SELF_RUN.name().equals(basis) ? "业主" : row.getString("runner_name");
    }

    private static CompanyRow company(ResultSet row, int number) throws SQLException {
        boolean leaving = row.getInt("leaving") == 1;
        return new CompanyRow(
                row.getString("id"),
                row.getString("name"),
                row.getString("credit_code"),
                row.getString("manager"),
                row.getBoolean("state_owned"),
                row.getInt("compounds"),
                leaving,
                leaving ? "退出" : "正常");
    }

    private static ContractRow contract(ResultSet row, LocalDate today) throws SQLException {
        ContractKind kind = ContractKind.valueOf(row.getString("kind"));
        LocalDate from = row.getObject("from_day", LocalDate.class);
        LocalDate to = row.getObject("to_day", LocalDate.class);
        LocalDate ended = row.getObject("ended_on", LocalDate.class);
        String state = ended != null && (ended.isBefore(today) || ended.isBefore(from))
                ? "ended"
                : from.isAfter(today) ? "coming" : to.isBefore(today) ? "over" : "running";
        return new ContractRow(
                row.getString("number"),
                row.getString("compound"),
                row.getString("compound_name"),
                row.getString("company"),
                row.getString("company_name"),
                kind.code(),
                kind.label(),
                from,
                to,
                row.getBigDecimal("yearly_sum"),
                row.getInt("grade"),
                ended,
                row.getString("ended_for"),
                row.getString("case_no"),
                state,
                switch (state) {
                    case "coming" -> "未开始";
                    case "ended" -> "已终止";
                    case "over" -> "已到期";
                    default -> "履行中";
                });
    }

    private static CommitteeRow committee(ResultSet row, LocalDate today) throws SQLException {
        CommitteeKind kind = CommitteeKind.valueOf(row.getString("kind"));
        LocalDate from = row.getObject("from_day", LocalDate.class);
        LocalDate to = row.getObject("to_day", LocalDate.class);
        LocalDate ended = row.getObject("ended_on", LocalDate.class);
        String state = from.isAfter(today)
                ? "coming"
                : ended != null && ended.isBefore(today) ? "ended" : to.isBefore(today) ? "overdue" : "in-office";
        return new CommitteeRow(
                row.getString("compound"),
                row.getString("compound_name"),
                kind.name().toLowerCase(Locale.ROOT),
                kind.label(),
                row.getString("filing_no"),
                row.getInt("members"),
                from,
                to,
                ended,
                state,
                switch (state) {
                    case "coming" -> "未开始";
                    case "ended" -> "已结束";
                    case "overdue" -> "超期未换届";
                    default -> "在任";
                });
    }

    private static ResponsibilityRow responsibility(ResultSet row, int number) throws SQLException {
        Basis basis = Basis.valueOf(row.getString("basis"));
        LocalDate from = row.getObject("from_day", LocalDate.class);
        String company = row.getString("company");
        return new ResponsibilityRow(
                row.getString("compound"),
                row.getString("compound_name"),
                from.equals(Responsibility.BEFORE_RECORDS) ? null : from,
                basis.code(),
                basis.label(),
                company == null ? row.getString("unit") : company,
                row.getString("runner_name"), // none where the owners run it: the import wants none either
                before(row.getObject("next_day", LocalDate.class)),
                row.getString("case_no"));
    }

    private static @Nullable LocalDate before(@Nullable LocalDate next) {
        return next == null ? null : next.minusDays(1);
    }

    /** What is asked, as the condition of a statement. */
    private static final class Question {

        private final RegisterQuery query;
        private final StringBuilder where = new StringBuilder(" where 1 = 1");
        private final Map<String, Object> values = new HashMap<>();

        Question(RegisterQuery query) {
            this.query = query;
        }

        RegisterQuery query() {
            return query;
        }

        Map<String, Object> values() {
            return values;
        }

        String where() {
            return where.toString();
        }

        Question text(String... columns) {
            String text = query.text();
            if (text != null) {
                where.append(" and (")
                        .append(String.join(
                                " or ",
                                List.of(columns).stream()
                                        .map(it -> it + " like :text escape '!'")
                                        .toList()))
                        .append(")");
                values.put("text", "%" + text.replaceAll("[!%_]", "!$0") + "%");
            }
            return this;
        }

        Question equal(String column, String name, @Nullable String value) {
            if (value != null) {
                where.append(" and ").append(column).append(" = :").append(name);
                values.put(name, value);
            }
            return this;
        }

        /** Only what concerns the companies that ask. */
        Question of(String column) {
            if (query.of() != null) {
                where.append(" and ").append(column).append(" in (:of)");
                values.put("of", Objects.requireNonNull(query.of()));
            }
            return this;
        }

        /** Only of compounds that the companies that ask run. */
        Question ofRunners(String compound) {
            if (query.of() != null) {
                where.append(" and exists (select 1 from ")
                        .append(RUN_ON_DAY)
                        .append(" where c.id = ")
                        .append(compound)
                        .append(" and r.company in (:of))");
                values.put("of", Objects.requireNonNull(query.of()));
            }
            return this;
        }

        /** What holds on the day that is asked about, its last day among them. */
        Question within(String from, String to) {
            return running(from, to, ">=");
        }

        /** The same of what counts until the next begins. */
        Question until(String from, String next) {
            return running(from, next, ">");
        }

        private Question running(String from, String end, String than) {
            if (query.on() != null) {
                where.append(" and %s <= :on and (%s is null or %s %s :on)".formatted(from, end, end, than));
                values.put("on", Objects.requireNonNull(query.on()));
            }
            return this;
        }
    }
}

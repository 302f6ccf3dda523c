package dev.whistle.cost;

import dev.whistle.organisation.Compounds;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/**
 * Many cases, put straight into the tables of a PostgreSQL: over all compounds of the demo district, a tenth of a second
 * apart, each with a matter of a place, a thing and what is wrong with it. They are taken away again without a trace.
 */
final class CaseLoad implements AutoCloseable {

    /** In five cases, however many there are. */
    static final String RARE = "白蚁蛀蚀";

    /** Of three cases. */
    static final String PHONE_HASH = "known-to-the-test";

    private final DataSource database;
    private int cases;

    CaseLoad(DataSource database) {
        this.database = database;
    }

    /** Adds to those there are until there are so many. */
    void growTo(int most) throws SQLException {
        run(
                "set session_replication_role = replica", // foreign keys hold, and need not be looked up for each row
                """
                insert into whistle.case_file (case_no, procedure, title, district, street, community, compound, company,
                    unit, received_at, opened_at, external_no, tracking)
                select 'LD-2020-' || lpad(i::text, 6, '0'), 'complaint',
                    (array['地下车库','小区东门','七号楼道','屋顶平台','北侧围墙','中心花园','物业前台','消防通道'])[1 + i %% 8]
                    || (array['照明','电梯','水管','门禁','监控','绿化','垃圾','广告'])[1 + i / 8 %% 8]
                    || case when i <= 5 then '%3$s'
                        else (array['损坏多日','无人维修','噪声扰民','收费争议','堆放杂物'])[1 + i / 64 %% 5] end,
                    'district-office', k.street, k.community, k.id, k.company, k.community,
                    timestamptz '2020-01-01 00:00+08' + i * interval '1 minute',
                    timestamptz '2020-01-01 00:00+08' + i * interval '1 minute', 'W-' || i, 'load-' || i
                from generate_series(%1$d, %2$d) i
                join (select c.*, r.company, row_number() over (order by c.id) - 1 as n,
                          count(*) over () as all_of_them
                      from whistle.compound c %4$s) k on k.n = i %% k.all_of_them""".formatted(cases + 1, most, RARE, Compounds.withRunner("current_date")),
                """
                insert into whistle.case_unit (case_no, unit, since, standing)
                select c.case_no, u.unit, c.opened_at, true from whistle.case_file c
                cross join lateral (select distinct unit from (values (c.street), (c.community), (c.company)) v (unit)
                                    where unit is not null) u
                where %s""".formatted(added(most)),
                """
                insert into whistle.case_term (term, opened_at, case_no)
                select distinct substr(t.text, i, 2), c.opened_at, c.case_no
                from whistle.case_file c join whistle.compound k on k.id = c.compound
                cross join lateral (values (c.title), (k.name)) t (text)
                cross join lateral generate_series(1, length(t.text) - 1) i
                where %1$s
                union all
                select '=w-' || substr(c.external_no, 3), c.opened_at, c.case_no from whistle.case_file c where %1$s""".formatted(added(most)),
                """
                insert into whistle.party (id, case_no, role, key_id, phone_hash)
                select 'load-' || c.case_no, c.case_no, 'complainant', 'none',
                    case when c.case_no <= 'LD-2020-000003' then '%s' else md5(c.case_no) end
                from whistle.case_file c where %s""".formatted(PHONE_HASH, added(most)),
                "vacuum analyze whistle.case_file, whistle.case_unit, whistle.case_term, whistle.party");
        cases = most;
    }

    private String added(int most) {
        return "c.case_no between 'LD-2020-%06d' and 'LD-2020-%06d'".formatted(cases + 1, most);
    }

    @Override
    public void close() throws SQLException {
        run(
                "set session_replication_role = replica",
                "delete from whistle.case_event where case_no like 'LD-%'",
                "delete from whistle.party where case_no like 'LD-%'",
                "delete from whistle.case_term where case_no like 'LD-%'",
                "delete from whistle.case_unit where case_no like 'LD-%'",
                "delete from whistle.case_file where case_no like 'LD-%'",
                "vacuum analyze whistle.case_file, whistle.case_unit, whistle.case_term, whistle.party");
    }

    private void run(String... sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            for (String each : sql) {
                statement.execute(each);
            }
            statement.execute("set session_replication_role = origin"); // the connection goes back to the pool
        }
    }
}

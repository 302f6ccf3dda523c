package dev.whistle.register.book;

import dev.whistle.organisation.UnitKind;
import dev.whistle.register.RegisterKind;
import dev.whistle.register.Words;
import dev.whistle.register.book.Entries.Placed;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The register of project managers: who looked after which compound from when to when, one at a time. */
final class ManagerPart implements Part<ManagerPart.Entry> {

    private static final String LICENCE = "证书编号";
    private static final String NAME = "姓名";
    private static final String COMPANY = "企业";
    private static final String COMPOUND = "小区";
    private static final String FROM = "任职开始";
    private static final String TO = "任职结束";

    private final Stores stores;
    private final Known known;

    ManagerPart(Stores stores, Known known) {
        this.stores = stores;
        this.known = known;
    }

    record Entry(
            String licence,
            String name,
            String company,
            String compound,
            LocalDate from,
            @Nullable LocalDate to) {

        boolean samePerson(Entry other) {
            return name.equals(other.name) && company.equals(other.company);
        }

        Entry ending(LocalDate day) {
            return new Entry(licence, name, company, compound, from, day);
        }

        Entry of(Entry person) {
            return new Entry(licence, person.name, person.company, compound, from, to);
        }
    }

    @Override
    public RegisterKind kind() {
        return RegisterKind.MANAGER;
    }

    @Override
    public List<Column> columns() {
        return List.of(
                Column.must(LICENCE, "项目经理的证书编号，一人一号；一人管几个小区的，每个小区一行", "XM2025001"),
                Column.must(NAME, "项目经理的姓名；同一证书各行应一致", "某某"),
                Column.must(COMPANY, "所在企业的名称或者编号；同一证书各行应一致", "芜湖某某物业服务有限公司"),
                Column.must(COMPOUND, "小区的名称或者编号", "某某花园"),
                Column.must(FROM, "日期，如 2026-01-01；同一小区前一任没有填结束日期的，到前一天为止", "2026-01-01"),
                Column.may(TO, "日期；在任的不填", ""));
    }

    @Override
    public Entry read(Row row) {
        Entry entry = new Entry(
                row.text(LICENCE, 40),
                row.text(NAME, 50),
                row.reference(COMPANY, known.units(UnitKind.COMPANY), RegisterKind.COMPANY.label()),
                row.reference(COMPOUND, known.compounds(), RegisterKind.COMPOUND.label()),
                row.day(FROM),
                row.optionalDay(TO));
        row.inOrder(FROM, entry.from(), TO, entry.to());
        return entry;
    }

    @Override
    public String key(Entry entry) {
        return entry.compound() + " " + entry.from();
    }

    @Override
    public List<Entry> there() {
        return stores.db()
                .sql("""
                        select m.licence_no, m.name, m.company, p.compound, p.from_day, p.to_day
                        from whistle.manager_post p join whistle.project_manager m on m.id = p.manager
                        order by p.compound, p.from_day""")
                .query((row, n) -> new Entry(
                        row.getString("licence_no"),
                        row.getString("name"),
                        row.getString("company"),
                        row.getString("compound"),
                        row.getObject("from_day", LocalDate.class),
                        row.getObject("to_day", LocalDate.class)))
                .list();
    }

    @Override
    public void check(Entries<Entry> entries) {
        Map<String, Entry> people = new HashMap<>();
        for (Placed<Entry> it : entries.ofFile()) {
            Entry first = people.putIfAbsent(it.entry().licence(), it.entry());
            if (first != null && !first.samePerson(it.entry())) {
                it.wrong(LICENCE, "book.licence", first.name(), known.nameOf(first.company()));
            }
        }
        // Who is called otherwise now, or works for another company, is so in all his posts.
        entries.all().forEach(it -> {
            Entry person = people.get(it.entry().licence());
            if (person != null && !person.samePerson(it.entry()) && it.row() == null) {
                entries.replace(key(it.entry()), it.entry().of(person));
            }
        });
        new Terms<>(Entry::compound, Entry::from, Entry::to, Entry::ending, FROM).check(entries, this::key);
    }

    @Override
    public void add(Entry entry) {
        stores.db()
                .sql("insert into whistle.manager_post (manager, compound, from_day, to_day) values (?, ?, ?, ?)")
                .params(person(entry), entry.compound(), entry.from(), entry.to())
                .update();
    }

    @Override
    public void change(Entry before, Entry entry) {
        stores.db()
                .sql("update whistle.manager_post set manager = ?, to_day = ? where compound = ? and from_day = ?")
                .params(person(entry), entry.to(), entry.compound(), entry.from())
                .update();
    }

    private String person(Entry entry) {
        List<String> there = stores.db()
                .sql("select id from whistle.project_manager where licence_no = ?")
                .param(entry.licence())
                .query(String.class)
                .list();
        if (!there.isEmpty()) {
            stores.db()
                    .sql("""
                            update whistle.project_manager set name = ?, company = ?, recorded_by = ?, recorded_at = ?
                            where id = ? and (name <> ? or company <> ?)""")
                    .params(
                            entry.name(),
                            entry.company(),
                            stores.user(),
                            stores.now(),
                            there.get(0),
                            entry.name(),
                            entry.company())
                    .update();
            return there.get(0);
        }
        String id = UUID.randomUUID().toString();
        stores.db()
                .sql("""
                        insert into whistle.project_manager (id, name, licence_no, company, recorded_by, recorded_at)
                        values (?, ?, ?, ?, ?, ?)""")
                .params(id, entry.name(), entry.licence(), entry.company(), stores.user(), stores.now())
                .update();
        return id;
    }

    @Override
    public Map<String, String> content(Entry entry) {
        Map<String, String> content = new LinkedHashMap<>();
        content.put(LICENCE, entry.licence());
        content.put(NAME, entry.name());
        content.put(COMPANY, known.nameOf(entry.company()));
        content.put(COMPOUND, known.compounds().nameOf(entry.compound()));
        content.put(FROM, Words.of(entry.from()));
        content.put(TO, Words.of(entry.to()));
        return content;
    }

    @Override
    public String about(Entry entry) {
        return entry.compound();
    }
}

package dev.whistle.register.book;

import dev.whistle.organisation.UnitKind;
import dev.whistle.register.RegisterKind;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which company each street calls in an emergency (AS.4), until it names another. */
final class StandbyPart implements Part<StandbyPart.Entry> {

    private static final String STREET = "镇街";
    private static final String COMPANY = "企业";
    private static final String FROM = "开始日期";

    private final Stores stores;
    private final Known known;

    StandbyPart(Stores stores, Known known) {
        this.stores = stores;
        this.known = known;
    }

    record Entry(String street, String company, LocalDate from) {}

    @Override
    public RegisterKind kind() {
        return RegisterKind.STANDBY;
    }

    @Override
    public List<Column> columns() {
        return List.of(
                Column.must(STREET, "镇街的名称或者编号", "某某街道"),
                Column.must(COMPANY, "应急管理时委托的企业，填名称或者编号", "芜湖某某物业服务有限公司"),
                Column.must(FROM, "日期；自这一天起，到另一家开始的前一天", "2026-01-01"));
    }

    @Override
    public Entry read(Row row) {
        return new Entry(
                row.reference(STREET, known.units(UnitKind.STREET), UnitKind.STREET.label()),
                row.reference(COMPANY, known.units(UnitKind.COMPANY), RegisterKind.COMPANY.label()),
                row.day(FROM));
    }

    @Override
    public String key(Entry entry) {
        return entry.street() + " " + entry.from();
    }

    @Override
    public Map<String, Entry> there() {
        Map<String, Entry> there = new LinkedHashMap<>();
        stores.db()
                .sql("select street, company, from_day from whistle.standby order by street, from_day")
                .query((row, n) -> new Entry(
                        row.getString("street"), row.getString("company"), row.getObject("from_day", LocalDate.class)))
                .list()
                .forEach(it -> there.put(key(it), it));
        return there;
    }

    @Override
    public String street(Entry entry) {
        return entry.street();
    }

    @Override
    public void check(Entries<Entry> entries) {
        entries.ofFile().stream()
                .filter(it -> it.added() || it.changed())
                .forEach(it -> stores.exits()
                        .leaving(it.entry().company(), "")
                        .ifPresent(caseNo -> it.wrong(
                                COMPANY,
                                "register.company-leaving",
                                known.nameOf(it.entry().company()),
                                caseNo)));
    }

    @Override
    public void add(Entry entry) {
        stores.db()
                .sql("""
                        insert into whistle.standby (street, from_day, company, recorded_by, recorded_at)
                        values (?, ?, ?, ?, ?)""")
                .params(entry.street(), entry.from(), entry.company(), stores.user(), stores.now())
                .update();
    }

    @Override
    public void change(Entry before, Entry entry) {
        stores.db()
                .sql("""
                        update whistle.standby set company = ?, recorded_by = ?, recorded_at = ?
                        where street = ? and from_day = ?""")
                .params(entry.company(), stores.user(), stores.now(), entry.street(), entry.from())
                .update();
    }

    @Override
    public Map<String, String> content(Entry entry) {
        Map<String, String> content = new LinkedHashMap<>();
        content.put(STREET, known.nameOf(entry.street()));
        content.put(COMPANY, known.nameOf(entry.company()));
        content.put(FROM, Words.of(entry.from()));
        return content;
    }

    @Override
    public String about(Entry entry) {
        return entry.street();
    }
}

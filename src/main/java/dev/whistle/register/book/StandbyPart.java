package dev.whistle.register.book;

import dev.whistle.organisation.UnitKind;
import dev.whistle.register.RegisterKind;
import dev.whistle.register.Standby;
import dev.whistle.register.Words;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which company each street calls in an emergency (AS.4), until it names another. */
final class StandbyPart implements Part<Standby> {

    private static final String STREET = "镇街";
    private static final String COMPANY = "企业";
    private static final String FROM = "开始日期";

    private final Stores stores;
    private final Known known;

    StandbyPart(Stores stores, Known known) {
        this.stores = stores;
        this.known = known;
    }

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
    public Standby read(Row row) {
        return new Standby(
                row.reference(STREET, known.units(UnitKind.STREET), UnitKind.STREET.label()),
                row.reference(COMPANY, known.units(UnitKind.COMPANY), RegisterKind.COMPANY.label()),
                row.day(FROM));
    }

    @Override
    public String key(Standby entry) {
        return entry.street() + " " + entry.from();
    }

    @Override
    public List<Standby> there() {
        return stores.standbys().all();
    }

    @Override
    public String street(Standby entry, Known known) {
        return entry.street();
    }

    @Override
    public void check(Entries<Standby> entries) {
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
    public void add(Standby entry) {
        stores.standbys().add(entry);
    }

    @Override
    public void change(Standby before, Standby entry) {
        stores.standbys().change(entry);
    }

    @Override
    public Map<String, String> content(Standby entry) {
        Map<String, String> content = new LinkedHashMap<>();
        content.put(STREET, known.nameOf(entry.street()));
        content.put(COMPANY, known.nameOf(entry.company()));
        content.put(FROM, Words.of(entry.from()));
        return content;
    }

    @Override
    public String about(Standby entry) {
        return entry.street();
    }
}

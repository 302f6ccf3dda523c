package dev.whistle.register.book;

import dev.whistle.register.CommitteeKind;
import dev.whistle.register.RegisterKind;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The register of committees and what stands in for one. One stays after its term until another begins or it is ended. */
final class CommitteePart implements Part<CommitteePart.Entry> {

    private static final String COMPOUND = "小区";
    private static final String KIND = "类别";
    private static final String FILING = "备案号";
    private static final String MEMBERS = "人数";
    private static final String FROM = "任期开始";
    private static final String TO = "任期结束";
    private static final String ENDED = "实际结束";

    private static final int MOST_MEMBERS = 99;

    private final Stores stores;
    private final Known known;

    CommitteePart(Stores stores, Known known) {
        this.stores = stores;
        this.known = known;
    }

    record Entry(
            String compound,
            CommitteeKind kind,
            @Nullable String filingNo,
            int members,
            LocalDate from,
            LocalDate to,
            @Nullable LocalDate ended) {

        Entry ending(LocalDate day) {
            return new Entry(compound, kind, filingNo, members, from, to, day);
        }
    }

    @Override
    public RegisterKind kind() {
        return RegisterKind.COMMITTEE;
    }

    @Override
    public List<Column> columns() {
        return List.of(
                Column.must(COMPOUND, "小区的名称或者编号", "某某花园"),
                Column.oneOf(
                        KIND,
                        List.of(CommitteeKind.values()).stream()
                                .map(CommitteeKind::label)
                                .toList(),
                        "业主委员会或者代行其职责的组织"),
                Column.may(FILING, "镇街的备案号；没有备案的不填", "某街业备〔2026〕1号"),
                Column.must(MEMBERS, "成员人数", "7"),
                Column.must(FROM, "日期，任期第一天；前一届没有填实际结束日期的，到前一天为止", "2026-01-01"),
                Column.must(TO, "日期，任期最后一天", "2030-12-31"),
                Column.may(ENDED, "日期；任期届满前终止、或者超期后才结束的填最后一天", ""));
    }

    @Override
    public List<String> passedOver() {
        return List.of("状态");
    }

    @Override
    public Entry read(Row row) {
        Entry entry = new Entry(
                row.reference(COMPOUND, known.compounds(), RegisterKind.COMPOUND.label()),
                row.choice(KIND, List.of(CommitteeKind.values()), CommitteeKind::label),
                row.optional(FILING, 60),
                row.number(MEMBERS, 1, MOST_MEMBERS),
                row.day(FROM),
                row.day(TO),
                row.optionalDay(ENDED));
        row.inOrder(FROM, entry.from(), TO, entry.to());
        row.inOrder(FROM, entry.from(), ENDED, entry.ended());
        return entry;
    }

    @Override
    public String key(Entry entry) {
        return entry.compound() + " " + entry.from();
    }

    @Override
    public Map<String, Entry> there() {
        Map<String, Entry> there = new LinkedHashMap<>();
        stores.db()
                .sql("select * from whistle.committee order by compound, from_day")
                .query((row, n) -> new Entry(
                        row.getString("compound"),
                        CommitteeKind.valueOf(row.getString("kind")),
                        row.getString("filing_no"),
                        row.getInt("members"),
                        row.getObject("from_day", LocalDate.class),
                        row.getObject("to_day", LocalDate.class),
                        row.getObject("ended_on", LocalDate.class)))
                .list()
                .forEach(it -> there.put(key(it), it));
        return there;
    }

    @Override
    public String street(Entry entry) {
        return known.streetOf(entry.compound());
    }

    @Override
    public void check(Entries<Entry> entries) {
        new Terms<>(Entry::compound, Entry::from, Entry::ended, Entry::ending, FROM).check(entries, this::key);
    }

    @Override
    public void add(Entry entry) {
        stores.db()
                .sql("""
                        insert into whistle.committee
                            (id, compound, kind, filing_no, members, from_day, to_day, ended_on, recorded_by,
                             recorded_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        UUID.randomUUID().toString(),
                        entry.compound(),
                        entry.kind().name(),
                        entry.filingNo(),
                        entry.members(),
                        entry.from(),
                        entry.to(),
                        entry.ended(),
                        stores.user(),
                        stores.now())
                .update();
    }

    @Override
    public void change(Entry before, Entry entry) {
        stores.db()
                .sql("""
                        update whistle.committee
                        set kind = ?, filing_no = ?, members = ?, to_day = ?, ended_on = ?, recorded_by = ?,
                            recorded_at = ?
                        where compound = ? and from_day = ?""")
                .params(
                        entry.kind().name(),
                        entry.filingNo(),
                        entry.members(),
                        entry.to(),
                        entry.ended(),
                        stores.user(),
                        stores.now(),
                        entry.compound(),
                        entry.from())
                .update();
    }

    @Override
    public Map<String, String> content(Entry entry) {
        Map<String, String> content = new LinkedHashMap<>();
        content.put(COMPOUND, known.compounds().nameOf(entry.compound()));
        content.put(KIND, entry.kind().label());
        content.put(FILING, Words.of(entry.filingNo()));
        content.put(MEMBERS, String.valueOf(entry.members()));
        content.put(FROM, Words.of(entry.from()));
        content.put(TO, Words.of(entry.to()));
        content.put(ENDED, Words.of(entry.ended()));
        return content;
    }

    @Override
    public String about(Entry entry) {
        return entry.compound();
    }
}

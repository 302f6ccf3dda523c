package dev.whistle.register.book;

import dev.whistle.register.Committee;
import dev.whistle.register.CommitteeKind;
import dev.whistle.register.RegisterKind;
import dev.whistle.register.Words;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The register of committees and what stands in for one. One stays after its term until another begins or it is ended. */
final class CommitteePart implements Part<Committee> {

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
    public Committee read(Row row) {
        Committee entry = new Committee(
                row.reference(COMPOUND, known.compounds(), RegisterKind.COMPOUND.label()),
                row.choice(KIND, List.of(CommitteeKind.values()), CommitteeKind::label),
                row.optional(FILING, 60),
                row.number(MEMBERS, 1, MOST_MEMBERS),
                row.day(FROM),
                row.day(TO),
                row.optionalDay(ENDED));
        row.inOrder(FROM, entry.from(), TO, entry.to());
        row.inOrder(FROM, entry.from(), ENDED, entry.endedOn());
        return entry;
    }

    @Override
    public String key(Committee entry) {
        return entry.compound() + " " + entry.from();
    }

    @Override
    public List<Committee> there() {
        return stores.committees().all();
    }

    @Override
    public void check(Entries<Committee> entries) {
        new Terms<>(Committee::compound, Committee::from, Committee::endedOn, Committee::ending, FROM)
                .check(entries, this::key);
    }

    @Override
    public void add(Committee entry) {
        stores.committees().add(entry);
    }

    @Override
    public void change(Committee before, Committee entry) {
        stores.committees().change(entry);
    }

    @Override
    public Map<String, String> content(Committee entry) {
        Map<String, String> content = new LinkedHashMap<>();
        content.put(COMPOUND, known.compounds().nameOf(entry.compound()));
        content.put(KIND, entry.kind().label());
        content.put(FILING, Words.of(entry.filingNo()));
        content.put(MEMBERS, String.valueOf(entry.members()));
        content.put(FROM, Words.of(entry.from()));
        content.put(TO, Words.of(entry.to()));
        content.put(ENDED, Words.of(entry.endedOn()));
        return content;
    }

    @Override
    public String about(Committee entry) {
        return entry.compound();
    }
}

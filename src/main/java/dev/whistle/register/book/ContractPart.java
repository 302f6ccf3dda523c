package dev.whistle.register.book;

import dev.whistle.organisation.UnitKind;
import dev.whistle.register.ContractKind;
import dev.whistle.register.RegisterKind;
import dev.whistle.register.book.Entries.Placed;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The register of contracts. Of a compound no two run on one day. */
final class ContractPart implements Part<ContractPart.Entry> {

    private static final String NUMBER = "合同编号";
    private static final String COMPOUND = "小区";
    private static final String COMPANY = "企业";
    private static final String KIND = "合同类别";
    private static final String FROM = "开始日期";
    private static final String TO = "结束日期";
    private static final String SUM = "年合同额";
    private static final String GRADE = "服务等级";
    private static final String ENDED = "终止日期";
    private static final String WHY = "终止原因";

    private static final int LOWEST_GRADE = 5;

    private final Stores stores;
    private final Known known;

    ContractPart(Stores stores, Known known) {
        this.stores = stores;
        this.known = known;
    }

    record Entry(
            String number,
            String compound,
            String company,
            ContractKind kind,
            LocalDate from,
            LocalDate to,
            BigDecimal sum,
            int grade,
            @Nullable LocalDate ended,
            @Nullable String why) {

        LocalDate lastDay() {
            return ended == null ? to : ended;
        }
    }

    @Override
    public RegisterKind kind() {
        return RegisterKind.CONTRACT;
    }

    @Override
    public List<Column> columns() {
        return List.of(
                Column.must(NUMBER, "备案的合同编号，同一小区内不重复", "HT-2026-001"),
                Column.must(COMPOUND, "小区的名称或者编号", "某某花园"),
                Column.must(COMPANY, "企业的名称或者编号", "芜湖某某物业服务有限公司"),
                Column.oneOf(
                        KIND,
                        List.of(ContractKind.values()).stream()
                                .map(ContractKind::label)
                                .toList(),
                        "合同类别"),
                Column.must(FROM, "日期，合同期第一天", "2026-01-01"),
                Column.must(TO, "日期，约定的合同期最后一天；同一小区各合同的期间不能重叠", "2028-12-31"),
                Column.must(SUM, "元，最多两位小数", "860000"),
                Column.must(GRADE, "1 至 5 的整数，1 为最高", "3"),
                Column.may(ENDED, "日期；提前终止的填最后一天，没有的不填", ""),
                Column.may(WHY, "提前终止的填原因，不超过 200 字", ""));
    }

    @Override
    public List<String> passedOver() {
        return List.of("案件编号", "状态");
    }

    @Override
    public Entry read(Row row) {
        Entry entry = new Entry(
                row.text(NUMBER, 60),
                row.reference(COMPOUND, known.compounds(), RegisterKind.COMPOUND.label()),
                row.reference(COMPANY, known.units(UnitKind.COMPANY), RegisterKind.COMPANY.label()),
                row.choice(KIND, List.of(ContractKind.values()), ContractKind::label),
                row.day(FROM),
                row.day(TO),
                row.amount(SUM),
                row.number(GRADE, 1, LOWEST_GRADE),
                row.optionalDay(ENDED),
                row.optional(WHY, 200));
        row.inOrder(FROM, entry.from(), TO, entry.to());
        if (entry.ended() != null && row.whole() && entry.ended().isAfter(entry.to())) {
            row.wrong(ENDED, "book.ended-late", entry.to());
        }
        if (entry.ended() != null && entry.why() == null) {
            row.wrong(WHY, "book.ended-why");
        }
        if (entry.ended() == null && entry.why() != null) {
            row.wrong(ENDED, "book.ended-when");
        }
        return entry;
    }

    @Override
    public String key(Entry entry) {
        return entry.compound() + " " + entry.number();
    }

    @Override
    public Map<String, Entry> there() {
        Map<String, Entry> there = new LinkedHashMap<>();
        stores.db()
                .sql("select * from whistle.contract order by compound, from_day")
                .query((row, n) -> new Entry(
                        row.getString("number"),
                        row.getString("compound"),
                        row.getString("company"),
                        ContractKind.valueOf(row.getString("kind")),
                        row.getObject("from_day", LocalDate.class),
                        row.getObject("to_day", LocalDate.class),
                        row.getBigDecimal("yearly_sum"),
                        row.getInt("grade"),
                        row.getObject("ended_on", LocalDate.class),
                        row.getString("ended_for")))
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
        entries.by(Entry::compound).values().forEach(ContractPart::checkOverlaps);
        entries.ofFile().stream()
                .filter(it -> it.added() || it.changed())
                .filter(it -> !it.entry().lastDay().isBefore(stores.today()))
                .forEach(it -> stores.exits()
                        .leaving(it.entry().company(), it.entry().compound())
                        .ifPresent(caseNo -> it.wrong(
                                COMPANY,
                                "register.company-leaving",
                                known.nameOf(it.entry().company()),
                                caseNo)));
    }

    private static void checkOverlaps(List<Placed<Entry>> ofCompound) {
        List<Placed<Entry>> inOrder = new ArrayList<>(ofCompound);
        // One that was ended before it began has never run.
        inOrder.removeIf(it -> it.entry().lastDay().isBefore(it.entry().from()));
        inOrder.sort(Comparator.comparing(it -> it.entry().from()));
        for (int i = 0; i < inOrder.size(); i++) {
            for (int k = i + 1; k < inOrder.size(); k++) {
                Placed<Entry> earlier = inOrder.get(i);
                Placed<Entry> later = inOrder.get(k);
                if (later.entry().from().isAfter(earlier.entry().lastDay())) {
                    break;
                }
                overlap(later, earlier.entry());
                overlap(earlier, later.entry());
            }
        }
    }

    private static void overlap(Placed<Entry> it, Entry other) {
        if (it.added() || it.changed()) {
            it.wrong(FROM, "book.contract-overlap", other.number(), other.from(), other.lastDay());
        }
    }

    @Override
    public void add(Entry entry) {
        stores.db()
                .sql("""
                        insert into whistle.contract
                            (id, number, compound, company, kind, from_day, to_day, yearly_sum, grade, ended_on,
                             ended_for, recorded_by, recorded_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        UUID.randomUUID().toString(),
                        entry.number(),
                        entry.compound(),
                        entry.company(),
                        entry.kind().name(),
                        entry.from(),
                        entry.to(),
                        entry.sum(),
                        entry.grade(),
                        entry.ended(),
                        entry.why(),
                        stores.user(),
                        stores.now())
                .update();
    }

    @Override
    public void change(Entry before, Entry entry) {
        stores.db()
                .sql("""
                        update whistle.contract
                        set company = ?, kind = ?, from_day = ?, to_day = ?, yearly_sum = ?, grade = ?, ended_on = ?,
                            ended_for = ?, recorded_by = ?, recorded_at = ?
                        where compound = ? and number = ?""")
                .params(
                        entry.company(),
                        entry.kind().name(),
                        entry.from(),
                        entry.to(),
                        entry.sum(),
                        entry.grade(),
                        entry.ended(),
                        entry.why(),
                        stores.user(),
                        stores.now(),
                        entry.compound(),
                        entry.number())
                .update();
    }

    @Override
    public Map<String, String> content(Entry entry) {
        Map<String, String> content = new LinkedHashMap<>();
        content.put(NUMBER, entry.number());
        content.put(COMPOUND, known.compounds().nameOf(entry.compound()));
        content.put(COMPANY, known.nameOf(entry.company()));
        content.put(KIND, entry.kind().label());
        content.put(FROM, Words.of(entry.from()));
        content.put(TO, Words.of(entry.to()));
        content.put(SUM, Words.of(entry.sum()));
        content.put(GRADE, String.valueOf(entry.grade()));
        content.put(ENDED, Words.of(entry.ended()));
        content.put(WHY, Words.of(entry.why()));
        return content;
    }

    @Override
    public String about(Entry entry) {
        return entry.compound();
    }
}

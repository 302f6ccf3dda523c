package dev.whistle.register.book;

import dev.whistle.organisation.Basis;
import dev.whistle.organisation.Compound;
import dev.whistle.organisation.CompoundClass;
import dev.whistle.organisation.Responsibility;
import dev.whistle.organisation.UnitKind;
import dev.whistle.register.RegisterKind;
import dev.whistle.register.Words;
import dev.whistle.register.book.Entries.Placed;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The register of compounds. Who runs one stands on a sheet of its own; an old one without a company is its community's. */
final class CompoundPart implements Part<CompoundPart.Entry> {

    private static final String ID = "编号";
    private static final String NAME = "名称";
    private static final String CLASS = "类别";
    private static final String MANAGED = "有物业";
    private static final String BUILT_UP = "建成区";
    private static final String ADDRESS = "地址";
    private static final String HOUSEHOLDS = "户数";
    private static final String AREA = "建筑面积";
    private static final String STREET = "镇街";
    private static final String COMMUNITY = "社区";

    private static final int MOST_HOUSEHOLDS = 99_999;

    private final Stores stores;
    private final Known known;

    CompoundPart(Stores stores, Known known) {
        this.stores = stores;
        this.known = known;
    }

    record Entry(
            String id,
            String name,
            CompoundClass kind,
            boolean managed,
            boolean builtUp,
            String address,
            int households,
            @Nullable BigDecimal area,
            String street,
            String community) {

        static Entry of(Compound it) {
            return new Entry(
                    it.id(),
                    it.name(),
                    it.kind(),
                    it.managed(),
                    it.builtUp(),
                    it.address(),
                    it.households(),
                    it.area(),
                    it.street(),
                    it.community());
        }

        Compound compound() {
            return new Compound(id, name, kind, managed, builtUp, address, households, area, street, community, null);
        }
    }

    @Override
    public RegisterKind kind() {
        return RegisterKind.COMPOUND;
    }

    @Override
    public List<Column> columns() {
        return List.of(
                Column.must(ID, "由区办公室给出，只用小写字母、数字和连字符，定下后不再更改", "compound-101"),
                Column.must(NAME, "小区名称", "某某花园"),
                Column.oneOf(
                        CLASS,
                        List.of(CompoundClass.values()).stream()
                                .map(CompoundClass::label)
                                .toList(),
                        "小区类别"),
                Column.oneOf(MANAGED, Column.YES_OR_NO, "是否由物业服务企业管理；只有老旧小区可以填“否”。新增的小区，由谁管理填在“管理责任”表里"),
                Column.oneOf(BUILT_UP, Column.YES_OR_NO, "是否在建成区内，决定由哪个单位执法"),
                Column.must(ADDRESS, "门牌地址", "某某路1号"),
                Column.must(HOUSEHOLDS, "正整数", "500"),
                Column.may(AREA, "平方米，最多两位小数", "60000"),
                Column.must(STREET, "镇街的名称或者编号", "某某街道"),
                Column.must(COMMUNITY, "社区（村）的名称或者编号，应属于这个镇街", "某某社区"));
    }

    @Override
    public List<String> passedOver() {
        return List.of("管理单位", "管理依据");
    }

    @Override
    public Entry read(Row row) {
        Entry entry = new Entry(
                row.id(ID),
                row.text(NAME, 100),
                row.choice(CLASS, List.of(CompoundClass.values()), CompoundClass::label),
                row.flag(MANAGED),
                row.flag(BUILT_UP),
                row.text(ADDRESS, 200),
                row.number(HOUSEHOLDS, 1, MOST_HOUSEHOLDS),
                row.optionalAmount(AREA),
                row.reference(STREET, known.units(UnitKind.STREET), UnitKind.STREET.label()),
                row.reference(COMMUNITY, known.units(UnitKind.COMMUNITY), UnitKind.COMMUNITY.label()));
        if (row.whole() && !entry.managed() && entry.kind() != CompoundClass.OLD) {
            row.wrong(MANAGED, "book.unmanaged");
        }
        boolean elsewhere = known.unit(entry.community())
                .filter(it -> !entry.street().equals(it.parent()))
                .isPresent();
        if (row.whole() && elsewhere) {
            row.wrong(COMMUNITY, "book.community", known.nameOf(entry.community()), known.nameOf(entry.street()));
        }
        known.add(entry.id(), entry.name(), entry.street()); // wrong or not: it is told once
        return entry;
    }

    @Override
    public String key(Entry entry) {
        return entry.id();
    }

    @Override
    public List<Entry> there() {
        return stores.compounds().all().stream().map(Entry::of).toList();
    }

    @Override
    public String street(Entry entry, Known known) {
        return entry.street();
    }

    @Override
    public void check(Entries<Entry> entries) {
        // What concerns one compound is said where its row is read.
    }

    /** Who runs a new compound must be said; an unmanaged one is its community's. */
    static void checkRunners(Entries<Entry> entries, Set<String> run) {
        entries.all().stream()
                .filter(Placed::added)
                .filter(it -> it.entry().managed() && !run.contains(it.entry().id()))
                .forEach(it -> it.wrong(MANAGED, "book.no-runner"));
    }

    @Override
    public void add(Entry entry) {
        stores.compounds().add(entry.compound());
        if (!entry.managed()) {
            stores.responsibilities()
                    .pass(
                            Responsibility.beginning(
                                    entry.id(),
                                    Responsibility.BEFORE_RECORDS,
                                    Basis.BASIC_SERVICE,
                                    entry.community(),
                                    null),
                            null);
        }
    }

    @Override
    public void change(Entry before, Entry entry) {
        stores.compounds().change(entry.compound());
    }

    /** The database wants to know who runs a compound before a company is to. */
    @Override
    public void settle(Entry entry) {
        stores.compounds().setManaged(entry.id(), entry.managed());
    }

    @Override
    public Map<String, String> content(Entry entry) {
        Map<String, String> content = new LinkedHashMap<>();
        content.put(ID, entry.id());
        content.put(NAME, entry.name());
        content.put(CLASS, entry.kind().label());
        content.put(MANAGED, Words.of(entry.managed()));
        content.put(BUILT_UP, Words.of(entry.builtUp()));
        content.put(ADDRESS, entry.address());
        content.put(HOUSEHOLDS, String.valueOf(entry.households()));
        content.put(AREA, Words.of(entry.area()));
        content.put(STREET, known.nameOf(entry.street()));
        content.put(COMMUNITY, known.nameOf(entry.community()));
        return content;
    }

    @Override
    public String about(Entry entry) {
        return entry.id();
    }
}

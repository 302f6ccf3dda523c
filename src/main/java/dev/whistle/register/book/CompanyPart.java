package dev.whistle.register.book;

import dev.whistle.organisation.Company;
import dev.whistle.organisation.CreditCode;
import dev.whistle.organisation.Unit;
import dev.whistle.organisation.UnitKind;
import dev.whistle.register.RegisterKind;
import dev.whistle.register.Words;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The register of companies. A new one becomes a unit below the office, with its groups. */
final class CompanyPart implements Part<CompanyPart.Entry> {

    private static final String ID = "编号";
    private static final String NAME = "名称";
    private static final String CODE = "统一社会信用代码";
    private static final String MANAGER = "负责人";
    private static final String STATE_OWNED = "国有";

    private final Stores stores;
    private final Known known;

    CompanyPart(Stores stores, Known known) {
        this.stores = stores;
        this.known = known;
    }

    record Entry(String id, String name, String creditCode, String manager, boolean stateOwned) {

        Company company() {
            return new Company(id, creditCode, manager, stateOwned);
        }
    }

    @Override
    public RegisterKind kind() {
        return RegisterKind.COMPANY;
    }

    @Override
    public List<Column> columns() {
        return List.of(
                Column.must(ID, "由区办公室给出，只用小写字母、数字和连字符，定下后不再更改", "company-101"),
                Column.must(NAME, "营业执照上的全称", "芜湖某某物业服务有限公司"),
                Column.must(CODE, "18 位，最后一位是校验码；以文本格式填写", "91350100M000100Y43"),
                Column.must(MANAGER, "企业负责人的姓名", "某某"),
                Column.oneOf(STATE_OWNED, Column.YES_OR_NO, "是否国有企业"));
    }

    @Override
    public List<String> passedOver() {
        return List.of("在管小区", "状态");
    }

    @Override
    public Entry read(Row row) {
        Entry entry = new Entry(
                row.id(ID),
                row.text(NAME, 100),
                row.text(CODE, 18).replace(" ", ""),
                row.text(MANAGER, 50),
                row.flag(STATE_OWNED));
        if (!entry.creditCode().isEmpty() && !CreditCode.isOne(entry.creditCode())) {
            row.wrong(CODE, "book.credit-code", entry.creditCode());
        }
        boolean taken = known.unit(entry.id())
                .filter(it -> it.kind() != UnitKind.COMPANY)
                .isPresent();
        if (taken) {
            row.wrong(ID, "book.id-taken", entry.id());
        }
        known.addCompany(entry.id(), entry.name()); // wrong or not: it is told once, not by all that refer to it
        return entry;
    }

    @Override
    public String key(Entry entry) {
        return entry.id();
    }

    @Override
    public List<Entry> there() {
        return stores.companies().all().stream()
                .map(it -> new Entry(
                        it.id(), stores.units().nameOf(it.id()), it.creditCode(), it.manager(), it.stateOwned()))
                .toList();
    }

    @Override
    public @Nullable String street(Entry entry, Known known) {
        return null;
    }

    @Override
    public void check(Entries<Entry> entries) {
        entries.by(Entry::creditCode).values().stream()
                .filter(it -> it.size() > 1)
                .forEach(same -> same.forEach(it -> {
                    if (it.added() || it.changed()) {
                        same.stream()
                                .filter(other -> other != it)
                                .findFirst()
                                .ifPresent(other -> it.wrong(
                                        CODE,
                                        "book.credit-code-twice",
                                        other.entry().name()));
                    }
                }));
    }

    @Override
    public void add(Entry entry) {
        stores.units().add(new Unit(entry.id(), UnitKind.COMPANY, entry.name(), stores.office()));
        stores.companies().add(entry.company());
    }

    @Override
    public void change(Entry before, Entry entry) {
        if (!before.name().equals(entry.name())) {
            stores.units().rename(entry.id(), entry.name());
        }
        if (!Objects.equals(before.company(), entry.company())) {
            stores.companies().change(entry.company());
        }
    }

    @Override
    public Map<String, String> content(Entry entry) {
        Map<String, String> content = new LinkedHashMap<>();
        content.put(ID, entry.id());
        content.put(NAME, entry.name());
        content.put(CODE, entry.creditCode());
        content.put(MANAGER, entry.manager());
        content.put(STATE_OWNED, Words.of(entry.stateOwned()));
        return content;
    }

    @Override
    public String about(Entry entry) {
        return entry.id();
    }
}

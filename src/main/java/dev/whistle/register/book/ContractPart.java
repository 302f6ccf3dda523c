package dev.whistle.register.book;

import dev.whistle.organisation.UnitKind;
import dev.whistle.register.Contract;
import dev.whistle.register.ContractKind;
import dev.whistle.register.ContractSheet;
import dev.whistle.register.RegisterKind;
import dev.whistle.register.book.Entries.Placed;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The register of contracts. Of a compound no two run on one day. */
final class ContractPart implements Part<Contract> {

    private static final int LOWEST_GRADE = 5;

    private final Stores stores;
    private final Known known;

    ContractPart(Stores stores, Known known) {
        this.stores = stores;
        this.known = known;
    }

    @Override
    public RegisterKind kind() {
        return RegisterKind.CONTRACT;
    }

    @Override
    public List<Column> columns() {
        return List.of(
                Column.must(ContractSheet.NUMBER, "备案的合同编号，同一小区内不重复", "HT-2026-001"),
                Column.must(ContractSheet.COMPOUND, "小区的名称或者编号", "某某花园"),
                Column.must(ContractSheet.COMPANY, "企业的名称或者编号", "芜湖某某物业服务有限公司"),
                Column.oneOf(
                        ContractSheet.KIND,
                        List.of(ContractKind.values()).stream()
                                .map(ContractKind::label)
                                .toList(),
                        "合同类别"),
                Column.must(ContractSheet.FROM, "日期，合同期第一天", "2026-01-01"),
                Column.must(ContractSheet.TO, "日期，约定的合同期最后一天；同一小区各合同的期间不能重叠", "2028-12-31"),
                Column.must(ContractSheet.SUM, "元，最多两位小数", "860000"),
                Column.must(ContractSheet.GRADE, "1 至 5 的整数，1 为最高", "3"),
                Column.may(ContractSheet.ENDED, "日期；提前终止的填最后一天，没有的不填", ""),
                Column.may(ContractSheet.WHY, "提前终止的填原因，不超过 200 字", ""));
    }

    @Override
    public List<String> passedOver() {
        return List.of("案件编号", "状态");
    }

    @Override
    public Contract read(Row row) {
        Contract entry = new Contract(
                row.text(ContractSheet.NUMBER, 60),
                row.reference(ContractSheet.COMPOUND, known.compounds(), RegisterKind.COMPOUND.label()),
                row.reference(ContractSheet.COMPANY, known.units(UnitKind.COMPANY), RegisterKind.COMPANY.label()),
                row.choice(ContractSheet.KIND, List.of(ContractKind.values()), ContractKind::label),
                row.day(ContractSheet.FROM),
                row.day(ContractSheet.TO),
                row.amount(ContractSheet.SUM),
                row.number(ContractSheet.GRADE, 1, LOWEST_GRADE),
                row.optionalDay(ContractSheet.ENDED),
                row.optional(ContractSheet.WHY, 200),
                null);
        row.inOrder(ContractSheet.FROM, entry.from(), ContractSheet.TO, entry.to());
        if (entry.endedOn() != null && row.whole() && entry.endedOn().isAfter(entry.to())) {
            row.wrong(ContractSheet.ENDED, "book.ended-late", entry.to());
        }
        if (entry.endedOn() != null && entry.endedFor() == null) {
            row.wrong(ContractSheet.WHY, "book.ended-why");
        }
        if (entry.endedOn() == null && entry.endedFor() != null) {
            row.wrong(ContractSheet.ENDED, "book.ended-when");
        }
        return entry;
    }

    @Override
    public String key(Contract entry) {
        return entry.compound() + " " + entry.number();
    }

    @Override
    public List<Contract> there() {
        return stores.contracts().all().stream().map(Contract::withoutCase).toList();
    }

    @Override
    public void check(Entries<Contract> entries) {
        entries.by(Contract::compound).values().forEach(ContractPart::checkOverlaps);
        entries.ofFile().stream()
                .filter(it -> it.added() || it.changed())
                .filter(it -> !it.entry().lastDay().isBefore(stores.today()))
                .forEach(it -> stores.exits()
                        .leaving(it.entry().company(), it.entry().compound())
                        .ifPresent(caseNo -> it.wrong(
                                ContractSheet.COMPANY,
                                "register.company-leaving",
                                known.nameOf(it.entry().company()),
                                caseNo)));
    }

    private static void checkOverlaps(List<Placed<Contract>> ofCompound) {
        List<Placed<Contract>> inOrder = new ArrayList<>(ofCompound);
        // One that was ended before it began has never run.
        inOrder.removeIf(it -> it.entry().lastDay().isBefore(it.entry().from()));
        inOrder.sort(Comparator.comparing(it -> it.entry().from()));
        for (int i = 0; i < inOrder.size(); i++) {
            for (int k = i + 1; k < inOrder.size(); k++) {
                Placed<Contract> earlier = inOrder.get(i);
                Placed<Contract> later = inOrder.get(k);
                if (later.entry().from().isAfter(earlier.entry().lastDay())) {
                    break;
                }
                overlap(later, earlier.entry());
                overlap(earlier, later.entry());
            }
        }
    }

    private static void overlap(Placed<Contract> it, Contract other) {
        if (it.added() || it.changed()) {
            it.wrong(ContractSheet.FROM, "book.contract-overlap", other.number(), other.from(), other.lastDay());
        }
    }

    @Override
    public void add(Contract entry) {
        stores.contracts().add(entry);
    }

    @Override
    public void change(Contract before, Contract entry) {
        stores.contracts().change(entry);
    }

    @Override
    public Map<String, String> content(Contract entry) {
        return ContractSheet.content(entry, known.compounds().nameOf(entry.compound()), known.nameOf(entry.company()));
    }

    @Override
    public String about(Contract entry) {
        return entry.compound();
    }
}

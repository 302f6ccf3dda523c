package dev.whistle.register.book;

import dev.whistle.organisation.Basis;
import dev.whistle.organisation.Responsibility;
import dev.whistle.organisation.UnitKind;
import dev.whistle.register.RegisterKind;
import dev.whistle.register.ResponsibilitySheet;
import dev.whistle.register.book.Entries.Placed;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Who runs each compound from which day on. What a case has recorded stays as it is. */
final class ResponsibilityPart implements Part<ResponsibilityPart.Entry> {

    private final Stores stores;
    private final Known known;

    ResponsibilityPart(Stores stores, Known known) {
        this.stores = stores;
        this.known = known;
    }

    /** @param runner id of a company, community or street; null for the owners */
    record Entry(
            String compound,
            LocalDate from,
            Basis basis,
            @Nullable String runner) {

        Responsibility responsibility() {
            return Responsibility.beginning(compound, from, basis, runner, null);
        }
    }

    @Override
    public RegisterKind kind() {
        return RegisterKind.RESPONSIBILITY;
    }

    @Override
    public List<Column> columns() {
        return List.of(
                Column.must(ResponsibilitySheet.COMPOUND, "小区的名称或者编号", "某某花园"),
                Column.may(ResponsibilitySheet.FROM, "日期；自这一天起，到下一任开始的前一天。登记以前就由其管理、不知道从何时起的不填", "2026-01-01"),
                Column.oneOf(
                        ResponsibilitySheet.BASIS,
                        List.of(Basis.values()).stream().map(Basis::label).toList(),
                        "由谁管理的依据"),
                Column.may(ResponsibilitySheet.RUNNER, "合同、应急和接管填企业，基本服务填社区或者镇街，名称或者编号均可；业主自行管理的不填", "芜湖某某物业服务有限公司"));
    }

    @Override
    public List<String> passedOver() {
        return List.of("结束日期", "案件编号");
    }

    @Override
    public Entry read(Row row) {
        Basis basis = row.choice(ResponsibilitySheet.BASIS, List.of(Basis.values()), Basis::label);
        LocalDate from = row.optionalDay(ResponsibilitySheet.FROM);
        return new Entry(
                row.reference(ResponsibilitySheet.COMPOUND, known.compounds(), RegisterKind.COMPOUND.label()),
                from == null ? Responsibility.BEFORE_RECORDS : from,
                basis,
                runner(row, basis));
    }

    private @Nullable String runner(Row row, Basis basis) {
        if (basis.byCompany()) {
            return row.reference(
                    ResponsibilitySheet.RUNNER, known.units(UnitKind.COMPANY), RegisterKind.COMPANY.label());
        }
        if (basis.byUnit()) {
            String text = row.text(ResponsibilitySheet.RUNNER, 100);
            return known.units(UnitKind.COMMUNITY)
                    .find(text)
                    .or(() -> known.units(UnitKind.STREET).find(text))
                    .orElseGet(() -> {
                        row.wrong(ResponsibilitySheet.RUNNER, "book.unknown", text, "社区或者镇街");
                        return text;
                    });
        }
        if (row.optional(ResponsibilitySheet.RUNNER, 100) != null) {
            row.wrong(ResponsibilitySheet.RUNNER, "book.self-run");
        }
        return null;
    }

    @Override
    public String key(Entry entry) {
        return entry.compound() + " " + entry.from();
    }

    @Override
    public List<Entry> there() {
        return rows().stream()
                .map(it -> new Entry(it.compound(), it.from(), it.basis(), it.runner()))
                .toList();
    }

    private List<Responsibility> rows() {
        return stores.responsibilities().all();
    }

    @Override
    public void check(Entries<Entry> entries) {
        Set<String> ofCases = rows().stream()
                .filter(it -> it.caseNo() != null)
                .map(it -> it.compound() + " " + it.from())
                .collect(Collectors.toSet());
        entries.ofFile().stream().filter(it -> it.added() || it.changed()).forEach(it -> {
            if (ofCases.contains(key(it.entry()))) {
                it.wrong(null, "book.by-case");
            }
            checkExits(it);
        });
    }

    /** Who takes over where a company is leaving is decided in that case. */
    private void checkExits(Placed<Entry> it) {
        Entry entry = it.entry();
        stores.exits()
                .leftIn(entry.compound())
                .ifPresent(caseNo -> it.wrong(
                        ResponsibilitySheet.COMPOUND,
                        "book.being-left",
                        known.compounds().nameOf(entry.compound()),
                        caseNo));
        String runner = entry.runner();
        if (entry.basis().byCompany() && runner != null && !entry.from().isBefore(stores.today())) {
            stores.exits()
                    .leaving(runner, entry.compound())
                    .ifPresent(caseNo -> it.wrong(
                            ResponsibilitySheet.RUNNER, "register.company-leaving", known.nameOf(runner), caseNo));
        }
    }

    /** Compounds of which it will be known who runs them today. */
    Set<String> runToday(Entries<Entry> entries) {
        return entries.all().stream()
                .map(Placed::entry)
                .filter(it -> !it.from().isAfter(stores.today()))
                .map(Entry::compound)
                .collect(Collectors.toSet());
    }

    @Override
    public void add(Entry entry) {
        stores.responsibilities().enter(entry.responsibility());
    }

    @Override
    public void change(Entry before, Entry entry) {
        stores.responsibilities().enter(entry.responsibility());
    }

    /** What was only known of before there were records gives way where it is told now since when. */
    void forgetTheUnknown(Entries<Entry> entries) {
        entries.by(Entry::compound).forEach((compound, all) -> {
            List<Placed<Entry>> told = new ArrayList<>(all);
            boolean kept =
                    told.removeIf(it -> it.entry().from().equals(Responsibility.BEFORE_RECORDS) && it.row() != null);
            if (!kept && told.stream().anyMatch(Placed::added)) {
                stores.responsibilities().forgetBeforeRecords(compound);
            }
        });
    }

    @Override
    public Map<String, String> content(Entry entry) {
        return ResponsibilitySheet.content(
                entry.responsibility(),
                known.compounds().nameOf(entry.compound()),
                entry.runner() == null ? "" : known.nameOf(entry.runner()));
    }

    @Override
    public String about(Entry entry) {
        return entry.compound();
    }
}

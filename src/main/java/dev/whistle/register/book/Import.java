package dev.whistle.register.book;

import dev.whistle.register.RegisterKind;
import dev.whistle.register.RegisterLog;
import dev.whistle.register.RegisterLog.Change;
import dev.whistle.register.book.Entries.Placed;
import dev.whistle.register.book.ImportReport.Touched;
import dev.whistle.sheet.Cell;
import dev.whistle.sheet.Page;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One workbook on its way into the registers: read to its end, checked, then written or not. */
final class Import {

    /** A sheet that the workbook has, with what will stand in its register. */
    private record Filled<E>(Part<E> part, Entries<E> entries, int rows, int examples) {}

    private final CompoundPart compounds;
    private final ResponsibilityPart responsibilities;
    private final List<Part<?>> parts;
    private final Rights rights;
    private final Known known;
    private final Mistakes mistakes = new Mistakes();
    private final List<Filled<?>> filled = new ArrayList<>();

    Import(Stores stores, Rights rights) {
        this.rights = rights;
        this.known = new Known(stores.units().all(), stores.compounds().all());
        this.compounds = new CompoundPart(stores, known);
        this.responsibilities = new ResponsibilityPart(stores, known);
        this.parts = List.of(
                new CompanyPart(stores, known),
                compounds,
                new ManagerPart(stores, known),
                new ContractPart(stores, known),
                new CommitteePart(stores, known),
                responsibilities,
                new StandbyPart(stores, known));
    }

    List<Part<?>> parts() {
        return parts;
    }

    /** @throws BadBookException naming everything that is wrong */
    void read(List<Page> pages) {
        Map<String, Page> byName = new LinkedHashMap<>();
        pages.forEach(it -> byName.put(it.name(), it));
        parts.forEach(it -> Optional.ofNullable(byName.remove(it.kind().label()))
                .filter(page -> !page.titles().isEmpty() || !page.lines().isEmpty())
                .ifPresent(page -> filled.add(fill(it, page))));
        byName.remove(Template.EXPLANATION);
        byName.values().stream()
                .filter(it -> !it.titles().isEmpty() || !it.lines().isEmpty())
                .forEach(it -> mistakes.add(it.name(), 1, null, "book.sheet-unknown", it.name(), sheetNames()));
        filled.forEach(this::check);
        if (mistakes.none()) {
            checkRunners();
        }
        mistakes.refuse();
    }

    private String sheetNames() {
        return String.join("、", parts.stream().map(it -> it.kind().label()).toList());
    }

    private <E> Filled<E> fill(Part<E> part, Page page) {
        Map<String, E> there = new LinkedHashMap<>();
        part.there().forEach(it -> there.put(part.key(it), it));
        Entries<E> entries = new Entries<>(there);
        List<@Nullable String> titles = titles(part, page);
        int rows = 0;
        int examples = 0;
        for (Page.Line line : page.lines()) {
            if (Template.isExample(line.cells())) {
                examples++;
            } else if (!titles.isEmpty()) {
                rows++;
                Row row = new Row(page.name(), line.row(), cells(titles, line, page.name()), mistakes);
                E entry = part.read(row);
                if (row.whole()) {
                    entries.put(part.key(entry), row, entry);
                }
            }
        }
        return new Filled<>(part, entries, rows, examples);
    }

    /** What each column is for; null for one that is passed over. Empty if the titles are wrong. */
    private List<@Nullable String> titles(Part<?> part, Page page) {
        List<String> wanted = part.columns().stream().map(Column::title).toList();
        List<@Nullable String> titles = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        boolean right = true;
        for (String title : page.titles()) {
            boolean passedOver = title.isEmpty() || part.passedOver().contains(title);
            if (!passedOver && !wanted.contains(title)) {
                mistakes.add(page.name(), 1, title, "book.column-unknown", String.join("、", wanted));
                right = false;
            } else if (!passedOver && !seen.add(title)) {
                mistakes.add(page.name(), 1, title, "book.column-twice");
                right = false;
            }
            titles.add(passedOver ? null : title);
        }
        for (String title : wanted) {
            if (!seen.contains(title)) {
                mistakes.add(page.name(), 1, title, "book.column-missing");
                right = false;
            }
        }
        return right ? titles : List.of();
    }

    private Map<String, Cell> cells(List<@Nullable String> titles, Page.Line line, String sheet) {
        Map<String, Cell> cells = new HashMap<>();
        for (int column = 0; column < Math.max(titles.size(), line.cells().size()); column++) {
            String title = column < titles.size() ? titles.get(column) : null;
            if (title != null) {
                cells.put(title, line.cell(column));
            } else if (column >= titles.size() && line.cell(column).kind() != Cell.Kind.EMPTY) {
                mistakes.add(sheet, line.row(), null, "book.no-title", column + 1);
            }
        }
        return cells;
    }

    private <E> void check(Filled<E> sheet) {
        sheet.part().check(sheet.entries());
        RegisterKind kind = sheet.part().kind();
        sheet.entries().all().stream().filter(it -> it.added() || it.changed()).forEach(it -> {
            String street = sheet.part().street(it.entry(), known);
            E before = it.before();
            if (!rights.may(kind, street)
                    || (before != null && !rights.may(kind, sheet.part().street(before, known)))) {
                it.wrong(null, kind.byStreets() ? "book.not-your-street" : "book.not-yours");
            }
        });
    }

    /** A new compound with a company must have one, and the sheet that says which is read last. */
    private void checkRunners() {
        Set<String> run = of(responsibilities)
                .map(it -> responsibilities.runToday(it.entries()))
                .orElse(Set.of());
        of(compounds).ifPresent(it -> CompoundPart.checkRunners(it.entries(), run));
    }

    @SuppressWarnings("unchecked") // a part's entries are its own
    private <E> Optional<Filled<E>> of(Part<E> part) {
        return filled.stream()
                .filter(it -> it.part() == part)
                .map(it -> (Filled<E>) it)
                .findFirst();
    }

    /** Writes what is new and what has changed, with a line of the log each. */
    void write(RegisterLog log, String source) {
        filled.forEach(it -> write(it, log, source));
        of(responsibilities).ifPresent(it -> responsibilities.forgetTheUnknown(it.entries()));
        filled.forEach(Import::settle);
    }

    private static <E> void write(Filled<E> sheet, RegisterLog log, String source) {
        Part<E> part = sheet.part();
        for (Placed<E> it : sheet.entries().all()) {
            E before = it.before();
            if (before == null) {
                part.add(it.entry());
            } else if (it.changed()) {
                part.change(before, it.entry());
            } else {
                continue;
            }
            log.write(part.kind(), part.about(it.entry()), part.content(it.entry()), source);
        }
    }

    private static <E> void settle(Filled<E> sheet) {
        sheet.entries().all().stream()
                .filter(it -> it.added() || it.changed())
                .forEach(it -> sheet.part().settle(it.entry()));
    }

    /** @param listed how many entries are told one by one */
    ImportReport report(int listed) {
        return new ImportReport(
                filled.stream().map(Import::inNumbers).toList(),
                filled.stream()
                        .flatMap(it -> touched(it).stream())
                        .limit(listed)
                        .toList());
    }

    private static <E> ImportReport.Sheet inNumbers(Filled<E> sheet) {
        List<Placed<E>> all = sheet.entries().all();
        int added = (int) all.stream().filter(Placed::added).count();
        int changed = (int) all.stream().filter(Placed::changed).count();
        int touchedRows = (int) sheet.entries().ofFile().stream()
                .filter(it -> it.added() || it.changed())
                .count();
        return new ImportReport.Sheet(
                sheet.part().kind().label(), added, changed, sheet.rows() - touchedRows, sheet.examples());
    }

    private static <E> List<Touched> touched(Filled<E> sheet) {
        return sheet.entries().all().stream()
                .filter(it -> it.added() || it.changed())
                .map(it -> touched(sheet.part(), it))
                .toList();
    }

    private static <E> Touched touched(Part<E> part, Placed<E> it) {
        Map<String, String> content = part.content(it.entry());
        E before = it.before();
        Map<String, String> was = before == null ? Map.of() : part.content(before);
        Row row = it.row();
        return new Touched(
                part.kind().label(),
                row == null ? 0 : row.number(),
                called(part.kind(), content),
                it.added(),
                content.entrySet().stream()
                        .map(now -> new Change(now.getKey(), was.getOrDefault(now.getKey(), ""), now.getValue()))
                        .filter(change -> !Objects.equals(change.before(), change.after()))
                        .toList());
    }

    private static String called(RegisterKind kind, Map<String, String> content) {
        return switch (kind) {
            case COMPANY, COMPOUND -> content.getOrDefault("名称", "");
            case STANDBY -> content.get("镇街") + " " + content.get(kind.key());
            default -> content.get("小区") + " " + content.get(kind.key());
        };
    }
}

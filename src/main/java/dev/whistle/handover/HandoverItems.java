package dev.whistle.handover;

import dev.whistle.engine.DeploymentCheck;
import dev.whistle.engine.TableRow;
import dev.whistle.engine.Tables;
import dev.whistle.engine.WrittenRule;
import dev.whistle.handover.HandoverItem.Recorded;
import dev.whistle.organisation.CompoundClass;
import dev.whistle.problem.FieldError;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is to be handed over: the newest version of {@code handover-items.dmn}, so that an item added there is asked for. */
@Component
class HandoverItems implements DeploymentCheck {

    private static final String TABLE = "handover-items";
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_MEASURE = 20;
    private static final Set<String> CLASSES =
            Arrays.stream(CompoundClass.values()).map(HandoverItems::code).collect(Collectors.toUnmodifiableSet());

    private final Tables tables;

    HandoverItems(Tables tables) {
        this.tables = tables;
    }

    /**
     * Those of a compound of this class, in the table's order.
     *
     * @param kind null where the case is about no compound: then those of all classes
     */
    List<HandoverItem> of(@Nullable CompoundClass kind) {
        return tables.rows(TABLE).stream()
                .filter(row -> isFor(row, kind))
                .map(HandoverItems::item)
                .toList();
    }

    private static boolean isFor(TableRow row, @Nullable CompoundClass kind) {
        List<String> classes = classes(row.text("classes"));
        return classes.isEmpty() || kind != null && classes.contains(code(kind));
    }

    private static HandoverItem item(TableRow row) {
        return new HandoverItem(
                row.key(),
                row.text("name"),
                row.text("hint"),
                Recorded.valueOf(row.text("recorded").toUpperCase(Locale.ROOT)),
                row.text("measure"),
                row.flag("property"),
                row.text("clause"));
    }

    @Override
    public List<FieldError> check(String file, byte[] content) {
        return file.equals(TABLE + ".dmn")
                ? WrittenRule.of(content).stream().flatMap(HandoverItems::wrong).toList()
                : List.of();
    }

    private static Stream<FieldError> wrong(WrittenRule rule) {
        String place = TABLE + ".dmn " + rule.id();
        String name = rule.cells().getOrDefault("name", "");
        String measure = rule.cells().getOrDefault("measure", "");
        Stream<FieldError> naming = name.isEmpty() || name.length() > LONGEST_NAME
                ? Stream.of(new FieldError(place, "handover.table-name", LONGEST_NAME))
                : Stream.empty();
        Stream<FieldError> measuring = measure.length() > LONGEST_MEASURE
                        || measure.isEmpty() && !"list".equals(rule.cells().get("recorded"))
                ? Stream.of(new FieldError(place, "handover.table-measure", LONGEST_MEASURE))
                : Stream.empty();
        Stream<FieldError> classing = classes(rule.cells().getOrDefault("classes", "")).stream()
                .filter(it -> !CLASSES.contains(it))
                .map(it -> new FieldError(place, "handover.table-class", it, String.join("、", sorted())));
        return Stream.of(naming, measuring, classing).flatMap(it -> it);
    }

    private static List<String> sorted() {
        return CLASSES.stream().sorted().toList();
    }

    private static List<String> classes(String cell) {
        return Arrays.stream(cell.split("[\\s,，]+")).filter(it -> !it.isEmpty()).toList();
    }

    private static String code(CompoundClass kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}

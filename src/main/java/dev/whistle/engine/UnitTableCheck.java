package dev.whistle.engine;

import dev.whistle.organisation.CurrentOfficer;
import dev.whistle.organisation.Units;
import dev.whistle.problem.FieldError;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Units that tables name are there. A designer is refused a table that names another; a table that comes with the
 * application is let in, with a warning, since a district that calls its units otherwise starts before it has a table
 * of its own: until then the district office decides.
 */
@Component
class UnitTableCheck implements DeploymentCheck {

    private static final Logger LOG = LoggerFactory.getLogger(UnitTableCheck.class);

    private final List<UnitTable> tables;
    private final Units units;
    private final CurrentOfficer current;

    UnitTableCheck(List<UnitTable> tables, Units units, CurrentOfficer current) {
        this.tables = tables;
        this.units = units;
        this.current = current;
    }

    @Override
    public List<FieldError> check(String file, byte[] content) {
        List<FieldError> unknown = tables.stream()
                .filter(it -> file.equals(it.table() + ".dmn"))
                .flatMap(it -> unknown(it, content))
                .toList();
        if (current.get().isPresent()) {
            return unknown;
        }
        unknown.forEach(it -> LOG.warn("{} names a unit that is not there: {}", it.field(), it.arguments()));
        return List.of();
    }

    private Stream<FieldError> unknown(UnitTable table, byte[] content) {
        return WrittenRule.of(content).stream()
                .flatMap(rule -> named(table, rule)
                        .map(it -> new FieldError(table.table() + ".dmn " + rule.id(), "table.unit-unknown", it)));
    }

    /** What a rule names that is no unit. */
    private Stream<String> named(UnitTable table, WrittenRule rule) {
        return table.unitColumns().stream()
                .flatMap(it -> Arrays.stream(rule.cells().getOrDefault(it, "").split("\\s+")))
                .filter(it -> !it.isEmpty() && !table.otherWords().contains(it))
                .filter(it -> units.find(it).isEmpty())
                .distinct();
    }
}

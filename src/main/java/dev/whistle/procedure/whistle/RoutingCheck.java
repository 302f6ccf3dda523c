package dev.whistle.procedure.whistle;

import dev.whistle.engine.DeploymentCheck;
import dev.whistle.organisation.CurrentOfficer;
import dev.whistle.organisation.Units;
import dev.whistle.problem.FieldError;
import java.io.ByteArrayInputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Units that {@code whistle-routing.dmn} names are there. A designer is refused a table that names another; a table
 * that comes with the application is let in, with a warning, since a district that calls its units otherwise starts
 * before it has a table of its own: until then the district office decides.
 */
@Component
class RoutingCheck implements DeploymentCheck {

    private static final Logger LOG = LoggerFactory.getLogger(RoutingCheck.class);
    private static final String FILE = Routing.TABLE + ".dmn";
    private static final List<String> OF_UNITS = List.of("lead", "others", "power");

    private final Units units;
    private final CurrentOfficer current;

    RoutingCheck(Units units, CurrentOfficer current) {
        this.units = units;
        this.current = current;
    }

    @Override
    public List<FieldError> check(String file, byte[] content) {
        if (!file.equals(FILE)) {
            return List.of();
        }
        Map<String, String> unknown = unknown(content);
        if (current.get().isPresent()) {
            return unknown.entrySet().stream()
                    .map(it -> new FieldError(FILE + " " + it.getValue(), "whistle.table-unit", it.getKey()))
                    .toList();
        }
        if (!unknown.isEmpty()) {
            LOG.warn("{} names units that are not there: {}", FILE, unknown.keySet());
        }
        return List.of();
    }

    /** Ids that nobody has, with the rule they stand in. */
    private Map<String, String> unknown(byte[] content) {
        Map<String, String> unknown = new LinkedHashMap<>();
        DecisionTable table = Dmn.readModelFromStream(new ByteArrayInputStream(content))
                .getModelElementsByType(DecisionTable.class)
                .iterator()
                .next();
        List<String> outputs = table.getOutputs().stream().map(Output::getName).toList();
        for (Rule rule : table.getRules()) {
            OF_UNITS.stream()
                    .map(it -> List.copyOf(rule.getOutputEntries())
                            .get(outputs.indexOf(it))
                            .getTextContent())
                    .flatMap(it -> Routing.ids(it).stream())
                    .filter(it -> !it.equals(Routing.STREET) && units.find(it).isEmpty())
                    .forEach(it -> unknown.put(it, rule.getId()));
        }
        return unknown;
    }
}

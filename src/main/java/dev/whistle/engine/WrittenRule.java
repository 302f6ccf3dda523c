package dev.whistle.engine;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.OutputEntry;
import org.camunda.bpm.model.dmn.instance.Rule;

/**
 * A rule of a decision table as its designer wrote it, to be looked at before it is deployed.
 *
 * @param cells what stands in the cells of the outputs, quotation marks left out, by the names of the outputs
 */
public record WrittenRule(String id, Map<String, String> cells) {

    /** The rules of the first table of a DMN file. */
    public static List<WrittenRule> of(byte[] dmn) {
        DecisionTable table = Dmn.readModelFromStream(new ByteArrayInputStream(dmn))
                .getModelElementsByType(DecisionTable.class)
                .iterator()
                .next();
        List<String> outputs = table.getOutputs().stream().map(Output::getName).toList();
        return table.getRules().stream()
                .map(it -> new WrittenRule(it.getId(), cells(it, outputs)))
                .toList();
    }

    private static Map<String, String> cells(Rule rule, List<String> outputs) {
        List<OutputEntry> entries = List.copyOf(rule.getOutputEntries());
        return IntStream.range(0, outputs.size())
                .boxed()
                .collect(Collectors.toMap(outputs::get, it -> plain(entries.get(it))));
    }

    private static String plain(OutputEntry entry) {
        return entry.getTextContent().replace('"', ' ').strip();
    }
}

package dev.whistle.gate;

import dev.whistle.engine.Bundle;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.model.dmn.DmnModelInstance;

/**
 * What a bundle may refer to: its own files, then the newest of all others.
 *
 * @param landscape all bundles, this one among them
 */
record Surroundings(Contents contents, Landscape landscape) {

    Choices choices() {
        return landscape.choices();
    }

    Optional<Template> template(String id) {
        return Optional.ofNullable(landscape.templates().get(id));
    }

    List<Template> templates() {
        return List.copyOf(landscape.templates().values());
    }

    /** The procedure of this id that a call activity would call. */
    Optional<Model> process(String id) {
        return landscape.model(id + Contents.MODEL);
    }

    /**
     * The file of decisions with the one of this id.
     *
     * @param ofTheBundle whether it must come with the bundle
     */
    Optional<DmnModelInstance> decision(String id, boolean ofTheBundle) {
        return contents.tableWith(id)
                .or(() -> ofTheBundle ? Optional.empty() : landscape.tableWith(id))
                .map(Contents.Table::model);
    }

    /** The other bundle that owns a file of this name. */
    Optional<String> otherOwnerOfFile(String file) {
        return others().filter(it -> it.files().containsKey(file))
                .map(Bundle::slug)
                .findFirst();
    }

    /** The other bundle whose form has this id. */
    Optional<String> otherOwnerOfForm(String id) {
        return others().filter(bundle -> bundle.files().keySet().stream()
                        .filter(it -> it.endsWith(Contents.FORM))
                        .anyMatch(it -> Contents.formId(it).equals(id)))
                .map(Bundle::slug)
                .findFirst();
    }

    /** The other bundle that has a decision of this id. */
    Optional<String> otherOwnerOfDecision(String id) {
        return others().filter(it -> landscape.contents(it.slug()).tableWith(id).isPresent())
                .map(Bundle::slug)
                .findFirst();
    }

    private Stream<Bundle> others() {
        return landscape.othersThan(contents.bundle().slug());
    }
}

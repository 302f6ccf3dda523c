package dev.whistle.gate;

import dev.whistle.engine.Bundle;
import dev.whistle.engine.DeployedBundles;
import java.io.ByteArrayInputStream;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;

/** What a bundle may refer to: its own files, then the newest of all others, as they will stand after the deployment. */
final class Surroundings {

    private final Contents contents;
    private final Collection<Bundle> others;
    private final DeployedBundles deployed;
    private final Choices choices;
    private final Map<String, Template> templates;
    private final Map<String, Optional<BpmnModelInstance>> called = new HashMap<>();

    Surroundings(Contents contents, DeployedBundles deployed, Palette palette) {
        this.contents = contents;
        this.deployed = deployed;
        this.others = deployed.newest().stream()
                .filter(it -> !it.slug().equals(contents.bundle().slug()))
                .toList();
        this.choices = Choices.of(this::table);
        this.templates =
                palette.templates(choices).stream().collect(Collectors.toMap(Template::id, Function.identity()));
    }

    Contents contents() {
        return contents;
    }

    Choices choices() {
        return choices;
    }

    Optional<Template> template(String id) {
        return Optional.ofNullable(templates.get(id));
    }

    List<Template> templates() {
        return List.copyOf(templates.values());
    }

    /** The procedure of this id that a call activity would call. */
    Optional<BpmnModelInstance> process(String id) {
        return called.computeIfAbsent(id, this::findProcess);
    }

    boolean hasDecision(String id, boolean ofTheBundle) {
        boolean own = contents.tables().values().stream()
                .flatMap(it -> it.model().getModelElementsByType(Decision.class).stream())
                .anyMatch(it -> id.equals(it.getId()));
        return own || (!ofTheBundle && deployed.ownerOfDecision(id).isPresent());
    }

    /** The other bundle that owns a file of this name. */
    Optional<String> otherOwnerOfFile(String file) {
        return others.stream()
                .filter(it -> it.files().containsKey(file))
                .map(Bundle::slug)
                .findFirst();
    }

    /** The other bundle whose form has this id. */
    Optional<String> otherOwnerOfForm(String id) {
        return others.stream()
                .filter(bundle -> bundle.files().keySet().stream()
                        .filter(it -> it.endsWith(Contents.FORM))
                        .anyMatch(it -> Contents.formId(it).equals(id)))
                .map(Bundle::slug)
                .findFirst();
    }

    Optional<String> otherOwnerOfProcess(String id) {
        return deployed.ownerOfProcess(id).filter(this::isOther);
    }

    Optional<String> otherOwnerOfDecision(String id) {
        return deployed.ownerOfDecision(id).filter(this::isOther);
    }

    private boolean isOther(String bundle) {
        return !bundle.equals(contents.bundle().slug());
    }

    private Optional<BpmnModelInstance> findProcess(String id) {
        String file = id + Contents.MODEL;
        return Optional.ofNullable(contents.models().get(file))
                .map(Contents.Read::model)
                .or(() -> others(file)
                        .map(ByteArrayInputStream::new)
                        .map(Bpmn::readModelFromStream)
                        .findFirst());
    }

    private Optional<Document> table(String file) {
        return Optional.ofNullable(contents.tables().get(file))
                .map(Contents.Table::xml)
                .or(() -> others(file).map(Surroundings::parsed).findFirst());
    }

    private Stream<byte[]> others(String file) {
        return others.stream().flatMap(it -> Optional.ofNullable(it.files().get(file)).stream());
    }

    private static Document parsed(byte[] deployed) {
        try {
            return Xml.parse(deployed);
        } catch (SAXException impossible) { // it has passed the gate
            throw new IllegalStateException(impossible);
        }
    }
}

package dev.whistle.gate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.whistle.engine.Bundle;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.xml.ModelException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** A bundle's files, read; what cannot be read is reported and missing here. */
record Contents(
        Bundle bundle,
        SortedMap<String, Read> models,
        SortedMap<String, Table> tables,
        SortedMap<String, JsonNode> forms) {

    static final String MODEL = ".bpmn";
    static final String TABLE = ".dmn";
    static final String FORM = ".form";

    private static final Pattern NAME =
            Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*(\\.[a-z][a-z0-9-]*)?\\.(bpmn|dmn|form)");
    private static final ObjectMapper JSON = new ObjectMapper();

    /** A model, as the engine's own library reads it, as plain XML and as the texts that stand in it. */
    record Read(BpmnModelInstance model, Document xml, List<Elements.Written> texts) {}

    /** A file of decisions, likewise. */
    record Table(DmnModelInstance model, Document xml) {}

    /** @param largest bytes of a file */
    static Contents of(Bundle bundle, long largest, Report report) {
        Contents contents = new Contents(bundle, new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
        bundle.files().forEach((file, content) -> contents.read(file, content, largest, report.about(file)));
        return contents;
    }

    /** The id by which models ask for the form in this file. */
    static String formId(String file) {
        return file.substring(0, file.length() - FORM.length()).replace('.', '-');
    }

    /** Whether a form of this id comes with the bundle, readable or not. */
    boolean hasForm(String id) {
        return bundle.files().keySet().stream()
                .filter(it -> it.endsWith(FORM))
                .map(Contents::formId)
                .anyMatch(id::equals);
    }

    /** The file of the bundle that has the decision of this id. */
    Optional<Table> tableWith(String decision) {
        return tables.values().stream()
                .filter(it -> it.model().getModelElementsByType(Decision.class).stream()
                        .anyMatch(found -> decision.equals(found.getId())))
                .findFirst();
    }

    private void read(String file, byte[] content, long largest, Report.About report) {
        if (!NAME.matcher(file).matches()) {
            report.file("file.name");
        } else if (content.length > largest) {
            report.file("file.large", content.length / 1024, largest / 1024);
        } else if (file.endsWith(FORM)) {
            readForm(file, content, report);
        } else {
            readXml(file, content, report);
        }
    }

    private void readForm(String file, byte[] content, Report.About report) {
        try {
            JsonNode form = JSON.readTree(content);
            if (form.isObject()) {
                forms.put(file, form);
            } else {
                report.file("form.unreadable", 1);
            }
        } catch (JsonProcessingException broken) {
            report.file(
                    "form.unreadable",
                    broken.getLocation() == null ? 1 : broken.getLocation().getLineNr());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private void readXml(String file, byte[] content, Report.About report) {
        Document xml = wellFormed(content, report);
        if (xml == null) {
            return;
        }
        if (file.endsWith(MODEL)) {
            valid(content, Bpmn::readModelFromStream, report)
                    .ifPresent(it -> models.put(
                            file, new Read(it, xml, Elements.texts(xml).toList())));
        } else {
            valid(content, Dmn::readModelFromStream, report).ifPresent(it -> tables.put(file, new Table(it, xml)));
        }
    }

    private static @Nullable Document wellFormed(byte[] content, Report.About report) {
        try {
            return Xml.parse(content);
        } catch (SAXParseException broken) {
            boolean doctype = String.valueOf(broken.getMessage()).contains("DOCTYPE");
            report.file(doctype ? "xml.doctype" : "xml.broken", broken.getLineNumber());
        } catch (SAXException broken) {
            report.file("xml.broken", 1);
        }
        return null;
    }

    /** Well-formed, but perhaps no BPMN or DMN; the library's English words name the element. */
    private static <T> Optional<T> valid(
            byte[] content, Function<ByteArrayInputStream, T> reader, Report.About report) {
        try {
            return Optional.of(reader.apply(new ByteArrayInputStream(content)));
        } catch (ModelException invalid) {
            report.file("xml.invalid", innermost(invalid));
            return Optional.empty();
        }
    }

    private static String innermost(Throwable failure) {
        Throwable it = failure;
        while (it.getCause() != null && it.getCause() != it) {
            it = it.getCause();
        }
        // The rest lists everything that could stand there.
        return String.valueOf(it.getMessage())
                .replaceFirst("^Error: URI=\\S+ ", "")
                .replaceFirst(" One of '.*", "");
    }
}

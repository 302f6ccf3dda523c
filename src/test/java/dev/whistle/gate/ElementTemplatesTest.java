package dev.whistle.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.whistle.palette.Block;
import dev.whistle.testing.NodeTools;
import dev.whistle.testing.OnH2;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;

/**
 * What process designers pick in Camunda Modeler says what the building blocks say of themselves. Run with
 * {@code -Dwhistle.templates=write} it writes the files and the table of blocks anew.
 */
@OnH2
class ElementTemplatesTest {

    private static final boolean WRITE = "write".equals(System.getProperty("whistle.templates"));
    private static final String VALIDATOR = "@bpmn-io/element-templates-validator@2.26.0";
    private static final Path PROCESSES = Path.of("processes");
    private static final Path README = Path.of("README.zh-CN.md");
    private static final String TABLE_BEGINS = "<!-- 构件表：由 ElementTemplatesTest 写出 -->\n";
    private static final String TABLE_ENDS = "<!-- 构件表完 -->";

    @Autowired
    private ApplicationContext beans;

    @Autowired
    private Palette palette;

    private List<Template> templates = List.of();

    @BeforeEach
    void describe() throws IOException {
        templates = palette.templates(Choices.of(ElementTemplatesTest::table));
        if (WRITE) {
            write();
        }
    }

    @Test
    void everyTemplateIsWrittenAsItsBlockSays() {
        assertThat(templates)
                .allSatisfy(it -> assertThat(TemplateFiles.file(it))
                        .as("run this test with -Dwhistle.templates=write")
                        .hasContent(TemplateFiles.wanted(it)));
        assertThat(TemplateFiles.all())
                .as("templates whose block is gone")
                .containsExactlyElementsOf(
                        templates.stream().map(TemplateFiles::file).toList());
    }

    @Test
    void everyStepThatAModelCanCallIsDescribed() {
        assertThat(delegates())
                .allSatisfy(it -> assertThat(type(it).isAnnotationPresent(Block.class))
                        .as(it)
                        .isTrue());
    }

    /** A field that the engine injects and no designer can see would stay empty for ever. */
    @Test
    void everyFieldOfABlockIsDescribed() {
        assertThat(delegates()).allSatisfy(bean -> {
            List<String> injected = Arrays.stream(type(bean).getDeclaredFields())
                    .filter(it -> it.getType().equals(Expression.class))
                    .map(Field::getName)
                    .toList();
            Template template = templates.stream()
                    .filter(it -> it.id().equals(Template.PREFIX + bean))
                    .findFirst()
                    .orElseThrow();
            assertThat(template.properties())
                    .filteredOn(it -> it.binding().type().equals(Template.Binding.FIELD))
                    .extracting(it -> it.binding().name())
                    .containsExactlyElementsOf(injected);
        });
    }

    /** A process that others call says itself what it takes. */
    @TestFactory
    Stream<DynamicTest> everyCallHandsOverWhatItsProcessTakes() {
        return Call.ALL.stream()
                .map(call -> DynamicTest.dynamicTest(call.process(), () -> {
                    BpmnModelInstance process = Bpmn.readModelFromFile(PROCESSES
                            .resolve(call.process())
                            .resolve(call.process() + ".bpmn")
                            .toFile());
                    assertThat(call.names(true)).isEqualTo(Model.given(process, "takes"));
                    assertThat(call.names(false)).isEqualTo(Model.given(process, "mayTake"));
                }));
    }

    @Test
    void whatDesignersReadIsChinese() {
        assertThat(templates).allSatisfy(template -> {
            assertThat(template.name()).containsPattern("\\p{IsHan}");
            assertThat(template.description()).endsWith("。");
            assertThat(template.properties())
                    .filteredOn(it -> !it.isHidden())
                    .allSatisfy(it -> assertThat(it.label()).containsPattern("\\p{IsHan}"));
        });
        assertThat(templates).extracting(Template::name).doesNotHaveDuplicates();
    }

    @Test
    void theModelerTakesThem() {
        List<String> said = NodeTools.with(VALIDATOR)
                .run(ElementTemplatesTest.class, "validate-templates.mjs", TemplateFiles.all().stream());

        assertThat(said)
                .allMatch(it -> it.startsWith("valid "))
                .containsAll(templates.stream()
                        .map(it -> "valid " + it.id() + " " + it.version())
                        .toList());
    }

    /** The judge itself can say no. */
    @Test
    void theModelerRefusesOthers(@TempDir Path folder) throws IOException {
        Path wrong = Files.writeString(
                folder.resolve("wrong.json"),
                TemplateFiles.wanted(templates.get(0)).replaceFirst("\"property\"", "\"camunda:nothing\""));

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> NodeTools.with(VALIDATOR)
                        .run(ElementTemplatesTest.class, "validate-templates.mjs", Stream.of(wrong)))
                .withMessageContaining("invalid property.binding type \"camunda:nothing\"");
    }

    @Test
    void theTableOfBlocksIsComplete() throws IOException {
        assertThat(Files.readString(README))
                .as("run this test with -Dwhistle.templates=write")
                .contains(TABLE_BEGINS + table() + TABLE_ENDS);
    }

    private void write() throws IOException {
        Files.createDirectories(TemplateFiles.FOLDER);
        for (Template template : templates) {
            TemplateFiles.written(template)
                    .ifPresent(before -> assertThat(template.shape())
                            .as(
                                    "%s: models made from version %d would not fit; raise the version of its block",
                                    template.id(), template.version())
                            .isEqualTo(before.shape()));
            Files.writeString(TemplateFiles.file(template), TemplateFiles.wanted(template));
        }
        String readme = Files.readString(README);
        int begins = readme.indexOf(TABLE_BEGINS) + TABLE_BEGINS.length();
        Files.writeString(
                README, readme.substring(0, begins) + table() + readme.substring(readme.indexOf(TABLE_ENDS, begins)));
    }

    private String table() {
        return templates.stream()
                .map(it -> "| %s | `%s` | %s | %s |"
                        .formatted(
                                it.name(),
                                it.fileName().replace(".json", ""),
                                it.category().name().replace("吹哨：", ""),
                                it.description()))
                .collect(Collectors.joining("\n", "| 构件 | 名称 | 种类 | 作用 |\n| --- | --- | --- | --- |\n", "\n"));
    }

    private static Optional<Document> table(String file) {
        try {
            return Optional.of(
                    Xml.parse(Files.readAllBytes(PROCESSES.resolve("shared").resolve(file))));
        } catch (IOException | SAXException unreadable) {
            throw new IllegalStateException(file, unreadable);
        }
    }

    /** Blocks of the application; those that only tests have need no template. */
    private List<String> delegates() {
        return palette.delegates().stream()
                .filter(it -> !type(it).getName().contains("Tryout"))
                .toList();
    }

    private Class<?> type(String bean) {
        return AopUtils.getTargetClass(beans.getBean(bean));
    }
}

package dev.whistle.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whistle.palette.Block;
import dev.whistle.testing.OnH2;
import java.lang.reflect.Field;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.ConditionExpression;
import org.camunda.bpm.model.bpmn.instance.Documentation;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Lane;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaField;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOut;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.InputEntry;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** What every model keeps to: officers can read it, designers can trust it, nobody's data leaks through it. */
@OnH2
class ModelRulesTest {

    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");
    private static final Pattern CLAUSES_FIRST =
            Pattern.compile("^\\s*((JJ|AP|YQ|AS|SY|QA)\\.[A-Za-z0-9.-]+\\s+)+\\S*\\p{IsHan}");
    private static final Pattern BEAN = Pattern.compile("\\$\\{(\\w+)}");
    private static final Pattern EXPRESSION = Pattern.compile("[$#]\\{([^}]*)}");
    private static final Pattern TEXT = Pattern.compile("'[^']*'|\"[^\"]*\"");
    private static final Pattern ROOT = Pattern.compile("(?<![\\w.])[A-Za-z_]\\w*");
    private static final Pattern CLOCK = Pattern.compile("clocks\\.\\w+\\(\\s*execution\\s*,\\s*'([^']+)'");
    private static final Set<String> WORDS =
            Set.of("execution", "task", "true", "false", "null", "empty", "not", "and", "or", "eq", "ne", "lt", "gt");

    @Autowired
    private ApplicationContext beans;

    @TestFactory
    Stream<DynamicTest> folderFileAndProcessHaveOneName() {
        return everyModel((file, model) -> {
            Process process = processOf(model);
            assertThat(process.getId()).isEqualTo(Models.slug(file));
            assertThat(file.getFileName()).hasToString(Models.slug(file) + ".bpmn");
            assertThat(process.isExecutable()).isTrue();
            assertThat(process.getCamundaHistoryTimeToLiveString()).matches("P\\d+D");
        });
    }

    @TestFactory
    Stream<DynamicTest> whatOfficersSeeIsChinese() {
        return everyModel((file, model) -> {
            assertThat(processOf(model).getName()).containsPattern(CHINESE);
            assertThat(model.getModelElementsByType(FlowNode.class))
                    .allSatisfy(it -> assertThat(it.getName()).as(it.getId()).containsPattern(CHINESE));
            assertThat(model.getModelElementsByType(Lane.class))
                    .allSatisfy(it -> assertThat(it.getName()).as(it.getId()).containsPattern(CHINESE));
            assertThat(model.getModelElementsByType(SequenceFlow.class))
                    .filteredOn(it -> it.getConditionExpression() != null)
                    .allSatisfy(it -> assertThat(it.getName()).as(it.getId()).containsPattern(CHINESE));
        });
    }

    /** The guidance that Tasklist shows begins with the clauses it stands on. */
    @TestFactory
    Stream<DynamicTest> everyStepNamesItsClauses() {
        return everyModel((file, model) -> assertThat(model.getModelElementsByType(Activity.class))
                .allSatisfy(it -> assertThat(documentation(it)).as(it.getId()).containsPattern(CLAUSES_FIRST)));
    }

    @TestFactory
    Stream<DynamicTest> everyTaskHasCandidatesAndAForm() {
        return everyModel((file, model) -> {
            Set<String> forms = Models.forms(Models.slug(file))
                    .map(it -> Models.json(it).path("id").asText())
                    .collect(Collectors.toSet());
            assertThat(model.getModelElementsByType(UserTask.class)).allSatisfy(task -> {
                assertThat(task.getCamundaCandidateGroups()).as(task.getId()).isNotBlank();
                assertThat(task.getCamundaFormRef()).as(task.getId()).isIn(forms);
                assertThat(task.getCamundaFormRefBinding()).as(task.getId()).isEqualTo("deployment");
            });
            assertThat(model.getModelElementsByType(StartEvent.class))
                    .filteredOn(it -> it.getCamundaFormRef() != null)
                    .allSatisfy(start -> {
                        assertThat(start.getCamundaFormRef()).isIn(forms);
                        assertThat(start.getCamundaFormRefBinding()).isEqualTo("deployment");
                    });
        });
    }

    @TestFactory
    Stream<DynamicTest> everyServiceTaskIsABuildingBlock() {
        return everyModel((file, model) -> assertThat(model.getModelElementsByType(ServiceTask.class))
                .allSatisfy(task -> {
                    assertThat(task.getCamundaDelegateExpression())
                            .as(task.getId())
                            .matches(BEAN);
                    String bean =
                            BEAN.matcher(task.getCamundaDelegateExpression()).replaceFirst("$1");
                    assertThat(beans.containsBean(bean)).as(task.getId()).isTrue();
                    Class<?> block = AopUtils.getTargetClass(beans.getBean(bean));
                    assertThat(JavaDelegate.class).isAssignableFrom(block);
                    assertThat(fields(task)).as(task.getId()).isSubsetOf(expressionsOf(block));
                }));
    }

    @TestFactory
    Stream<DynamicTest> everyStepIsMadeFromThePalette() {
        return everyModel((file, model) -> assertThat(model.getModelElementsByType(Activity.class))
                .filteredOn(TemplateUse::applies)
                .flatMap(TemplateUse::faults)
                .isEmpty());
    }

    @TestFactory
    Stream<DynamicTest> noScriptsNoClassesNothingExternal() {
        return everyModel((file, model) -> assertThat(Models.text(file))
                .doesNotContainPattern("<\\w*:?scriptTask\\b")
                .doesNotContainPattern("<camunda:script\\b")
                .doesNotContainPattern("camunda:class\\s*=")
                .doesNotContainPattern("camunda:type\\s*=")
                .doesNotContainPattern("scriptFormat\\s*=")
                .doesNotContainPattern("<\\w*:?conditionExpression[^>]*\\blanguage\\s*="));
    }

    /** Values travel as transient variables, which the engine stores as soon as a model copies one. */
    @TestFactory
    Stream<DynamicTest> nobodysDataStandsInAModel() {
        return everyModel((file, model) -> {
            List<String> personal = fieldsOf(Models.slug(file), it -> !it.equals(""), "party");
            assertThat(personal)
                    .allSatisfy(key -> assertThat(Models.text(file)).doesNotContainPattern("\\b" + key + "\\b"));
        });
    }

    /** An unknown name in an expression would be found when the first officer comes by. */
    @TestFactory
    Stream<DynamicTest> expressionsNameBeansAndFieldsOnly() {
        return everyModel((file, model) -> {
            List<String> fields = fieldsOf(Models.slug(file), it -> true, "keep");
            Set<String> taken = taken(model, "takes");
            Set<String> left = leftBySteps(model);
            assertThat(roots(Models.text(file)))
                    .allSatisfy(it -> assertThat(beans.containsBean(it)
                                    || fields.contains(it)
                                    || taken.contains(it)
                                    || left.contains(it))
                            .as(it)
                            .isTrue());
        });
    }

    /** Gateways and candidates are asked after the step that brought the value: it must be kept. */
    @TestFactory
    Stream<DynamicTest> routesAndCandidatesUseWhatIsKept() {
        return everyModel((file, model) -> {
            List<String> kept = fieldsOf(Models.slug(file), it -> it.contains("routing"), "keep");
            Set<String> taken = taken(model, "takes");
            Set<String> left = leftBySteps(model);
            Stream<String> asked = Stream.concat(
                    model.getModelElementsByType(ConditionExpression.class).stream()
                            .map(ConditionExpression::getTextContent),
                    model.getModelElementsByType(UserTask.class).stream()
                            .flatMap(it ->
                                    Stream.of(it.getCamundaCandidateGroups(), String.valueOf(it.getCamundaDueDate()))));
            assertThat(roots(asked.collect(Collectors.joining("\n"))))
                    .allSatisfy(it -> assertThat(beans.containsBean(it)
                                    || kept.contains(it)
                                    || taken.contains(it)
                                    || left.contains(it))
                            .as(it)
                            .isTrue());
        });
    }

    /** A procedure that others call says in its properties {@code takes} and {@code mayTake} what it is to be given. */
    @TestFactory
    Stream<DynamicTest> whoCallsAProcedureGivesItsCaseAndWhatItTakes() {
        return everyModel((file, model) -> assertThat(model.getModelElementsByType(CallActivity.class))
                .allSatisfy(call -> {
                    List<CamundaIn> given =
                            List.copyOf(call.getExtensionElements().getChildElementsByType(CamundaIn.class));
                    assertThat(given)
                            .extracting(CamundaIn::getCamundaBusinessKey)
                            .contains("#{execution.processBusinessKey}");
                    String slug = call.getCalledElement();
                    BpmnModelInstance called = Bpmn.readModelFromFile(
                            Path.of("processes", slug, slug + ".bpmn").toFile());
                    List<String> names = given.stream()
                            .map(CamundaIn::getCamundaTarget)
                            .filter(Objects::nonNull)
                            .toList();
                    assertThat(names).as(call.getId()).containsAll(taken(called, "takes"));
                    assertThat(Stream.concat(taken(called, "takes").stream(), taken(called, "mayTake").stream()))
                            .as(call.getId())
                            .containsAll(names);
                }));
    }

    @TestFactory
    Stream<DynamicTest> everyElementIsDrawn() {
        return everyModel((file, model) -> {
            Set<String> shapes = model.getModelElementsByType(BpmnShape.class).stream()
                    .map(it -> it.getBpmnElement().getId())
                    .collect(Collectors.toSet());
            Set<String> edges = model.getModelElementsByType(BpmnEdge.class).stream()
                    .map(it -> it.getBpmnElement().getId())
                    .collect(Collectors.toSet());
            assertThat(model.getModelElementsByType(FlowNode.class))
                    .extracting(BaseElement::getId)
                    .isSubsetOf(shapes);
            assertThat(model.getModelElementsByType(SequenceFlow.class))
                    .extracting(BaseElement::getId)
                    .isSubsetOf(edges);
        });
    }

    @TestFactory
    Stream<DynamicTest> everyElementStandsInALane() {
        return everyModel((file, model) -> {
            Set<String> inLanes = model.getModelElementsByType(Lane.class).stream()
                    .flatMap(it -> it.getFlowNodeRefs().stream())
                    .map(BaseElement::getId)
                    .collect(Collectors.toSet());
            assertThat(processOf(model).getChildElementsByType(FlowNode.class))
                    .extracting(BaseElement::getId)
                    .isSubsetOf(inLanes);
        });
    }

    @TestFactory
    Stream<DynamicTest> everyClockHasItsTimeLimit() {
        Set<String> kinds = timeLimits();
        return everyModel((file, model) -> {
            Stream<String> armed = model.getModelElementsByType(CamundaField.class).stream()
                    .filter(it -> it.getCamundaName().equals("kind"))
                    .map(ModelRulesTest::value);
            Stream<String> asked = CLOCK.matcher(Models.text(file)).results().map(it -> it.group(1));
            assertThat(Stream.concat(armed, asked)).isSubsetOf(kinds);
        });
    }

    @TestFactory
    Stream<DynamicTest> everyDecisionIsThere() {
        Set<String> decisions = Models.dmn()
                .flatMap(it -> Dmn.readModelFromFile(it.toFile()).getModelElementsByType(Decision.class).stream())
                .map(Decision::getId)
                .collect(Collectors.toSet());
        return everyModel((file, model) -> assertThat(model.getModelElementsByType(BusinessRuleTask.class))
                .extracting(BusinessRuleTask::getCamundaDecisionRef)
                .isSubsetOf(decisions));
    }

    @TestFactory
    Stream<DynamicTest> everyDecisionIsChineseAndKept() {
        return Models.dmn()
                .map(file -> DynamicTest.dynamicTest(
                        file.toString(),
                        () -> assertThat(Dmn.readModelFromFile(file.toFile()).getModelElementsByType(Decision.class))
                                .allSatisfy(it -> {
                                    assertThat(it.getName()).containsPattern(CHINESE);
                                    assertThat(it.getCamundaHistoryTimeToLiveString())
                                            .matches("P\\d+D");
                                })));
    }

    @Test
    void thereAreModels() {
        assertThat(Models.bpmn()).isNotEmpty();
    }

    private interface Rule {
        void check(Path file, BpmnModelInstance model);
    }

    private static Stream<DynamicTest> everyModel(Rule rule) {
        return Models.bpmn()
                .map(file -> DynamicTest.dynamicTest(
                        file.toString(), () -> rule.check(file, Bpmn.readModelFromFile(file.toFile()))));
    }

    private static Process processOf(BpmnModelInstance model) {
        return model.getModelElementsByType(Process.class).iterator().next();
    }

    /** Names of variables that a process is given by whoever calls it. */
    private static Set<String> taken(BpmnModelInstance model, String property) {
        return model.getModelElementsByType(CamundaProperty.class).stream()
                .filter(it -> property.equals(it.getCamundaName()))
                .flatMap(it -> Stream.of(it.getCamundaValue().split(" ")))
                .collect(Collectors.toSet());
    }

    /** Variables that the model's blocks, and the procedures it calls, leave for the gateways behind them. */
    private Set<String> leftBySteps(BpmnModelInstance model) {
        Stream<String> byCalls =
                model.getModelElementsByType(CamundaOut.class).stream().map(CamundaOut::getCamundaTarget);
        Stream<String> byBlocks = model.getModelElementsByType(ServiceTask.class).stream()
                .map(it -> BEAN.matcher(it.getCamundaDelegateExpression()).replaceFirst("$1"))
                .filter(beans::containsBean)
                .map(it -> AopUtils.getTargetClass(beans.getBean(it)).getAnnotation(Block.class))
                .filter(Objects::nonNull)
                .flatMap(it -> Stream.of(it.sets()));
        return Stream.concat(byCalls, byBlocks).collect(Collectors.toSet());
    }

    private static String documentation(BaseElement element) {
        return element.getDocumentations().stream()
                .map(Documentation::getTextContent)
                .collect(Collectors.joining());
    }

    private static List<String> fields(ServiceTask task) {
        return task.getExtensionElements() == null
                ? List.of()
                : task.getExtensionElements().getChildElementsByType(CamundaField.class).stream()
                        .map(CamundaField::getCamundaName)
                        .toList();
    }

    private static List<String> expressionsOf(Class<?> block) {
        return Arrays.stream(block.getDeclaredFields())
                .filter(it -> it.getType().equals(Expression.class))
                .map(Field::getName)
                .toList();
    }

    private static String value(CamundaField field) {
        String attribute = field.getCamundaStringValue();
        return attribute == null ? field.getCamundaString().getTextContent() : attribute;
    }

    /** Keys of a procedure's form fields whose custom property of this name is as wanted. */
    private static List<String> fieldsOf(String slug, Predicate<String> wanted, String property) {
        return Models.forms(slug)
                .flatMap(it -> Models.components(Models.json(it)).stream())
                .filter(it -> wanted.test(it.path("properties").path(property).asText()))
                .map(it -> it.path("key").asText())
                .filter(it -> !it.isEmpty())
                .toList();
    }

    /** What expressions begin with: beans and variables, not their methods, nor words in quotes. */
    private static Collection<String> roots(String text) {
        return EXPRESSION
                .matcher(text)
                .results()
                .map(it -> TEXT.matcher(it.group(1)).replaceAll(""))
                .flatMap(it -> ROOT.matcher(it).results())
                .map(MatchResult::group)
                .filter(it -> !WORDS.contains(it))
                .collect(Collectors.toSet());
    }

    private static Set<String> timeLimits() {
        return Dmn.readModelFromFile(Path.of("processes/shared/time-limits.dmn").toFile())
                .getModelElementsByType(InputEntry.class)
                .stream()
                .map(it -> it.getTextContent().strip().replace("\"", ""))
                .collect(Collectors.toSet());
    }
}

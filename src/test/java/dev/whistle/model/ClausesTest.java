package dev.whistle.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.Documentation;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** {@code processes/clauses.csv} is whole, and no model, form or README refers to a clause that is not there. */
class ClausesTest {

    private static final Path FILE = Path.of("processes/clauses.csv");
    private static final String SOURCE = "(?:JJ|AP|YQ|AS|SY|QA)";
    private static final Pattern CLAUSE =
            Pattern.compile("(?<![\\w.-])" + SOURCE + "\\.[A-Za-z0-9]+(?:[.-][A-Za-z0-9]+)*");
    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");
    /** Items after a clause of the same annex, as READMEs write them: JJ.A7.2.2.2、2.3.2. */
    private static final Pattern CLAUSE_AND_ITEMS = Pattern.compile("(" + CLAUSE + ")((?:、[0-9]+(?:\\.[0-9]+)+)*)");

    /** An element's id as READMEs write it. */
    private static final Pattern ELEMENT = Pattern.compile("`([a-z][A-Za-z]*_[A-Za-z]+)`");

    private static final String STEPS = "\n## 条款与环节\n";

    record Clause(String id, String source, String heading, String text) {}

    @Test
    void everyRowIsWhole() throws IOException {
        assertThat(clauses()).isNotEmpty().allSatisfy(it -> {
            assertThat(it.id()).matches(CLAUSE).startsWith(it.source() + ".");
            assertThat(it.source()).matches(SOURCE);
            assertThat(it.heading()).as(it.id()).containsPattern(CHINESE).hasSizeLessThanOrEqualTo(30);
            assertThat(it.text()).as(it.id()).containsPattern(CHINESE).endsWith("。");
            assertThat(it.heading() + it.text()).as(it.id()).doesNotContainPattern("[,;:()?!\\s]");
        });
    }

    /** Sorted as people count: JJ.9 before JJ.10. */
    @Test
    void idsAreUniqueAndSorted() throws IOException {
        assertThat(clauses())
                .extracting(Clause::id)
                .doesNotHaveDuplicates()
                .isSortedAccordingTo((a, b) -> twoDigits(a).compareTo(twoDigits(b)));
    }

    @Test
    void theFileIsPlainCsv() throws IOException {
        assertThat(Files.readString(FILE))
                .startsWith("id,source,heading,text\n")
                .endsWith("\n")
                .doesNotContain("\r");
        assertThatThrownBy(() -> parse("id,source,heading,text\nJJ.1,JJ,一,二,三\n"))
                .isInstanceOf(IOException.class);
    }

    @TestFactory
    Stream<DynamicTest> everyClauseReferredToIsThere() throws IOException {
        Set<String> known = ids();
        return Stream.of(Models.bpmn(), Models.dmn(), Models.forms(), readMes())
                .flatMap(Function.identity())
                .map(file -> DynamicTest.dynamicTest(
                        file.toString(),
                        () -> assertThat(named(Models.text(file))).isSubsetOf(known)));
    }

    /** Clauses alone, and at least one: a clause whose source is misspelt would be found nowhere else. */
    @TestFactory
    Stream<DynamicTest> everyClauseColumnHoldsClauses() throws IOException {
        Set<String> known = ids();
        return Models.dmn()
                .map(file -> DynamicTest.dynamicTest(
                        file.toString(),
                        () -> assertThat(clauseColumn(file))
                                .allSatisfy(cell ->
                                        assertThat(cell.split("[\\s、]+")).isSubsetOf(known))));
    }

    /**
     * What a procedure's README says before its table of clauses and steps ends names the clauses that its model names,
     * no more and no fewer.
     */
    @TestFactory
    Stream<DynamicTest> aProceduresReadMeAndItsModelNameTheSameClauses() {
        return Models.bpmn()
                .map(file -> DynamicTest.dynamicTest(
                        file.toString(),
                        () -> assertThat(named(aboutClauses(file)))
                                .as("clauses in README.md of " + Models.slug(file)
                                        + ", against its model's documentation")
                                .containsExactlyInAnyOrderElementsOf(named(documentation(file)))));
    }

    @TestFactory
    Stream<DynamicTest> theStepsInAReadMeAreInItsModel() {
        return Models.bpmn()
                .map(file -> DynamicTest.dynamicTest(
                        file.toString(),
                        () -> assertThat(ELEMENT.matcher(aboutClauses(file))
                                        .results()
                                        .map(it -> it.group(1)))
                                .isNotEmpty()
                                .allMatch(it -> Models.text(file).contains(" id=\"" + it + "\""))));
    }

    private static String aboutClauses(Path model) {
        String readMe = Models.text(model.resolveSibling("README.md"));
        assertThat(readMe).contains(STEPS);
        int table = readMe.indexOf(STEPS) + STEPS.length();
        int next = readMe.indexOf("\n## ", table);
        return readMe.substring(0, next < 0 ? readMe.length() : next);
    }

    private static String documentation(Path model) {
        return Bpmn.readModelFromFile(model.toFile()).getModelElementsByType(Documentation.class).stream()
                .map(Documentation::getTextContent)
                .collect(Collectors.joining("\n"));
    }

    private static Stream<Path> readMes() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("processes"))) {
            return files.filter(it -> it.endsWith("README.md")).sorted().toList().stream();
        }
    }

    private static List<String> clauseColumn(Path file) {
        return Dmn.readModelFromFile(file.toFile()).getModelElementsByType(DecisionTable.class).stream()
                .flatMap(ClausesTest::clauseColumn)
                .toList();
    }

    private static Stream<String> clauseColumn(DecisionTable table) {
        List<Output> outputs = List.copyOf(table.getOutputs());
        return IntStream.range(0, outputs.size())
                .filter(it -> Objects.equals(outputs.get(it).getName(), "clause"))
                .boxed()
                .flatMap(column -> table.getRules().stream().map(rule -> cell(rule, column)));
    }

    private static String cell(Rule rule, int column) {
        return List.copyOf(rule.getOutputEntries())
                .get(column)
                .getTextContent()
                .strip()
                .replace("\"", "");
    }

    private static Collection<String> named(String text) {
        return CLAUSE_AND_ITEMS
                .matcher(text)
                .results()
                .flatMap(ClausesTest::writtenOut)
                .collect(Collectors.toSet());
    }

    private static Stream<String> writtenOut(MatchResult clauseAndItems) {
        String clause = clauseAndItems.group(1);
        String annex = clause.replaceFirst("^(\\w+\\.\\w+)\\..*", "$1");
        Stream<String> items = Stream.of(clauseAndItems.group(2).split("、")).filter(Predicate.not(String::isEmpty));
        return Stream.concat(Stream.of(clause), items.map(it -> annex + "." + it));
    }

    private static Set<String> ids() throws IOException {
        return clauses().stream().map(Clause::id).collect(Collectors.toSet());
    }

    private static String twoDigits(String id) {
        return id.replaceAll("(?<!\\d)(\\d)(?!\\d)", "0$1");
    }

    private static List<Clause> clauses() throws IOException {
        return parse(Files.readString(FILE));
    }

    private static List<Clause> parse(String csv) throws IOException {
        try (MappingIterator<Clause> rows = new CsvMapper()
                .readerFor(Clause.class)
                .with(CsvSchema.emptySchema().withHeader())
                .readValues(csv)) {
            return rows.readAll();
        }
    }
}

package dev.whistle.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.whistle.testing.Clause;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * {@code processes/clauses-tests.csv}, from which {@code /api/clauses} tells which tests show a clause kept, says what
 * the tests say by {@link Clause}. Run with {@code -Dwhistle.clauses=write} it writes the file anew.
 */
class ClauseTestsTest {

    private static final boolean WRITE = "write".equals(System.getProperty("whistle.clauses"));
    private static final Path FILE = Path.of("processes/clauses-tests.csv");
    private static final Path TESTS = Path.of("target/test-classes");
    private static final String OURS = "dev.whistle.";

    @Test
    void theFileSaysWhatTheTestsSay() throws IOException {
        String said = "clause,test\n" + String.join("", rows());
        if (WRITE) {
            Files.writeString(FILE, said);
        }

        assertThat(FILE).as("run this test with -Dwhistle.clauses=write").hasContent(said);
    }

    @Test
    void testsNameClausesThatAreThere() throws IOException {
        Set<String> known = Files.readAllLines(Path.of("processes/clauses.csv")).stream()
                .map(it -> it.split(",", 2)[0])
                .collect(Collectors.toSet());

        assertThat(rows())
                .isNotEmpty()
                .allSatisfy(it -> assertThat(it.split(",")[0]).isIn(known));
    }

    private static Set<String> rows() {
        return new ClassFileImporter()
                .importPath(TESTS).stream()
                        .map(JavaClass::getMethods)
                        .flatMap(Set::stream)
                        .filter(it -> it.isAnnotatedWith(Clause.class))
                        .flatMap(ClauseTestsTest::rows)
                        .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> rows(JavaMethod test) {
        return Arrays.stream(test.getAnnotationOfType(Clause.class).value())
                .map(it -> it + "," + name(test.getOwner()) + "." + test.getName() + "\n");
    }

    /** Tests on several databases are methods of a class inside the one that people look for. */
    private static String name(JavaClass owner) {
        return owner.getName().replaceFirst("\\$.*", "").substring(OURS.length());
    }
}

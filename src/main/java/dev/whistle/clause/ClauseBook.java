package dev.whistle.clause;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/**
 * The clauses of {@code processes/clauses.csv}, of {@code whistle.models-dir} where it has one, else of the jar. Which
 * tests show a clause kept is known when the jar is built: {@code processes/clauses-tests.csv}.
 */
@Component
public class ClauseBook {

    private static final String CLAUSES = "processes/clauses.csv";
    private static final String TESTS = "processes/clauses-tests.csv";
    private static final CsvMapper CSV = new CsvMapper();

    private final List<Clause> clauses;

    ClauseBook(@Value("${whistle.models-dir:#{null}}") @Nullable Path modelsDir) {
        Resource own = modelsDir == null ? null : new FileSystemResource(modelsDir.resolve(CLAUSES));
        Map<String, List<String>> tests = read(new ClassPathResource(TESTS), Shown.class).stream()
                .collect(Collectors.groupingBy(Shown::clause, Collectors.mapping(Shown::test, Collectors.toList())));
        clauses = read(own != null && own.exists() ? own : new ClassPathResource(CLAUSES), Row.class).stream()
                .map(it -> it.clause(tests.getOrDefault(it.id(), List.of())))
                .toList();
    }

    /** All clauses, in the order of their documents. */
    public List<Clause> all() {
        return clauses;
    }

    /** The clause of this id, if there is one. */
    public Optional<Clause> find(String id) {
        return clauses.stream().filter(it -> it.id().equals(id)).findFirst();
    }

    private static <T> List<T> read(Resource file, Class<T> row) {
        ObjectReader reader = CSV.readerFor(row).with(CsvSchema.emptySchema().withHeader());
        try (MappingIterator<T> rows = reader.readValues(file.getContentAsString(StandardCharsets.UTF_8))) {
            return rows.readAll();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(file.getDescription(), unreadable);
        }
    }

    private record Row(String id, String source, String heading, String text) {

        Clause clause(List<String> tests) {
            return new Clause(id, source, heading, text, tests);
        }
    }

    /** That a test shows a clause kept. */
    private record Shown(String clause, String test) {}
}

package dev.whistle.procedure.complaint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.whistle.demo.YearOfComplaints;
import dev.whistle.testing.Desk;
import dev.whistle.testing.OnH2;
import dev.whistle.testing.Statements;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;

/** A register is checked while who posts it waits: the form and its lists are read once, and not for each row. */
@OnH2
class RegisterCheckTest {

    /**
     * Among them the form and the lists of what may be chosen, each read once, and the form itself where nobody has
     * read it yet.
     */
    private static final int MOST_STATEMENTS = 10;

    @Autowired
    private ComplaintImports imports;

    @Autowired
    private Desk desk;

    @Test
    void aThousandRowsCostHardlyMoreStatementsThanOne() throws IOException {
        byte[] register = register(1_000);
        Statements statements = new Statements();

        BadRegisterException refused = refused(statements, register);

        assertThat(refused.cells()).extracting(BadCell::row).containsOnly(1_001);
        assertThat(statements.count()).as(statements.sql().toString()).isLessThanOrEqualTo(MOST_STATEMENTS);
    }

    private BadRegisterException refused(Statements statements, byte[] register) {
        return catchThrowableOfType(
                BadRegisterException.class,
                () -> desk.as("hotline", () -> {
                    statements.add(() -> imports.accept(register, null, null));
                    return register;
                }));
    }

    /** Rows of the sample again and again; the last one is wrong, so that it is checked and nothing else. */
    private static byte[] register(int rows) throws IOException {
        List<String> sample = YearOfComplaints.rows();
        String header = new ClassPathResource("demo/complaints-2020.csv")
                .getContentAsString(StandardCharsets.UTF_8)
                .lines()
                .findFirst()
                .orElseThrow();
        String right = Stream.generate(sample::stream)
                .flatMap(it -> it)
                .limit(rows - 1L)
                .collect(Collectors.joining("\n"));
        String wrong = sample.get(0).replaceFirst("^[^,]*", "传真");
        return (header + "\n" + right + "\n" + wrong + "\n").getBytes(StandardCharsets.UTF_8);
    }
}

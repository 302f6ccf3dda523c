package dev.whistle.casefile;

import java.sql.Connection;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.incrementer.DataFieldMaxValueIncrementer;
import org.springframework.jdbc.support.incrementer.H2SequenceMaxValueIncrementer;
import org.springframework.jdbc.support.incrementer.PostgresSequenceMaxValueIncrementer;
import org.springframework.stereotype.Component;

/** Numbers cases {@code <code>-<year>-<six digits>}: unique and rising, with gaps where a transaction was undone. */
@Component
class CaseNumbers {

    private static final Pattern CODE = Pattern.compile("[A-Z]{2}");

    private final Map<String, DataFieldMaxValueIncrementer> sequences = new ConcurrentHashMap<>();
    private final DataSource database;
    private final boolean h2;
    private final Clock clock;

    CaseNumbers(DataSource database, JdbcTemplate jdbc, Clock clock) {
        this.database = database;
        this.clock = clock;
        this.h2 = Boolean.TRUE.equals(jdbc.execute((Connection connection) ->
                connection.getMetaData().getDatabaseProductName().equals("H2")));
    }

    String next(String code) {
        long number = sequences.computeIfAbsent(code, this::sequence).nextLongValue();
        return "%s-%d-%06d".formatted(code, LocalDate.now(clock).getYear(), number);
    }

    private DataFieldMaxValueIncrementer sequence(String code) {
        if (!CODE.matcher(code).matches()) {
            throw new IllegalArgumentException("a case number begins with two capital letters, not with " + code);
        }
        String name = "whistle.case_no_" + code.toLowerCase(Locale.ROOT);
        return h2
                ? new H2SequenceMaxValueIncrementer(database, name)
                : new PostgresSequenceMaxValueIncrementer(database, name);
    }
}

package dev.whistle.demo;

import dev.whistle.casefile.ChineseTime;
import dev.whistle.demo.OfficeDays.Day;
import dev.whistle.engine.Rehearsal;
import dev.whistle.problem.FailureLog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Has the demo district look lived in when it starts for the first time: complaints of the last weeks out of the sample
 * register, with all that officers and clocks did to them until today. It goes through the import and the forms like
 * everything else, with the clock moved to those days, after the procedures are deployed and before the job executor
 * starts; the case files tell it as if it had happened then.
 */
@Component
@Order(100)
@ConditionalOnBooleanProperty({"whistle.demo", "whistle.demo-cases"})
class DemoCases implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(DemoCases.class);

    static final String SAMPLE = "demo/complaints-2020.csv";
    private static final Pattern DATE = Pattern.compile("\\b\\d{4}-\\d\\d-\\d\\d\\b");

    /** Every seventh row: all channels and most kinds of matter are among them. */
    private static final int EVERY = 7;

    /** The time in which a complaint is answered and a little more, so that some are closed and some overdue. */
    private static final int DAYS = 26;

    /** When the day's register is imported; what was registered later is the next day's. */
    private static final Duration EVENING = Duration.ofHours(23);

    private final OfficeDays office;
    private final DemoPatrols patrols;
    private final Rehearsal rehearsal;
    private final JdbcClient db;
    private final Environment environment;
    private final Clock clock;

    DemoCases(
            OfficeDays office,
            DemoPatrols patrols,
            Rehearsal rehearsal,
            JdbcClient db,
            Environment environment,
            Clock clock) {
        this.office = office;
        this.patrols = patrols;
        this.rehearsal = rehearsal;
        this.db = db;
        this.environment = environment;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        boolean ours = !environment.containsProperty("whistle.organisation");
        if (ours && noCaseYet()) {
            Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
            try {
                attempt("投诉", () -> complaints(now));
                attempt("巡查", () -> patrols.play(now));
            } finally {
                rehearsal.end();
            }
        }
    }

    private void complaints(Instant now) {
        long started = System.nanoTime();
        try {
            int made = office.play(days(now), now, ChineseTime.CHINA, (caseNo, at) -> {})
                    .size();
            LOG.info("演示数据：已生成 {} 件投诉，办理到今天为止（用时 {} 秒）", made, seconds(started));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static void attempt(String what, Runnable play) {
        try {
            play.run();
        } catch (RuntimeException failed) {
            // A demo without cases is still a demo.
            LOG.warn("演示数据（{}）没有全部生成（{}），不影响使用", what, FailureLog.write(failed));
        }
    }

    private static long seconds(long started) {
        return Duration.ofNanos(System.nanoTime() - started).toSeconds();
    }

    private boolean noCaseYet() {
        return db.sql("select count(*) from whistle.case_file")
                        .query(Long.class)
                        .single()
                == 0;
    }

    /** The chosen rows, spread over the last weeks: a register for each day that has any, imported that evening. */
    private static List<Day> days(Instant now) throws IOException {
        List<String> lines = new ClassPathResource(SAMPLE)
                .getContentAsString(StandardCharsets.UTF_8)
                .lines()
                .toList();
        LocalDate today = now.atZone(ChineseTime.CHINA).toLocalDate();
        List<String> chosen = new ArrayList<>();
        for (int i = 1; i < lines.size(); i += EVERY) {
            chosen.add(lines.get(i));
        }
        SortedMap<LocalDate, StringBuilder> registers = new TreeMap<>();
        for (int i = 0; i < chosen.size(); i++) {
            LocalDate day = today.minusDays(DAYS - (long) i * DAYS / chosen.size());
            registers
                    .computeIfAbsent(day, it -> new StringBuilder(lines.get(0)).append('\n'))
                    .append(movedTo(day, chosen.get(i)))
                    .append('\n');
        }
        return registers.entrySet().stream()
                .map(it -> new Day(
                        it.getKey().atStartOfDay(ChineseTime.CHINA).toInstant().plus(EVENING),
                        it.getValue().toString().getBytes(StandardCharsets.UTF_8),
                        null))
                .toList();
    }

    /** All dates of a row, by as many days as its first one. */
    private static String movedTo(LocalDate day, String row) {
        LocalDate first = DATE.matcher(row)
                .results()
                .map(MatchResult::group)
                .map(LocalDate::parse)
                .findFirst()
                .orElseThrow();
        long by = ChronoUnit.DAYS.between(first, day);
        return DATE.matcher(row)
                .replaceAll(it -> LocalDate.parse(it.group()).plusDays(by).toString());
    }
}

package dev.whistle.scale;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whistle.board.Board;
import dev.whistle.board.BoardCases;
import dev.whistle.board.BoardQuery;
import dev.whistle.board.BoardWeeks;
import dev.whistle.board.CasesAsked;
import dev.whistle.board.EveryFigure;
import dev.whistle.board.WeeksAsked;
import dev.whistle.organisation.CurrentOfficer;
import dev.whistle.organisation.Officer;
import dev.whistle.testing.Desk;
import dev.whistle.testing.EngineOfTheTest;
import dev.whistle.testing.Http;
import dev.whistle.testing.PageReads;
import dev.whistle.testing.PageReads.Read;
import dev.whistle.testing.Statements;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestExecutionListeners;
import org.springframework.test.context.TestExecutionListeners.MergeMode;

/**
 * What the board reads, in pages of PostgreSQL: with a hundred thousand open cases, each of its statements reads among a
 * million closed cases at most twice what it reads among a hundred thousand. Run by {@code mvn -Pscale verify}.
 */
@Tag("scale")
@TestExecutionListeners(listeners = EngineOfTheTest.class, mergeMode = MergeMode.MERGE_WITH_DEFAULTS)
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "whistle.demo=true",
            "whistle.demo-cases=false",
            "whistle.clock.adjustable=true",
            "whistle.personal-data.demo-key-file=target/demo.key"
        })
@ActiveProfiles("postgres")
@ContextConfiguration(initializers = DistrictOnPostgres.class)
class BoardScaleTest {

    private static final String NOW = "2026-11-20T02:00:00Z";
    /** Fewer try the test itself ({@code -Dscale.cases=2000}): of so few, ten times as many are counted in too many lines. */
    private static final int OPEN = Integer.getInteger("scale.cases", 100_000);

    private static final int CLOSED = OPEN;
    private static final int MORE_CLOSED = 9 * CLOSED;
    private static final int TIMES = 2;
    private static final int MOST_STATEMENTS = 12;

    private static final List<String> BOARDS = List.of("district", "street-1-lead");
    private static final List<String> LISTS = List.of("overdue", "complaints", "met");
    private static final int PAGE = 20;

    private static final BoardQuery USUAL = new BoardQuery(null, null, null, null);
    private static final Pattern TABLE =
            Pattern.compile("(?:from|join) (?:whistle|public)\\.(\\w+)", Pattern.CASE_INSENSITIVE);

    @Autowired
    private Desk desk;

    @Autowired
    private Board board;

    @Autowired
    private BoardCases cases;

    @Autowired
    private BoardWeeks weeks;

    @Autowired
    private CurrentOfficer current;

    @Autowired
    private DataSource database;

    @LocalServerPort
    private int port;

    private Load load;

    @BeforeEach
    void theSameDay() {
        desk.itIs(NOW);
        load = new Load(database, Instant.parse(NOW));
    }

    @AfterEach
    void backToTheRealTime() {
        load.clear();
        desk.itIsNow();
    }

    /** The cases that are filled in are such as figures and lists agree on: nothing is measured that could not be. */
    @Test
    void figuresOfAThousandCasesAreWhatTheirListsHave() {
        load.open(1_000)
                .closed(1_000, "365 days", "0 days")
                .patrols("365 days", "0 days")
                .counted();
        for (String user : BOARDS) {
            Map<String, Long> figures = new EveryFigure(Http.program(port, user), "")
                    .equalsItsList()
                    .figures();
            assertThat(figures).hasSizeGreaterThan(50);
            assertThat(figures.get("overdue")).isPositive();
            assertThat(figures.get("complaints")).isPositive();
        }
    }

    /**
     * A hundred thousand cases were closed within a year; then so were nine hundred thousand in the nine years before
     * (history: nothing of what is asked about has become more), then as many again in the last year (density: the board's
     * own months have ten times as many, and so have lists, which count all that they have).
     */
    @Test
    void aMillionClosedCasesAreReadInTwiceThePagesOfAHundredThousand() {
        load.open(OPEN)
                .closed(CLOSED, "365 days", "0 days")
                .patrols("365 days", "0 days")
                .counted();
        Map<String, List<Read>> oneYear = measured();
        load.closed(MORE_CLOSED, "3650 days", "365 days")
                .patrols("3650 days", "365 days")
                .counted();
        Map<String, List<Read>> tenYears = measured();
        print("100,000 → 1,000,000 closed, in ten years", oneYear, tenYears);
        load.closed(MORE_CLOSED, "365 days", "0 days").counted();
        Map<String, List<Read>> dense = measured();
        print("100,000 → 1,000,000 closed in one year, and 900,000 in the nine before", oneYear, dense);

        SoftAssertions all = new SoftAssertions();
        compare(all, "ten years", oneYear, tenYears, oneYear.keySet());
        compare(all, "one year", oneYear, dense, BOARDS);
        all.assertAll();
    }

    private Map<String, List<Read>> measured() {
        Map<String, List<Read>> measured = new LinkedHashMap<>();
        for (String user : BOARDS) {
            measured.put(user, read(user, officer -> board.of(officer, USUAL)));
            for (String figure : LISTS) {
                measured.put(
                        user + " " + figure,
                        read(user, officer -> cases.list(officer, USUAL, new CasesAsked(figure, null, null, 0, PAGE))));
            }
            measured.put(
                    user + " weeks that fell short",
                    read(user, officer -> weeks.list(officer, USUAL, new WeeksAsked(null, true, 0, PAGE))));
        }
        return measured;
    }

    /** Each question twice: what the application keeps, and PostgreSQL learns of its files, is read the first time. */
    private List<Read> read(String user, Consumer<Officer> question) {
        Statements statements = new Statements();
        desk.as(user, () -> {
            Officer officer = current.get().orElseThrow();
            question.accept(officer);
            statements.add(() -> question.accept(officer));
            return 0;
        });
        PageReads reads = new PageReads(database);
        reads.each(statements.sent());
        return reads.each(statements.sent());
    }

    private static void compare(
            SoftAssertions all,
            String title,
            Map<String, List<Read>> few,
            Map<String, List<Read>> many,
            Collection<String> questions) {
        for (String question : questions) {
            List<Read> before = few.getOrDefault(question, List.of());
            List<Read> after = many.getOrDefault(question, List.of());
            all.assertThat(after)
                    .as(question)
                    .isNotEmpty()
                    .hasSameSizeAs(before)
                    .hasSizeLessThanOrEqualTo(MOST_STATEMENTS);
            for (int i = 0; i < Math.min(before.size(), after.size()); i++) {
                all.assertThat(after.get(i).pages())
                        .as("%s, %s%n%s", title, question, after.get(i).sql())
                        .isLessThanOrEqualTo(TIMES * before.get(i).pages());
            }
        }
    }

    private static void print(String title, Map<String, List<Read>> few, Map<String, List<Read>> many) {
        System.out.printf("%n%s%n", title);
        few.forEach((question, before) -> {
            List<Read> after = many.getOrDefault(question, List.of());
            System.out.printf("%s: %d statements%n", question, after.size());
            for (int i = 0; i < Math.min(before.size(), after.size()); i++) {
                Read one = before.get(i);
                Read other = after.get(i);
                System.out.printf(
                        "  %-60s %7d → %7d pages %7.1f → %7.1f ms  %s%s%n",
                        named(one.sql()),
                        one.pages(),
                        other.pages(),
                        one.milliseconds(),
                        other.milliseconds(),
                        other.plan(),
                        one.plan().equals(other.plan()) ? "" : " (was " + one.plan() + ")");
            }
        });
    }

    /** The tables that it reads. */
    private static String named(String sql) {
        Matcher tables = TABLE.matcher(sql);
        return tables.results().map(it -> it.group(1)).distinct().collect(Collectors.joining(", "));
    }
}

package dev.whistle.cost;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whistle.casefile.CaseSearch;
import dev.whistle.casefile.FoundCases;
import dev.whistle.testing.Desk;
import dev.whistle.testing.OnPostgres;
import dev.whistle.testing.PageReads;
import dev.whistle.testing.Statements;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What a search reads, in pages of PostgreSQL: among a hundred thousand cases at most four times what it reads among a
 * thousand, whoever asks.
 */
@OnPostgres
class SearchCostTest {

    private static final int FEW = 1_000;
    private static final int MANY = 100_000;
    private static final int TIMES = 4;
    private static final int PAGE = 10;
    private static final String PHONE = "13905539999";

    /** What is typed, and by whom; each finds a full page of {@link #FEW} already, or the same few of any number. */
    private static final List<Question> QUESTIONS = List.of(
            new Question("district", "LD-2020-000700", 1),
            new Question("district", "LD-2020-0007", PAGE),
            new Question("district", "LD-", PAGE),
            new Question("wanli", "LD-2020-", PAGE),
            new Question("district", "桂汀兰庭", PAGE),
            new Question("company-5", "桂汀兰庭", PAGE),
            new Question("district", "电梯", PAGE),
            new Question("district", "电梯无人", PAGE),
            new Question("district", "电梯 噪声", PAGE),
            new Question("wanli", "电梯", PAGE),
            new Question("wanli-1", "电梯", 3),
            new Question("district", CaseLoad.RARE, 5),
            new Question("district", "W-700", 1),
            new Question("district", PHONE, 3),
            new Question("district", "天文望远", 0));

    @Autowired
    private Desk desk;

    @Autowired
    private CaseSearch search;

    @Autowired
    private DataSource database;

    @Autowired
    private JdbcTemplate db;

    private record Question(String user, String typed, int finds) {

        @Override
        public String toString() {
            return user + " " + typed;
        }
    }

    @Test
    void aHundredTimesTheCasesAreReadInFourTimesThePagesAtMost() throws Exception {
        try (CaseLoad load = new CaseLoad(database)) {
            load.growTo(FEW);
            knowThePhone();
            Map<Question, Long> few = measured();
            load.growTo(MANY);
            Map<Question, Long> many = measured();

            few.forEach((question, pages) ->
                    System.out.printf("%-40s %5d → %5d pages%n", question, pages, many.get(question)));
            assertThat(few)
                    .allSatisfy((question, pages) -> assertThat(many.get(question))
                            .as("%s, pages of %d and of %d cases", question, FEW, MANY)
                            .isLessThanOrEqualTo(TIMES * pages));
        }
    }

    /** The key that hashes phones is the application's own: the hash of this one is read off the search for it. */
    private void knowThePhone() {
        Statements asked = new Statements();
        asked.add(() -> find(new Question("district", PHONE, 0)));
        String hash = asked.sent().stream()
                .filter(it -> it.sql().contains("phone_hash"))
                .map(it -> (String) it.values().get(0).getArgs()[1])
                .findFirst()
                .orElseThrow();
        db.update("update whistle.party set phone_hash = ? where phone_hash = ?", hash, CaseLoad.PHONE_HASH);
    }

    private Map<Question, Long> measured() {
        PageReads reads = new PageReads(database);
        Map<Question, Long> measured = new LinkedHashMap<>();
        QUESTIONS.forEach(question -> measured.put(question, reads.of(() -> find(question))));
        return measured;
    }

    private void find(Question question) {
        FoundCases found = desk.as(question.user(), () -> search.find(question.typed(), null, PAGE));
        assertThat(found.cases()).as(question.toString()).hasSizeGreaterThanOrEqualTo(question.finds());
    }
}

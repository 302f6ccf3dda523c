package dev.whistle.patrol;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.whistle.organisation.Compound;
import dev.whistle.organisation.Compounds;
import dev.whistle.problem.FieldError;
import dev.whistle.problem.Problem;
import dev.whistle.testing.Clause;
import dev.whistle.testing.Desk;
import dev.whistle.testing.OnH2;
import dev.whistle.testing.OnPostgres;
import dev.whistle.testing.Statements;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** JJ.15: how often was patrolled, week by week, and what becomes of those that did not enough. */
class PatrolWeekTest {

    private static final LocalDate FIRST = LocalDate.parse("2026-03-02"); // a Monday
    private static final ZoneOffset CHINA = ZoneOffset.ofHours(8);
    private static final String COMMUNITY = "community-wanli-1";

    @Nested
    @OnH2
    class OnH2Database extends Story {}

    @Nested
    @OnPostgres
    class OnPostgresDatabase extends Story {}

    abstract static class Story {

        @Autowired
        Desk desk;

        @Autowired
        PatrolWeeks weeks;

        @Autowired
        Compounds compounds;

        @Autowired
        ManagementService management;

        @Autowired
        RepositoryService repository;

        @Autowired
        JdbcTemplate db;

        private final List<Object[]> rows = new ArrayList<>();

        @BeforeEach
        void nothingYet() {
            clean();
        }

        @AfterEach
        void backToTheRealTime() {
            desk.itIsNow();
            clean();
        }

        private void clean() {
            db.update("delete from whistle.patrol_week");
            db.update("delete from whistle.patrol_closing");
            db.update("delete from whistle.patrol_plan");
            db.update("delete from whistle.patrol");
            db.update("delete from whistle.message where event like 'circular.%'");
        }

        /** A week below the minimum is recorded once, and told to the unit and to the district's office. */
        @Test
        @Clause("JJ.15")
        void aShortWeekIsRecordedAndTold() {
            List<String> before = seriesOf(COMMUNITY);
            enough(FIRST, COMMUNITY);
            patrols(COMMUNITY, PatrolKind.COMMUNITY, "compound-05", FIRST, 2, 0);
            load();
            closedOn("2026-03-08T15:59:00Z"); // Sunday, a minute before midnight in China
            assertThat(count("whistle.patrol_week")).isZero();

            byTimer("2026-03-08T16:30:00Z");
            byTimer("2026-03-08T16:31:00Z");

            assertThat(shortfalls(FIRST)).containsExactly(Map.entry(COMMUNITY, 1));
            assertThat(messages("circular.patrol-short")).containsExactly("wanli-1");
            assertThat(messages("circular.patrol-short-units"))
                    .contains("district")
                    .doesNotContain("wanli-1");
            assertThat(db.queryForObject(
                            "select body from whistle.message where event = 'circular.patrol-short'", String.class))
                    .contains("2026年3月2日至2026年3月8日", "桂汀社区", "应巡查 3 次，实际 2 次，缺 1 次");
            assertThat(seriesOf(COMMUNITY)).isEqualTo(before);
        }

        /**
         * Three short weeks in a row are a missed duty, a good one between them begins anew; downtime changes nothing.
         */
        @Test
        @Clause({"JJ.15", "JJ.A7.3.7"})
        void threeShortWeeksInARowAreReported() {
            Set<Integer> shortWeeks = Set.of(0, 1, 3, 4, 5, 6);
            for (int week = 0; week < 8; week++) {
                LocalDate monday = FIRST.plusWeeks(week);
                enough(monday, COMMUNITY);
                patrols(COMMUNITY, PatrolKind.COMMUNITY, "compound-05", monday, shortWeeks.contains(week) ? 0 : 3, 0);
            }
            load();
            int before = seriesOf(COMMUNITY).size();
            byTimer("2026-03-08T16:30:00Z");
            byTimer("2026-03-15T16:30:00Z");
            // nothing ran for three weeks: those are closed in their order, each by itself
            byTimer("2026-04-05T17:00:00Z");
            assertThat(db.queryForList("select week from whistle.patrol_closing order by week", LocalDate.class))
                    .containsExactly(
                            FIRST, FIRST.plusWeeks(1), FIRST.plusWeeks(2), FIRST.plusWeeks(3), FIRST.plusWeeks(4));
            assertThat(streaks(COMMUNITY)).containsExactly(1, 2, 0, 1, 2);
            assertThat(seriesOf(COMMUNITY)).hasSize(before);

            byTimer("2026-04-12T16:30:00Z");

            assertThat(streaks(COMMUNITY)).containsExactly(1, 2, 0, 1, 2, 3);
            assertThat(seriesOf(COMMUNITY)).hasSize(before + 1);
            String caseNo = seriesOf(COMMUNITY).get(before);
            assertThat(caseNo).startsWith("XZ-2026-");
            assertThat(db.queryForMap("select title, outcome, unit from whistle.case_file where case_no = ?", caseNo))
                    .containsEntry("title", "桂汀社区连续 3 周巡查不足")
                    .containsEntry("outcome", "shortfall-reported");
            assertThat(db.queryForList(
                            "select unit || ' ' || source || ' ' || occasion from whistle.breach where matter = ?",
                            String.class,
                            caseNo))
                    .containsExactly(COMMUNITY + " patrol " + FIRST.plusWeeks(5));
            assertThat(db.queryForObject(
                            "select rung from whistle.sanction where matter = ? and party = ?",
                            String.class,
                            caseNo,
                            COMMUNITY))
                    .isEqualTo("FIRST_NOTICE");

            byTimer("2026-04-19T16:30:00Z");
            assertThat(streaks(COMMUNITY)).endsWith(4);
            assertThat(seriesOf(COMMUNITY)).hasSize(before + 1);
        }

        /** A kind of units that begins later counts from the first Monday on or after its day; the others as before. */
        @Test
        @Clause("JJ.15")
        void companiesBeginLater() throws IOException {
            enough(FIRST, "nobody");
            load();
            String table = Files.readString(Path.of("processes/patrol-week/patrol-minimums.dmn"));
            String begun = withSince(table, "2026-03-11"); // a Wednesday
            String deployment = repository
                    .createDeployment()
                    .addString("patrol-minimums.dmn", begun)
                    .deploy()
                    .getId();
            try {
                closedOn("2026-03-24T16:30:00Z");
            } finally {
                repository.deleteDeployment(deployment, true);
            }
            assertThat(weeksOf("company-5"))
                    .as("not the weeks before, nor the one that had begun")
                    .containsExactly(FIRST.plusWeeks(2));
            assertThat(weeksOf(COMMUNITY)).containsExactly(FIRST, FIRST.plusWeeks(1), FIRST.plusWeeks(2));

            String bad = withSince(table, "三月");
            assertThatExceptionOfType(Problem.class)
                    .isThrownBy(() -> repository
                            .createDeployment()
                            .addString("patrol-minimums.dmn", bad)
                            .deploy())
                    .satisfies(it -> assertThat(it.errors())
                            .containsExactly(
                                    new FieldError("patrol-minimums.dmn rule_company", "patrol.since-no-day", "三月")));
        }

        /** The table with a day from which companies count. */
        private static String withSince(String table, String day) {
            return table.replaceFirst("(rule_company_since\">\\s*<text>)\"\"", "$1\"" + day + "\"");
        }

        private List<LocalDate> weeksOf(String unit) {
            return db.queryForList(
                    "select distinct week from whistle.patrol_week where unit = ? order by week",
                    LocalDate.class,
                    unit);
        }

        /** Fourteen patrols on two days are two days for a company, in each of its compounds. */
        @Test
        @Clause("JJ.15")
        void aCompanyIsCountedByDaysAndCompounds() {
            enough(FIRST, "company-5");
            for (Compound compound : compounds.all()) {
                if ("company-5".equals(compound.company())) {
                    boolean often = compound.id().equals("compound-05");
                    for (int time = 0; time < (often ? 7 : 1); time++) {
                        patrols("company-5", PatrolKind.ROUTINE, compound.id(), FIRST, often ? 2 : 7, time);
                    }
                }
            }
            load();
            byTimer("2026-03-08T16:30:00Z");

            assertThat(db.queryForList(
                            "select compound || ' ' || done || ' ' || shortfall from whistle.patrol_week"
                                    + " where unit = 'company-5' and shortfall > 0",
                            String.class))
                    .containsExactly("compound-05 2 5");
        }

        /** A week in which a compound changes hands counts for neither company, the next one for the new. */
        @Test
        @Clause({"JJ.15", "JJ.A8.3.2"})
        void aWeekInWhichACompoundChangesHands() {
            db.update("""
                    insert into whistle.responsibility (compound, from_day, basis, company, recorded_at)
                    values ('compound-05', ?, 'EMERGENCY', 'company-1', current_timestamp)""", FIRST.plusDays(2));
            try {
                enough(FIRST, COMMUNITY);
                load();
                closedOn("2026-03-08T16:30:00Z");
                closedOn("2026-03-15T16:30:00Z");

                assertThat(db.queryForList("""
                                select week || ' ' || unit from whistle.patrol_week
                                where compound = 'compound-05' order by week""", String.class)).containsExactly(FIRST.plusWeeks(1) + " company-1");
            } finally {
                db.update("delete from whistle.responsibility where from_day = ?", FIRST.plusDays(2));
            }
        }

        /** 147,000 patrols: each week a handful of statements, whatever the units; recomputed plainly. */
        @Test
        @Clause("JJ.15")
        void aYear() {
            Map<String, Integer> plain = new TreeMap<>();
            int n = 0;
            for (int week = 0; week < 52; week++) {
                LocalDate monday = FIRST.plusWeeks(week);
                for (Quota quota : quotas()) {
                    boolean fails = (quota.unit() + quota.compound()).hashCode() % 17 == week % 17;
                    int days = fails ? quota.minimum() - 1 : Math.max(quota.minimum(), 5);
                    for (int time = 0; time < quota.times(); time++) {
                        patrols(quota.unit(), quota.kind(), quota.at(), monday, days, time);
                        n += days;
                    }
                    int done = quota.kind() == PatrolKind.ROUTINE ? days : days * quota.times();
                    if (done < quota.minimum()) {
                        plain.put(monday + " " + quota.unit() + " " + quota.compound(), quota.minimum() - done);
                    }
                }
            }
            assertThat(n).isGreaterThan(147_000);
            load();
            for (int week = 1; week <= 52; week++) {
                String sunday = FIRST.plusWeeks(week).minusDays(1) + "T16:30:00Z";
                desk.itIs(sunday);
                Statements cost = new Statements();
                cost.add(weeks::close);
                assertThat(cost.count()).as(String.join("\n", cost.sql())).isLessThanOrEqualTo(20);
            }

            Map<String, Integer> counted = db
                    .query(
                            "select week, unit, compound, shortfall from whistle.patrol_week where shortfall > 0",
                            (row, i) -> Map.entry(
                                    row.getObject(1, LocalDate.class) + " " + row.getString(2) + " " + row.getString(3),
                                    row.getInt(4)))
                    .stream()
                    .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
            assertThat(new TreeMap<>(counted)).isEqualTo(plain);
            assertThat(plain).isNotEmpty();
            assertThat(count("whistle.patrol_week")).isEqualTo(52 * quotas().size());
        }

        /** What a unit has to do: the minimum, and how many patrols a day it makes. */
        private record Quota(String unit, PatrolKind kind, String compound, String at, int minimum, int times) {}

        private List<Quota> quotas() {
            List<Quota> quotas = new ArrayList<>();
            Set<String> seen = new HashSet<>();
            for (Compound compound : compounds.all()) {
                if (compound.company() != null) {
                    quotas.add(new Quota(compound.company(), PatrolKind.ROUTINE, compound.id(), compound.id(), 7, 9));
                }
                if (seen.add(compound.community())) {
                    quotas.add(new Quota(compound.community(), PatrolKind.COMMUNITY, "", compound.id(), 3, 1));
                }
                if (seen.add(compound.street())) {
                    quotas.add(new Quota(compound.street(), PatrolKind.STREET, "", compound.id(), 2, 1));
                }
            }
            return quotas;
        }

        /** Everybody but one does what has to be done. */
        private void enough(LocalDate monday, String but) {
            quotas().stream()
                    .filter(it -> !it.unit().equals(but))
                    .forEach(it -> patrols(it.unit(), it.kind(), it.at(), monday, it.minimum(), 0));
        }

        /** A patrol on each of the first so many days of a week. */
        private void patrols(String unit, PatrolKind kind, String compound, LocalDate monday, int days, int time) {
            for (int day = 0; day < days; day++) {
                LocalDate on = monday.plusDays(day);
                OffsetDateTime at = on.atTime(LocalTime.of(8 + time, 0)).atOffset(CHINA);
                rows.add(new Object[] {
                    UUID.randomUUID().toString(),
                    unit,
                    compound,
                    kind.name(),
                    at,
                    on,
                    monday,
                    "k",
                    "x",
                    "m",
                    false,
                    "c",
                    "u",
                    at
                });
            }
        }

        private void load() {
            db.batchUpdate("""
                    insert into whistle.patrol (id, unit, compound, kind, patrolled_at, patrolled_on, week, people_key,
                        people, people_mark, finding, content, recorded_by, recorded_at)
                    values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""", rows);
            rows.clear();
        }

        private void closedOn(String moment) {
            desk.itIs(moment);
            weeks.close();
        }

        /** As the engine does it, by the timer of the model. */
        private void byTimer(String moment) {
            desk.itIs(moment);
            Job timer = management.createJobQuery().processDefinitionKey("patrol-week").list().stream()
                    .findFirst()
                    .orElseThrow();
            management.executeJob(timer.getId());
        }

        private Set<Map.Entry<String, Integer>> shortfalls(LocalDate week) {
            return Set.copyOf(db.query(
                    "select unit, shortfall from whistle.patrol_week where week = ? and shortfall > 0",
                    (row, i) -> Map.entry(row.getString(1), row.getInt(2)),
                    week));
        }

        private List<Integer> streaks(String unit) {
            return db.queryForList(
                    "select streak from whistle.patrol_week where unit = ? order by week", Integer.class, unit);
        }

        private List<String> messages(String event) {
            return db.queryForList("select recipient from whistle.message where event = ?", String.class, event);
        }

        /** Cases of series of short weeks. */
        private List<String> seriesOf(String unit) {
            return db.queryForList(
                    "select case_no from whistle.case_file where procedure = 'patrol-shortfall' and unit = ? order by case_no",
                    String.class,
                    unit);
        }

        private int count(String table) {
            return Objects.requireNonNull(db.queryForObject("select count(*) from " + table, Integer.class));
        }
    }
}

package dev.whistle.year;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.whistle.board.EveryFigure;
import dev.whistle.casefile.CaseFile;
import dev.whistle.casefile.Cases;
import dev.whistle.casefile.Holdings;
import dev.whistle.demo.YearOfComplaints;
import dev.whistle.tally.CountedAgain;
import dev.whistle.tally.Tally;
import dev.whistle.testing.Clause;
import dev.whistle.testing.Desk;
import dev.whistle.testing.Http;
import dev.whistle.testing.Jobs;
import dev.whistle.testing.OnH2;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A real district's year (YQ.2.4): 278 complaints by five channels, each from its import to its end, by officers who do
 * what lies before them, some of them late. None is lost, and every clock comes to what a plain count comes to.
 */
@OnH2
class YearTest {

    private static final int YEAR = 2025; // its calendar and the next one's are published

    /** When the board is looked at; what is due soon is rare. */
    private static final List<Instant> LOOKS = Stream.of("02-20", "05-12", "08-18", "11-13")
            .map(it -> Instant.parse(YEAR + "-" + it + "T04:00:00Z"))
            .toList();

    @Autowired
    private YearOfComplaints year;

    @Autowired
    private Cases cases;

    @Autowired
    private Holdings holdings;

    @Autowired
    private Desk desk;

    @Autowired
    private Jobs jobs;

    @Autowired
    private Clock clock;

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcTemplate db;

    @AfterEach
    void backToTheRealTime() {
        desk.itIsNow();
    }

    @Test
    @Clause({"YQ.2.4", "JJ.A7.3.7", "JJ.10"})
    void everyComplaintOfAYearComesToItsEndAndEveryClockIsRight() {
        jobs.clear();
        Map<String, Instant> answered = new HashMap<>();
        PlainHolders holders = new PlainHolders(db);
        Map<Tally, Long> before = differences();
        Queue<Instant> looks = new ArrayDeque<>(LOOKS);
        Set<String> seen = new HashSet<>();

        List<String> caseNos = year.play(YEAR, (caseNo, at) -> {
            if (!answered.containsKey(caseNo) && !answerRuns(caseNo)) {
                answered.put(caseNo, at);
            }
            holders.look(caseNo, at);
            if (!looks.isEmpty() && at.isAfter(looks.element())) {
                looks.remove();
                seen.addAll(theBoardIsRight(at));
            }
        });

        noneIsLost(caseNos);
        everyClockIsRight(caseNos, answered);
        theLadderIsRight(caseNos);
        everyHolderIsRight(caseNos, holders);
        assertThat(differences()).as("counted bit by bit and at once").isEqualTo(before);
        seen.addAll(theBoardIsRight(clock.instant()));
        assertThat(seen)
                .as("all there is on a board")
                .contains("open", "overdue", "due-soon", "met", "breached", "complaints", "repeats")
                .anyMatch(it -> it.startsWith("referrals-now"))
                .anyMatch(it -> it.startsWith("sanction"));
        System.out.printf("%n看板在一年中查看 %d 次，出现的 %d 种数字逐项重算，全部一致%n%n", LOOKS.size() + 1, seen.size());
    }

    /** The district's board says what a plain count comes to, and each figure's list is as long. */
    private Set<String> theBoardIsRight(Instant now) {
        EveryFigure board =
                new EveryFigure(Http.program(port, "district"), "from=%d-01&to=%d-12".formatted(YEAR, YEAR));
        Instant soon = new PlainCalendar(db).due(now, 3, "WORKDAY");
        YearMonth from = YearMonth.of(YEAR, 1);
        YearMonth to = YearMonth.of(YEAR, 12);
        Map<String, Long> said = new TreeMap<>(board.figures());
        said.values().removeIf(it -> it == 0);

        assertThat(said).isEqualTo(new PlainBoard(db).figures(now, soon, from, to));
        Map<String, Double> hours = new TreeMap<>();
        board.board().path("held").forEach(it -> {
            if (it.path("referrals").asLong() > 0) {
                hours.put(it.path("id").asText(), it.path("hours").asDouble());
            }
        });
        assertThat(hours).isEqualTo(new PlainBoard(db).hours(from, to));
        board.equalsItsList();
        return said.keySet();
    }

    /** Where the figures that were counted differ from those counted again: other tests may have left some. */
    private Map<Tally, Long> differences() {
        Map<Tally, Long> differences = new HashMap<>();
        CountedAgain.bitByBit(db).forEach(it -> differences.merge(uncounted(it), it.count(), Long::sum));
        CountedAgain.of(db).forEach(it -> differences.merge(uncounted(it), -it.count(), Long::sum));
        differences.values().removeIf(it -> it == 0);
        return differences;
    }

    private static Tally uncounted(Tally it) {
        return new Tally(it.month(), it.measure(), it.procedure(), it.unit(), it.company(), it.item(), 0);
    }

    private void noneIsLost(List<String> caseNos) {
        List<String> rows = YearOfComplaints.rows();
        assertThat(rows).hasSize(278);
        assertThat(new HashSet<>(caseNos)).as("a case for each row").hasSize(rows.size());
        assertThat(caseNos.stream().map(it -> source(it)).collect(groupingBy(it -> it, counting())))
                .as("YQ.2.4: on site, by phone, public opinion, hotline, leaders")
                .isEqualTo(Map.of("visit", 47L, "phone", 109L, "opinion", 25L, "hotline", 86L, "instruction", 11L));
        assertThat(caseNos).allSatisfy(caseNo -> {
            assertThat(cases.get(caseNo).outcome())
                    .as(caseNo + " open: " + desk.open(caseNo))
                    .isNotNull();
            assertThat(desk.open(caseNo)).isEmpty();
        });
    }

    /**
     * JJ.A7.3.7, JJ.G3: each late answer was reported once, and whoever gave it climbed as far as a plain count says.
     */
    private void theLadderIsRight(List<String> caseNos) {
        List<String> late = caseNos.stream()
                .flatMap(this::clocks)
                .filter(it -> it.kind().equals("complaint.answer") && it.breached())
                .map(Ledger::caseNo)
                .toList();
        PlainLadder plain = new PlainLadder(db);
        List<PlainLadder.Item> items = plain.items(caseNos);
        assertThat(items.stream()
                        .flatMap(it -> it.climbs().stream())
                        .filter(it -> it.duty().equals("在规定的期限内调查处理并答复投诉人"))
                        .map(PlainLadder.Climb::matter))
                .as("reported once each")
                .containsExactlyInAnyOrderElementsOf(late);
        assertThat(items).allSatisfy(item -> {
            assertThat(plain.rungs(item)).isEqualTo(item.rungs());
            item.outcomes().forEach((caseNo, outcome) -> {
                assertThat(cases.get(caseNo).outcome()).as(caseNo).isEqualTo(outcome);
                assertThat(desk.open(caseNo)).as(caseNo).isEmpty();
            });
        });
        assertThat(items.stream().flatMap(it -> it.outcomes().values().stream()).distinct())
                .as("all ends are there that a complaint's ladder leads to by itself")
                .containsExactlyInAnyOrder(
                        "rectified-after-first-notice",
                        "rectified-after-supervision",
                        "rectified-after-bulletin",
                        "accountability-opened",
                        "no-ground");
        System.out.printf("%n%s%n%n", PlainLadder.table(items));
    }

    /** JJ.10: whoever held a case, departments that were whistled for among them, held it as long as could be seen. */
    private void everyHolderIsRight(List<String> caseNos, PlainHolders plain) {
        assertThat(caseNos).allSatisfy(caseNo -> {
            Instant closed = Objects.requireNonNull(cases.get(caseNo).closedAt());
            Map<String, Duration> held = new HashMap<>();
            holdings.of(caseNo).forEach(it -> held.merge(it.unit(), it.length(closed), Duration::plus));
            assertThat(PlainHolders.inSeconds(held)).as(caseNo).isEqualTo(plain.of(caseNo));
        });
        List<String> whistled = db.queryForList(
                "select distinct case_no from whistle.referral where role = 'LEAD' and state = 'SIGNED'", String.class);
        List<String> returned =
                db.queryForList("select distinct case_no from whistle.referral where state = 'RETURNED'", String.class);
        whistled.retainAll(caseNos);
        returned.retainAll(caseNos);
        assertThat(whistled).as("a fixed share is whistled for").hasSizeGreaterThan(50);
        assertThat(returned).as("some are handed back first").hasSizeGreaterThan(3);
        System.out.printf("%n吹哨 %d 件，其中先退回 %d 件%n%n", whistled.size(), returned.size());
    }

    /** A clock as it was stored, with what was done with it. */
    private record Ledger(
            String caseNo,
            String kind,
            Instant anchor,
            int budget,
            int extended,
            String unit,
            Instant due,
            String state,
            @Nullable Instant ended,
            boolean breached) {}

    private void everyClockIsRight(List<String> caseNos, Map<String, Instant> answered) {
        PlainCalendar plain = new PlainCalendar(db);
        List<Ledger> clocks = caseNos.stream().flatMap(this::clocks).toList();
        assertThat(clocks)
                .filteredOn(it -> it.kind().equals("complaint.answer"))
                .hasSize(caseNos.size());
        assertThat(clocks).allSatisfy(clock -> {
            Instant due = plain.due(clock.anchor(), clock.budget() + clock.extended(), clock.unit());
            assertThat(clock.due()).as(clock.toString()).isEqualTo(due);
            Instant ended = clock.ended();
            if (!neverNeeded(clock)) {
                assertThat(ended).as(clock.toString()).isNotNull();
            }
            if (!clock.state().equals("CANCELLED")) {
                boolean inTime = String.valueOf(ended).compareTo(due.toString()) < 0;
                assertThat(clock.state()).as(clock.toString()).isEqualTo(inTime ? "MET" : "BREACHED");
                assertThat(clock.breached()).as(clock.toString()).isEqualTo(!inTime);
            }
            if (clock.kind().equals("complaint.answer")) {
                assertThat(clock.anchor()).isEqualTo(cases.get(clock.caseNo()).receivedAt());
                theAnswerIsInTimeOrNot(clock, due, answered.get(clock.caseNo()));
            }
        });
    }

    /** Three days were over when it turned out that there was nothing to hand over for a penalty. */
    private static boolean neverNeeded(Ledger clock) {
        return clock.kind().equals("whistle.transfer") && clock.state().equals("BREACHED");
    }

    /**
     * What was seen from outside: when its clock had stopped after somebody's act, or after midnight of its last day.
     */
    private void theAnswerIsInTimeOrNot(Ledger clock, Instant due, @Nullable Instant stopped) {
        assertThat(stopped).as(clock.toString()).isNotNull();
        String outcome = String.valueOf(cases.get(clock.caseNo()).outcome());
        switch (outcome) {
            case "answered-on-the-spot", "answered-in-time", "not-accepted" -> {
                assertThat(clock.state()).as(clock.toString()).isEqualTo("MET");
                assertThat(stopped).as(clock.toString()).isBefore(due);
            }
            case "answered-late" -> {
                assertThat(clock.state()).as(clock.toString()).isEqualTo("BREACHED");
                assertThat(stopped).as("the breach comes at once").isEqualTo(due);
            }
            default -> assertThat(clock.state()).as(outcome).isIn("CANCELLED", "BREACHED");
        }
    }

    private Stream<Ledger> clocks(String caseNo) {
        return db
                .query(
                        "select c.*, (select count(*) from whistle.clock_event e where e.clock_id = c.id and e.kind = 'BREACHED')"
                                + " as breaches from whistle.case_clock c where c.case_no = ?",
                        (row, n) -> ledger(row),
                        caseNo)
                .stream();
    }

    private static Ledger ledger(ResultSet row) throws SQLException {
        return new Ledger(
                row.getString("case_no"),
                row.getString("kind"),
                row.getObject("anchor_at", OffsetDateTime.class).toInstant(),
                row.getInt("budget"),
                row.getInt("extended"),
                row.getString("unit"),
                row.getObject("due_at", OffsetDateTime.class).toInstant(),
                row.getString("state"),
                row.getObject("ended_at") == null
                        ? null
                        : row.getObject("ended_at", OffsetDateTime.class).toInstant(),
                row.getInt("breaches") > 0);
    }

    private boolean answerRuns(String caseNo) {
        return db.queryForObject(
                        "select count(*) from whistle.case_clock"
                                + " where case_no = ? and kind = 'complaint.answer' and state = 'RUNNING'",
                        Integer.class,
                        caseNo)
                > 0;
    }

    private String source(String caseNo) {
        return String.valueOf(cases.get(caseNo).source());
    }

    /** The table of YQ.2.4, with what became of them. */
    private void print(List<String> caseNos) {
        Map<String, String> channels =
                Map.of("visit", "来访", "phone", "来电", "opinion", "网络舆情", "hotline", "12345热线", "instruction", "领导批示");
        List<String> outcomes = List.of(
                "answered-on-the-spot", "answered-in-time", "answered-late", "not-accepted", "merged", "withdrawn");
        List<List<Object>> table = new ArrayList<>();
        Stream.of("visit", "phone", "opinion", "hotline", "instruction", "")
                .forEach(channel -> table.add(line(
                        channels.getOrDefault(channel, "合计"),
                        caseNos.stream()
                                .map(cases::get)
                                .filter(it -> channel.isEmpty() || channel.equals(it.source()))
                                .toList(),
                        outcomes)));
        System.out.printf(
                "%n%d 年投诉（YQ.2.4 的渠道构成）%n渠道\t受理\t当场答复\t按期答复\t逾期答复\t不予受理\t并案\t撤回\t办结%n%s%n%n",
                YEAR,
                table.stream()
                        .map(line -> line.stream().map(String::valueOf).collect(joining("\t")))
                        .collect(joining("\n")));
    }

    private static List<Object> line(String name, List<CaseFile> files, List<String> outcomes) {
        List<Object> line = new ArrayList<>(List.of(name, files.size()));
        outcomes.forEach(outcome -> line.add(
                files.stream().filter(it -> outcome.equals(it.outcome())).count()));
        line.add(files.stream().filter(CaseFile::closed).count());
        return line;
    }
}

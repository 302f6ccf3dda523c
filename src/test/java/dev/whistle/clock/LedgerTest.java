package dev.whistle.clock;

import static dev.whistle.clock.LedgerTryout.KIND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.whistle.casefile.CaseFacts;
import dev.whistle.casefile.Cases;
import dev.whistle.engine.EngineProblems;
import dev.whistle.problem.Problem;
import dev.whistle.problem.Texts;
import dev.whistle.testing.Clause;
import dev.whistle.testing.Desk;
import dev.whistle.testing.OnH2;
import dev.whistle.testing.OnPostgres;
import dev.whistle.testing.TableDump;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** What is done to a clock comes to the sum of its events, and what may not be done leaves nothing behind. */
class LedgerTest {

    /** Five working days from then end on Thursday 2026-09-17. */
    private static final String FROM = "2026-09-10T09:40:00+08:00";

    private static final String PENALTY = "penalty.decision";

    /** Its length is set by each order. */
    private static final String ORDER = "assignment.order";

    @Nested
    @OnH2
    class OnH2Database extends Story {}

    @Nested
    @OnPostgres
    class OnPostgresDatabase extends Story {}

    abstract static class Story {

        @Autowired
        LedgerTryout tryout;

        @Autowired
        Desk desk;

        @Autowired
        Clocks clocks;

        @Autowired
        ClockLog log;

        @Autowired
        WorkCalendars calendars;

        @Autowired
        CaseFacts facts;

        @Autowired
        Cases cases;

        @Autowired
        JdbcTemplate db;

        @Autowired
        TransactionTemplate transaction;

        @BeforeEach
        void deploy() {
            desk.itIs("2026-09-10T02:00:00Z");
            tryout.deploy("ledger.bpmn");
        }

        @AfterEach
        void clean() {
            tryout.clean();
        }

        /** Paused before National Day and resumed after it: the holidays are paused, not rested. */
        @Test
        void pauseOverNationalDay() {
            String caseNo = tryout.starts("ledger", FROM);
            desk.itIs("2026-09-29T02:00:00Z");
            in(() -> clocks.arm(caseNo, KIND, "again", null, Instant.parse("2026-09-28T02:00:00Z")));
            assertThat(due(caseNo, "again")).isEqualTo("2026-10-10"); // 29, 30, then 8, 9 and 10 October

            desk.itIs("2026-09-30T08:00:00Z");
            in(() -> clocks.pause(caseNo, KIND, "again", "等待补充材料"));
            desk.itIs("2026-10-09T01:00:00Z");
            in(() -> clocks.resume(caseNo, KIND, "again"));

            // One day, the 29th, had run; the 9th and the make-up Saturday count, then Monday to Tuesday.
            assertThat(due(caseNo, "again")).isEqualTo("2026-10-13");
            assertThat(sheet(caseNo, "again"))
                    .containsExactly(
                            "28 TRIGGER 0",
                            "29 WORKDAY 1",
                            "30 PAUSED 0",
                            "1 PAUSED 0",
                            "2 PAUSED 0",
                            "3 PAUSED 0",
                            "4 PAUSED 0",
                            "5 PAUSED 0",
                            "6 PAUSED 0",
                            "7 PAUSED 0",
                            "8 PAUSED 0",
                            "9 WORKDAY 2",
                            "10 MAKE_UP 3",
                            "11 REST 0",
                            "12 WORKDAY 4",
                            "13 WORKDAY 5");
        }

        @Test
        void whileItIsPausedTheSheetEndsToday() {
            String caseNo = tryout.starts("ledger", FROM);
            desk.itIs("2026-09-14T02:00:00Z");
            tryout.pauses(caseNo);
            desk.itIs("2026-09-16T02:00:00Z");

            assertThat(sheet(caseNo, ""))
                    .containsExactly(
                            "10 TRIGGER 0",
                            "11 WORKDAY 1",
                            "12 REST 0",
                            "13 REST 0",
                            "14 PAUSED 0",
                            "15 PAUSED 0",
                            "16 PAUSED 0");
            assertThat(clocks.find(caseNo, KIND).orElseThrow())
                    .returns(Instant.parse("2026-09-14T02:00:00Z"), CaseClock::pausedSince)
                    .returns(1L, it -> it.standing().consumed())
                    .returns(0, CaseClock::extended)
                    .returns(5, CaseClock::budget);
        }

        @Test
        void pausedAndResumedOnOneDayIsAsIfNothingHadBeen() {
            String caseNo = tryout.starts("ledger", FROM);
            desk.itIs("2026-09-14T02:00:00Z");
            tryout.pauses(caseNo);
            desk.itIs("2026-09-14T08:00:00Z");
            tryout.resumes(caseNo);

            assertThat(due(caseNo, "")).isEqualTo("2026-09-17");
        }

        /** On the very day of the trigger, which is never counted. */
        @Test
        void pausedOnTheDayItBegan() {
            String caseNo = tryout.starts("ledger", FROM);
            tryout.pauses(caseNo);
            desk.itIs("2026-09-15T02:00:00Z");
            tryout.resumes(caseNo);

            assertThat(due(caseNo, "")).isEqualTo("2026-09-20"); // 15 to 18, and the make-up Sunday
        }

        /** Whatever was done in whatever order: the end is what the log alone comes to. */
        @Test
        void anyOrderOfEventsGivesTheLedgersSum() {
            String caseNo = tryout.starts("ledger", FROM);
            for (int seed = 0; seed < 40; seed++) {
                Random random = new Random(seed);
                String kind = random.nextBoolean() ? KIND : PENALTY;
                String occasion = "seed-" + seed;
                desk.itIs("2026-09-10T02:00:00Z");
                in(() -> clocks.arm(caseNo, kind, occasion, null, Instant.parse("2026-09-10T01:40:00Z")));
                Instant now = Instant.parse("2026-09-10T02:00:00Z");
                for (int step = 0; step < 12; step++) {
                    now = now.plus(random.nextInt(kind.equals(KIND) ? 30 : 200), ChronoUnit.HOURS);
                    desk.itIs(now.toString());
                    act(caseNo, kind, occasion, random);
                    CaseClock clock = clocks.find(caseNo, kind, occasion).orElseThrow();
                    assertThat(clock.dueAt()).as("seed %d step %d", seed, step).isEqualTo(replayed(clock));
                }
            }
        }

        /** Refusals are part of the game: they change nothing. */
        private void act(String caseNo, String kind, String occasion, Random random) {
            int which = random.nextInt(5);
            int by = 1 + random.nextInt(3);
            try {
                in(() -> {
                    switch (which) {
                        case 0, 1 -> clocks.pause(caseNo, kind, occasion, "等待");
                        case 2, 3 -> clocks.resume(caseNo, kind, occasion);
                        default -> clocks.extend(caseNo, kind, occasion, by, "复杂", "批准");
                    }
                });
            } catch (Problem refused) {
                assertThat(refused.messageKey()).isNotBlank();
            }
        }

        /** From the rows of the log and nothing else, with a pencil. */
        private Instant replayed(CaseClock clock) {
            int left = clock.terms().budget();
            List<LocalDate> paused = new ArrayList<>();
            LocalDate since = LocalDate.MAX;
            for (ClockEvent event : log.of(clock.id())) {
                LocalDate day = day(event.at());
                switch (event.kind()) {
                    case PAUSED -> since = day;
                    case RESUMED -> since.datesUntil(day).forEach(paused::add);
                    case EXTENDED -> left += Objects.requireNonNull(event.added());
                    default -> {}
                }
            }
            LocalDate day = day(clock.anchorAt());
            while (true) {
                day = day.plusDays(1);
                boolean works = calendars.current().workday(day);
                if (!paused.contains(day) && (clock.unit() == TimeUnit.DAY || works)) {
                    left--;
                }
                if (!paused.contains(day) && left <= 0 && works) {
                    return day.plusDays(1).atStartOfDay(WorkCalendar.CHINA).toInstant();
                }
            }
        }

        /** A case goes from hand to hand: what is armed again is the same clock. */
        @Test
        void armingAgainLeavesTheClockAlone() {
            String caseNo = tryout.starts("ledger", FROM);
            CaseClock before = clocks.find(caseNo, KIND).orElseThrow();
            desk.itIs("2026-09-14T02:00:00Z");

            tryout.acts(caseNo, "arm", Map.of("basis", "2026-09-14"));

            assertThat(clocks.find(caseNo, KIND)).contains(before);
            assertThat(tryout.timerDue(caseNo)).isEqualTo(time("2026-09-15T08:30:00+08:00"));
            assertThat(tryout.events(caseNo)).hasSize(1);
        }

        /** A clock of its own for each referral; the first one stays. */
        @Test
        void anotherOccasionIsAnotherClock() {
            String caseNo = tryout.starts("ledger", FROM);
            desk.itIs("2026-09-14T02:00:00Z");

            tryout.acts(caseNo, "arm", Map.of("basis", "2026-09-14", "reason", "dept-fire"));

            assertThat(due(caseNo, "")).isEqualTo("2026-09-17");
            assertThat(due(caseNo, "dept-fire")).isEqualTo("2026-09-20");
            assertThat(clocks.of(caseNo)).extracting(CaseClock::occasion).containsExactly("", "dept-fire");
        }

        /** Run again, e.g. by hand in Cockpit: one run of a step acts once. */
        @Test
        void oneRunOfAStepActsOnce() {
            String caseNo = tryout.starts("ledger", FROM);
            String step = UUID.randomUUID().toString();
            Why why = new Why("复杂", "批准", step);
            in(() -> clocks.extend(new ClockKey(caseNo, KIND, ""), 2, why));
            in(() -> clocks.extend(new ClockKey(caseNo, KIND, ""), 2, why));

            assertThat(clocks.find(caseNo, KIND).orElseThrow().extended()).isEqualTo(2);
        }

        @Test
        void theLastDayIsAFactOfTheCase() {
            String caseNo = tryout.starts("ledger", FROM);
            var file = cases.get(caseNo);

            assertThat(facts.named("派单办理期限截止日").orElseThrow().of(file)).contains("2026年9月17日");
            assertThat(facts.withId("clock." + KIND).orElseThrow().of(file)).contains("2026年9月17日");
            assertThat(facts.named("投诉答复期限截止日").orElseThrow().of(file)).isEmpty();
            tryout.pauses(caseNo);
            assertThat(facts.named("派单办理期限截止日").orElseThrow().of(file)).isEmpty();
        }

        /** The text of the statute allows neither pause nor extension of the answer clock. */
        @Test
        @Clause("JJ.A3.3.3")
        void theStatutoryAnswerIsNeitherPausedNorExtended() {
            String caseNo = tryout.starts("ledger", FROM);
            in(() -> clocks.arm(caseNo, "complaint.answer", time(FROM)));

            refused(
                    caseNo,
                    "pause",
                    Map.of("kind", "complaint.answer", "reason", "等待"),
                    "“投诉答复期限”不能暂停（JJ.A3.3.3），请在期限内继续办理。");
            refused(
                    caseNo,
                    "extend",
                    Map.of("kind", "complaint.answer", "by", 1, "reason", "复杂", "basis", "批准"),
                    "“投诉答复期限”不能延长（JJ.A3.3.3），请在期限内办结。");
        }

        @Test
        void whatMayNotBeDoneIsRefusedAndNothingIsHalfDone() {
            String caseNo = tryout.starts("ledger", FROM);
            Map<String, Object> extension = Map.of("by", 1, "reason", "复杂", "basis", "批准");

            refused(caseNo, "resume", Map.of(), "“派单办理期限”没有暂停，不必恢复，请直接继续办理。");
            refused(caseNo, "pause", Map.of(), "变更“派单办理期限”必须写明理由，请填写后重新提交。");
            refused(caseNo, "cancel", Map.of(), "变更“派单办理期限”必须写明理由，请填写后重新提交。");
            refused(caseNo, "pause", Map.of("reason", "长".repeat(1001)), "变更“派单办理期限”的理由不能超过 1000 个字，请精简后重新提交。");
            refused(caseNo, "extend", with(extension, "basis", " "), "延长“派单办理期限”必须写明依据（条款或者批准文书），请填写后重新提交。");
            refused(caseNo, "extend", with(extension, "by", 0), "“派单办理期限”的延长数应是大于 0 的整数，请改正后重新提交。");
            refused(caseNo, "extend", with(extension, "by", -2), "“派单办理期限”的延长数应是大于 0 的整数，请改正后重新提交。");
            refused(caseNo, "extend", with(extension, "by", 1.5), "“派单办理期限”的延长数应是大于 0 的整数，请改正后重新提交。");
            refused(
                    caseNo,
                    "extend",
                    with(extension, "by", 6),
                    "“派单办理期限”累计最多延长 5 个工作日，已延长 0 个工作日，本次最多再延长 5 个工作日，请改小后重新提交。");
            tryout.extendsBy(caseNo, 3);
            refused(
                    caseNo,
                    "extend",
                    with(extension, "by", 3),
                    "“派单办理期限”累计最多延长 5 个工作日，已延长 3 个工作日，本次最多再延长 2 个工作日，请改小后重新提交。");
            tryout.pauses(caseNo);
            refused(caseNo, "pause", Map.of("reason", "等待"), "“派单办理期限”已经暂停，不必再次暂停；需要恢复的，请办理恢复。");
            tryout.resumes(caseNo);
            refused(
                    caseNo,
                    "pause",
                    Map.of("kind", "no.such", "reason", "等待"),
                    "时限表中没有“no.such”这种期限，请流程设计人员核对模型中填写的期限种类。");
            refused(caseNo, "pause", Map.of("kind", PENALTY, "reason", "等待"), "本案尚未启动“处罚决定期限”，请流程设计人员检查模型是否先启动了期限。");
        }

        /**
         * Whoever gives an order sets the last day: a rest day moves to the next working day, and each unit has its
         * own.
         */
        @Test
        @Clause("JJ.A2.2.3.3")
        void theOrderSetsTheLastDay() {
            String caseNo = tryout.starts("ledger", FROM);
            in(() -> ordered(caseNo, "street-wanli", "2026-09-30"));
            in(() -> ordered(caseNo, "dept-fire", "2026-10-05"));

            assertThat(clocks.find(caseNo, ORDER, "street-wanli").orElseThrow())
                    .returns("2026年9月30日", CaseClock::lastDay)
                    .returns(20, CaseClock::budget)
                    .returns("street-wanli", CaseClock::holder);
            CaseClock overNationalDay = clocks.find(caseNo, ORDER, "dept-fire").orElseThrow();
            assertThat(overNationalDay.lastDay()).isEqualTo("2026年10月8日");
            assertThat(overNationalDay.dueAt()).isEqualTo(replayed(overNationalDay));

            in(() -> ordered(caseNo, "dept-fire", "2026-12-31"));
            assertThat(clocks.find(caseNo, ORDER, "dept-fire").orElseThrow().lastDay())
                    .as("it is never restarted")
                    .isEqualTo("2026年10月8日");
        }

        @Test
        void aLastDayThatCannotBeIsRefused() {
            String caseNo = tryout.starts("ledger", FROM);
            notOrdered(caseNo, ORDER, null, "“交办事项期限”由交办单确定，没有填写最后一日，请填写后重新提交。");
            notOrdered(caseNo, ORDER, "2026-09-10", "“交办事项期限”的最后一日应当在起算之日以后，请改正后重新提交。");
            notOrdered(caseNo, ORDER, "2206-09-10", "“交办事项期限”的最后一日在十年以后，请核对年份后重新提交。");
            notOrdered(caseNo, ORDER, "下周五", "“交办事项期限”的最后一日“下周五”无法识别，应写成“2026-09-30”的形式，请改正后重新提交。");
            notOrdered(caseNo, PENALTY, "2026-09-30", "“处罚决定期限”的期限由时限表规定，不能另定最后一日，请流程设计人员把“最后一日”清空。");
            assertThat(clocks.of(caseNo)).extracting(CaseClock::kind).containsExactly(KIND);
        }

        private void ordered(String caseNo, String unit, @Nullable String until) {
            clocks.arm(
                    new ClockKey(caseNo, ORDER, unit),
                    unit,
                    null,
                    name -> Instant.parse("2026-09-10T02:00:00Z"),
                    new LastDay("orderDue1", until));
        }

        private void notOrdered(String caseNo, String kind, @Nullable String until, String said) {
            Problem refused = (Problem) catchThrowable(() -> in(() -> clocks.arm(
                    new ClockKey(caseNo, kind, "dept-fire"),
                    null,
                    null,
                    name -> Instant.parse("2026-09-10T02:00:00Z"),
                    new LastDay("orderDue1", until))));
            assertThat(refused.errors()).singleElement().satisfies(it -> {
                assertThat(it.field()).isEqualTo("orderDue1");
                assertThat(Texts.text(Locale.SIMPLIFIED_CHINESE, it)).isEqualTo(said);
            });
        }

        /** After the end, after the breach, after all is done: the past stays. */
        @Test
        void whatIsOverStaysAsItIs() {
            String caseNo = tryout.starts("ledger", FROM);
            Map<String, Object> extension = Map.of("by", 1, "reason", "复杂", "basis", "批准");
            desk.itIs("2026-09-17T16:00:00Z");
            refused(caseNo, "extend", extension, "“派单办理期限”已于2026年9月17日届满，不能再延长，请尽快办结并说明情况。");
            refused(caseNo, "pause", Map.of("reason", "等待"), "“派单办理期限”已于2026年9月17日届满，不能再暂停，请尽快办结并说明情况。");
            tryout.fires(caseNo);
            tryout.fires(caseNo);
            refused(caseNo, "extend", extension, "“派单办理期限”已于2026年9月17日届满，不能再延长，请尽快办结并说明情况。");
            refused(caseNo, "cancel", Map.of("reason", "撤回"), "“派单办理期限”已经逾期，逾期记录不能取消，请尽快办结并说明情况。");

            desk.itIs("2026-09-10T02:00:00Z");
            String met = tryout.starts("ledger", FROM);
            tryout.acts(met, "meet", Map.of());
            refused(met, "extend", extension, "“派单办理期限”已经办结，不能再变更，请直接继续办理。");
            refused(met, "cancel", Map.of("reason", "撤回"), "“派单办理期限”已经办结，不能再变更，请直接继续办理。");
            String cancelled = tryout.starts("ledger", FROM);
            tryout.acts(cancelled, "cancel", Map.of("reason", "撤回"));
            refused(cancelled, "pause", Map.of("reason", "等待"), "“派单办理期限”已经取消，不能再变更，请直接继续办理。");
        }

        /** A case that is given up leaves no clock; what is over, and what came late, stays on record. */
        @Test
        void withoutAKindEveryClockThatIsOpenIsCancelled() {
            String caseNo = tryout.starts("ledger", FROM);
            for (String occasion : List.of("met", "paused", "late")) {
                String from = occasion.equals("late") ? "2026-09-01T09:00:00+08:00" : FROM;
                in(() -> clocks.arm(caseNo, KIND, occasion, null, time(from)));
            }
            in(() -> clocks.meet(caseNo, KIND, "met"));
            in(() -> clocks.pause(caseNo, KIND, "paused", "等待"));

            refused(caseNo, "cancel", Map.of("kind", ""), "变更“派单办理期限”必须写明理由，请填写后重新提交。");
            tryout.acts(caseNo, "cancel", Map.of("kind", "", "reason", "投诉人撤回"));

            assertThat(clocks.of(caseNo))
                    .extracting(it -> it.occasion() + " " + it.state() + " " + (it.endedAt() != null))
                    .containsExactlyInAnyOrder(
                            " CANCELLED true", "met MET true", "paused CANCELLED true", "late BREACHED false");
            assertThat(tryout.timerDue(caseNo)).as("no rung is left").isAfter(time("9000-01-01T00:00:00+08:00"));
            assertThat(desk.taskOf(caseNo, "userTask_act").getDueDate()).isNull();
            assertThat(tryout.events(caseNo))
                    .filteredOn(it -> it.contains("投诉人撤回"))
                    .hasSize(2);
            String after = TableDump.of(db, "whistle", "clock");
            tryout.acts(caseNo, "cancel", Map.of("kind", "", "reason", "再次撤回"));
            assertThat(TableDump.of(db, "whistle", "clock"))
                    .as("nothing is open any more")
                    .isEqualTo(after);
        }

        @Test
        void aPeriodFromNowhereIsRefused() {
            String before = everything();
            assertThat(words(catchThrowable(() -> tryout.starts("ledger", null))))
                    .isEqualTo("“派单办理期限”没有起算时间，无法启动，请填写后重新提交。");
            assertThat(words(catchThrowable(() -> tryout.starts("ledger", "昨天"))))
                    .isEqualTo("“派单办理期限”的起算时间“昨天”无法识别，应写成“2026-09-25T10:00:00+08:00”或者“2026-09-25”的形式，请改正后重新提交。");
            assertThat(words(catchThrowable(() -> tryout.starts("ledger", "2026-09-10T10:00:01+08:00"))))
                    .isEqualTo("“派单办理期限”的起算时间（2026年9月10日 10:00）晚于现在，请核对后重新提交。");
            assertThat(everything()).isEqualTo(before);

            assertThat(due(tryout.starts("ledger", "2026-09-10"), "")).isEqualTo("2026-09-17");
        }

        private void refused(String caseNo, String act, Map<String, Object> values, String words) {
            String before = everything();

            Throwable refusal = catchThrowable(() -> tryout.acts(caseNo, act, values));

            assertThat(words(refusal)).isEqualTo(words);
            assertThat(everything()).isEqualTo(before);
        }

        private String everything() {
            return TableDump.of(db, "whistle", "c") + TableDump.of(db, "public", "act_ru");
        }

        private static String words(Throwable refusal) {
            return EngineProblems.explain(refusal)
                    .map(problem -> Texts.text(Locale.SIMPLIFIED_CHINESE, problem))
                    .orElseGet(() -> String.valueOf(refusal));
        }

        private static Map<String, Object> with(Map<String, Object> values, String key, Object value) {
            Map<String, Object> changed = new HashMap<>(values);
            changed.put(key, value);
            return changed;
        }

        private List<String> sheet(String caseNo, String occasion) {
            CaseClock clock = clocks.find(caseNo, KIND, occasion).orElseThrow();
            return clocks.sheet(clock.id()).orElseThrow().period().days().stream()
                    .map(day -> day.date().getDayOfMonth() + " " + day.reason() + " " + day.number())
                    .toList();
        }

        private String due(String caseNo, String occasion) {
            return day(clocks.find(caseNo, KIND, occasion).orElseThrow().dueAt().minusNanos(1))
                    .toString();
        }

        private void in(Runnable act) {
            transaction.executeWithoutResult(status -> act.run());
        }

        private static LocalDate day(Instant instant) {
            return instant.atZone(WorkCalendar.CHINA).toLocalDate();
        }

        private static Instant time(String text) {
            return OffsetDateTime.parse(text).toInstant();
        }
    }
}

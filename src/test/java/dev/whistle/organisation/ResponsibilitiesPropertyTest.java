package dev.whistle.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whistle.problem.Problem;
import dev.whistle.testing.OnH2;
import dev.whistle.testing.OnPostgres;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestContextManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * JJ.A8.3.2: whatever is signed, ended, commissioned, taken back, in whatever order and for whatever day, exactly one
 * party runs a managed compound on every day.
 */
class ResponsibilitiesPropertyTest {

    private static final LocalDate START = LocalDate.of(2026, 1, 1);
    private static final int DAYS = 500;
    private static final List<String> CASES = List.of("JG-2026-900001", "JG-2026-900002");

    /** Somebody is to begin on a day, or what a case has planned is taken back; then time goes by. */
    record Event(boolean takesBack, int day, Basis basis, int runner, int inCase, int daysLater) {}

    @OnH2
    static class OnH2Database {}

    @OnPostgres
    static class OnPostgresDatabase {}

    @Property(tries = 40)
    void oneEachDayOnH2(@ForAll @Size(min = 1, max = 12) List<@From("events") Event> events) throws Exception {
        oneEachDay(OnH2Database.class, events);
    }

    @Property(tries = 40)
    void oneEachDayOnPostgres(@ForAll @Size(min = 1, max = 12) List<@From("events") Event> events) throws Exception {
        oneEachDay(OnPostgresDatabase.class, events);
    }

    @Provide
    Arbitrary<Event> events() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 5).map(it -> it == 1),
                        Arbitraries.integers().between(0, DAYS - 100),
                        Arbitraries.of(Basis.values()),
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.integers().between(0, 1),
                        Arbitraries.integers().between(0, 60))
                .as(Event::new);
    }

    private static void oneEachDay(Class<?> database, List<Event> events) throws Exception {
        TestContextManager manager = new TestContextManager(database);
        manager.prepareTestInstance(new Object());
        ApplicationContext context = manager.getTestContext().getApplicationContext();
        context.getBean(TransactionTemplate.class).executeWithoutResult(transaction -> {
            new Life(context).live(events);
            transaction.setRollbackOnly();
        });
    }

    /** One compound, whose days are also counted with a pencil. */
    private static final class Life {

        private final JdbcClient db;
        private final Units units;
        private final Responsibilities responsibilities;
        private final Compound compound;
        private final String[] pencil = new String[DAYS];
        private final TreeSet<Integer> starts = new TreeSet<>();
        private final Map<Integer, String> plannedIn = new HashMap<>();
        private int today;

        Life(ApplicationContext context) {
            Clock clock = context.getBean(Clock.class);
            Clock moved = new Clock() {
                @Override
                public ZoneId getZone() {
                    return clock.getZone();
                }

                @Override
                public Clock withZone(ZoneId zone) {
                    throw new UnsupportedOperationException();
                }

                @Override
                public Instant instant() {
                    return START.plusDays(today).atStartOfDay(clock.getZone()).toInstant();
                }
            };
            db = context.getBean(JdbcClient.class);
            units = context.getBean(Units.class);
            responsibilities = new Responsibilities(
                    db, context.getBean(Compounds.class), units, context.getBean(CurrentOfficer.class), moved);
            compound = context.getBean(Compounds.class).all().stream()
                    .filter(Compound::managed)
                    .findFirst()
                    .orElseThrow();
            CASES.forEach(it -> db.sql("""
                            insert into whistle.case_file
                                (case_no, procedure, title, unit, received_at, opened_at, tracking)
                            values (?, 'compound-handover', '小区交接', 'street-wanli', current_timestamp,
                                current_timestamp, ?)""").params(it, "P" + it).update());
            Arrays.fill(pencil, Basis.CONTRACT + " " + compound.company());
        }

        void live(List<Event> events) {
            everyDayHasOne();
            for (Event event : events) {
                if (event.takesBack()) {
                    takeBack(CASES.get(event.inCase()));
                } else {
                    pass(event);
                }
                everyDayHasOne();
                today = Math.min(today + event.daysLater(), DAYS - 1);
            }
        }

        private void pass(Event event) {
            String runner = runner(event);
            try {
                responsibilities.pass(
                        Responsibility.beginning(
                                compound.id(),
                                START.plusDays(event.day()),
                                event.basis(),
                                runner,
                                CASES.get(event.inCase())),
                        null);
            } catch (Problem refused) {
                assertThat(starts.stream().anyMatch(it -> it > event.day() && it <= today))
                        .as("refused, because somebody has begun since: %s at %s", event, today)
                        .isTrue();
                return;
            }
            String whose = event.basis() + " " + runner;
            if (pencil[event.day()].equals(whose)) {
                return;
            }
            Integer next = starts.higher(event.day());
            for (int day = event.day(); day < (next == null ? DAYS : next); day++) {
                pencil[day] = whose;
            }
            starts.add(event.day());
            plannedIn.put(event.day(), CASES.get(event.inCase()));
        }

        private void takeBack(String caseNo) {
            responsibilities.takeBack(compound.id(), caseNo);
            for (int start : List.copyOf(starts)) {
                if (start > today && caseNo.equals(plannedIn.get(start))) {
                    Integer next = starts.higher(start);
                    for (int day = start; day < (next == null ? DAYS : next); day++) {
                        pencil[day] = pencil[start - 1];
                    }
                    starts.remove(start);
                }
            }
        }

        private @Nullable String runner(Event event) {
            UnitKind kind = event.basis().byCompany() ? UnitKind.COMPANY : UnitKind.COMMUNITY;
            return event.basis() == Basis.SELF_RUN
                    ? null
                    : units.all().stream()
                            .filter(it -> it.kind() == kind)
                            .skip(event.runner())
                            .findFirst()
                            .orElseThrow()
                            .id();
        }

        private void everyDayHasOne() {
            List<Responsibility> history = responsibilities.history(compound.id());
            List<String> found = IntStream.range(0, DAYS)
                    .mapToObj(START::plusDays)
                    .map(day -> {
                        List<Responsibility> those = history.stream()
                                .filter(it -> !it.from().isAfter(day)
                                        && (it.to() == null || !it.to().isBefore(day)))
                                .toList();
                        assertThat(those).as("who runs it on %s", day).hasSize(1);
                        return those.get(0).basis() + " " + those.get(0).runner();
                    })
                    .toList();
            assertThat(found).as("at day %s", today).containsExactly(pencil);
            assertThat(history.get(history.size() - 1).to())
                    .as("nobody is left behind at the end")
                    .isNull();
            assertThat(responsibilities.on(compound.id(), START.plusDays(today)))
                    .as("today")
                    .hasValueSatisfying(
                            it -> assertThat(it.basis() + " " + it.runner()).isEqualTo(pencil[today]));
        }
    }
}

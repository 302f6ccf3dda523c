package dev.whistle.tally;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.whistle.organisation.Reach;
import dev.whistle.testing.OnH2;
import dev.whistle.testing.OnPostgres;
import java.time.YearMonth;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Figures are counted with what they count, by several at once, and stay what they are when they are folded. */
class TalliesTest {

    @Nested
    @OnH2
    class OnOneFile extends Cases {}

    @Nested
    @OnPostgres
    class OnAServer extends Cases {}

    abstract static class Cases {

        /** So long ago that no other test counts anything then. */
        private static final YearMonth LONG_AGO = YearMonth.of(1999, 12);

        private static final Reach EVERYTHING = new Reach(true, Set.of());

        @Autowired
        private Tallies tallies;

        @Autowired
        private TallyFold fold;

        @Autowired
        private TransactionTemplate transaction;

        @Autowired
        private JdbcTemplate db;

        @Test
        void whatIsRolledBackWasNeverCounted() {
            int before = lines();
            transaction.executeWithoutResult(status -> {
                tallies.add(of(Measure.RECEIVED, "", 1));
                status.setRollbackOnly();
            });
            assertThat(lines()).isEqualTo(before);
        }

        @Test
        void nothingIsCountedOutsideATransactionOrWhenItCommitsAlready() {
            assertThatThrownBy(() -> tallies.add(of(Measure.RECEIVED, "", 1)))
                    .isInstanceOf(IllegalTransactionStateException.class);
            assertThatIllegalStateException()
                    .isThrownBy(() -> transaction.executeWithoutResult(status -> {
                        tallies.add(of(Measure.RECEIVED, "late", 1));
                        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                            @Override
                            public void beforeCommit(boolean readOnly) {
                                tallies.add(of(Measure.RECEIVED, "late", 1));
                            }
                        });
                    }));
            assertThat(counted()).doesNotContainKey("RECEIVED late");
        }

        @Test
        void severalCountAtOnceAndNobodyWaits() {
            transaction.executeWithoutResult(one -> {
                tallies.add(of(Measure.CHANNEL, "phone", 1));
                CompletableFuture.runAsync(() ->
                                transaction.executeWithoutResult(other -> tallies.add(of(Measure.CHANNEL, "phone", 1))))
                        .join();
                CompletableFuture.runAsync(fold::fold).join();
            });
            assertThat(counted()).containsEntry("CHANNEL phone", 2L);
            fold.fold();
            assertThat(counted()).containsEntry("CHANNEL phone", 2L);
        }

        @Test
        void foldedEachNightTheFiguresStayAndTheLinesDoNotGrow() {
            for (int day = 0; day < 3; day++) {
                transaction.executeWithoutResult(status -> {
                    tallies.add(of(Measure.MATTER, "parking", 1));
                    tallies.add(of(Measure.MATTER, "lift", 1));
                    tallies.add(of(Measure.MATTER, "lift", -1));
                    tallies.add(of(Measure.HELD_SECONDS, "", 86_400));
                });
                fold.fold();
            }
            assertThat(counted())
                    .containsEntry("MATTER parking", 3L)
                    .containsEntry("HELD_SECONDS ", 259_200L)
                    .doesNotContainKey("MATTER lift");
            assertThat(db.queryForObject(
                            "select count(*) from whistle.tally where of_month = date '1999-12-01' and measure in"
                                    + " ('MATTER', 'HELD_SECONDS')",
                            Integer.class))
                    .isEqualTo(3);
            assertThat(db.queryForObject("select count(*) from whistle.tally where fold <> 'folded'", Integer.class))
                    .isZero();
        }

        @Test
        void aUnitIsToldItsOwnAndACompanyThatOfItsCompoundsBesides() {
            YearMonth then = LONG_AGO.minusYears(50);
            Tally here = new Tally(then, Measure.RECEIVED, "complaint", "street-wanli", "company-one", "", 3);
            Tally alsoHere = new Tally(then, Measure.RECEIVED, "complaint", "street-wanli", "company-two", "", 4);
            Tally elsewhere = new Tally(then, Measure.RECEIVED, "complaint", "street-other", "company-one", "", 5);
            Tally ofItself = new Tally(then, Measure.RECEIVED, "complaint", "company-one", "", "", 6);
            db.update("delete from whistle.tally where of_month = ?", then.atDay(1));
            transaction.executeWithoutResult(
                    status -> List.of(here, alsoHere, elsewhere, ofItself).forEach(tallies::add));

            Reach street = new Reach(false, Set.of("street-wanli"));
            Reach company = new Reach(false, Set.of("company-one"));
            assertThat(received(then, EVERYTHING, null))
                    .containsExactlyInAnyOrder(sum(here, 7), sum(elsewhere, 5), sum(ofItself, 6));
            assertThat(received(then, street, null)).containsExactly(sum(here, 7));
            assertThat(received(then, company, "company-one")).containsExactlyInAnyOrder(here, elsewhere, ofItself);
        }

        private List<Tally> received(YearMonth month, Reach reach, @Nullable String company) {
            return tallies.of(EnumSet.of(Measure.RECEIVED), month, month, reach, company);
        }

        private static Tally sum(Tally of, long count) {
            return new Tally(of.month(), of.measure(), of.procedure(), of.unit(), "", of.item(), count);
        }

        private Map<String, Long> counted() {
            return tallies.of(EnumSet.allOf(Measure.class), LONG_AGO, LONG_AGO, EVERYTHING, null).stream()
                    .collect(toMap(it -> it.measure() + " " + it.item(), Tally::count));
        }

        private int lines() {
            return db.queryForObject("select count(*) from whistle.tally", Integer.class);
        }

        private static Tally of(Measure measure, String item, long count) {
            return new Tally(LONG_AGO, measure, "complaint", "street-wanli", "", item, count);
        }
    }
}

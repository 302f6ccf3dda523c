package dev.whistle.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.whistle.organisation.Unit;
import dev.whistle.organisation.Units;
import dev.whistle.testing.OnH2;
import dev.whistle.testing.OnPostgres;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

/** A series has no hole and no twin, whoever signs at the same moment and whatever is undone. */
class DocumentNumbersTest {

    private static final int SIGNERS = 50;

    @Nested
    @OnH2
    class H2 extends Series {}

    @Nested
    @OnPostgres
    class PostgreSql extends Series {}

    abstract static class Series {

        @Autowired
        DocumentNumbers numbers;

        @Autowired
        Units units;

        @Autowired
        TransactionTemplate transaction;

        @Autowired
        JdbcClient db;

        /** All begin a series that nobody has used before; every fifth is undone. */
        @Test
        void fiftyAtOnce() throws Exception {
            Unit unit = units.get("street-qingshui");
            CountDownLatch together = new CountDownLatch(SIGNERS);
            ExecutorService signers = Executors.newFixedThreadPool(SIGNERS);
            try {
                List<Future<@Nullable String>> signed = new ArrayList<>();
                for (int i = 0; i < SIGNERS; i++) {
                    boolean undone = i % 5 == 0;
                    Callable<@Nullable String> signing = () -> {
                        together.countDown();
                        together.await();
                        return transaction.execute(status -> {
                            String number = numbers.next(unit, "试字", 2031);
                            if (undone) {
                                status.setRollbackOnly();
                                return null;
                            }
                            return number;
                        });
                    };
                    signed.add(signers.submit(signing));
                }
                List<String> taken = new ArrayList<>();
                for (Future<@Nullable String> one : signed) {
                    taken.add(String.valueOf(one.get()));
                }
                taken.removeIf("null"::equals);
                assertThat(taken)
                        .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, SIGNERS - SIGNERS / 5)
                                .mapToObj(n -> "清水街道试字〔2031〕" + n + "号")
                                .toList());
            } finally {
                signers.shutdownNow();
            }
        }

        @Test
        void eachUnitKindAndYearHasItsOwnSeries() {
            assertThat(next("street-sihe", "试投", 2032)).isEqualTo("四褐山街道试投〔2032〕1号");
            assertThat(next("street-sihe", "试投", 2032)).isEqualTo("四褐山街道试投〔2032〕2号");
            assertThat(next("street-sihe", "试告", 2032)).isEqualTo("四褐山街道试告〔2032〕1号");
            assertThat(next("street-sihe", "试投", 2033)).isEqualTo("四褐山街道试投〔2033〕1号");
            assertThat(next("street-erba", "试投", 2032)).endsWith("试投〔2032〕1号");
        }

        @Test
        void aNumberIsTakenInTheTransactionThatSigns() {
            assertThatExceptionOfType(IllegalTransactionStateException.class)
                    .isThrownBy(() -> numbers.next(units.get("street-sihe"), "试投", 2034));
        }

        private String next(String unit, String word, int year) {
            return Objects.requireNonNull(transaction.execute(status -> numbers.next(units.get(unit), word, year)));
        }
    }
}

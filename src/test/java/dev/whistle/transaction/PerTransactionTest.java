package dev.whistle.transaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

class PerTransactionTest {

    private final PerTransaction<List<String>> notes = new PerTransaction<>(ArrayList::new);
    private TransactionTemplate transaction = new TransactionTemplate();
    private TransactionTemplate another = new TransactionTemplate();

    @BeforeEach
    void database() {
        JdbcDataSource database = new JdbcDataSource();
        database.setUrl("jdbc:h2:mem:");
        transaction = new TransactionTemplate(new DataSourceTransactionManager(database));
        another = new TransactionTemplate(new DataSourceTransactionManager(database));
        another.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @Test
    void whatOneTransactionNotesTheNextDoesNotKnow() {
        transaction.executeWithoutResult(status -> {
            notes.get().add("read");
            assertThat(notes.get()).containsExactly("read");
        });
        transaction.executeWithoutResult(status -> assertThat(notes.get()).isEmpty());
    }

    @Test
    void aTransactionThatIsUndoneLeavesNothing() {
        transaction.executeWithoutResult(status -> {
            notes.get().add("read");
            status.setRollbackOnly();
        });
        transaction.executeWithoutResult(status -> assertThat(notes.get()).isEmpty());
    }

    @Test
    void aTransactionInBetweenHasItsOwn() {
        transaction.executeWithoutResult(status -> {
            notes.get().add("outer");
            another.executeWithoutResult(inner -> {
                assertThat(notes.get()).isEmpty();
                notes.get().add("inner");
            });
            assertThat(notes.get()).containsExactly("outer");
        });
    }

    @Test
    void withoutATransactionNothingIsKept() {
        notes.get().add("read");
        assertThat(notes.get()).isEmpty();
    }
}

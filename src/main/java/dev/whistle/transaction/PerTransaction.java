package dev.whistle.transaction;

import java.util.function.Supplier;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Something that lives as long as the running transaction, such as what it has read and need not read again. Where no
 * transaction runs nothing is kept: every asker gets a new one.
 */
public final class PerTransaction<T> {

    private final Supplier<T> make;

    public PerTransaction(Supplier<T> make) {
        this.make = make;
    }

    /** The running transaction's own. */
    @SuppressWarnings("unchecked")
    public T get() {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            return make.get();
        }
        T kept = (T) TransactionSynchronizationManager.getResource(this);
        if (kept == null) {
            kept = make.get();
            TransactionSynchronizationManager.bindResource(this, kept);
            TransactionSynchronizationManager.registerSynchronization(new Lifetime(kept));
        }
        return kept;
    }

    private final class Lifetime implements TransactionSynchronization {

        private final T kept;

        Lifetime(T kept) {
            this.kept = kept;
        }

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResourceIfPossible(PerTransaction.this);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(PerTransaction.this, kept);
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(PerTransaction.this);
        }
    }
}

package dev.whistle.casefile;

import dev.whistle.transaction.PerTransaction;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.stereotype.Component;

/**
 * Which unit takes up the case that is opened next in the running transaction, where it is not the officer's own: an
 * office that brings in a register says which unit was spoken to first, and that one answers for the case (首问负责,
 * AP.M2).
 */
@Component
public class FirstUnit {

    private final PerTransaction<AtomicReference<String>> said = new PerTransaction<>(AtomicReference::new);

    /** Says so for the next case; whoever calls has checked that the officer may. Must run in a transaction. */
    public void is(String unit) {
        said.get().set(unit);
    }

    /** The unit that was said, once: a case opened after this one is the officer's own again. */
    Optional<String> take() {
        return Optional.ofNullable(said.get().getAndSet(null));
    }
}

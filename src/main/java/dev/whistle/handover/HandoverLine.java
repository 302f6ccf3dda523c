package dev.whistle.handover;

import java.util.List;
import java.util.Optional;

/**
 * An item of a case's list and what was recorded of it.
 *
 * @param entries the earliest first; the last one counts
 */
public record HandoverLine(HandoverItem item, List<HandoverEntry> entries) {

    /** The entry that counts; empty where none was recorded. */
    public Optional<HandoverEntry> current() {
        return entries.isEmpty() ? Optional.empty() : Optional.of(entries.get(entries.size() - 1));
    }

    /** Whether nothing of it is left to be handed over. */
    public boolean settled() {
        return current().filter(it -> it.state().settled()).isPresent();
    }

    /** The item and what was recorded of it, in one line. */
    String said() {
        return item.name() + "：" + current().map(HandoverEntry::said).orElse("没有移交");
    }
}

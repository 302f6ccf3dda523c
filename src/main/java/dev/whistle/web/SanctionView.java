package dev.whistle.web;

import dev.whistle.sanction.Sanction;
import dev.whistle.sanction.SanctionState;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A rung of the ladder that a unit has come to.
 *
 * @param matter number of the case whose duty was missed
 * @param caseNo number of the escalation
 * @param counts whether it counts for the next one
 * @param events what became of it, the oldest first
 */
record SanctionView(
        String matter,
        String matterTitle,
        String rung,
        String rungName,
        SanctionState state,
        String stateName,
        boolean counts,
        String caseNo,
        @Nullable String documentNumber,
        OffsetDateTime imposedAt,
        List<EventView> events) {

    record EventView(
            SanctionState state,
            String stateName,
            OffsetDateTime at,
            @Nullable String actor,
            String caseNo,
            @Nullable String documentNumber,
            @Nullable String reason) {}

    /** @param titles of the cases whose duties were missed, by number */
    static SanctionView of(Sanction sanction, Map<String, String> titles) {
        return new SanctionView(
                sanction.matter(),
                titles.getOrDefault(sanction.matter(), sanction.matter()),
                sanction.rung().code(),
                sanction.rung().label(),
                sanction.state(),
                sanction.state().label(),
                sanction.counts(),
                sanction.caseNo(),
                sanction.documentNumber(),
                CaseView.china(sanction.imposedAt()),
                sanction.events().stream()
                        .map(it -> new EventView(
                                it.kind(),
                                it.kind().label(),
                                CaseView.china(it.at()),
                                it.actor(),
                                it.caseNo(),
                                it.documentNumber(),
                                it.reason()))
                        .toList());
    }
}

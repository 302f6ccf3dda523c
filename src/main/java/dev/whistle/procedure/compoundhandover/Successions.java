package dev.whistle.procedure.compoundhandover;

import dev.whistle.engine.Tables;
import dev.whistle.organisation.CompoundClass;
import dev.whistle.organisation.Compounds;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Asks {@code processes/compound-handover/succession.dmn}, the one place that says who may follow (JJ.A8.3.2). */
@Component
class Successions {

    private static final String TABLE = "succession";

    private final Tables tables;
    private final Compounds compounds;

    Successions(Tables tables, Compounds compounds) {
        this.tables = tables;
        this.compounds = compounds;
    }

    /** @return empty where a company cannot leave a compound of this class for this reason */
    Optional<Succession> of(CompoundClass kind, String reason) {
        return tables.row(TABLE, Map.of("compoundClass", kind.name().toLowerCase(Locale.ROOT), "exitReason", reason))
                .map(Succession::of);
    }

    Optional<Succession> of(Handover handover) {
        return compounds.find(handover.compound()).flatMap(it -> of(it.kind(), handover.reason()));
    }
}

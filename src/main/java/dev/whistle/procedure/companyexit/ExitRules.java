package dev.whistle.procedure.companyexit;

import dev.whistle.engine.Tables;
import dev.whistle.organisation.Compound;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads {@code exit-reasons.dmn}: for which reasons a company leaves what kind of compound, and who decides it. */
@Component
class ExitRules {

    private static final String REASONS = "exit-reasons";
    private static final String SETTINGS = "exit-settings";
    private static final String DISTRICT = "district";

    private final Tables tables;

    ExitRules(Tables tables) {
        this.tables = tables;
    }

    /**
     * The rule for this reason; empty where no row meets it.
     *
     * @param compound null for the whole district
     * @param listing null where nobody has counted: it is the first time then
     */
    Optional<ExitRule> of(String reason, @Nullable Compound compound, @Nullable String listing) {
        Map<String, @Nullable Object> asked = new HashMap<>();
        asked.put("exitReason", reason);
        asked.put("compoundClass", compoundClass(compound));
        asked.put("regime", setting("blacklist-regime"));
        asked.put("listing", listing == null ? "first" : listing);
        return tables.row(REASONS, asked).map(ExitRule::of);
    }

    /** A setting of the district's, as {@code exit-settings.dmn} has it. */
    String setting(String name) {
        return tables.row(SETTINGS, name).map(it -> it.text("value")).orElse("");
    }

    private static String compoundClass(@Nullable Compound compound) {
        if (compound == null) {
            return DISTRICT;
        }
        return switch (compound.kind()) {
            case RESETTLEMENT -> "resettlement";
            case COMMERCIAL -> "commercial";
            case OLD -> compound.managed() ? "old-managed" : "old-unmanaged";
        };
    }
}

package dev.whistle.engine;

import dev.whistle.casefile.Parties;
import dev.whistle.casefile.PartyDatum;
import dev.whistle.casefile.PartyRole;
import dev.whistle.engine.FormField.PartyField;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Choices that a case does not allow because it does not know whom they take: where nobody's name is on file, nobody
 * can be written to. A field says so by {@code needs.<choice>}.
 */
@Component
class Needs {

    private final Parties parties;

    Needs(Parties parties) {
        this.parties = parties;
    }

    /**
     * What the case lacks for this choice, as officers call it, e.g. 投诉人姓名; empty where the choice stands.
     *
     * @param caseNo null in a start form, when nobody is on file yet
     */
    Optional<String> lacking(FormField field, String choice, @Nullable String caseNo) {
        PartyField needed = field.needs().get(choice);
        if (needed == null) {
            return Optional.empty();
        }
        PartyDatum datum = PartyDatum.of(needed.datum())
                .orElseThrow(() -> new IllegalArgumentException("a form needs the unknown datum " + needed.datum()));
        return caseNo != null && parties.know(caseNo, needed.role(), datum)
                ? Optional.empty()
                : Optional.of(PartyRole.labelOf(needed.role()) + datum.label());
    }
}

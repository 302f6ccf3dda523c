package dev.whistle.web;

import dev.whistle.engine.UserNames;
import dev.whistle.organisation.Access;
import dev.whistle.organisation.CurrentOfficer;
import dev.whistle.organisation.Units;
import dev.whistle.procedure.complaint.ComplaintImport;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Imports as {@code /api} shows them to the officer who asks. */
@Component
class ImportViews {

    private final UserNames userNames;
    private final Units units;
    private final Access access;
    private final CurrentOfficer current;

    ImportViews(UserNames userNames, Units units, Access access, CurrentOfficer current) {
        this.userNames = userNames;
        this.units = units;
        this.access = access;
        this.current = current;
    }

    ImportView of(ComplaintImport one) {
        return of(List.of(one)).get(0);
    }

    List<ImportView> of(List<ComplaintImport> imports) {
        Map<String, String> names =
                userNames.of(imports.stream().map(ComplaintImport::importedBy).toList());
        Set<String> readable = access.readableUnits(current.get().orElseThrow());
        return imports.stream()
                .map(it -> ImportView.of(it, names, units::nameOf, readable))
                .toList();
    }
}

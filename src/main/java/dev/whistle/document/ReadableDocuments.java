package dev.whistle.document;

import dev.whistle.casefile.ReadableCases;
import dev.whistle.organisation.CurrentOfficer;
import dev.whistle.organisation.Officer;
import dev.whistle.organisation.Unit;
import dev.whistle.organisation.UnitKind;
import dev.whistle.organisation.Units;
import dev.whistle.problem.Problem;
import dev.whistle.problem.Problem.Kind;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Letters as the officer who is asking may see them: who may read a case may read its letters, but a company, which is
 * not shown who complained, reads only its own and those written to it. Who works for the unit that signs a letter may
 * also correct it and note that it was received.
 */
@Component
public class ReadableDocuments {

    private final DocumentTable table;
    private final ReadableCases cases;
    private final Units units;
    private final CurrentOfficer current;

    ReadableDocuments(DocumentTable table, ReadableCases cases, Units units, CurrentOfficer current) {
        this.table = table;
        this.cases = cases;
        this.units = units;
        this.current = current;
    }

    /**
     * The letters of a case in the order they were drafted.
     *
     * @throws Problem of kind NOT_FOUND if there is no such case or it is none of the officer's business
     */
    public List<Document> of(String caseNo) {
        return table.of(cases.get(caseNo).caseNo()).stream()
                .filter(this::mayRead)
                .toList();
    }

    /**
     * The letter of this id.
     *
     * @throws Problem of kind NOT_FOUND if there is none or it is none of the officer's business
     */
    public Document get(String id) {
        return table.find(id)
                .filter(it -> cases.find(it.caseNo()).isPresent() && mayRead(it))
                .orElseThrow(() -> new Problem(Kind.NOT_FOUND, "document.not-found"));
    }

    /**
     * The letter of this id, to be written to.
     *
     * @throws Problem of kind NOT_FOUND as {@link #get}, of kind FORBIDDEN if another unit signs it
     */
    public Document held(String id) {
        Document document = get(id);
        if (!holds(document)) {
            throw new Problem(
                    Kind.FORBIDDEN, "document.not-held", unit(document).name());
        }
        return document;
    }

    /** Whether the officer who is asking works for the unit that signs the letter. */
    public boolean holds(Document document) {
        return officer().units().contains(document.unit());
    }

    private boolean mayRead(Document document) {
        return holds(document)
                || (document.addressedTo() != null && officer().units().contains(document.addressedTo()))
                || officer().units().stream()
                        .flatMap(id -> units.find(id).stream())
                        .anyMatch(unit -> unit.kind() != UnitKind.COMPANY);
    }

    private Unit unit(Document document) {
        return units.get(document.unit());
    }

    private Officer officer() {
        return current.get().orElseThrow(() -> new Problem(Kind.FORBIDDEN, "case.nobody"));
    }
}

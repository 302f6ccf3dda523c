package dev.whistle.procedure.companyexit;

import dev.whistle.engine.TableRow;
import java.util.List;
import java.util.Set;

/**
 * What {@code exit-reasons.dmn} says of a reason in a class of compounds.
 *
 * @param allowed whether a company leaves for this reason there
 * @param registrars codes of the kinds of units that may register it; the district office always may
 * @param decider who decides: {@code district-office}, {@code street}, {@code assembly}, {@code committee}
 * @param step at which step of the model; {@code none} where it is decided already
 * @param district whether the company leaves the whole district
 * @param letter which letter tells the company
 * @param advice whether the compounds' committees are advised to end their contracts
 * @param centre whether the public-resource centre is told
 * @param credit what goes into the company's credit file
 * @param urgent whether somebody has to step in at once, papers after
 * @param notice whether the company may not leave before the notice period is over
 * @param refusal why it is not allowed, as officers read it
 */
record ExitRule(
        boolean allowed,
        Set<String> registrars,
        String decider,
        String step,
        boolean district,
        String letter,
        boolean advice,
        boolean centre,
        List<CreditKind> credit,
        boolean urgent,
        boolean notice,
        String clause,
        String refusal) {

    static ExitRule of(TableRow row) {
        return new ExitRule(
                row.flag("allowed"),
                Set.of(row.text("registrars").split(" ")),
                row.text("decider"),
                row.text("step"),
                row.text("scope").equals("district"),
                row.text("letter"),
                row.flag("advice"),
                row.flag("centre"),
                CreditKind.of(row.flag("blacklist"), row.flag("subsidy")),
                row.flag("urgent"),
                row.flag("notice"),
                row.text("clause"),
                row.text("refusal"));
    }

    boolean byOffice() {
        return decider.equals("district-office");
    }

    boolean byCommittee() {
        return decider.equals("committee");
    }

    boolean byAssembly() {
        return decider.equals("assembly");
    }
}

package dev.whistle.procedure.whistle;

import java.util.List;

/**
 * Who acts on a kind of violation, as {@code whistle-routing.dmn} divides the duties (JJ.A3.2).
 *
 * @param lead id of the unit that acts, or leads where others take part
 * @param others ids of those that take part
 * @param fast whether it goes the fast way (AP.M2)
 * @param power id of the unit that decides on a penalty: another one than the lead where its power has moved
 *     (JJ.A3.3.3)
 * @param clause ids of the clauses it stands on
 */
record Route(String lead, List<String> others, boolean fast, String power, String clause) {

    /** Whether the power to impose a penalty lies with somebody else. */
    boolean moved() {
        return !power.equals(lead);
    }
}

package dev.whistle.procedure.assignment;

import java.time.LocalDate;

/**
 * What one unit is ordered to do.
 *
 * @param place its row in the order, from 1
 * @param dueOn the last day as it was set first
 * @param state what has become of it
 * @param round how often it was to be done, from 1
 */
record WorkOrder(String unit, int place, String task, LocalDate dueOn, OrderState state, int round) {

    boolean open() {
        return !state.over();
    }

    /** What has become of it now. */
    WorkOrder with(OrderState now) {
        return new WorkOrder(unit, place, task, dueOn, now, now.again() ? round + 1 : round);
    }

    /** The occasion of its clock: a unit may have to do it again. */
    String occasion() {
        return round == 1 ? unit : unit + "/" + round;
    }
}

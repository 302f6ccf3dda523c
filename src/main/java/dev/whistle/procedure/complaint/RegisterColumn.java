package dev.whistle.procedure.complaint;

import java.util.List;

/**
 * A column of a register of complaints.
 *
 * @param title what stands in the header
 * @param keys the fields of the start form that it is for, in the form's order; one takes what stands in a row
 * @param required whether a register without it is none
 */
record RegisterColumn(String title, List<String> keys, boolean required) {}

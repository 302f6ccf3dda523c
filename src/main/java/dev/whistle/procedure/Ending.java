package dev.whistle.procedure;

/**
 * How a procedure ends.
 *
 * @param outcome the outcome on the case
 * @param event id of the end event in the model
 */
public record Ending(String outcome, String event) {}

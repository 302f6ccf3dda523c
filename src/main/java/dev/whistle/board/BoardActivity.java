package dev.whistle.board;

/**
 * How many tasks of open cases lie at a step of a model.
 *
 * @param element id of the model's element
 * @param overdue those whose own last day has passed; where a task has none, those of cases that are overdue
 */
public record BoardActivity(String element, long open, long overdue) {}

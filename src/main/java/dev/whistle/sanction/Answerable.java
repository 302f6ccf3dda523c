package dev.whistle.sanction;

/**
 * Whoever answers for a duty: a unit, or the owners' committee of a compound.
 *
 * @param id id of the unit, or {@code committee:<compound>}
 * @param kind what {@code escalation-ladder.dmn} calls it: {@code street}, {@code community}, {@code department},
 *     {@code hotline}, {@code company}, {@code committee}
 * @param unit id of the unit that works the tasks: its own, or a committee's community
 */
record Answerable(String id, String kind, String name, String unit) {}

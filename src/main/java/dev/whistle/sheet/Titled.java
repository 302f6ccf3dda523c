package dev.whistle.sheet;

/** A list with a name of its own; others are called as their rows say by {@link Heading}. */
public interface Titled {
    String title();
}

package dev.whistle.clause;

import java.util.List;

/**
 * A clause of the documents that procedures stand on.
 *
 * @param id e.g. {@code JJ.A7.3.5}
 * @param source the document, e.g. {@code JJ}
 * @param text what it says, in our words
 * @param tests names of the tests that show it kept, as {@code part.Class.method}
 */
public record Clause(String id, String source, String heading, String text, List<String> tests) {}

package dev.whistle.report;

import java.util.List;

/**
 * What the office adds to a report in its own words, a line a paragraph; either may be empty.
 *
 * @param work what has been done that no figure tells of, e.g. trainings, assessments, filings
 * @param plan what is to be done next
 */
public record Supplement(String work, String plan) {

    public static final Supplement NONE = new Supplement("", "");

    List<String> workParagraphs() {
        return paragraphs(work);
    }

    List<String> planParagraphs() {
        return paragraphs(plan);
    }

    private static List<String> paragraphs(String text) {
        return text.lines().map(String::strip).filter(it -> !it.isEmpty()).toList();
    }
}

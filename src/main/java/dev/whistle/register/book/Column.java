package dev.whistle.register.book;

import java.util.List;

/**
 * A column of a sheet.
 *
 * @param required whether every row must say it
 * @param explanation what is to be filled in
 * @param choices what only may stand there; none where that is open
 * @param example for the template's row that is only to be looked at
 */
record Column(String title, boolean required, String explanation, List<String> choices, String example) {

    static final List<String> YES_OR_NO = List.of("是", "否");

    static Column must(String title, String explanation, String example) {
        return new Column(title, true, explanation, List.of(), example);
    }

    static Column may(String title, String explanation, String example) {
        return new Column(title, false, explanation, List.of(), example);
    }

    static Column oneOf(String title, List<String> choices, String explanation) {
        return new Column(title, true, explanation, choices, choices.get(0));
    }
}

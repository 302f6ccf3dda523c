package dev.whistle.document;

/**
 * A kind of letter, a row of {@code letters.dmn}.
 *
 * @param id what models call it, e.g. {@code complaint-answer}
 * @param name what it is called in Chinese, e.g. 投诉答复书
 * @param procedure the procedure whose forms its template may quote
 * @param numberWord what its numbers carry between unit and year, e.g. 投答
 * @param template its file in {@code forms/documents}
 * @param addressee whom it is written to: the role of a person, the id of a unit or of a fact of the case, or
 *     {@code unit} where the model says which
 * @param clause ids of the clauses it stands on, separated by a blank
 */
record Letter(
        String id,
        String name,
        String procedure,
        String numberWord,
        String template,
        String addressee,
        String clause) {}

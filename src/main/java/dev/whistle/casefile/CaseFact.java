package dev.whistle.casefile;

import java.util.Optional;
import java.util.function.Function;

/**
 * Something that can be said of a case, by one name wherever it is said: in a form, a letter or a message.
 *
 * @param id what a form's {@code from} calls it, e.g. {@code case.caseNo}
 * @param name what clerks write into a letter or a message, e.g. 案件编号
 * @param personal whether it tells who somebody is: letters may say it, forms and messages may not
 * @param value its text, empty where the case has none
 */
public record CaseFact(String id, String name, boolean personal, Function<CaseFile, Optional<String>> value) {

    /** How the ids begin of what forms keep with a case, by the labels of their fields. */
    public static final String PARTICULAR = "particular.";

    /** A fact that anybody who may read the case may be told. */
    public static CaseFact open(String id, String name, Function<CaseFile, Optional<String>> value) {
        return new CaseFact(id, name, false, value);
    }

    /** Whether forms keep it, and the application knows nothing of it by itself. */
    public boolean isParticular() {
        return id.startsWith(PARTICULAR);
    }

    public Optional<String> of(CaseFile file) {
        return value.apply(file);
    }
}

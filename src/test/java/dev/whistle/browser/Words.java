package dev.whistle.browser;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What may stand in Latin letters on a Chinese page: names of products, and ids as people use them. */
final class Words {

    /** Ids and notations by their form. A key of a translation has no such form and no exception. */
    private static final Pattern NOTATION = Pattern.compile(String.join(
            "|",
            "\\b\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}\\b",
            "\\b[A-Z]{2}-\\d{4}-\\d{6}\\b", // case numbers
            "\\b[A-Z]{2}\\.[A-Z]{0,2}\\d+(\\.\\d+)*\\b", // clauses
            "\\bQA\\.[a-z-]+\\b", // and those of the questions and answers
            "\\bv\\d+\\.\\d+\\.\\d+\\b",
            "\\bctrl\\+(alt|shift)\\+[a-z]\\b",
            "\\$\\{[^}]*}", // expressions, where a dialog explains them
            "`[^`]*`",
            "\\b[\\w.-]+@jiujiang\\.example\\b", // colleagues' mail
            "\\bname@example\\.com\\b"));

    /** Camunda's name, notations and formats, and the measures of Admin's page, which explains them in Chinese. */
    private static final String NAMES = "Camunda BPMN DMN XML JSON PDF OFD Word Excel KB MB ID LDAP PI DI TU FNI EDE";

    private final Pattern allowed;

    /** @param ids ids that the installation itself gave, e.g. of its users */
    Words(Collection<String> ids) {
        allowed = Pattern.compile(Pattern.compile(" ")
                .splitAsStream(NAMES + " " + String.join(" ", ids))
                .distinct()
                .sorted((one, other) -> other.length() - one.length())
                .map(Pattern::quote)
                .collect(Collectors.joining("|", "(?<![\\w.-])(", ")(?![\\w-])")));
    }

    /** What is left in a text that nobody here can read. */
    List<String> foreign(String text) {
        String rest = NOTATION.matcher(text).replaceAll(" ");
        rest = allowed.matcher(rest).replaceAll(" ");
        List<String> words = new ArrayList<>();
        Pattern.compile("[A-Za-z][\\w.:-]*").matcher(rest).results().forEach(it -> words.add(it.group()));
        return words;
    }
}

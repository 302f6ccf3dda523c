package dev.whistle.web;

import dev.whistle.problem.Texts;
import org.springframework.context.i18n.LocaleContextHolder;

/** What people read for a code that is stored, in the language the caller asked for. */
final class CodeName {

    private CodeName() {}

    /** The text {@code <kind>.<code>}; the code itself where nobody has written the text yet. */
    static String of(String kind, String code) {
        String key = kind + "." + code;
        String text = Texts.text(LocaleContextHolder.getLocale(), key);
        return text.equals(key) ? code : text;
    }
}

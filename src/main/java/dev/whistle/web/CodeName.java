package dev.whistle.web;

import dev.whistle.problem.Texts;
import org.springframework.context.i18n.LocaleContextHolder;

/** What people read for a code that is stored, in the language the caller asked for. */
final class CodeName {

    private CodeName() {}

    /** The text {@code <kind>.<code>}; the code itself where nobody has written the text yet. */
    static String of(String kind, String code) {
        return Texts.ofCode(LocaleContextHolder.getLocale(), kind, code).orElse(code);
    }
}

package dev.whistle.casefile;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A text as it is searched in: full-width characters, capitals and rows of blanks do not matter, everything else does.
 *
 * @param plain the text itself; whoever makes one need not have done anything to it before
 */
record SearchText(String plain) {

    SearchText {
        plain = Normalizer.normalize(plain, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .strip()
                .replaceAll("\\s+", " ");
    }

    /** How many characters a person would count. */
    int length() {
        return plain.codePointCount(0, plain.length());
    }

    /** Its words, as far as blanks tell them apart. */
    Set<String> words() {
        return new LinkedHashSet<>(List.of(plain.split(" ")));
    }

    /**
     * Every two letters or digits that stand side by side: 消防通道 has 消防, 防通, 通道. Chinese is written without
     * blanks, and a part of it that has two characters is found by them whatever the words are.
     */
    Set<String> pairs() {
        Set<String> pairs = new LinkedHashSet<>();
        int[] letters = plain.codePoints().toArray();
        for (int i = 0; i + 1 < letters.length; i++) {
            if (Character.isLetterOrDigit(letters[i]) && Character.isLetterOrDigit(letters[i + 1])) {
                pairs.add(new String(letters, i, 2));
            }
        }
        return pairs;
    }
}

package dev.whistle.csv;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The text of a file, by its content: Chinese spreadsheets save CSV in UTF-8 with a mark at its beginning, or, as they
 * always did, in GB18030 (GBK) without a word about it.
 */
public final class CsvText {

    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final String MARK = "\uFEFF";

    private CsvText() {}

    /** The text of a file in UTF-8, with or without its mark; empty if it is none. */
    public static Optional<String> utf8(byte[] file) {
        return decoded(file, StandardCharsets.UTF_8)
                .map(text -> text.startsWith(MARK) ? text.substring(MARK.length()) : text);
    }

    /**
     * The text of a file in UTF-8 or GB18030; empty if it is in neither. Chinese in GB18030 is hardly ever valid UTF-8
     * by chance, the other way round it often is valid, so UTF-8 is asked first.
     */
    public static Optional<String> utf8OrGb18030(byte[] file) {
        return utf8(file).or(() -> decoded(file, GB18030));
    }

    private static Optional<String> decoded(byte[] file, Charset charset) {
        try {
            return Optional.of(
                    charset.newDecoder().decode(ByteBuffer.wrap(file)).toString());
        } catch (CharacterCodingException another) {
            return Optional.empty();
        }
    }
}

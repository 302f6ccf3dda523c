package dev.whistle.casefile;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/**
 * The container of {@code .doc} and {@code .xls} (MS-CFB): whether its directory names a project of macros. Its entries
 * are 128 bytes, at multiples of 128 from the file's beginning, whatever the size of its sectors.
 */
final class OldOffice {

    private static final byte[] SIGNATURE = {
        (byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, (byte) 0xa1, (byte) 0xb1, 0x1a, (byte) 0xe1
    };
    private static final Set<String> MACROS = Set.of("MACROS", "VBA", "_VBA_PROJECT", "_VBA_PROJECT_CUR");

    private static final int ENTRY = 128;
    private static final int HEADER = 512;
    private static final int NAME_LENGTH = 64;
    private static final int KIND = 66;
    private static final int STORAGE = 1;
    private static final int STREAM = 2;

    private OldOffice() {}

    /** Whether it is such a container and names macros; a damaged directory is read as far as its entries go. */
    static boolean hasMacros(byte[] content) {
        if (!Arrays.equals(SIGNATURE, Arrays.copyOf(content, SIGNATURE.length))) {
            return false;
        }
        for (int entry = HEADER; entry + ENTRY <= content.length; entry += ENTRY) {
            if (namesMacros(content, entry)) {
                return true;
            }
        }
        return false;
    }

    private static boolean namesMacros(byte[] content, int entry) {
        int kind = content[entry + KIND];
        int length = content[entry + NAME_LENGTH] - 2; // without the closing NUL
        if ((kind != STORAGE && kind != STREAM) || length <= 0 || length > NAME_LENGTH - 2) {
            return false;
        }
        // Names are compared without regard to case, as the format says.
        String name = new String(content, entry, length, StandardCharsets.UTF_16LE);
        return MACROS.contains(name.toUpperCase(Locale.ROOT));
    }
}

package dev.whistle.sheet;

import dev.whistle.problem.Problem;
import dev.whistle.problem.Problem.Kind;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Counts what comes out of a packed file, and stops where it is more than any register has. */
final class UnpackedSize {

    /** Ten thousand rows on each of seven sheets, with long texts, are well below. */
    static final int MOST_MEGABYTES = 60;

    /** Spreadsheets are packed to a tenth or a thirtieth; what has one and the same letter a million times, to a thousandth. */
    static final int MOST_TIMES = 100;

    private static final int MEGABYTE = 1 << 20;

    /** A small file may well be packed as much: it does no harm. */
    private static final int HARMLESS = 5 * MEGABYTE;

    private final long most;
    private long unpacked;

    /** @param packed how large the file is, in bytes */
    UnpackedSize(long packed) {
        this.most = Math.min((long) MOST_MEGABYTES * MEGABYTE, Math.max(HARMLESS, packed * MOST_TIMES));
    }

    /** The same stream, which breaks off with a {@link Problem} where all together are too much. */
    InputStream counting(InputStream entry) {
        return new FilterInputStream(entry) {
            @Override
            public int read() throws IOException {
                int one = super.read();
                count(one < 0 ? 0 : 1);
                return one;
            }

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                int some = super.read(bytes, offset, length);
                count(Math.max(some, 0));
                return some;
            }

            @Override
            public long skip(long bytes) throws IOException {
                throw new IOException("everything is to be counted");
            }
        };
    }

    private void count(int more) {
        unpacked += more;
        if (unpacked > most) {
            throw new Problem(Kind.TOO_LARGE, "book.bomb", MOST_MEGABYTES);
        }
    }
}

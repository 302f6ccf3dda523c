package dev.whistle.clock;

/** A kind of period was named that {@code time-limits.dmn} does not have. */
public class UnknownTimeLimitException extends RuntimeException {

    UnknownTimeLimitException(String kind) {
        super("时限表（time-limits.dmn）中没有“" + kind + "”这一项");
    }
}

package dev.whistle.document;

/** A version of a letter to be sent to somebody who may read it, under a name for its file. */
@SuppressWarnings("ArrayRecordComponent") // handed through once, never compared
public record DocumentContent(String fileName, byte[] bytes) {

    /** What every version of a letter is. */
    public static final String MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
}

package dev.whistle.casefile;

/** A file of a case to be sent to somebody who may read it. */
@SuppressWarnings("ArrayRecordComponent") // handed through once, never compared
public record AttachmentContent(Attachment attachment, byte[] bytes) {}

package dev.whistle.casefile;

/** A text that waits encrypted, with the id of the key that opens it. */
public record SealedText(String keyId, String content) {}

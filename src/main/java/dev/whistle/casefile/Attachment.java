package dev.whistle.casefile;

import java.time.Instant;

/**
 * A file of a case, without its content.
 *
 * @param name cleaned file name with its extension, at most 200 characters; to be shown as text
 * @param mediaType by its content, one of an office's usual types; never one that a browser runs
 * @param size in bytes
 * @param sha256 of the content, in hex
 * @param uploadedBy user id
 */
public record Attachment(
        String id,
        String caseNo,
        String name,
        String mediaType,
        long size,
        String sha256,
        String uploadedBy,
        Instant uploadedAt) {}

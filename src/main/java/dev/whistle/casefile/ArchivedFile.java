package dev.whistle.casefile;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/**
 * A file of the case and where it lies in the archive.
 *
 * @param path e.g. {@code 附件/01-现场照片.jpg}; a name that every file system can unpack
 */
record ArchivedFile(String path, @JsonUnwrapped Attachment attachment) {

    private static final String FOLDER = "附件/";

    /** @param number from 1, in the order of the index */
    static ArchivedFile of(int number, Attachment attachment) {
        String name = attachment.name().replaceAll("[<>:\"/\\\\|?*]", "_");
        return new ArchivedFile(FOLDER + "%02d-%s".formatted(number, name), attachment);
    }
}

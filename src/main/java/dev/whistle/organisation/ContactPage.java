package dev.whistle.organisation;

import java.util.List;

/**
 * One page of the contact register.
 *
 * @param total how many there are on all pages
 */
public record ContactPage(List<Listed> contacts, long total) {

    /**
     * An entry with the names people read.
     *
     * @param yours whether whoever asks may end it
     */
    public record Listed(Contact contact, String targetName, String unitName, boolean yours) {}
}

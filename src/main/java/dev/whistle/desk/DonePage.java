package dev.whistle.desk;

import java.util.List;

/**
 * A page of what an officer has done, the latest first.
 *
 * @param total how many there are on all pages
 */
public record DonePage(List<Done> done, long total) {}

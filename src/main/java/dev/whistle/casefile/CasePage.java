package dev.whistle.casefile;

import java.util.List;

/**
 * One page of a list of cases.
 *
 * @param total how many there are on all pages
 */
public record CasePage(List<CaseFile> cases, long total) {}

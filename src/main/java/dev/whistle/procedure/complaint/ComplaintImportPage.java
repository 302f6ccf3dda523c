package dev.whistle.procedure.complaint;

import java.util.List;

/**
 * One page of a list of imports, without their rows.
 *
 * @param total how many there are on all pages
 */
public record ComplaintImportPage(List<ComplaintImport> imports, long total) {}

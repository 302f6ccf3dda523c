package dev.whistle.report;

import java.time.Instant;

/**
 * A report as it was issued, without its contents.
 *
 * @param office id of the office that issued it
 * @param period as programs write it, e.g. {@code 2026-10}
 * @param sha256 of the figures
 * @param issuedBy user id
 */
public record IssuedReport(
        String office,
        ReportKind kind,
        String period,
        String number,
        String title,
        String sha256,
        String docxSha256,
        String xlsxSha256,
        String issuedBy,
        Instant issuedAt) {}

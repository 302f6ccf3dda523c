package dev.whistle.report;

/** A file of an issued report, the same bytes each time. */
public record ReportFile(String name, byte[] bytes) {}

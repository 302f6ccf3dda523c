package dev.whistle.report;

/** A report that is not issued: its figures, and the paper that they make. */
public record Draft(ReportFigures figures, Paper paper) {}

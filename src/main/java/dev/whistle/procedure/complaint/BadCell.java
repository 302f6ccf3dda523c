package dev.whistle.procedure.complaint;

import dev.whistle.problem.FieldError;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong at one place of a register.
 *
 * @param row as a spreadsheet counts; the header is 1
 * @param column its title; null where the whole row is wrong
 * @param error what is wrong; told by the column's title
 */
public record BadCell(int row, @Nullable String column, FieldError error) {}

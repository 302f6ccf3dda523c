package dev.whistle.register.book;

import dev.whistle.problem.FieldError;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong at one place of a workbook of registers.
 *
 * @param sheet its name
 * @param row as a spreadsheet counts; the titles are 1
 * @param column its title; null where the whole row is wrong
 */
public record BadEntry(String sheet, int row, @Nullable String column, FieldError error) {}

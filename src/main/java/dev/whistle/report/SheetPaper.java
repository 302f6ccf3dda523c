package dev.whistle.report;

import dev.whistle.sheet.Grid;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The tables of a paper as a spreadsheet, a sheet each. */
final class SheetPaper {

    private SheetPaper() {}

    static byte[] of(Paper paper) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            Grid.write(paper.grids().toList(), bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}

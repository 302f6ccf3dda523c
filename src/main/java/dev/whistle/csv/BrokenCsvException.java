package dev.whistle.csv;

/** A file is not CSV from some row on; mostly a double quote lacks its partner. */
public final class BrokenCsvException extends RuntimeException {

    private final int row;

    BrokenCsvException(int row) {
        super("not CSV from row " + row); // without the cause, which quotes the file
        this.row = row;
    }

    /** The first row that cannot be read, as a spreadsheet counts. */
    public int row() {
        return row;
    }
}

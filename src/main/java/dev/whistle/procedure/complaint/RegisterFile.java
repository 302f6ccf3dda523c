package dev.whistle.procedure.complaint;

import dev.whistle.casefile.Sha256;
import dev.whistle.csv.BrokenCsvException;
import dev.whistle.csv.CsvSheet;
import dev.whistle.csv.CsvText;
import dev.whistle.problem.Problem;
import dev.whistle.problem.Problem.Kind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A register as a file: its rows under columns that are known.
 *
 * @param text what it says, however it is encoded
 */
record RegisterFile(String text, List<RegisterRow> rows) {

    /** As many as ten busy districts write in a year. */
    static final int MOST_ROWS = 10_000;

    /** @throws Problem if it cannot be read, has no rows or too many, or its header is wrong */
    static RegisterFile of(byte[] bytes) {
        String text =
                CsvText.utf8OrGb18030(bytes).orElseThrow(() -> new Problem(Kind.INVALID, "complaint.import.encoding"));
        CsvSheet sheet = sheet(text);
        List<RegisterColumn> header = header(sheet.header());
        int rows = sheet.lines().size();
        if (rows == 0) {
            throw new Problem(Kind.INVALID, "complaint.import.empty");
        }
        if (rows > MOST_ROWS) {
            throw new Problem(Kind.TOO_LARGE, "complaint.import.too-many", MOST_ROWS, rows);
        }
        List<RegisterRow> read = sheet.lines().stream()
                .map(it -> new RegisterRow(it.row(), header, it.cells()))
                .toList();
        read.forEach(RegisterTemplate::refuseExample);
        return new RegisterFile(text, read);
    }

    /** By what it is known again: its text, and the year it is moved to, if any. */
    String sha256(@Nullable Integer year) {
        return Sha256.of((year + "\n" + text).getBytes(StandardCharsets.UTF_8));
    }

    private static CsvSheet sheet(String text) {
        try {
            return CsvSheet.of(text);
        } catch (BrokenCsvException notCsv) {
            throw new Problem(Kind.INVALID, "complaint.import.broken", notCsv.row());
        }
    }

    private static List<RegisterColumn> header(List<String> titles) {
        List<RegisterColumn> columns = new ArrayList<>();
        for (String title : titles) {
            RegisterColumn column = RegisterColumn.titled(title)
                    .orElseThrow(() ->
                            new Problem(Kind.INVALID, "complaint.import.column-unknown", shortened(title), all()));
            if (columns.contains(column)) {
                throw new Problem(Kind.INVALID, "complaint.import.column-twice", title);
            }
            columns.add(column);
        }
        Arrays.stream(RegisterColumn.values())
                .filter(it -> it.required() && !columns.contains(it))
                .findFirst()
                .ifPresent(it -> {
                    throw new Problem(Kind.INVALID, "complaint.import.column-missing", it.title());
                });
        return columns;
    }

    /** What is no register at all may have a first line of any length. */
    private static String shortened(String title) {
        return title.length() > 30 ? title.substring(0, 30) + "…" : title;
    }

    private static String all() {
        return Arrays.stream(RegisterColumn.values()).map(RegisterColumn::title).collect(Collectors.joining("、"));
    }
}

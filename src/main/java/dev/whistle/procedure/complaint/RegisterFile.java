package dev.whistle.procedure.complaint;

import dev.whistle.casefile.Sha256;
import dev.whistle.csv.BrokenCsvException;
import dev.whistle.csv.CsvSheet;
import dev.whistle.csv.CsvText;
import dev.whistle.problem.Problem;
import dev.whistle.problem.Problem.Kind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A register as a file: its rows under columns that are known.
 *
 * @param text what it says, however it is encoded
 */
record RegisterFile(String text, List<RegisterColumn> header, List<RegisterRow> rows) {

    /** As many as ten busy districts write in a year. */
    static final int MOST_ROWS = 10_000;

    /**
     * @param columns those that it may have
     * @throws Problem if it cannot be read, has no rows or too many, or its header is wrong
     */
    static RegisterFile of(byte[] bytes, RegisterColumns columns) {
        String text =
                CsvText.utf8OrGb18030(bytes).orElseThrow(() -> new Problem(Kind.INVALID, "complaint.import.encoding"));
        CsvSheet sheet = sheet(text);
        List<RegisterColumn> header = header(sheet.header(), columns);
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
        read.forEach(it -> RegisterTemplate.refuseExample(it, header));
        return new RegisterFile(text, header, read);
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

    private static List<RegisterColumn> header(List<String> titles, RegisterColumns columns) {
        List<RegisterColumn> header = new ArrayList<>();
        Set<String> keys = new HashSet<>();
        for (String title : titles) {
            RegisterColumn column = columns.titled(title)
                    .orElseThrow(() -> new Problem(
                            Kind.INVALID,
                            "complaint.import.column-unknown",
                            shortened(title),
                            String.join("、", columns.offered())));
            if (header.contains(column) || !Collections.disjoint(keys, column.keys())) {
                throw new Problem(Kind.INVALID, "complaint.import.column-twice", title);
            }
            header.add(column);
            keys.addAll(column.keys());
        }
        columns.offered().stream()
                .flatMap(it -> columns.titled(it).stream())
                .filter(it -> it.required() && !keys.containsAll(it.keys()))
                .findFirst()
                .ifPresent(it -> {
                    throw new Problem(Kind.INVALID, "complaint.import.column-missing", it.title());
                });
        return header;
    }

    /** What is no register at all may have a first line of any length. */
    private static String shortened(String title) {
        return title.length() > 30 ? title.substring(0, 30) + "…" : title;
    }
}

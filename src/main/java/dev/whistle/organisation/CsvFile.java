package dev.whistle.organisation;

import dev.whistle.csv.BrokenCsvException;
import dev.whistle.csv.CsvSheet;
import dev.whistle.csv.CsvText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.core.io.Resource;

/** One of the organisation's files: CSV in UTF-8 with a header line, as spreadsheets save it. */
final class CsvFile {

    private CsvFile() {}

    /**
     * The rows of a file below its header.
     *
     * @param optional columns that it may lack
     * @throws BadRowException if it is not there, is not UTF-8, is not CSV, or its header lacks or adds a column
     */
    static List<CsvRow> read(Resource file, List<String> columns, Set<String> optional) {
        String name = String.valueOf(file.getFilename());
        return rows(name, text(name, file), columns, optional);
    }

    private static String text(String name, Resource file) {
        if (!file.exists()) {
            throw new BadRowException(name, "找不到这个文件，请把它放进 whistle.organisation 所指的文件夹");
        }
        try {
            return CsvText.utf8(file.getContentAsByteArray())
                    .orElseThrow(() -> new BadRowException(name, "不是 UTF-8 编码，请在表格软件里另存为“CSV UTF-8（逗号分隔）”"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<CsvRow> rows(String name, String text, List<String> columns, Set<String> optional) {
        try {
            CsvSheet sheet = CsvSheet.of(text);
            checkHeader(
                    name,
                    sheet.header().stream().filter(it -> !optional.contains(it)).toList(),
                    columns);
            return sheet.lines().stream()
                    .map(it -> row(name, it.row(), sheet.header(), it.cells()))
                    .toList();
        } catch (BrokenCsvException notCsv) {
            throw new BadRowException(name, "第 " + notCsv.row() + " 行不是正确的 CSV，请检查英文双引号是否成对");
        }
    }

    private static void checkHeader(String name, List<String> header, List<String> columns) {
        if (header.size() != columns.size() || !header.containsAll(columns)) {
            throw new BadRowException(
                    name, "表头应为“" + String.join(",", columns) + "”，现为“" + String.join(",", header) + "”，请改正第 1 行");
        }
    }

    private static CsvRow row(String name, int line, List<String> header, List<String> cells) {
        if (cells.size() != header.size()) {
            throw new BadRowException(
                    name, "第 " + line + " 行有 " + cells.size() + " 格，应为 " + header.size() + " 格；文字里有英文逗号时，请用英文双引号括起来");
        }
        Map<String, String> byColumn = new HashMap<>();
        for (int i = 0; i < cells.size(); i++) {
            byColumn.put(header.get(i), cells.get(i));
        }
        return new CsvRow(name, line, Map.copyOf(byColumn));
    }
}

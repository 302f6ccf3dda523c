package dev.whistle.csv;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A CSV file as spreadsheets save it.
 *
 * @param header the first row
 * @param lines the rows below that are not empty
 */
public record CsvSheet(List<String> header, List<Line> lines) {

    private static final CsvMapper CSV =
            CsvMapper.csvBuilder().enable(CsvParser.Feature.WRAP_AS_ARRAY).build();

    /**
     * A row.
     *
     * @param row its number as a spreadsheet shows it; the header is 1
     * @param cells without the blanks around them
     */
    public record Line(int row, List<String> cells) {}

    /** @throws BrokenCsvException if it is not CSV */
    public static CsvSheet of(String text) {
        List<Line> lines = new ArrayList<>();
        List<String> header = List.of();
        int row = 0;
        try (MappingIterator<String[]> records = CSV.readerFor(String[].class).readValues(text)) {
            while (records.hasNextValue()) {
                List<String> cells =
                        Arrays.stream(records.nextValue()).map(String::strip).toList();
                row++;
                if (row == 1) {
                    header = cells;
                } else if (!cells.stream().allMatch(String::isEmpty)) {
                    // Spreadsheets like to save lines of nothing but commas at the end.
                    lines.add(new Line(row, cells));
                }
            }
            return new CsvSheet(header, List.copyOf(lines));
        } catch (JsonProcessingException notCsv) {
            throw new BrokenCsvException(row + 1);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}

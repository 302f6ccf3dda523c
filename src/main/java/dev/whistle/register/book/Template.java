package dev.whistle.register.book;

import dev.whistle.sheet.Cell;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** An empty workbook to fill in: what is to stand where, and on each sheet its titles and a row that shows how. */
final class Template {

    /** What begins the row that is only to be looked at; an import passes it over. */
    static final String EXAMPLE = "（示例）";

    static final String EXPLANATION = "说明";

    private static final int WIDE = 24;
    private static final int WIDEST = 80;

    private Template() {}

    static boolean isExample(List<Cell> cells) {
        return cells.stream()
                .filter(it -> it.kind() != Cell.Kind.EMPTY)
                .findFirst()
                .filter(it -> it.text().startsWith(EXAMPLE))
                .isPresent();
    }

    static byte[] of(List<Part<?>> parts) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(file, "Whistle", "1.0")) {
            explain(book.newWorksheet(EXPLANATION), parts);
            parts.forEach(it -> sheet(book.newWorksheet(it.kind().label()), it.columns()));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return file.toByteArray();
    }

    private static void explain(Worksheet sheet, List<Part<?>> parts) {
        List<String> lines = List.of(
                "每张表一个登记簿，只填要新增或者更改的行；不用的表可以删去。表头不能改，列的先后不限。",
                "已有的按编号（或者小区加日期、合同编号）更新，没有的新增；登记簿里有、文件里没有的不变。",
                "先检查、后导入：有一处错误就一条也不导入，错误按表、行、列列出。同一文件再导入一次，没有变化。",
                "每张表第 2 行是示例，导入时跳过，可以删去。不能有公式和合并的单元格；一张表最多 10000 行。");
        int row = 0;
        for (String line : lines) {
            sheet.value(row, 0, line);
            row++;
        }
        row++;
        String[] titles = {"表", "列", "必填", "可填内容", "说明"};
        for (int column = 0; column < titles.length; column++) {
            sheet.value(row, column, titles[column]);
            sheet.style(row, column).bold().set();
        }
        for (Part<?> part : parts) {
            for (Column column : part.columns()) {
                row++;
                sheet.value(row, 0, part.kind().label());
                sheet.value(row, 1, column.title());
                sheet.value(row, 2, column.required() ? "是" : "否");
                sheet.value(row, 3, String.join("、", column.choices()));
                sheet.value(row, 4, column.explanation());
            }
        }
        sheet.width(0, WIDE);
        sheet.width(1, WIDE);
        sheet.width(3, WIDEST);
        sheet.width(4, WIDEST);
    }

    private static void sheet(Worksheet sheet, List<Column> columns) {
        for (int column = 0; column < columns.size(); column++) {
            Column it = columns.get(column);
            sheet.value(0, column, it.title());
            sheet.style(0, column).bold().set();
            sheet.value(1, column, column == 0 ? EXAMPLE + it.example() : it.example());
            sheet.style(1, column).italic().set();
            sheet.width(column, WIDE);
            if (!it.choices().isEmpty()) {
                sheet.range(2, column, RegisterImports.MOST_ROWS, column)
                        .validateWithListByFormula(it.choices().stream().collect(Collectors.joining(",", "\"", "\"")));
            }
        }
        sheet.freezePane(0, 1);
    }
}

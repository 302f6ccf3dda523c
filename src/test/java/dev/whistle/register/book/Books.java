package dev.whistle.register.book;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Workbooks as somebody might fill them in. */
public final class Books {

    /** What stands in a cell as a formula. */
    public record Formula(String text) {}

    private static final Map<String, List<String>> TITLES = Map.of(
            "物业服务企业", List.of("编号", "名称", "统一社会信用代码", "负责人", "国有"),
            "小区", List.of("编号", "名称", "类别", "有物业", "建成区", "地址", "户数", "建筑面积", "镇街", "社区"),
            "项目经理", List.of("证书编号", "姓名", "企业", "小区", "任职开始", "任职结束"),
            "物业服务合同", List.of("合同编号", "小区", "企业", "合同类别", "开始日期", "结束日期", "年合同额", "服务等级", "终止日期", "终止原因"),
            "业主委员会", List.of("小区", "类别", "备案号", "人数", "任期开始", "任期结束", "实际结束"),
            "管理责任", List.of("小区", "开始日期", "依据", "管理单位"),
            "应急保障", List.of("镇街", "企业", "开始日期"));

    private final Map<String, List<List<Object>>> sheets = new LinkedHashMap<>();

    public static Books book() {
        return new Books();
    }

    /** A sheet with the titles that it is to have. */
    public Books sheet(String name, Object... firstRow) {
        sheets.computeIfAbsent(name, it -> {
            List<List<Object>> rows = new ArrayList<>();
            rows.add(new ArrayList<>(TITLES.getOrDefault(name, List.of("甲"))));
            return rows;
        });
        return firstRow.length == 0 ? this : row(name, firstRow);
    }

    public Books titles(String name, Object... titles) {
        sheets.put(name, new ArrayList<>(List.of(cells(titles))));
        return this;
    }

    /** An empty text leaves a cell empty. */
    public Books row(String name, Object... cells) {
        sheet(name).rows(name).add(cells(cells));
        return this;
    }

    private List<List<Object>> rows(String name) {
        return sheets.getOrDefault(name, new ArrayList<>());
    }

    private static List<Object> cells(Object... cells) {
        List<Object> list = new ArrayList<>();
        for (Object cell : cells) {
            list.add(cell);
        }
        return list;
    }

    public byte[] bytes() {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(file, "Test", "1.0")) {
            sheets.forEach((name, rows) -> write(book.newWorksheet(name), rows));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return file.toByteArray();
    }

    private static void write(Worksheet sheet, List<List<Object>> rows) {
        for (int row = 0; row < rows.size(); row++) {
            for (int column = 0; column < rows.get(row).size(); column++) {
                Object cell = rows.get(row).get(column);
                if (cell instanceof LocalDate day) {
                    sheet.value(row, column, day);
                    sheet.style(row, column).format("yyyy-mm-dd").set();
                } else if (cell instanceof BigDecimal || cell instanceof Integer || cell instanceof Double) {
                    sheet.value(row, column, (Number) cell);
                } else if (cell instanceof Formula formula) {
                    sheet.formula(row, column, formula.text());
                } else if (!cell.toString().isEmpty()) {
                    sheet.value(row, column, cell.toString());
                }
            }
        }
    }
}

package dev.whistle.procedure.complaint;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** An empty register to fill in: all columns, and one row that shows how. The row cannot be imported by oversight. */
@Component
public class RegisterTemplate {

    /** What begins the matter of the row that is only to be looked at. */
    static final String EXAMPLE = "（示例，请删去本行）";

    /** Without it, spreadsheets take a CSV for GB18030. */
    private static final String MARK = "\uFEFF";

    /** By title; nobody's data. What stands in no row of its kind is left empty, as officers leave it. */
    private static final Map<String, String> ROW = Map.of(
            "渠道", Channel.PHONE.label(),
            "收到时间", "2026-03-02 09:40",
            "投诉人", "某先生",
            "联系电话", "13900000000",
            "联系地址", "某小区1幢101室",
            "发生地点", "某路某号",
            "投诉事由", EXAMPLE + "路灯不亮",
            "详细情况", "小区东门两盏路灯不亮，已有一周。");

    /** CSV in UTF-8 with its mark, as spreadsheets open it. */
    public String csv() {
        return MARK + line(RegisterColumn::title) + line(column -> ROW.getOrDefault(column.title(), ""));
    }

    private static String line(Function<RegisterColumn, String> cell) {
        return Arrays.stream(RegisterColumn.values()).map(cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    /** Refuses the row that is only to be looked at. */
    static void refuseExample(RegisterRow row) {
        String matter = row.text(RegisterColumn.MATTER);
        if (matter != null && matter.startsWith(EXAMPLE)) {
            row.wrong(RegisterColumn.MATTER, "complaint.import.cell.example");
        }
    }
}

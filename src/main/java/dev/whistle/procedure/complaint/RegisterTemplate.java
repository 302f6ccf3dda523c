package dev.whistle.procedure.complaint;

import dev.whistle.engine.StartForm;
import dev.whistle.engine.Starts;
import dev.whistle.problem.FieldError;
import dev.whistle.procedure.complaint.ComplaintProcess.Variables;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
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
            "渠道", "来电",
            "收到时间", "2026-03-02 09:40",
            "投诉人", "某先生",
            "联系电话", "13900000000",
            "联系地址", "某小区1幢101室",
            "发生地点", "某路某号",
            "投诉事由", EXAMPLE + "路灯不亮",
            "详细情况", "小区东门两盏路灯不亮，已有一周。");

    private final Starts starts;

    RegisterTemplate(Starts starts) {
        this.starts = starts;
    }

    /** CSV in UTF-8 with its mark, as spreadsheets open it. */
    public String csv() {
        StartForm form = starts.form(ComplaintProcess.ID);
        Set<String> titles = new RegisterColumns(form, Unsaid.inRegister(form)).offered();
        return MARK + line(titles, title -> title) + line(titles, title -> ROW.getOrDefault(title, ""));
    }

    private static String line(Set<String> titles, UnaryOperator<String> cell) {
        return titles.stream().map(cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    /** Refuses the row that is only to be looked at. */
    static void refuseExample(RegisterRow row, List<RegisterColumn> header) {
        header.stream()
                .filter(column -> column.keys().contains(Variables.MATTER))
                .map(RegisterColumn::title)
                .filter(title -> Objects.requireNonNullElse(row.text(title), "").startsWith(EXAMPLE))
                .forEach(title -> row.wrong(title, new FieldError(title, "complaint.import.cell.example")));
    }
}

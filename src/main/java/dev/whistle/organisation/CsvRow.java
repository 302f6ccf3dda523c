package dev.whistle.organisation;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * A row of one of the organisation's files. Everything read from it is checked here, so that what is wrong can be named
 * with file, line and column.
 */
record CsvRow(String file, int line, Map<String, String> cells) {

    private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    /** Leaves room for ".officer" in the engine's 64. */
    private static final int LONGEST_ID = 56;

    Optional<String> optional(String column) {
        return Optional.ofNullable(cells.get(column)).filter(it -> !it.isEmpty());
    }

    String text(String column, int longest) {
        String text = optional(column).orElseThrow(() -> bad(column, "不能为空，请填写"));
        if (text.length() > longest) {
            throw bad(column, "最多 " + longest + " 个字，现有 " + text.length() + " 个字，请缩短");
        }
        return text;
    }

    String id(String column) {
        String id = text(column, LONGEST_ID);
        if (!ID.matcher(id).matches()) {
            throw bad(column, "“" + id + "”不能作编号，请只用小写字母、数字和连字符，如 street-wanli");
        }
        return id;
    }

    String matching(String column, Pattern pattern, String advice) {
        String text = text(column, 100);
        if (!pattern.matcher(text).matches()) {
            throw bad(column, "“" + text + "”" + advice);
        }
        return text;
    }

    int positive(String column) {
        String text = text(column, 9);
        if (!text.matches("[0-9]{1,9}") || Integer.parseInt(text) == 0) {
            throw bad(column, "“" + text + "”不是正整数，请改为数字");
        }
        return Integer.parseInt(text);
    }

    boolean flag(String column) {
        return switch (text(column, 100)) {
            case "是" -> true;
            case "否" -> false;
            default -> throw bad(column, "只能填“是”或“否”");
        };
    }

    <E> E choice(String column, E[] choices, Function<E, String> label) {
        String text = text(column, 100);
        return Arrays.stream(choices)
                .filter(it -> label.apply(it).equals(text))
                .findFirst()
                .orElseThrow(() -> bad(
                        column,
                        "没有“" + text + "”，只能填"
                                + String.join(
                                        "、", Arrays.stream(choices).map(label).toList())));
    }

    BadRowException bad(String column, String advice) {
        return new BadRowException(file, line, column, advice);
    }
}

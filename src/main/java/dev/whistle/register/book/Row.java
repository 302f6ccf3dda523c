package dev.whistle.register.book;

import dev.whistle.sheet.Cell;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A row of a sheet. What cannot be read is noted with sheet, row and column, and something harmless is read in its place:
 * a row that is not whole is not used.
 */
final class Row {

    private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    /** Leaves room for ".officer" in the engine's 64. */
    private static final int LONGEST_ID = 56;

    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");
    private static final LocalDate FIRST_DAY = LocalDate.of(1949, 10, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(2199, 12, 31);
    private static final BigDecimal MOST = new BigDecimal("9999999999.99");

    private static final List<DateTimeFormatter> DAYS = Arrays.stream(
                    new String[] {"uuuu-M-d", "uuuu/M/d", "uuuu.M.d", "uuuu年M月d日"})
            .map(it -> DateTimeFormatter.ofPattern(it).withResolverStyle(ResolverStyle.STRICT))
            .toList();

    private final String sheet;
    private final int number;
    private final Map<String, Cell> cells;
    private final Mistakes mistakes;
    private boolean whole = true;

    Row(String sheet, int number, Map<String, Cell> cells, Mistakes mistakes) {
        this.sheet = sheet;
        this.number = number;
        this.cells = cells;
        this.mistakes = mistakes;
    }

    int number() {
        return number;
    }

    /** Whether nothing has been found wrong with it. */
    boolean whole() {
        return whole;
    }

    /** @param column null where the whole row is wrong */
    void wrong(@Nullable String column, String message, Object... arguments) {
        whole = false;
        mistakes.add(sheet, number, column, message, arguments);
    }

    String text(String title, int longest) {
        String text = optional(title, longest);
        if (text == null) {
            missing(title);
            return "";
        }
        return text;
    }

    @Nullable
    String optional(String title, int longest) {
        Cell cell = cell(title);
        if (cell.kind() == Cell.Kind.EMPTY) {
            return null;
        }
        String text = cell.text();
        if (text.length() > longest) {
            wrong(title, "book.long", longest, text.length());
        } else if (CONTROL.matcher(text).find()) {
            wrong(title, "book.control");
        }
        return text;
    }

    String id(String title) {
        String id = text(title, LONGEST_ID);
        if (!id.isEmpty() && !ID.matcher(id).matches()) {
            wrong(title, "book.id", id);
        }
        return id;
    }

    /** Id of what is named by its id or its name. */
    String reference(String title, Index index, String kind) {
        String text = optional(title, 100);
        if (text == null) {
            missing(title);
            return "";
        }
        if (index.ambiguous(text)) {
            wrong(title, "book.ambiguous", text);
        }
        return index.find(text).orElseGet(() -> {
            wrong(title, "book.unknown", text, kind);
            return "";
        });
    }

    LocalDate day(String title) {
        LocalDate day = optionalDay(title);
        if (day == null) {
            missing(title);
            return LocalDate.EPOCH;
        }
        return day;
    }

    @Nullable
    LocalDate optionalDay(String title) {
        Cell cell = cell(title);
        if (cell.kind() == Cell.Kind.EMPTY) {
            return null;
        }
        LocalDate day = cell.day() == null ? read(cell) : cell.day();
        if (day == null) {
            wrong(title, "book.day", shortened(cell.text()));
            return LocalDate.EPOCH;
        }
        if (day.isBefore(FIRST_DAY) || day.isAfter(LAST_DAY)) {
            wrong(title, "book.day-far", day, FIRST_DAY, LAST_DAY);
        }
        return day;
    }

    int number(String title, int least, int most) {
        BigDecimal number = numeric(title);
        if (number == null) {
            missing(title);
            return least;
        }
        try {
            int whole = number.intValueExact();
            if (whole >= least && whole <= most) {
                return whole;
            }
        } catch (ArithmeticException none) {
            // too large, or with a fraction
        }
        wrong(title, "book.number", cell(title).text(), least, most);
        return least;
    }

    BigDecimal amount(String title) {
        BigDecimal amount = optionalAmount(title);
        if (amount == null) {
            missing(title);
            return BigDecimal.ONE;
        }
        return amount;
    }

    /** More than nothing, with two decimals at most. */
    @Nullable
    BigDecimal optionalAmount(String title) {
        BigDecimal amount = numeric(title);
        if (amount == null) {
            return null;
        }
        if (amount.signum() <= 0
                || amount.compareTo(MOST) > 0
                || amount.stripTrailingZeros().scale() > 2) {
            wrong(title, "book.amount", cell(title).text());
            return BigDecimal.ONE;
        }
        return amount.setScale(2, RoundingMode.UNNECESSARY);
    }

    boolean flag(String title) {
        return choice(title, Column.YES_OR_NO, it -> it).equals("是");
    }

    <E> E choice(String title, List<E> choices, Function<E, String> label) {
        String text = optional(title, 100);
        if (text == null) {
            missing(title);
            return choices.get(0);
        }
        return choices.stream()
                .filter(it -> label.apply(it).equals(text))
                .findFirst()
                .orElseGet(() -> {
                    wrong(
                            title,
                            "book.choice",
                            text,
                            String.join("、", choices.stream().map(label).toList()));
                    return choices.get(0);
                });
    }

    /** A later day than another, or the same. */
    void inOrder(String earlier, @Nullable LocalDate from, String later, @Nullable LocalDate to) {
        if (from != null && to != null && to.isBefore(from)) {
            wrong(later, "book.order", earlier, from);
        }
    }

    private @Nullable BigDecimal numeric(String title) {
        Cell cell = cell(title);
        if (cell.kind() == Cell.Kind.EMPTY) {
            return null;
        }
        if (cell.number() != null) {
            return cell.number();
        }
        String text = cell.text().replace(",", "");
        if (cell.kind() == Cell.Kind.TEXT && text.matches("[0-9]{1,12}(\\.[0-9]{1,6})?")) {
            return new BigDecimal(text);
        }
        wrong(title, "book.no-number", shortened(cell.text()));
        return BigDecimal.ONE;
    }

    private Cell cell(String title) {
        Cell cell = cells.getOrDefault(title, Cell.EMPTY);
        if (cell.kind() == Cell.Kind.FORMULA) {
            wrong(title, "book.formula");
            return Cell.EMPTY;
        }
        if (cell.kind() == Cell.Kind.ERROR) {
            wrong(title, "book.error-value");
            return Cell.EMPTY;
        }
        return cell;
    }

    private void missing(String title) {
        wrong(title, "book.missing");
    }

    private static @Nullable LocalDate read(Cell cell) {
        if (cell.kind() != Cell.Kind.TEXT) {
            return null;
        }
        for (DateTimeFormatter format : DAYS) {
            try {
                return LocalDate.parse(cell.text(), format);
            } catch (DateTimeParseException another) {
                // the next format may fit
            }
        }
        return null;
    }

    /** What is no date at all may be of any length. */
    private static String shortened(String text) {
        return text.length() > 30 ? text.substring(0, 30) + "…" : text;
    }
}

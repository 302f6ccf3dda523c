package dev.whistle.register.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.whistle.problem.Problem;
import dev.whistle.sheet.Book;
import dev.whistle.sheet.Cell;
import dev.whistle.sheet.Page;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that people, or programs, take for a workbook. */
class BookTest {

    private static final int MANY = 10_000;

    @Test
    void cellsAreWhatTheyAre() {
        byte[] file = Books.book()
                .titles("甲", " 编号 ", "日期", "数", "式")
                .row("甲", " 一\u00a0", LocalDate.of(2026, 2, 28), new BigDecimal("860000.50"), new Books.Formula("1+1"))
                .row("甲", "", "")
                .row("甲", "", "2026-02-28", 45_000)
                .bytes();

        List<Page> pages = Book.read(file, MANY);

        assertThat(pages).singleElement().satisfies(page -> {
            assertThat(page.name()).isEqualTo("甲");
            assertThat(page.titles()).containsExactly("编号", "日期", "数", "式");
            assertThat(page.lines()).hasSize(2);
            assertThat(page.lines().get(0).cells())
                    .extracting(Cell::kind)
                    .containsExactly(Cell.Kind.TEXT, Cell.Kind.DAY, Cell.Kind.NUMBER, Cell.Kind.FORMULA);
            assertThat(page.lines().get(0).cell(0).text()).isEqualTo("一");
            assertThat(page.lines().get(0).cell(1).day()).isEqualTo("2026-02-28");
            assertThat(page.lines().get(0).cell(2).number()).isEqualByComparingTo("860000.5");
            assertThat(page.lines().get(1).row()).isEqualTo(4);
            assertThat(page.lines().get(1).cell(0)).isEqualTo(Cell.EMPTY);
            assertThat(page.lines().get(1).cell(2).kind()).isEqualTo(Cell.Kind.NUMBER); // no date without its format
            assertThat(page.lines().get(1).cell(99)).isEqualTo(Cell.EMPTY);
        });
    }

    @Test
    void tenThousandRowsAndNoMore() {
        Books book = Books.book().titles("甲", "数");
        for (int row = 0; row < MANY; row++) {
            book.row("甲", row);
        }
        assertThat(Book.read(book.bytes(), MANY).get(0).lines()).hasSize(MANY);

        assertThat(problem(book.row("甲", MANY).bytes()))
                .returns(Problem.Kind.TOO_LARGE, Problem::kind)
                .returns("book.rows", Problem::messageKey);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "PK", "编号,名称\n1,2\n", "%PDF-1.7", "PK\u0003\u0004 and no more", "\u00d0\u00cf\u0011\u00e0"})
    void whatIsNoWorkbook(String content) {
        assertThat(problem(content.getBytes(StandardCharsets.ISO_8859_1)))
                .returns(Problem.Kind.UNSUPPORTED_TYPE, Problem::kind)
                .returns("book.not-xlsx", Problem::messageKey);
    }

    /** A packed file of something else, such as a letter's or an archive's. */
    @Test
    void aZipThatIsNoWorkbook() throws IOException {
        assertThat(problem(zip(Map.of("letter.txt", "甲".getBytes(StandardCharsets.UTF_8))))
                        .messageKey())
                .isEqualTo("book.not-xlsx");
        assertThat(problem(zip(Map.of("[Content_Types].xml", "<Types/>".getBytes(StandardCharsets.UTF_8))))
                        .messageKey())
                .isEqualTo("book.broken");
    }

    @Test
    void bombs() throws IOException {
        Map<String, byte[]> good = parts(Books.book().titles("甲", "编号").bytes());

        Map<String, byte[]> blown = new LinkedHashMap<>(good);
        blown.put("xl/media/image1.png", new byte[200 << 20]);
        assertThat(problem(zip(blown)).messageKey()).isEqualTo("book.bomb");

        Map<String, byte[]> manyParts = new LinkedHashMap<>(good);
        for (int part = 0; part < 600; part++) {
            manyParts.put("xl/media/image" + part + ".png", new byte[] {1});
        }
        assertThat(problem(zip(manyParts)).messageKey()).isEqualTo("book.parts");

        Map<String, byte[]> blownSheet = new LinkedHashMap<>(good);
        byte[] letters = new byte[30 << 20];
        Arrays.fill(letters, (byte) 'a');
        blownSheet.put(
                "xl/sharedStrings.xml",
                ("<sst><si><t>" + new String(letters, StandardCharsets.US_ASCII) + "</t></si></sst>")
                        .getBytes(StandardCharsets.US_ASCII));
        assertThat(problem(zip(blownSheet)).messageKey()).isEqualTo("book.bomb");
    }

    /** The reader would make room for as many columns as a cell's name says, and read what a document type names. */
    @Test
    void partsThatLie() throws IOException {
        Map<String, byte[]> far = parts(Books.book().titles("甲", "编号").bytes());
        change(far, "r=\"A1\"", "r=\"ZZZZZZ1\"");
        assertThat(problem(zip(far)).messageKey()).isEqualTo("book.broken");

        Map<String, byte[]> typed = parts(Books.book().titles("甲", "编号").bytes());
        typed.replaceAll((name, content) -> name.equals("xl/sharedStrings.xml")
                ? "<!DOCTYPE sst [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><sst><si><t>&a;</t></si></sst>"
                        .getBytes(StandardCharsets.UTF_8)
                : content);
        assertThat(problem(zip(typed)).messageKey()).isEqualTo("book.broken");
    }

    /** Whatever is done to a file's bytes, the answer is a workbook or a reason. */
    @Test
    void damagedFilesAreRefusedInWords() {
        byte[] file = Books.book()
                .titles("甲", "编号", "日期")
                .row("甲", "一", LocalDate.of(2026, 1, 1))
                .bytes();
        Random random = new Random(8);
        for (int time = 0; time < 300; time++) {
            byte[] damaged = file.clone();
            for (int bytes = random.nextInt(4); bytes >= 0; bytes--) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            try {
                Book.read(damaged, MANY);
            } catch (Problem told) {
                assertThat(told.messageKey()).startsWith("book.");
            }
        }
    }

    private static void change(Map<String, byte[]> parts, String from, String to) {
        parts.replaceAll((name, content) -> name.startsWith("xl/worksheets/")
                ? new String(content, StandardCharsets.UTF_8).replace(from, to).getBytes(StandardCharsets.UTF_8)
                : content);
    }

    private static Problem problem(byte[] file) {
        return Objects.requireNonNull(catchThrowableOfType(Problem.class, () -> Book.read(file, MANY)));
    }

    private static Map<String, byte[]> parts(byte[] file) throws IOException {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try (ZipFile zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(file))
                .get()) {
            for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                parts.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
            }
        }
        return parts;
    }

    private static byte[] zip(Map<String, byte[]> parts) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(file)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
                zip.closeEntry();
            }
        }
        return file.toByteArray();
    }
}

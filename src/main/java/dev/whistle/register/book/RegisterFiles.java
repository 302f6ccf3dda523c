package dev.whistle.register.book;

import dev.whistle.StartRefusedException;
import dev.whistle.csv.BrokenCsvException;
import dev.whistle.csv.CsvSheet;
import dev.whistle.csv.CsvText;
import dev.whistle.organisation.FurtherFiles;
import dev.whistle.problem.Texts;
import dev.whistle.register.RegisterKind;
import dev.whistle.sheet.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.io.Resource;
import org.springframework.core.io.ResourceLoader;
import org.springframework.stereotype.Component;

/**
 * The registers beside the organisation's files, each of which may be missing: CSV with the titles of the workbook's
 * sheets, checked like it.
 */
@Component
class RegisterFiles implements FurtherFiles {

    private static final Map<RegisterKind, String> FILES = new EnumMap<>(Map.of(
            RegisterKind.MANAGER, "managers.csv",
            RegisterKind.CONTRACT, "contracts.csv",
            RegisterKind.COMMITTEE, "committees.csv",
            RegisterKind.RESPONSIBILITY, "responsibilities.csv",
            RegisterKind.STANDBY, "standbys.csv"));

    private final ResourceLoader resources;
    private final RegisterImports imports;

    RegisterFiles(ResourceLoader resources, RegisterImports imports) {
        this.resources = resources;
        this.imports = imports;
    }

    @Override
    public void load(String folder) {
        List<Page> pages = FILES.entrySet().stream()
                .flatMap(it -> page(it.getKey(), resources.getResource(folder + it.getValue())).stream())
                .toList();
        if (pages.isEmpty()) {
            return;
        }
        try {
            imports.take(pages, Rights.OF_THE_APPLICATION, "机构数据");
        } catch (BadBookException bad) {
            throw refused(bad.entries().stream().map(RegisterFiles::told).toList());
        }
    }

    private static Optional<Page> page(RegisterKind kind, Resource file) {
        if (!file.exists()) {
            return Optional.empty();
        }
        String text = CsvText.utf8(bytes(file))
                .orElseThrow(() -> refused(List.of(FILES.get(kind) + "：不是 UTF-8 编码，请在表格软件里另存为“CSV UTF-8（逗号分隔）”")));
        try {
            return Optional.of(Page.of(kind.label(), CsvSheet.of(text)));
        } catch (BrokenCsvException notCsv) {
            throw refused(List.of(FILES.get(kind) + " 第 " + notCsv.row() + " 行不是正确的 CSV，请检查英文双引号是否成对"));
        }
    }

    private static byte[] bytes(Resource file) {
        try {
            return file.getContentAsByteArray();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String told(BadEntry it) {
        String file = FILES.entrySet().stream()
                .filter(entry -> entry.getKey().label().equals(it.sheet()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(it.sheet());
        return file + " 第 " + it.row() + " 行" + (it.column() == null ? "" : "“" + it.column() + "”列") + "："
                + Texts.text(Locale.SIMPLIFIED_CHINESE, it.error());
    }

    private static StartRefusedException refused(List<String> problems) {
        return new StartRefusedException(
                "登记簿数据有 " + problems.size() + " 处错误，没有导入任何内容：" + System.lineSeparator()
                        + String.join(System.lineSeparator(), problems),
                "请改正以上各处，然后重新启动。");
    }
}

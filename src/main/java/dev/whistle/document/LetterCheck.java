package dev.whistle.document;

import dev.whistle.StartRefusedException;
import dev.whistle.engine.DeploymentCheck;
import dev.whistle.organisation.CurrentOfficer;
import dev.whistle.problem.FieldError;
import dev.whistle.problem.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Reads every template that {@code letters.dmn} names before the first letter is written: what a clerk got wrong in
 * Word is told to whoever starts the application or deploys the table, not to an officer in front of a case. At the
 * start it runs when the tables and forms of this start are deployed: a template may have changed and its table not.
 */
@Component
@Order(1)
class LetterCheck implements ApplicationRunner, DeploymentCheck {

    private static final String TABLE = LetterTable.TABLE + ".dmn";

    private static final String REMEDY = "请用 Word 打开该模板改正（“插入—文档部件—域—MergeField”），或者改正 letters.dmn 中的这一行，然后重新启动。";

    private final LetterTable letters;
    private final Templates templates;
    private final LetterFields fields;
    private final CurrentOfficer current;

    LetterCheck(LetterTable letters, Templates templates, LetterFields fields, CurrentOfficer current) {
        this.letters = letters;
        this.templates = templates;
        this.fields = fields;
        this.current = current;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        List<String> wrong =
                letters.all().stream().flatMap(it -> faults(it).stream()).toList();
        if (!wrong.isEmpty()) {
            throw new StartRefusedException(String.join("\n", wrong), REMEDY);
        }
    }

    /**
     * A letter that cannot be written is refused with its table. The forms that its fields are taken from may come
     * later in the same start, so there only the templates themselves are looked at, and their fields when everything
     * is deployed.
     */
    @Override
    public List<FieldError> check(String file, byte[] content) {
        boolean whole = current.get().isPresent();
        return file.equals(TABLE)
                ? letters.all().stream()
                        .flatMap(letter -> (whole ? faults(letter) : faultsOfFile(letter))
                                .stream().map(it -> new FieldError(TABLE + " " + letter.id(), "letter.table-bad", it)))
                        .toList()
                : List.of();
    }

    /** What is wrong with a letter's template, each fault with file and field; none for one that can be used. */
    List<String> faults(Letter letter) {
        List<String> faults = new ArrayList<>(faultsOfFile(letter));
        templates.find(letter.template()).flatMap(LetterCheck::namesIn).ifPresent(names -> {
            String file = Templates.FOLDER + letter.template();
            fields.unknown(letter, names).forEach(it -> faults.add("文书模板 %s 中有不认识的域“%s”。".formatted(file, it)));
            fields.ambiguous(letter, names)
                    .forEach(it -> faults.add("文书模板 %s 中的域“%s”在表单里对应不止一项，无法确定取哪一项。".formatted(file, it)));
            if (!names.contains(LetterFields.NUMBER)) {
                faults.add("文书模板 %s 中缺少域“%s”。".formatted(file, LetterFields.NUMBER));
            }
        });
        return faults;
    }

    /** Whether there is a Word file and somebody to send it to. */
    private List<String> faultsOfFile(Letter letter) {
        String file = Templates.FOLDER + letter.template();
        List<String> faults = new ArrayList<>();
        if (!fields.knowsAddressee(letter)) {
            faults.add("文书“%s”的收件人“%s”不是当事人身份、单位编号、案件要素的编号，也不是 unit（由流程给出收件单位）。"
                    .formatted(letter.id(), letter.addressee()));
        }
        templates
                .find(letter.template())
                .ifPresentOrElse(
                        docx -> {
                            try {
                                WordFile.read(docx);
                            } catch (UnusableWordFileException unusable) {
                                faults.add("文书模板 %s 不能使用：%s"
                                        .formatted(file, Texts.text(Locale.SIMPLIFIED_CHINESE, unusable.messageKey())));
                            }
                        },
                        () -> faults.add("文书模板 %s 不存在。".formatted(file)));
        return faults;
    }

    private static Optional<Set<String>> namesIn(byte[] docx) {
        try {
            return Optional.of(WordFile.read(docx).fields());
        } catch (UnusableWordFileException unusable) {
            return Optional.empty(); // said already
        }
    }
}

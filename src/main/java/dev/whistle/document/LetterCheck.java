package dev.whistle.document;

import dev.whistle.StartRefusedException;
import dev.whistle.problem.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Reads every template that {@code letters.dmn} names before the first letter is written: what a clerk got wrong in Word
 * is told to whoever starts the application, not to an officer in front of a case. Runs when the tables and forms of this
 * start are deployed.
 */
@Component
@Order(1)
class LetterCheck implements ApplicationRunner {

    private static final String REMEDY = "请用 Word 打开该模板改正（“插入—文档部件—域—MergeField”），或者改正 letters.dmn 中的这一行，然后重新启动。";

    private final LetterTable letters;
    private final Templates templates;
    private final LetterFields fields;

    LetterCheck(LetterTable letters, Templates templates, LetterFields fields) {
        this.letters = letters;
        this.templates = templates;
        this.fields = fields;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        List<String> wrong =
                letters.all().stream().flatMap(it -> faults(it).stream()).toList();
        if (!wrong.isEmpty()) {
            throw new StartRefusedException(String.join("\n", wrong), REMEDY);
        }
    }

    /** What is wrong with a letter's template, each fault with file and field; none for one that can be used. */
    List<String> faults(Letter letter) {
        String file = Templates.FOLDER + letter.template();
        List<String> faults = new ArrayList<>();
        if (!fields.knowsAddressee(letter)) {
            faults.add("文书“%s”的收件人“%s”既不是当事人身份，也不是单位编号。".formatted(letter.id(), letter.addressee()));
        }
        byte[] docx = templates.find(letter.template()).orElse(null);
        if (docx == null) {
            faults.add("文书模板 %s 不存在。".formatted(file));
            return faults;
        }
        try {
            Set<String> names = WordFile.read(docx).fields();
            fields.unknown(letter, names).forEach(it -> faults.add("文书模板 %s 中有不认识的域“%s”。".formatted(file, it)));
            fields.ambiguous(letter, names)
                    .forEach(it -> faults.add("文书模板 %s 中的域“%s”在表单里对应不止一项，无法确定取哪一项。".formatted(file, it)));
            if (!names.contains(LetterFields.NUMBER)) {
                faults.add("文书模板 %s 中缺少域“%s”。".formatted(file, LetterFields.NUMBER));
            }
        } catch (UnusableWordFileException unusable) {
            faults.add("文书模板 %s 不能使用：%s".formatted(file, Texts.text(Locale.SIMPLIFIED_CHINESE, unusable.messageKey())));
        }
        return faults;
    }
}

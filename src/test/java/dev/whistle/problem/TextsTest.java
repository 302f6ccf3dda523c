package dev.whistle.problem;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whistle.problem.Problem.Kind;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class TextsTest {

    @Test
    void everyTextIsThereInBothLanguages() throws Exception {
        assertThat(load("/messages_en.properties").keySet())
                .isEqualTo(load("/messages.properties").keySet());
    }

    @Test
    void chineseForEverybodyWhoDoesNotAskForEnglish() {
        assertThat(Texts.text(Locale.FRENCH, "field.missing")).isEqualTo("必须填写");
        assertThat(Texts.text(Locale.UK, "field.missing")).isEqualTo("is required");
    }

    @Test
    void numbersStandAsTheyAre() {
        assertThat(Texts.text(Locale.ENGLISH, "problem.validation.field", "details", 4000))
                .isEqualTo("details: 4000");
    }

    @Test
    void aProblemSaysEveryFieldInOneLine() {
        Problem problem =
                Problem.invalid(List.of(new FieldError("a", "field.missing"), new FieldError("b", "field.unknown")));

        assertThat(Texts.text(Locale.CHINA, problem)).isEqualTo("必须填写；没有这一项");
        assertThat(Texts.text(Locale.CHINA, new Problem(Kind.NOT_FOUND, "not.written.yet")))
                .isEqualTo("not.written.yet");
    }

    private static Properties load(String name) throws Exception {
        Properties texts = new Properties();
        try (var in = TextsTest.class.getResourceAsStream(name)) {
            texts.load(in);
        }
        return texts;
    }
}

package dev.whistle.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

/**
 * What the gate lets into the form of an event is what the dialog draws; the rules themselves are shown by the corpus.
 */
class EventRulesTest {

    private static final String DIALOG = "META-INF/resources/webjars/camunda/app/tasklist/scripts/case/fields.js";

    @Test
    void theGateAndTheDialogAgree() throws Exception {
        String dialog = new ClassPathResource(DIALOG).getContentAsString(StandardCharsets.UTF_8);

        Matcher listed = Pattern.compile("const draw = \\{([^}]+)}\\[type]").matcher(dialog);
        assertThat(listed.find()).isTrue();
        Set<String> drawn = Stream.concat(
                        Arrays.stream(listed.group(1).split(",")).map(String::strip),
                        Pattern.compile("\\btype === '(\\w+)'")
                                .matcher(dialog)
                                .results()
                                .map(it -> it.group(1)))
                .collect(Collectors.toSet());
        assertThat(drawn).isEqualTo(EventRules.DRAWN);
        assertThat(dialog).contains("if (component.conditional) throw");
    }
}

package dev.whistle.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Where our forms stand; what a form itself keeps to is the gate's business ({@link ModelRulesTest}). */
class FormRulesTest {

    @TestFactory
    Stream<DynamicTest> itsFileStandsInItsProceduresFolder() {
        return Models.forms()
                .map(file -> DynamicTest.dynamicTest(
                        file.toString(),
                        () -> assertThat(String.valueOf(file.getFileName()))
                                .matches(Models.slug(file) + "\\.[a-z][a-z-]*\\.form")));
    }

    @Test
    void noIdIsUsedTwice() {
        assertThat(Models.forms().map(it -> Models.json(it).path("id").asText()))
                .isNotEmpty()
                .doesNotHaveDuplicates();
    }
}

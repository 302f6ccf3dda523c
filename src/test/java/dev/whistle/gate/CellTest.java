package dev.whistle.gate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What can be told of two cells of a decision table without running it. */
class CellTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "a"         | "a"        | true
            "a"         | "b"        | false
            "a", "b"    | "b","c"    | true
            "a,b"       | "b"        | false
            true        | false      | false
            true        | true       | true
            -           | "a"        | true
            -           | -          | true
            1           | 1.0        | true
            < 5         | >= 5       | false
            <= 5        | >= 5       | true
            [1..5]      | [5..9]     | true
            [1..5[      | [5..9]     | false
            [1..5)      | ]4..9]     | true
            ]5..9]      | 5          | false
            1, [3..4]   | > 3        | true
            -3          | < 0        | true
            not("a")    | "b"        | false
            -           | a + b      | false
            "a"         | 1          | false
            """)
    void surelyMeets(String one, String other, boolean meet) {
        assertThat(Cell.of(one).surelyMeets(Cell.of(other))).isEqualTo(meet);
        assertThat(Cell.of(other).surelyMeets(Cell.of(one))).isEqualTo(meet);
    }
}

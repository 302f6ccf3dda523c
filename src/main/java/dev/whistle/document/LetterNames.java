package dev.whistle.document;

import dev.whistle.organisation.Units;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** What letters are called; asked by the model {@code letter} as {@code letterNames}. */
@Component
public class LetterNames {

    private final LetterTable letters;
    private final Units units;

    LetterNames(LetterTable letters, Units units) {
        this.letters = letters;
        this.units = units;
    }

    /**
     * The name of the letter that a process was handed in its variable {@code letter}, e.g. 投诉答复书; of several that
     * are written to units, each with its own, e.g. 工作交办单（湾里街道）.
     */
    public String of(DelegateExecution execution) {
        String name =
                letters.of(String.valueOf(execution.getVariable("letter"))).name();
        return Optional.ofNullable(execution.getVariable("toUnit"))
                .flatMap(it -> units.find(it.toString()))
                .map(unit -> name + "（" + unit.name() + "）")
                .orElse(name);
    }
}

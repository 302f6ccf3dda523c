package dev.whistle.document;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** What letters are called; asked by the model {@code letter} as {@code letterNames}. */
@Component
public class LetterNames {

    private final LetterTable letters;

    LetterNames(LetterTable letters) {
        this.letters = letters;
    }

    /** The name of the letter that a process was handed in its variable {@code letter}, e.g. 投诉答复书. */
    public String of(DelegateExecution execution) {
        return letters.of(String.valueOf(execution.getVariable("letter"))).name();
    }
}

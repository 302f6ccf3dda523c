package dev.whistle.casefile;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * A step that reads people's data in clear, as a letter does, handles it carelessly and fails with it in its message.
 */
@Component
public class TryoutLetter implements JavaDelegate {

    private final Parties parties;

    TryoutLetter(Parties parties) {
        this.parties = parties;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String letter = parties.inClear(execution.getProcessBusinessKey()).stream()
                .map(Parties.Party::details)
                .map(it -> it.name() + " " + it.phone() + " " + it.address())
                .reduce("", String::concat);
        execution.setVariable("letter", letter);
        throw new IllegalStateException("cannot deliver to " + letter);
    }
}

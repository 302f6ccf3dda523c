package dev.whistle.engine;

import dev.whistle.casefile.Submission;
import dev.whistle.casefile.Submissions;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.variable.VariableMap;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Starts a procedure for a program that came by our own interface, where our own code has checked what it brought. */
@Component
public class Starts {

    private final ProcessEngine engine;
    private final Submissions submissions;

    Starts(@Lazy ProcessEngine engine, Submissions submissions) {
        this.engine = engine;
        this.submissions = submissions;
    }

    /**
     * Starts a process with what was handed in. The caller still needs the right to start it.
     *
     * @param process process id, e.g. {@code complaint}
     * @param variables transient, but for what routes the case
     * @param submission what the timeline is to tell
     * @return the case number of the started case
     */
    @Transactional
    public String start(String process, VariableMap variables, Submission submission) {
        submissions.hold(submission);
        return ((ContractRuntimeService) engine.getRuntimeService())
                .startChecked(process, variables)
                .getBusinessKey();
    }
}

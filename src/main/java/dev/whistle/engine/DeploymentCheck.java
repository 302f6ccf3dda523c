package dev.whistle.engine;

import dev.whistle.problem.FieldError;
import java.util.List;

/**
 * Looks at every file that is deployed, by the application itself or by a process designer, in the transaction of its
 * deployment: what the engine answers is already the new version. What needs no engine to be seen is the business of
 * the {@link DeploymentGate}, which has let the file pass.
 */
public interface DeploymentCheck {

    /**
     * What is wrong with the file; if anything is, nothing of its deployment is stored.
     *
     * @param file bare name, e.g. {@code complaint.bpmn}
     */
    List<FieldError> check(String file, byte[] content);
}

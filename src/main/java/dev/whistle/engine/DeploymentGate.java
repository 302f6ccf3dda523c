package dev.whistle.engine;

import dev.whistle.problem.FieldError;
import java.util.List;

/**
 * What every bundle passes before the engine reads a line of it, whichever way it comes: at the start, from Camunda
 * Modeler, from a folder of models.
 */
public interface DeploymentGate {

    /**
     * Looks at a bundle as it would be deployed, next to the newest of all others.
     *
     * @return everything that is wrong, with file and element, what it is and how to mend it; empty lets it pass
     */
    List<FieldError> findings(Bundle bundle);
}

package dev.whistle.engine;

import dev.whistle.problem.FieldError;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;

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

    /**
     * Looks at the newest of all bundles as they stand: what was let pass once may keep to the rules no longer when the
     * application has changed.
     *
     * @param passed names of those that have just been let pass and need not be looked at
     * @return everything that is wrong, by the bundle's name; a bundle where nothing is has no entry
     */
    SortedMap<String, List<FieldError>> findingsOfDeployed(Collection<String> passed);
}

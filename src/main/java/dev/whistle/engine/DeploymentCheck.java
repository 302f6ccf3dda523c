package dev.whistle.engine;

/**
 * Looks at every file that is deployed, by the application itself or by a process designer, in the transaction of its
 * deployment: what the engine answers is already the new version.
 */
public interface DeploymentCheck {

    /**
     * Throws if the file cannot be used: nothing of its deployment is then stored.
     *
     * @param file bare name, e.g. {@code complaint.bpmn}
     */
    void check(String file, byte[] content);
}

package dev.whistle.organisation;

/** What other parts keep in files beside the organisation's own: read with them, in the same transaction, or not at all. */
@FunctionalInterface
public interface FurtherFiles {

    /**
     * Loads what is there.
     *
     * @param folder as a resource, with a slash at its end
     * @throws dev.whistle.StartRefusedException if it cannot be used
     */
    void load(String folder);
}

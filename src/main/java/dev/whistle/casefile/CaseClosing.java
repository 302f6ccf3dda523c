package dev.whistle.casefile;

/**
 * A part of the application that may have something under way in a case, and leaves nothing so once the case is closed.
 */
public interface CaseClosing {

    /**
     * Ends what is still under way in a case, and tells so on the timeline; in the transaction that closes the case.
     * Done again it changes nothing.
     *
     * @param reason why, as officers read it
     */
    void closing(String caseNo, String reason);
}

package dev.whistle.casefile;

import java.util.List;

/** The part of the application that has a case's letters, as the archive asks for them. */
public interface CaseLetters {

    /** The signed letters of a case in the order of the archive. */
    List<ArchivedLetter> signedOf(String caseNo);

    /** The signed version of one of them, for the archive, which nobody reads by making it. */
    byte[] signed(ArchivedLetter letter);
}

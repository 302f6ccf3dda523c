package dev.whistle.casefile;

import java.util.List;

/** The part of the application that knows who was told what in a case, as the archive asks for it. */
public interface CaseNotices {

    /** The messages of a case, the oldest first. */
    List<ArchivedMessage> of(String caseNo);
}

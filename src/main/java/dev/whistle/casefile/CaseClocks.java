package dev.whistle.casefile;

import java.util.List;

/** The part of the application that has a case's clocks, as the archive asks for them. */
public interface CaseClocks {

    /** The clocks of a case in the order they were started. */
    List<ArchivedClock> of(String caseNo);
}

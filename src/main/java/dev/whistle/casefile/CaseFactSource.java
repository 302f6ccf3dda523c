package dev.whistle.casefile;

import java.util.List;

/** A part of the application that knows something of every case. */
public interface CaseFactSource {

    /** What it knows. It is asked again when somebody names a fact that was not there before. */
    List<CaseFact> facts();
}

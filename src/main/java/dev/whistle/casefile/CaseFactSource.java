package dev.whistle.casefile;

import java.util.List;

/** A part of the application that knows something of every case. */
public interface CaseFactSource {
    List<CaseFact> facts();
}

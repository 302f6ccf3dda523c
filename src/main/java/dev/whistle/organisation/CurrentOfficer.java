package dev.whistle.organisation;

import java.util.Optional;

/** Who is acting right now; empty where the system acts by itself (a timer, the start of the application). */
@FunctionalInterface
public interface CurrentOfficer {
    Optional<Officer> get();
}

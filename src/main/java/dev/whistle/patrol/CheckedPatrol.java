package dev.whistle.patrol;

import dev.whistle.organisation.Compound;
import dev.whistle.organisation.Unit;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A patrol in which nothing is wrong. */
record CheckedPatrol(
        Unit unit,
        Compound compound,
        PatrolKind kind,
        Instant at,
        List<String> people,
        @Nullable String note,
        @Nullable Finding finding) {}

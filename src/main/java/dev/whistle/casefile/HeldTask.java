package dev.whistle.casefile;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A row of the ledger: one task in the hands of one unit. */
record HeldTask(
        String unit, String name, Instant since, @Nullable Instant until) {

    /**
     * What units held, in the order they began: tasks of a unit that overlap or follow each other without a gap are one
     * holding.
     *
     * @param tasks in the order they came to their units
     */
    static List<Holding> joined(List<HeldTask> tasks) {
        List<Holding> holdings = new ArrayList<>();
        Map<String, Integer> lastOf = new LinkedHashMap<>();
        for (HeldTask task : tasks) {
            Integer last = lastOf.get(task.unit());
            if (last != null && task.goesOnFrom(holdings.get(last))) {
                holdings.set(last, task.joinedTo(holdings.get(last)));
            } else {
                lastOf.put(task.unit(), holdings.size());
                holdings.add(new Holding(task.unit(), List.of(task.name()), task.since(), task.until()));
            }
        }
        return List.copyOf(holdings);
    }

    private boolean goesOnFrom(Holding holding) {
        return holding.until() == null || !since.isAfter(holding.until());
    }

    private Holding joinedTo(Holding holding) {
        List<String> names = new ArrayList<>(holding.tasks());
        if (!names.contains(name)) {
            names.add(name);
        }
        return new Holding(holding.unit(), List.copyOf(names), holding.since(), later(holding.until(), until));
    }

    private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return null;
        }
        return one.isAfter(other) ? one : other;
    }
}

package dev.whistle.year;

import static java.util.stream.Collectors.toSet;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Who held a case how long, seen from outside: whose tasks were open each time somebody had done something, and how much
 * time passed until the next time.
 */
final class PlainHolders {

    private final JdbcTemplate db;
    private final Map<String, Seen> seen = new HashMap<>();
    private final Map<String, Map<String, Duration>> held = new HashMap<>();

    PlainHolders(JdbcTemplate db) {
        this.db = db;
    }

    private record Seen(Set<String> units, Instant at) {}

    /** How a case stands now, after something was done. */
    void look(String caseNo, Instant at) {
        Seen before = seen.put(caseNo, new Seen(holding(caseNo), at));
        if (before != null) {
            before.units()
                    .forEach(unit -> held.computeIfAbsent(caseNo, it -> new HashMap<>())
                            .merge(unit, Duration.between(before.at(), at), Duration::plus));
        }
    }

    /** Each unit's time, in whole seconds; without units that never had time. */
    Map<String, Long> of(String caseNo) {
        return inSeconds(held.getOrDefault(caseNo, Map.of()));
    }

    static Map<String, Long> inSeconds(Map<String, Duration> times) {
        Map<String, Long> seconds = new HashMap<>();
        times.forEach((unit, time) -> {
            if (time.toSeconds() > 0) {
                seconds.put(unit, time.toSeconds());
            }
        });
        return seconds;
    }

    /** Tasks of called procedures belong to the case as well. */
    private Set<String> holding(String caseNo) {
        return db.queryForList("""
                        select distinct l.group_id_ from act_ru_task t
                        join act_ru_execution e on e.id_ = t.proc_inst_id_
                        join act_ru_identitylink l on l.task_id_ = t.id_
                        where e.business_key_ = ? and l.group_id_ is not null""", String.class, caseNo).stream()
                .map(it -> it.replaceFirst("\\.[a-z]+$", ""))
                .collect(toSet());
    }
}

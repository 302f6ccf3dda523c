package dev.whistle.year;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The ladder counted a second, plain way: not from its ledger, but from what officers entered and which last days
 * passed.
 */
final class PlainLadder {

    private static final List<String> LADDER = List.of("FIRST_NOTICE", "SUPERVISION", "BULLETIN");

    /** What the office enters where it finds it not put right. */
    private static final String NOT_RIGHT = "\"没有整改到位\"";

    private final JdbcTemplate db;

    PlainLadder(JdbcTemplate db) {
        this.db = db;
    }

    /**
     * What happened in an escalation.
     *
     * @param matter the case whose duty was missed
     * @param duty what was missed
     * @param looked what the office found when it looked into it; empty where it had not to
     * @param unmoved how often the office found it not put right, or the last day passed
     */
    record Climb(String caseNo, String matter, String party, String duty, String looked, int unmoved) {

        private boolean unfounded() {
            return looked.equals("no-fault") || looked.equals("reported-up");
        }

        /** A department or the hotline office that shirks is named in a bulletin at once; all others climb. */
        private boolean atOnce() {
            return party.matches("(dept|hotline|discipline).*");
        }

        /** @param before how many rungs there are from earlier times */
        private int begins(int before) {
            return Math.max(before, atOnce() ? LADDER.size() - 1 : 0);
        }

        private List<String> rungs(int before) {
            if (unfounded()) {
                return List.of();
            }
            int begins = begins(before);
            boolean beyond = begins + unmoved >= LADDER.size();
            List<String> rungs = new ArrayList<>(LADDER.subList(begins, Math.min(begins + unmoved + 1, LADDER.size())));
            if (atOnce() || beyond) {
                rungs.add("INTERVIEW");
            }
            if (beyond) {
                rungs.add("ACCOUNTABILITY");
            }
            return rungs;
        }

        String outcome(int before) {
            if (unfounded()) {
                return "no-ground";
            }
            return switch (begins(before) + unmoved) {
                case 0 -> "rectified-after-first-notice";
                case 1 -> "rectified-after-supervision";
                case 2 -> "rectified-after-bulletin";
                default -> "accountability-opened";
            };
        }
    }

    /**
     * All times that one party missed a duty of one case, which count together.
     *
     * @param climbs in the order in which they were reported
     */
    record Item(String matter, String party, List<Climb> climbs) {

        /** The rungs that there must be. */
        Set<String> rungs() {
            Set<String> rungs = new LinkedHashSet<>();
            climbs.forEach(it -> rungs.addAll(it.rungs(taken(rungs))));
            return rungs;
        }

        /** How each of them must have ended, by the number of its case. */
        Map<String, String> outcomes() {
            Map<String, String> outcomes = new LinkedHashMap<>();
            Set<String> rungs = new LinkedHashSet<>();
            climbs.forEach(it -> {
                outcomes.put(it.caseNo(), it.outcome(taken(rungs)));
                rungs.addAll(it.rungs(taken(rungs)));
            });
            return outcomes;
        }

        private static int taken(Set<String> rungs) {
            return 1 + rungs.stream().mapToInt(LADDER::indexOf).max().orElse(-1);
        }
    }

    /** What these cases came to, by case and party. */
    List<Item> items(Collection<String> caseNos) {
        Map<List<String>, List<Climb>> climbs = new LinkedHashMap<>();
        db.query("""
                select f.case_no, b.matter, b.party, b.duty
                from whistle.case_file f join whistle.breach b on b.case_no = f.case_no
                where f.procedure = 'escalation' order by f.case_no""", row -> {
            String caseNo = row.getString("case_no");
            String matter = row.getString("matter");
            String party = row.getString("party");
            if (caseNos.contains(matter)) {
                climbs.computeIfAbsent(List.of(matter, party), it -> new ArrayList<>())
                        .add(new Climb(caseNo, matter, party, row.getString("duty"), looked(caseNo), unmoved(caseNo)));
            }
        });
        return climbs.values().stream()
                .map(it -> new Item(it.get(0).matter(), it.get(0).party(), it))
                .toList();
    }

    /** The rungs of the ledger. */
    Set<String> rungs(Item item) {
        return Set.copyOf(db.queryForList(
                "select rung from whistle.sanction where matter = ? and party = ?",
                String.class,
                item.matter(),
                item.party()));
    }

    /** How many of each kind of party came to what. */
    static String table(Collection<Item> items) {
        Map<String, Map<String, Long>> counts = new TreeMap<>();
        items.forEach(item -> item.outcomes()
                .values()
                .forEach(outcome -> counts.computeIfAbsent(item.party().replaceAll("-.*", ""), it -> new TreeMap<>())
                        .merge(outcome, 1L, Long::sum)));
        Set<String> outcomes = new TreeSet<>();
        counts.values().forEach(it -> outcomes.addAll(it.keySet()));
        return "失职处理（P03）\n责任主体\t" + String.join("\t", outcomes) + "\n"
                + counts.entrySet().stream()
                        .map(line -> line.getKey() + "\t"
                                + outcomes.stream()
                                        .map(it -> line.getValue()
                                                .getOrDefault(it, 0L)
                                                .toString())
                                        .collect(joining("\t")))
                        .collect(joining("\n"));
    }

    private String looked(String caseNo) {
        return db
                .queryForList(
                        "select code from whistle.case_particular where case_no = ? and name = 'happened'",
                        String.class,
                        caseNo)
                .stream()
                .findFirst()
                .orElse("");
    }

    private int unmoved(String caseNo) {
        int passed = db.queryForObject("""
                select count(*) from whistle.clock_event e join whistle.case_clock c on c.id = e.clock_id
                where c.case_no = ? and c.kind like 'escalation.%' and e.kind = 'BREACHED'""", Integer.class, caseNo);
        int poor = db.queryForObject(
                "select count(*) from whistle.case_event where case_no = ? and element = 'userTask_check' and entered like ?",
                Integer.class,
                caseNo,
                "%" + NOT_RIGHT + "%");
        return passed + poor;
    }
}

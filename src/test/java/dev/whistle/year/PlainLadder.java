package dev.whistle.year;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
     * @param looked what the office found when it looked into it; empty where it had not to
     * @param unmoved how often the office found it not put right, or the last day passed
     */
    record Climb(String caseNo, String party, String looked, int unmoved) {

        private boolean unfounded() {
            return looked.equals("no-fault") || looked.equals("reported-up");
        }

        /** A department or the hotline office that shirks is named in a bulletin at once; all others climb. */
        private boolean atOnce() {
            return party.matches("(dept|hotline|discipline).*");
        }

        private int begins() {
            return atOnce() ? LADDER.size() - 1 : 0;
        }

        List<String> expected() {
            if (unfounded()) {
                return List.of();
            }
            List<String> rungs =
                    new ArrayList<>(LADDER.subList(begins(), Math.min(begins() + unmoved + 1, LADDER.size())));
            boolean after = begins() + unmoved >= LADDER.size();
            if (atOnce() || after) {
                rungs.add("INTERVIEW");
            }
            if (after) {
                rungs.add("ACCOUNTABILITY");
            }
            return rungs;
        }

        String outcome() {
            if (unfounded()) {
                return "no-ground";
            }
            return switch (begins() + unmoved) {
                case 0 -> "rectified-after-first-notice";
                case 1 -> "rectified-after-supervision";
                case 2 -> "rectified-after-bulletin";
                default -> "accountability-opened";
            };
        }
    }

    /** The escalations of these cases, by the case that was late. */
    Map<String, Climb> climbs(Collection<String> caseNos) {
        Map<String, Climb> climbs = new LinkedHashMap<>();
        db.query("""
                select f.case_no, f.parent_case, b.party
                from whistle.case_file f join whistle.breach b on b.case_no = f.case_no
                where f.procedure = 'escalation'""", row -> {
            String caused = row.getString("parent_case");
            if (caseNos.contains(caused)) {
                String caseNo = row.getString("case_no");
                Climb again =
                        climbs.put(caused, new Climb(caseNo, row.getString("party"), looked(caseNo), unmoved(caseNo)));
                if (again != null) {
                    throw new AssertionError(caused + " was reported twice");
                }
            }
        });
        return climbs;
    }

    /** The rungs of the ledger for the case that was late. */
    List<String> rungs(String matter) {
        return db.queryForList("select rung from whistle.sanction where matter = ?", String.class, matter);
    }

    /** How many of each kind of party came to which rung. */
    static String table(Collection<Climb> climbs) {
        Map<String, Map<String, Long>> counts = climbs.stream()
                .collect(groupingBy(
                        it -> it.party().replaceAll("-.*", ""), TreeMap::new, groupingBy(Climb::outcome, counting())));
        List<String> outcomes =
                climbs.stream().map(Climb::outcome).distinct().sorted().toList();
        return "逾期答复的失职处理（P03）\n责任主体\t" + String.join("\t", outcomes) + "\n"
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

package dev.whistle.year;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The district's board counted a second, plain way: case by case, from what was written down when it happened, without a
 * table of figures or a line of {@code dev.whistle.board}.
 */
final class PlainBoard {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final JdbcTemplate db;
    private final Map<String, Unit> units = new HashMap<>();
    private final Map<String, Case> cases = new LinkedHashMap<>();
    private final Map<String, Long> figures = new TreeMap<>();

    PlainBoard(JdbcTemplate db) {
        this.db = db;
        db.query("select id, kind, parent from whistle.unit", row -> {
            units.put(row.getString("id"), new Unit(row.getString("kind"), row.getString("parent")));
        });
        db.query("select * from whistle.case_file", row -> {
            cases.put(row.getString("case_no"), caseOf(row));
        });
    }

    private record Unit(String kind, @Nullable String parent) {}

    private record Case(
            String procedure,
            @Nullable String street,
            @Nullable String community,
            @Nullable String compound,
            @Nullable String company,
            String unit,
            @Nullable String source,
            Instant received,
            @Nullable Instant closed) {

        String place() {
            return Objects.requireNonNullElse(community, Objects.requireNonNullElse(street, unit));
        }

        boolean home(String other) {
            return Stream.of(unit, street, community, company).anyMatch(other::equals);
        }
    }

    /** A clock as far as its events tell. */
    private static final class Course {

        private final String caseNo;
        private final @Nullable String holder;
        private Instant due = Instant.MAX;
        private boolean runs;
        private boolean late;
        private boolean done;
        private @Nullable Instant met;

        private Course(String caseNo, @Nullable String holder) {
            this.caseNo = caseNo;
            this.holder = holder;
        }

        private void happened(String kind, Instant at, @Nullable Instant newDue) {
            due = newDue == null ? due : newDue;
            switch (kind) {
                case "ARMED", "RESUMED" -> runs = true;
                case "PAUSED" -> runs = false;
                case "MET" -> {
                    runs = false;
                    met = at;
                }
                case "BREACHED" -> {
                    runs = false;
                    late = true;
                }
                case "DONE_LATE", "CANCELLED" -> {
                    runs = false;
                    done = true;
                }
                default -> {
                    // counted otherwise or called otherwise, it goes on
                }
            }
        }

        private boolean overdue(Instant now) {
            return late && !done || runs && !now.isBefore(due);
        }

        private boolean dueBy(Instant soon) {
            return runs && !due.isAfter(soon);
        }
    }

    /**
     * Every figure that is not nothing, by what its list is asked for.
     *
     * @param now the moment of which open figures tell
     * @param soon until when what is due is due soon
     */
    Map<String, Long> figures(Instant now, Instant soon, YearMonth from, YearMonth to) {
        List<Course> courses = courses();
        open(courses, now, soon);
        decided(courses, from, to);
        rungs(from, to);
        complaints(from, to);
        referred(from, to);
        patrols(from, to);
        return figures;
    }

    /** For how many hours units held what was referred to them, to a tenth. */
    Map<String, Double> hours(YearMonth from, YearMonth to) {
        Map<String, Long> seconds = new HashMap<>();
        heldByCase().forEach((caseNo, byUnit) -> {
            Case of = of(caseNo);
            if (of.closed() != null && within(of.closed(), from, to)) {
                byUnit.forEach((unit, held) -> {
                    if (!of.home(unit)) {
                        seconds.merge(unit, length(held).toSeconds(), Long::sum);
                    }
                });
            }
        });
        Map<String, Double> hours = new TreeMap<>();
        seconds.forEach((unit, length) -> hours.put(unit, Math.round(length / 360.0) / 10.0));
        return hours;
    }

    private void open(List<Course> courses, Instant now, Instant soon) {
        Set<String> overdue = new HashSet<>();
        Set<String> dueSoon = new HashSet<>();
        courses.forEach(it -> {
            if (it.overdue(now)) {
                overdue.add(it.caseNo);
            } else if (it.dueBy(soon)) {
                dueSoon.add(it.caseNo);
            }
        });
        Map<String, Set<String>> holders = new HashMap<>();
        db.query("select case_no, unit from whistle.case_hold where until is null", row -> {
            holders.computeIfAbsent(row.getString("case_no"), it -> new HashSet<>())
                    .add(row.getString("unit"));
        });
        cases.forEach((caseNo, it) -> {
            if (it.closed() != null) {
                return;
            }
            Set<String> held = holders.getOrDefault(caseNo, Set.of(it.unit()));
            List<String> counts = new ArrayList<>(List.of("open"));
            if (overdue.contains(caseNo)) {
                counts.add("overdue");
            } else if (dueSoon.contains(caseNo)) {
                counts.add("due-soon");
            }
            counts.forEach(figure -> {
                count(figure);
                count(figure + "&item=" + it.procedure());
                held.forEach(unit -> count(figure + "&of=" + unit));
                if (it.street() != null && !figure.equals("due-soon")) {
                    count("street-" + figure + "&of=" + it.street());
                }
            });
            held.stream().filter(unit -> !it.home(unit)).forEach(unit -> count("referrals-now&of=" + unit));
        });
    }

    private void decided(List<Course> courses, YearMonth from, YearMonth to) {
        courses.forEach(it -> {
            if (it.met == null && !it.late) {
                return;
            }
            String figure = it.late ? "breached" : "met";
            Instant at = it.met == null ? it.due : it.met;
            Case of = of(it.caseNo);
            String unit = it.holder == null ? of.place() : it.holder;
            YearMonth month = YearMonth.from(at.atZone(CHINA));
            String ranked = ranked(unit);
            if (within(at, from, to)) {
                count(figure);
                if (ranked != null) {
                    count(figure + "&of=" + ranked);
                }
            }
            if (ranked != null && !month.isAfter(to) && !month.isBefore(to.minusMonths(11))) {
                count(figure + "&of=" + ranked + "&item=" + month);
            }
        });
    }

    /** The street a unit belongs to, or itself if it is a department. */
    private @Nullable String ranked(String id) {
        for (String at = id; at != null; at = unit(at).parent()) {
            if (Set.of("STREET", "DEPARTMENT").contains(unit(at).kind())) {
                return at;
            }
        }
        return null;
    }

    private Unit unit(String id) {
        return Objects.requireNonNull(units.get(id), id);
    }

    private Case of(String caseNo) {
        return Objects.requireNonNull(cases.get(caseNo), caseNo);
    }

    private void rungs(YearMonth from, YearMonth to) {
        Map<String, String> last = new HashMap<>();
        Map<String, Instant> imposed = new HashMap<>();
        Map<String, String> whose = new HashMap<>();
        db.query("""
                select s.id, s.unit, s.rung, e.kind, e.at from whistle.sanction s
                join whistle.sanction_event e on e.sanction_id = s.id order by s.id, e.number""", row -> {
            String id = row.getString("id");
            last.put(id, row.getString("kind"));
            whose.put(id, row.getString("unit") + " " + row.getString("rung"));
            if (row.getString("kind").equals("IMPOSED")) {
                imposed.put(id, time(row, "at"));
            }
        });
        imposed.forEach((id, at) -> {
            if (within(at, from, to) && !"REVOKED".equals(last.get(id))) {
                String[] of = String.valueOf(whose.get(id)).split(" ");
                count("sanction&of=" + of[0]);
                count("sanction&of=" + of[0] + "&item=" + of[1].toLowerCase().replace('_', '-'));
            }
        });
    }

    private void complaints(YearMonth from, YearMonth to) {
        Set<String> repeats = new HashSet<>(db.queryForList(
                "select case_no from whistle.case_event where kind = 'LINKED' and name = '登记为重复投诉'", String.class));
        Map<String, String> matters = lastEntered("matterKind");
        Map<String, String> satisfaction = lastEntered("satisfaction");
        Map<String, Long> ofCompounds = new HashMap<>();
        Map<String, Long> repeatsOfCompounds = new HashMap<>();
        cases.forEach((caseNo, it) -> {
            if (!it.procedure().equals("complaint") || !within(it.received(), from, to)) {
                return;
            }
            count("complaints");
            if (it.source() != null) {
                count("channel&item=" + it.source());
            }
            if (matters.containsKey(caseNo)) {
                count("matter&item=" + matters.get(caseNo));
            }
            if (satisfaction.containsKey(caseNo)) {
                count("satisfaction&item=" + satisfaction.get(caseNo));
            }
            if (repeats.contains(caseNo)) {
                count("repeats");
            }
            if (it.compound() != null) {
                ofCompounds.merge(it.compound(), 1L, Long::sum);
                if (repeats.contains(caseNo)) {
                    repeatsOfCompounds.merge(it.compound(), 1L, Long::sum);
                }
            }
        });
        ofCompounds.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .limit(20)
                .forEach(it -> {
                    figures.put("complaints&of=" + it.getKey(), it.getValue());
                    if (repeatsOfCompounds.containsKey(it.getKey())) {
                        figures.put("repeats&of=" + it.getKey(), repeatsOfCompounds.get(it.getKey()));
                    }
                });
    }

    /** What officers entered last by this name, as its code, by case. */
    private Map<String, String> lastEntered(String key) {
        Map<String, String> codes = new HashMap<>();
        db.query(
                "select shown, code from whistle.case_particular where name = ?",
                row -> {
                    codes.put(row.getString("shown"), row.getString("code"));
                },
                key);
        Map<String, String> last = new HashMap<>();
        db.query(
                "select case_no, entered from whistle.case_event where entered like ? order by id",
                row -> {
                    for (JsonNode entry : entries(row.getString("entered"))) {
                        if (entry.path("key").asText().equals(key)) {
                            String shown = entry.path("value").asText();
                            last.put(row.getString("case_no"), codes.getOrDefault(shown, shown));
                        }
                    }
                },
                "%\"" + key + "\"%");
        return last;
    }

    private static JsonNode entries(String entered) {
        try {
            return JSON.readTree(entered);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private void referred(YearMonth from, YearMonth to) {
        heldByCase().forEach((caseNo, byUnit) -> {
            Case of = of(caseNo);
            if (of.closed() != null && within(of.closed(), from, to)) {
                byUnit.keySet().stream().filter(unit -> !of.home(unit)).forEach(unit -> count("referrals&of=" + unit));
            }
        });
    }

    private void patrols(YearMonth from, YearMonth to) {
        db.query("select unit, week, minimum, done from whistle.patrol_week", row -> {
            YearMonth month = YearMonth.from(row.getObject("week", LocalDate.class));
            if (!month.isBefore(from) && !month.isAfter(to)) {
                String of = "&of=" + row.getString("unit");
                long minimum = row.getLong("minimum");
                long done = Math.min(row.getLong("done"), minimum);
                Map.of("minimum", minimum, "done", done, "short", minimum - done)
                        .forEach((what, number) -> Stream.of("patrols-" + what, "patrols-" + what + of)
                                .forEach(figure -> figures.merge(figure, number, Long::sum)));
            }
        });
        figures.values().removeIf(it -> it == 0);
    }

    private record Stretch(Instant since, Instant until) {}

    private Map<String, Map<String, List<Stretch>>> heldByCase() {
        Map<String, Map<String, List<Stretch>>> held = new HashMap<>();
        db.query("select case_no, unit, since, until from whistle.case_hold where until is not null", row -> {
            held.computeIfAbsent(row.getString("case_no"), it -> new HashMap<>())
                    .computeIfAbsent(row.getString("unit"), it -> new ArrayList<>())
                    .add(new Stretch(time(row, "since"), time(row, "until")));
        });
        return held;
    }

    /** What is held twice at a time counts once. */
    private static Duration length(List<Stretch> held) {
        Duration length = Duration.ZERO;
        Instant reached = Instant.MIN;
        for (Stretch one :
                held.stream().sorted(Comparator.comparing(Stretch::since)).toList()) {
            Instant since = one.since().isAfter(reached) ? one.since() : reached;
            if (one.until().isAfter(since)) {
                length = length.plus(Duration.between(since, one.until()));
                reached = one.until();
            }
        }
        return length;
    }

    private List<Course> courses() {
        Map<String, Course> courses = new LinkedHashMap<>();
        db.query("select id, case_no, holder_unit from whistle.case_clock", row -> {
            courses.put(row.getString("id"), new Course(row.getString("case_no"), row.getString("holder_unit")));
        });
        db.query("select clock_id, kind, at, new_due from whistle.clock_event order by id", row -> {
            Objects.requireNonNull(courses.get(row.getString("clock_id")))
                    .happened(
                            row.getString("kind"),
                            time(row, "at"),
                            row.getObject("new_due") == null ? null : time(row, "new_due"));
        });
        return List.copyOf(courses.values());
    }

    private void count(String figure) {
        figures.merge(figure, 1L, Long::sum);
    }

    private static boolean within(Instant at, YearMonth from, YearMonth to) {
        YearMonth month = YearMonth.from(at.atZone(CHINA));
        return !month.isBefore(from) && !month.isAfter(to);
    }

    private static Case caseOf(ResultSet row) throws SQLException {
        return new Case(
                row.getString("procedure"),
                row.getString("street"),
                row.getString("community"),
                row.getString("compound"),
                row.getString("company"),
                row.getString("unit"),
                row.getString("source"),
                time(row, "received_at"),
                row.getObject("closed_at") == null ? null : time(row, "closed_at"));
    }

    private static Instant time(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}

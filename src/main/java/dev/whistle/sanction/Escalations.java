package dev.whistle.sanction;

import dev.whistle.sanction.Escalation.Taken;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads which escalations a case is about, whether it is one itself or the case whose duty was missed. */
@Component
public class Escalations {

    private final JdbcClient db;
    private final Answerables answerables;

    Escalations(JdbcClient db, Answerables answerables) {
        this.db = db;
        this.answerables = answerables;
    }

    /**
     * Those that act on a case, or that the case is, in the order they were reported; two statements for all of them.
     */
    public List<Escalation> about(String caseNo) {
        Map<String, List<Missed>> breaches = db.sql("""
                        select matter, party, duty, clause, case_no from whistle.breach
                        where case_no is not null and (matter = :caseNo or case_no = :caseNo) order by ordinal""").param("caseNo", caseNo).query(Missed::of).list().stream()
                .collect(Collectors.groupingBy(Missed::caseNo, LinkedHashMap::new, Collectors.toList()));
        if (breaches.isEmpty()) {
            return List.of();
        }
        Map<String, List<Event>> events =
                db.sql("""
                        select e.case_no, s.rung, e.kind, e.at, e.document, e.doc_number, e.reason, d.served_on
                        from whistle.sanction_event e
                        join whistle.sanction s on s.id = e.sanction_id
                        left join whistle.document d on d.id = e.document
                        where e.case_no in (:caseNos) order by e.sanction_id, e.number""").param("caseNos", breaches.keySet()).query(Event::of).list().stream()
                        .collect(Collectors.groupingBy(Event::caseNo));
        return breaches.values().stream()
                .map(it -> escalation(it, events.getOrDefault(it.get(0).caseNo(), List.of())))
                .toList();
    }

    private Escalation escalation(List<Missed> breaches, List<Event> events) {
        Missed first = breaches.get(0);
        return new Escalation(
                first.caseNo(),
                first.matter(),
                first.party(),
                answerables.of(first.party()).name(),
                breaches.stream().map(Missed::duty).distinct().toList(),
                breaches.stream()
                        .flatMap(it -> Arrays.stream(it.clause().split("\\s+")))
                        .distinct()
                        .toList(),
                events.stream().collect(Collectors.groupingBy(Event::rung)).values().stream()
                        .map(Escalations::taken)
                        .sorted(Comparator.comparing(Taken::imposedAt).thenComparing(Taken::rung))
                        .toList());
    }

    private static Taken taken(List<Event> events) {
        Event last = events.get(events.size() - 1);
        return new Taken(
                last.rung(),
                last.kind(),
                events.get(0).at().toInstant(),
                last(events, Event::document),
                last(events, Event::documentNumber),
                last(events, Event::servedOn),
                last.reason());
    }

    private static <T> @Nullable T last(List<Event> events, Function<Event, @Nullable T> what) {
        return events.stream()
                .map(what)
                .filter(Objects::nonNull)
                .reduce((earlier, later) -> later)
                .orElse(null);
    }

    private record Missed(String caseNo, String matter, String party, String duty, String clause) {

        static Missed of(ResultSet row, int number) throws SQLException {
            return new Missed(
                    row.getString("case_no"),
                    row.getString("matter"),
                    row.getString("party"),
                    row.getString("duty"),
                    row.getString("clause"));
        }
    }

    private record Event(
            String caseNo,
            LadderRung rung,
            SanctionState kind,
            OffsetDateTime at,
            @Nullable String document,
            @Nullable String documentNumber,
            @Nullable LocalDate servedOn,
            @Nullable String reason) {

        static Event of(ResultSet row, int number) throws SQLException {
            return new Event(
                    row.getString("case_no"),
                    LadderRung.valueOf(row.getString("rung")),
                    SanctionState.valueOf(row.getString("kind")),
                    row.getObject("at", OffsetDateTime.class),
                    row.getString("document"),
                    row.getString("doc_number"),
                    row.getObject("served_on", LocalDate.class),
                    row.getString("reason"));
        }
    }
}

package dev.whistle.casefile;

import dev.whistle.casefile.CaseLink.Relation;
import dev.whistle.organisation.CurrentOfficer;
import dev.whistle.organisation.Officer;
import dev.whistle.problem.FieldError;
import dev.whistle.problem.Problem;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Which cases belong together: repeats of the same matter, and cases merged into others. */
@Component
public class CaseLinks {

    private static final String REPEAT = "REPEAT";
    private static final String MERGED = "MERGED";

    private static final String LINKS = """
            select other as linked, 'OUT' as direction, kind, reason, linked_at, officer
            from whistle.case_link where case_no = :caseNo
            union all
            select case_no, 'IN', kind, reason, linked_at, officer from whistle.case_link where other = :caseNo
            """;

    private static final String COMPLAINANT = PartyRole.COMPLAINANT.code();

    private final JdbcClient db;
    private final Cases cases;
    private final Parties parties;
    private final Timeline timeline;
    private final CaseFigures figures;
    private final CurrentOfficer current;
    private final Clock clock;

    CaseLinks(
            JdbcClient db,
            Cases cases,
            Parties parties,
            Timeline timeline,
            CaseFigures figures,
            CurrentOfficer current,
            Clock clock) {
        this.db = db;
        this.cases = cases;
        this.parties = parties;
        this.timeline = timeline;
        this.figures = figures;
        this.current = current;
        this.clock = clock;
    }

    /**
     * Notes that a case repeats another one; noted already, it changes nothing.
     *
     * @param field what the form called the other case's number
     * @throws Problem naming the field if there is no such case or it is the same
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void repeats(String caseNo, String other, @Nullable String reason, String field, String element) {
        CaseFile original = otherCase(caseNo, other, field);
        if (linked(caseNo, other, REPEAT, reason)) {
            if (repeats(caseNo) == 1) {
                figures.repeats(cases.get(caseNo));
            }
            tell(caseNo, element, "登记为重复投诉", Entry.of("other", "原案件", shown(original)), reason);
        }
    }

    /**
     * Merges a case into another: they are linked, and the complainants become complainants of the other case too,
     * where they are answered with the others. Merged already, it changes nothing.
     *
     * @param answerClock a kind of clock that must not have ended in the other case, because who came later would get
     *     no answer; null where none matters
     * @param field what the form called the other case's number
     * @throws Problem naming the field if the other case cannot take this one: it is unknown, the same, closed, merged
     *     itself or answered already, or this one is merged into a different one
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void merge(
            String caseNo,
            String into,
            @Nullable String answerClock,
            @Nullable String reason,
            String field,
            String element) {
        CaseFile target = otherCase(caseNo, into, field);
        lock(new TreeSet<>(List.of(caseNo, into)));
        if (mergedInto(caseNo).contains(into)) {
            return;
        }
        if (!mergedInto(caseNo).isEmpty()) {
            throw refused(field, "merge.again", caseNo, mergedInto(caseNo).get(0));
        }
        if (!mergedInto(into).isEmpty()) {
            throw refused(field, "merge.merged", into, mergedInto(into).get(0));
        }
        if (closed(into)) {
            throw refused(field, "merge.closed", into);
        }
        if (answerClock != null && ended(into, answerClock)) {
            throw refused(field, "merge.answered", into);
        }
        linked(caseNo, into, MERGED, reason);
        parties.join(caseNo, into, COMPLAINANT);
        tell(caseNo, element, "并案", Entry.of("into", "并入案件", shown(target)), reason);
        tell(into, null, "其他案件并入本案", Entry.of("from", "并入的案件", shown(cases.get(caseNo))), reason);
    }

    /**
     * All links of a case, in both directions, the oldest first; the case that it arose from, and those that arose from
     * it.
     */
    public List<CaseLink> of(String caseNo) {
        return db.sql(LINKS + """
                union all
                select parent_case, 'OUT', 'CAUSED', null, opened_at, null
                from whistle.case_file where case_no = :caseNo and parent_case is not null
                union all
                select case_no, 'IN', 'CAUSED', null, opened_at, null
                from whistle.case_file where parent_case = :caseNo
                order by linked_at, linked""")
                .param("caseNo", caseNo)
                .query(CaseLinks::link)
                .list();
    }

    /**
     * The numbers of all cases that hang together with this one by links of any kind, itself among them. They stay
     * locked until the transaction ends, so that of two that are counted at once the later one sees the earlier.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public SortedSet<String> lockedChain(String caseNo) {
        SortedSet<String> chain = new TreeSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(caseNo));
        while (!open.isEmpty()) {
            String next = open.pop();
            if (chain.add(next)) {
                linked(next).forEach(open::push);
            }
        }
        lock(chain);
        return chain;
    }

    /** Repeats and mergers: a case that arose from another is about something else. */
    private List<String> linked(String caseNo) {
        return db.sql(LINKS).param("caseNo", caseNo).query(CaseLinks::link).list().stream()
                .map(CaseLink::caseNo)
                .toList();
    }

    private CaseFile otherCase(String caseNo, String other, String field) {
        if (caseNo.equals(other)) {
            throw refused(field, "link.same", caseNo);
        }
        return cases.find(other).orElseThrow(() -> refused(field, "link.unknown", other));
    }

    private static Problem refused(String field, String message, Object... arguments) {
        return Problem.invalid(new FieldError(field, message, arguments));
    }

    /** Always in one order, so that two who link the same cases do not wait for each other for ever. */
    private void lock(SortedSet<String> caseNos) {
        db.sql("select case_no from whistle.case_file where case_no in (:caseNos) order by case_no for update")
                .param("caseNos", caseNos)
                .query(String.class)
                .list();
    }

    /** Asked of the database, not of what this transaction has read before it had the lock. */
    private boolean closed(String caseNo) {
        return db.sql("select count(*) from whistle.case_file where case_no = ? and closed_at is not null")
                        .param(caseNo)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private boolean ended(String caseNo, String clockKind) {
        return db.sql("""
                        select count(*) from whistle.case_clock
                        where case_no = ? and kind = ? and ended_at is not null and state <> 'CANCELLED'""").params(caseNo, clockKind).query(Integer.class).single() > 0;
    }

    private List<String> mergedInto(String caseNo) {
        return db.sql("select other from whistle.case_link where case_no = ? and kind = 'MERGED'")
                .param(caseNo)
                .query(String.class)
                .list();
    }

    /** How many cases it is noted to repeat. */
    private int repeats(String caseNo) {
        return db.sql("select count(*) from whistle.case_link where case_no = ? and kind = 'REPEAT'")
                .param(caseNo)
                .query(Integer.class)
                .single();
    }

    private boolean linked(String caseNo, String other, String kind, @Nullable String reason) {
        return db.sql("""
                insert into whistle.case_link (case_no, other, kind, reason, linked_at, officer)
                select cast(:caseNo as varchar(20)), cast(:other as varchar(20)), cast(:kind as varchar(10)),
                       cast(:reason as varchar(500)), cast(:now as timestamp with time zone),
                       cast(:officer as varchar(64))
                where not exists (select 1 from whistle.case_link
                                  where case_no = :caseNo and other = :other and kind = :kind)""")
                        .param("caseNo", caseNo)
                        .param("other", other)
                        .param("kind", kind)
                        .param("reason", reason)
                        .param("now", OffsetDateTime.now(clock))
                        .param("officer", current.get().map(Officer::user).orElse(null))
                        .update()
                == 1;
    }

    private void tell(String caseNo, @Nullable String element, String what, Entry other, @Nullable String reason) {
        List<Entry> entries = reason == null ? List.of(other) : List.of(other, Entry.of("reason", "理由", reason));
        timeline.record(caseNo, EventKind.LINKED, element, what, null, entries);
    }

    private static String shown(CaseFile file) {
        return file.caseNo() + " " + file.title();
    }

    private static CaseLink link(ResultSet row, int number) throws SQLException {
        boolean out = row.getString("direction").equals("OUT");
        return new CaseLink(
                row.getString("linked"),
                switch (row.getString("kind")) {
                    case REPEAT -> out ? Relation.REPEATS : Relation.REPEATED_BY;
                    case MERGED -> out ? Relation.MERGED_INTO : Relation.MERGED_FROM;
                    default -> out ? Relation.CAUSED_BY : Relation.CAUSES;
                },
                row.getString("reason"),
                row.getObject("linked_at", OffsetDateTime.class).toInstant(),
                row.getString("officer"));
    }
}

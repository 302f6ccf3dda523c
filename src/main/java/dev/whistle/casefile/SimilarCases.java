package dev.whistle.casefile;

import dev.whistle.casefile.SimilarCase.Likeness;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds cases of the same procedure and district that may be about the same; people are compared by keyed hashes only.
 */
@Component
public class SimilarCases {

    /** Nobody looks through more; the newest are found. */
    private static final int AT_MOST = 300;

    private final JdbcClient db;
    private final Cases cases;
    private final Clock clock;

    SimilarCases(JdbcClient db, Cases cases, Clock clock) {
        this.db = db;
        this.cases = cases;
        this.clock = clock;
    }

    /** Which cases are wanted. */
    public enum Wanted {
        /** Those received earlier, open or closed: the case may repeat one of them. */
        EARLIER,
        /**
         * Those that are open and not merged into others, earlier or later: the case may be merged into one of them.
         */
        OPEN
    }

    /**
     * Similar cases, the latest received first.
     *
     * @param role the part in the case of the person who is compared
     * @param matterKind name of the particular that says what kind of matter it is
     * @param days how many days before this case was received another one may have been received, for each likeness;
     *     one that is left out does not count
     */
    public List<SimilarCase> to(
            String caseNo, Wanted wanted, String role, String matterKind, Map<Likeness, Integer> days) {
        CaseFile file = cases.get(caseNo);
        Map<String, Found> found = new LinkedHashMap<>();
        db.sql("""
                        select c.case_no, c.title, c.received_at, c.outcome, f.likeness
                        from (
                            select o.case_no, 'MATTER' as likeness
                            from whistle.case_file o
                            join whistle.case_particular k on k.case_no = o.case_no and k.name = :matterKind
                            join whistle.case_particular mine on mine.name = k.name and mine.code = k.code
                            where mine.case_no = :caseNo and o.compound = cast(:compound as varchar(64))
                                and o.received_at >= cast(:sinceMATTER as timestamp with time zone)
                            union all
                            select o.case_no, 'PERSON'
                            from whistle.party mine
                            join whistle.party p on p.role = mine.role
                                and (p.phone_hash = mine.phone_hash or p.person_hash = mine.person_hash)
                            join whistle.case_file o on o.case_no = p.case_no
                            where mine.case_no = :caseNo and mine.role = :role
                                and o.received_at >= cast(:sincePERSON as timestamp with time zone)
                            union all
                            select o.case_no, 'ADDRESS'
                            from whistle.party mine
                            join whistle.party p on p.role = mine.role and p.address_hash = mine.address_hash
                            join whistle.case_file o on o.case_no = p.case_no
                            where mine.case_no = :caseNo and mine.role = :role
                                and o.received_at >= cast(:sinceADDRESS as timestamp with time zone)
                        ) f
                        join whistle.case_file c on c.case_no = f.case_no
                        where c.case_no <> :caseNo and c.procedure = :procedure
                            and c.district is not distinct from cast(:district as varchar(64))
                        """
                        + (wanted == Wanted.EARLIER ? "and c.received_at <= :received" : """
                                and c.closed_at is null and not exists (
                                    select 1 from whistle.case_link m where m.case_no = c.case_no and m.kind = 'MERGED')
                                """)
                        + " order by c.received_at desc, c.case_no desc fetch first :atMost rows only")
                .param("caseNo", caseNo)
                .param("matterKind", matterKind)
                .param("role", role)
                .param("compound", file.compound())
                .param("procedure", file.procedure())
                .param("district", file.district())
                .param("received", file.receivedAt().atZone(clock.getZone()).toOffsetDateTime())
                .param("sinceMATTER", since(file, days.get(Likeness.MATTER)))
                .param("sincePERSON", since(file, days.get(Likeness.PERSON)))
                .param("sinceADDRESS", since(file, days.get(Likeness.ADDRESS)))
                .param("atMost", AT_MOST)
                .query((row, n) -> found.computeIfAbsent(row.getString("case_no"), it -> found(row))
                        .why()
                        .add(Likeness.valueOf(row.getString("likeness"))))
                .list();
        return found.values().stream().map(Found::done).toList();
    }

    /** The first day that counts from its beginning; null compares with nothing. */
    private @Nullable OffsetDateTime since(CaseFile file, @Nullable Integer days) {
        if (days == null) {
            return null;
        }
        LocalDate received = file.receivedAt().atZone(clock.getZone()).toLocalDate();
        return received.minusDays(days).atStartOfDay(clock.getZone()).toOffsetDateTime();
    }

    private record Found(
            String caseNo,
            String title,
            OffsetDateTime received,
            @Nullable String outcome,
            Set<Likeness> why) {

        SimilarCase done() {
            return new SimilarCase(caseNo, title, received.toInstant(), outcome, Set.copyOf(why));
        }
    }

    private static Found found(ResultSet row) {
        try {
            return new Found(
                    row.getString("case_no"),
                    row.getString("title"),
                    row.getObject("received_at", OffsetDateTime.class),
                    row.getString("outcome"),
                    EnumSet.noneOf(Likeness.class));
        } catch (SQLException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}

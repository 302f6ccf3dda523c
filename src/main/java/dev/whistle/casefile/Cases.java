package dev.whistle.casefile;

import dev.whistle.organisation.Compound;
import dev.whistle.organisation.Compounds;
import dev.whistle.organisation.Unit;
import dev.whistle.organisation.UnitKind;
import dev.whistle.organisation.Units;
import dev.whistle.transaction.PerTransaction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The cases: opened, found, referred from unit to unit, closed. */
@Component
public class Cases {

    /** What the running transaction has read or written: a model asks for its case at every step. */
    private final PerTransaction<Map<String, CaseFile>> known = new PerTransaction<>(HashMap::new);

    /** Cases that the running transaction has opened. */
    private final PerTransaction<Set<String>> opened = new PerTransaction<>(HashSet::new);

    /** Parts that the running transaction has noted, so that it need not note them again. */
    private final PerTransaction<Set<Part>> noted = new PerTransaction<>(HashSet::new);

    private final JdbcClient db;
    private final JdbcTemplate jdbc;
    private final CaseNumbers numbers;
    private final Compounds compounds;
    private final Units units;
    private final CaseFigures figures;
    private final Clock clock;

    Cases(
            JdbcClient db,
            JdbcTemplate jdbc,
            CaseNumbers numbers,
            Compounds compounds,
            Units units,
            CaseFigures figures,
            Clock clock) {
        this.db = db;
        this.jdbc = jdbc;
        this.numbers = numbers;
        this.compounds = compounds;
        this.units = units;
        this.figures = figures;
        this.clock = clock;
    }

    /**
     * Opens a case. A case about a compound is at once visible to the street and the community it lies in and to the
     * company that runs it.
     *
     * @return its cover sheet with the new number
     */
    CaseFile open(NewCase wanted) {
        Optional<Compound> compound = Optional.ofNullable(wanted.compound()).map(this::compound);
        Unit taker = units.get(wanted.unit());
        CaseFile file = new CaseFile(
                numbers.next(wanted.code()),
                wanted.procedure(),
                wanted.title(),
                wanted.details(),
                wanted.source(),
                wanted.externalNo(),
                wanted.place(),
                units.districtOf(taker.id()).map(Unit::id).orElse(null),
                compound.map(Compound::street).orElseGet(() -> idOf(taker, UnitKind.STREET)),
                compound.map(Compound::community).orElseGet(() -> idOf(taker, UnitKind.COMMUNITY)),
                wanted.compound(),
                compound.map(Compound::company).orElse(null),
                taker.id(),
                wanted.receivedAt(),
                clock.instant(),
                null,
                null,
                wanted.parentCase(),
                TrackingCode.random());
        insert(file);
        jdbc.batchUpdate(
                CaseTerms.INSERT,
                CaseTerms.of(file, compound.map(Compound::name).orElse(null), clock.getZone())
                        .rows());
        known.get().put(file.caseNo(), file);
        opened.get().add(file.caseNo());
        figures.received(file);
        concern(
                file.caseNo(),
                Stream.of(file.unit(), file.street(), file.community(), file.company())
                        .filter(Objects::nonNull)
                        .toList(),
                true);
        return file;
    }

    /** Whether the running transaction has opened the case: then nothing is stored of it that this has not written. */
    public boolean isNew(String caseNo) {
        return opened.get().contains(caseNo);
    }

    public Optional<CaseFile> find(String caseNo) {
        return Optional.ofNullable(known.get().get(caseNo)).or(() -> read(caseNo));
    }

    private Optional<CaseFile> read(String caseNo) {
        Optional<CaseFile> read = db.sql("select * from whistle.case_file where case_no = ?")
                .param(caseNo)
                .query(Cases::caseFile)
                .optional();
        read.ifPresent(file -> known.get().put(caseNo, file));
        return read;
    }

    /**
     * What a case is about, in a line of a list.
     *
     * @param compound the compound's name; null where there is none
     */
    public record Subject(String title, @Nullable String compound) {}

    /** What cases are about, by number; one statement for all. Numbers nobody has are left out. */
    public Map<String, Subject> subjects(Collection<String> caseNos) {
        if (caseNos.isEmpty()) {
            return Map.of();
        }
        return db
                .sql("""
                        select c.case_no, c.title, k.name from whistle.case_file c
                        left join whistle.compound k on k.id = c.compound where c.case_no in (:caseNos)""")
                .param("caseNos", Set.copyOf(caseNos))
                .query((row, n) ->
                        Map.entry(row.getString("case_no"), new Subject(row.getString("title"), row.getString("name"))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Titles by case number. Numbers nobody has are left out. */
    public Map<String, String> titles(Collection<String> caseNos) {
        if (caseNos.isEmpty()) {
            return Map.of();
        }
        return db
                .sql("select case_no, title from whistle.case_file where case_no in (:caseNos)")
                .param("caseNos", Set.copyOf(caseNos))
                .query((row, n) -> Map.entry(row.getString("case_no"), row.getString("title")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /**
     * Cases by number. Numbers nobody has are left out, as are cases that came to none of these units.
     *
     * @param readable ids of the units whose cases the asker may read
     */
    Map<String, CaseFile> of(Collection<String> caseNos, Collection<String> readable) {
        if (caseNos.isEmpty() || readable.isEmpty()) {
            return Map.of();
        }
        return db
                // The numbers are said twice, so that both tables are read by their indexes once for all numbers.
                .sql("select c.* from whistle.case_file c where c.case_no in (:caseNos) and c.case_no in"
                        + " (select u.case_no from whistle.case_unit u where u.case_no in (:caseNos) and "
                        + ReadableCases.WITH_READABLE + ")")
                .param("caseNos", Set.copyOf(caseNos))
                .param("readable", readable)
                .query(Cases::caseFile)
                .list()
                .stream()
                .collect(Collectors.toMap(CaseFile::caseNo, it -> it));
    }

    /** The case of this number, which somebody inside the application knows to exist. */
    public CaseFile get(String caseNo) {
        return find(caseNo).orElseThrow(() -> new IllegalStateException("no case " + caseNo));
    }

    /** Notes that the case has come to these units, as far as it was not there already. */
    public void comeTo(String caseNo, Collection<String> units) {
        concern(caseNo, units, false);
    }

    /**
     * Notes that a unit handed its work on and has no part in the case any more; a unit that took it up or in whose
     * area it lies keeps its part.
     */
    public void leave(String caseNo, String unit) {
        db.sql(
                        "update whistle.case_unit set ended = ? where case_no = ? and unit = ? and ended is null and not standing")
                .params(OffsetDateTime.now(clock), caseNo, unit)
                .update();
        noted.get().remove(new Part(caseNo, unit));
    }

    private void concern(String caseNo, Collection<String> units, boolean standing) {
        OffsetDateTime now = OffsetDateTime.now(clock);
        List<Part> coming = units.stream()
                .map(unit -> new Part(caseNo, unit))
                .filter(noted.get()::add)
                .toList();
        if (coming.isEmpty()) {
            return;
        }
        jdbc.batchUpdate(
                """
                merge into whistle.case_unit held
                using (values (cast(? as varchar(20)), cast(? as varchar(64)), cast(? as timestamp with time zone),
                        cast(? as boolean))) as came (case_no, unit, since, standing)
                on held.case_no = came.case_no and held.unit = came.unit
                when matched then update set ended = null
                when not matched then insert (case_no, unit, since, standing)
                    values (came.case_no, came.unit, came.since, came.standing)""",
                coming.stream()
                        .map(part -> new Object[] {part.caseNo(), part.unit(), now, standing})
                        .toList());
    }

    /** That a unit has a part in a case. */
    private record Part(String caseNo, String unit) {}

    /** Ids of the units that have a part in the case. */
    public List<String> unitsOf(String caseNo) {
        return db.sql("select unit from whistle.case_unit where case_no = ? and ended is null order by since, unit")
                .param(caseNo)
                .query(String.class)
                .list();
    }

    /** Closes a case; closing it again changes nothing. */
    public void close(String caseNo, String outcome) {
        CaseFile open = get(caseNo);
        Instant now = clock.instant();
        int closed = db.sql(
                        "update whistle.case_file set closed_at = ?, outcome = ? where case_no = ? and closed_at is null")
                .params(at(now), outcome, caseNo)
                .update();
        if (closed > 0) {
            known.get().put(caseNo, open.closed(now, outcome));
            db.sql("update whistle.case_unit set closed = true where case_no = ?") // its units' open cases lie together
                    .param(caseNo)
                    .update();
            figures.closed(open, now);
        }
    }

    /**
     * Lists cases, the newest first.
     *
     * @param readable ids of the units whose cases the asker may read
     */
    public CasePage list(CaseQuery query, Collection<String> readable) {
        if (readable.isEmpty()) {
            return new CasePage(List.of(), 0);
        }
        StringBuilder where = new StringBuilder("""
                from whistle.case_file c
                where\s""" + ReadableCases.CAME_TO);
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("readable", readable);
        narrow(query, where, values);
        long total = db.sql("select count(*) " + where)
                .params(values)
                .query(Long.class)
                .single();
        values.put("size", query.size());
        values.put("skip", (long) query.page() * query.size());
        List<CaseFile> cases = db.sql("select c.* " + where
                        + " order by c.opened_at desc, c.case_no desc offset :skip rows fetch next :size rows only")
                .params(values)
                .query(Cases::caseFile)
                .list();
        return new CasePage(cases, total);
    }

    private void narrow(CaseQuery query, StringBuilder where, Map<String, Object> values) {
        if (query.procedure() != null) {
            where.append(" and c.procedure = :procedure");
            values.put("procedure", query.procedure());
        }
        if (query.open() != null) {
            where.append(query.open() ? " and c.closed_at is null" : " and c.closed_at is not null");
        }
        if (query.unit() != null) {
            where.append(" and exists (select 1 from whistle.case_unit h"
                    + " where h.case_no = c.case_no and h.ended is null and h.unit = :unit)");
            values.put("unit", query.unit());
        }
        if (query.overdue() != null) {
            where.append(query.overdue() ? " and exists" : " and not exists")
                    .append(" (select 1 from whistle.case_clock k where k.case_no = c.case_no and c.closed_at is null"
                            + " and k.state in ('RUNNING', 'BREACHED') and k.ended_at is null and k.due_at <= :now)");
            values.put("now", OffsetDateTime.now(clock));
        }
        if (query.text() != null) {
            where.append(" and (c.case_no like :text escape '!' or c.title like :text escape '!')");
            values.put("text", "%" + query.text().replaceAll("[!%_]", "!$0") + "%");
        }
    }

    private void insert(CaseFile file) {
        db.sql("""
                insert into whistle.case_file
                    (case_no, procedure, title, details, source, external_no, place, district, street, community,
                     compound, company, unit, received_at, opened_at, parent_case, tracking)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        file.caseNo(),
                        file.procedure(),
                        file.title(),
                        file.details(),
                        file.source(),
                        file.externalNo(),
                        file.place(),
                        file.district(),
                        file.street(),
                        file.community(),
                        file.compound(),
                        file.company(),
                        file.unit(),
                        at(file.receivedAt()),
                        at(file.openedAt()),
                        file.parentCase(),
                        file.trackingCode())
                .update();
    }

    private OffsetDateTime at(Instant instant) {
        return instant.atZone(clock.getZone()).toOffsetDateTime();
    }

    private Compound compound(String id) {
        return compounds.find(id).orElseThrow(() -> new IllegalStateException("no compound " + id));
    }

    /**
     * Id of the compound that a case is about.
     *
     * @throws IllegalStateException if it is about none, which is a mistake of the model and not of an officer
     */
    public String compoundOf(String caseNo) {
        String compound = get(caseNo).compound();
        if (compound == null) {
            throw new IllegalStateException("case " + caseNo + " is about no compound");
        }
        return compound;
    }

    private @Nullable String idOf(Unit unit, UnitKind kind) {
        return units.upFrom(unit.id())
                .filter(it -> it.kind() == kind)
                .map(Unit::id)
                .findFirst()
                .orElse(null);
    }

    private static CaseFile caseFile(ResultSet row, int number) throws SQLException {
        return new CaseFile(
                row.getString("case_no"),
                row.getString("procedure"),
                row.getString("title"),
                row.getString("details"),
                row.getString("source"),
                row.getString("external_no"),
                row.getString("place"),
                row.getString("district"),
                row.getString("street"),
                row.getString("community"),
                row.getString("compound"),
                row.getString("company"),
                row.getString("unit"),
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                instant(row.getObject("closed_at", OffsetDateTime.class)),
                row.getString("outcome"),
                row.getString("parent_case"),
                row.getString("tracking"));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}

package dev.whistle.organisation;

import dev.whistle.problem.FieldError;
import dev.whistle.problem.Problem;
import dev.whistle.problem.Problem.Kind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The contact register (JJ.9): who in office keeps in touch with which street, community, compound and building, and
 * who did on any earlier day. Entries end and are never deleted. The district office sees and makes all, a street those
 * of its own tree.
 */
@Component
public class Contacts {

    private final JdbcClient db;
    private final Units units;
    private final Compounds compounds;
    private final Access access;
    private final CurrentOfficer current;
    private final Clock clock;

    Contacts(JdbcClient db, Units units, Compounds compounds, Access access, CurrentOfficer current, Clock clock) {
        this.db = db;
        this.units = units;
        this.compounds = compounds;
        this.access = access;
        this.current = current;
        this.clock = clock;
    }

    /**
     * Who keeps in touch with a unit or a compound, and with the community and the street it lies in.
     *
     * @param on the day; null for all days there ever were
     * @throws Problem of kind NOT_FOUND if there is no such place or it is none of the officer's business
     */
    public List<Contact> with(String target, @Nullable LocalDate on) {
        Set<String> places = places(target);
        if (places.isEmpty() || !readable(places)) {
            throw new Problem(Kind.NOT_FOUND, "contact.not-found", target);
        }
        return around(places, on);
    }

    /** The same of a place that whoever asks may see: it is theirs to show. */
    public List<Contact> today(String target) {
        return on(target, today());
    }

    /** The same as {@link #today}, on another day. */
    public List<Contact> on(String target, LocalDate day) {
        return around(places(target), day);
    }

    private List<Contact> around(Set<String> places, @Nullable LocalDate on) {
        return places.isEmpty()
                ? List.of()
                : db
                        .sql("select * from whistle.contact where target in (:places) order by since, id")
                        .param("places", places)
                        .query(Contacts::row)
                        .list()
                        .stream()
                        .filter(it -> on == null || it.on(on))
                        .toList();
    }

    /**
     * Makes an entry.
     *
     * @throws Problem naming every field that is not right, of kind FORBIDDEN if it is for others to make, or CONFLICT
     *     if it is there already
     */
    @Transactional
    public Contact add(Contact wanted) {
        List<FieldError> errors = new ContactRules(units::find, compounds::find).check(wanted);
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors);
        }
        mayChange(wanted);
        boolean there = around(Set.of(wanted.target()), null).stream()
                .anyMatch(it ->
                        it.same(wanted) && (it.until() == null || !it.until().isBefore(wanted.since())));
        if (there) {
            throw new Problem(Kind.CONFLICT, "contact.twice", wanted.person());
        }
        return enter(wanted, officer().user());
    }

    /** Stores an entry that has been checked. */
    Contact enter(Contact wanted, @Nullable String by) {
        Contact entered = new Contact(
                UUID.randomUUID().toString(),
                wanted.kind(),
                wanted.target(),
                wanted.building(),
                wanted.unit(),
                wanted.person(),
                wanted.duty(),
                wanted.since(),
                null);
        try {
            db.sql("""
                            insert into whistle.contact
                                (id, kind, target, building, unit, person, duty, since, recorded_by)
                            values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                    .params(
                            entered.id(),
                            entered.kind().name(),
                            entered.target(),
                            entered.building(),
                            entered.unit(),
                            entered.person(),
                            entered.duty(),
                            entered.since(),
                            by)
                    .update();
        } catch (DuplicateKeyException atOnce) {
            throw new Problem(Kind.CONFLICT, "contact.twice", wanted.person());
        }
        return entered;
    }

    /**
     * Ends an entry.
     *
     * @param until its last day
     * @throws Problem if there is none, it has ended, the day lies before its first or after today, or it is for others
     */
    @Transactional
    public Contact end(String id, LocalDate until) {
        Contact found = find(id).filter(it -> readable(places(it.target())))
                .orElseThrow(() -> new Problem(Kind.NOT_FOUND, "contact.not-found", id));
        mayChange(found);
        if (until.isBefore(found.since()) || until.isAfter(today())) {
            throw Problem.invalid(new FieldError("until", "contact.until", found.since()));
        }
        int ended = db.sql("update whistle.contact set until = ?, ended_by = ? where id = ? and until is null")
                .params(until, officer().user(), id)
                .update();
        if (ended == 0) {
            throw new Problem(Kind.CONFLICT, "contact.ended", found.person());
        }
        return find(id).orElseThrow();
    }

    private Optional<Contact> find(String id) {
        return db.sql("select * from whistle.contact where id = ?")
                .param(id)
                .query(Contacts::row)
                .optional();
    }

    /** The place itself and those that it lies in; none for what is no place. */
    private Set<String> places(String target) {
        Optional<Compound> compound = compounds.find(target);
        Stream<String> around = compound.isPresent()
                ? Stream.of(compound.get().community(), compound.get().street())
                : units.find(target).stream()
                        .filter(it -> it.kind() == UnitKind.STREET || it.kind() == UnitKind.COMMUNITY)
                        .flatMap(it -> Stream.concat(
                                Stream.of(it.id()),
                                units.above(it.id()).stream()
                                        .filter(above -> above.kind() == UnitKind.STREET)
                                        .map(Unit::id)));
        Set<String> places = around.collect(Collectors.toCollection(LinkedHashSet::new));
        compound.map(Compound::id).ifPresent(places::add);
        return places;
    }

    private boolean readable(Set<String> places) {
        Set<String> readable = access.readableUnits(officer());
        return places.stream().anyMatch(readable::contains);
    }

    private void mayChange(Contact contact) {
        boolean may = officer().units().stream()
                        .flatMap(it -> units.find(it).stream())
                        .anyMatch(it -> contact.kind().enteredBy(it.kind()))
                && readable(places(contact.target()));
        if (!may) {
            throw new Problem(Kind.FORBIDDEN, "contact.not-yours");
        }
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private Officer officer() {
        return current.get().orElseThrow(() -> new Problem(Kind.FORBIDDEN, "case.nobody"));
    }

    static Contact row(ResultSet row, int number) throws SQLException {
        return new Contact(
                row.getString("id"),
                ContactKind.valueOf(row.getString("kind")),
                row.getString("target"),
                row.getString("building"),
                row.getString("unit"),
                row.getString("person"),
                row.getString("duty"),
                row.getObject("since", LocalDate.class),
                row.getObject("until", LocalDate.class));
    }
}

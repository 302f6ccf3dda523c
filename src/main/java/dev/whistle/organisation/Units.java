package dev.whistle.organisation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The tree of units. It changes rarely and is asked at every task, so it is read once and kept. */
@Component
public class Units {

    private final JdbcClient db;
    private final UnitGroups groups;
    private volatile @Nullable Map<String, Unit> byId;

    Units(JdbcClient db, UnitGroups groups) {
        this.db = db;
        this.groups = groups;
    }

    /**
     * The unit of this id.
     *
     * @throws UnknownUnitException if there is none
     */
    public Unit get(String id) {
        return find(id).orElseThrow(() -> new UnknownUnitException(id));
    }

    public Optional<Unit> find(String id) {
        return Optional.ofNullable(tree().get(id));
    }

    /** Whether there is a company of this id. */
    public boolean isCompany(String id) {
        return find(id).filter(it -> it.kind() == UnitKind.COMPANY).isPresent();
    }

    /** What a unit is called; its id where there is none any more. */
    public String nameOf(String id) {
        return find(id).map(Unit::name).orElse(id);
    }

    /** The unit that an engine group {@code <unit>.<role>} belongs to; empty for a group that is not a unit's. */
    public Optional<Unit> ofGroup(String group) {
        return Unit.idIn(group).flatMap(this::find);
    }

    /** All units, parents before their children. */
    public Collection<Unit> all() {
        return tree().values();
    }

    /** The units above this one, nearest first; empty for the root. */
    public List<Unit> above(String id) {
        List<Unit> above = new ArrayList<>();
        for (String parent = get(id).parent();
                parent != null;
                parent = get(parent).parent()) {
            above.add(get(parent));
        }
        return above;
    }

    /** A unit and those above it, nearest first. */
    public Stream<Unit> upFrom(String id) {
        return Stream.concat(Stream.of(get(id)), above(id).stream());
    }

    /** Whether a unit is this one or lies below it; no unit any more, it does not. */
    public boolean isWithin(String id, String upper) {
        return find(id).isPresent() && upFrom(id).anyMatch(it -> it.id().equals(upper));
    }

    /** The district a unit belongs to: the district office at or above it, if any (a city's own units have none). */
    public Optional<Unit> districtOf(String id) {
        return upFrom(id).filter(it -> it.kind() == UnitKind.DISTRICT_OFFICE).findFirst();
    }

    /** The district office that a unit belongs to; the uppermost office where there is none (a city's own units). */
    public Unit officeOf(String id) {
        return districtOf(id).orElseGet(this::top);
    }

    /** The uppermost office. */
    public Unit top() {
        return all().stream().filter(Unit::root).findFirst().orElseThrow();
    }

    /** Adds a unit below its parent, which must be there, with its groups and what they may do. */
    @Transactional
    public void add(Unit unit) {
        db.sql("insert into whistle.unit (id, kind, name, parent) values (?, ?, ?, ?)")
                .params(unit.id(), unit.kind().name(), unit.name(), unit.parent())
                .update();
        groups.create(unit);
        forget();
    }

    /** A unit is called otherwise from now on, and so are its groups. */
    @Transactional
    public void rename(String id, String name) {
        db.sql("update whistle.unit set name = ? where id = ?").params(name, id).update();
        forget();
        groups.rename(get(id));
    }

    private void forget() {
        byId = null;
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                // Others may have read the old tree meanwhile, or this transaction a tree that is rolled back.
                byId = null;
            }
        });
    }

    private Map<String, Unit> tree() {
        Map<String, Unit> known = byId;
        if (known == null) {
            known = read();
            byId = known;
        }
        return known;
    }

    private Map<String, Unit> read() {
        List<Unit> waiting = new ArrayList<>(db.sql("select id, kind, name, parent from whistle.unit order by id")
                .query((row, n) -> new Unit(
                        row.getString("id"),
                        UnitKind.valueOf(row.getString("kind")),
                        row.getString("name"),
                        row.getString("parent")))
                .list());
        Map<String, Unit> placed = new LinkedHashMap<>();
        while (!waiting.isEmpty()) {
            List<Unit> next = waiting.stream()
                    .filter(unit -> unit.parent() == null || placed.containsKey(unit.parent()))
                    .toList();
            next.forEach(unit -> placed.put(unit.id(), unit));
            waiting.removeAll(next);
        }
        return placed;
    }
}

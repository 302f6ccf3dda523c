package dev.whistle.organisation;

import dev.whistle.transaction.PerTransaction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The register of compounds. */
@Component
public class Compounds {

    private static final String ALL = "select c.*, r.company from whistle.compound c " + withRunner(":day");

    private final JdbcClient db;
    private final Clock clock;
    private final PerTransaction<Map<String, Optional<Compound>>> known = new PerTransaction<>(HashMap::new);

    Compounds(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /**
     * Joins to compounds {@code c} whoever runs them on a day, as {@code r}; for questions of other parts, too.
     *
     * @param day a parameter or a column, never what somebody has typed
     */
    public static String withRunner(String day) {
        return """
                left join whistle.responsibility r on r.compound = c.id and r.from_day =
                    (select max(x.from_day) from whistle.responsibility x
                     where x.compound = c.id and x.from_day <= cast(%s as date))""".formatted(day);
    }

    /** Asked for once in a transaction: steps, letters and messages of one case all ask for its compound. */
    public Optional<Compound> find(String id) {
        return known.get().computeIfAbsent(id, this::read);
    }

    private Optional<Compound> read(String id) {
        return db.sql(ALL + " where c.id = :id")
                .param("day", LocalDate.now(clock))
                .param("id", id)
                .query(Compounds::compound)
                .optional();
    }

    /** Names by id. Ids nobody has are left out. */
    public Map<String, String> names(Collection<String> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return db
                .sql("select id, name from whistle.compound where id in (:ids)")
                .param("ids", Set.copyOf(ids))
                .query((row, n) -> Map.entry(row.getString("id"), row.getString("name")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** All compounds by street and name. */
    public List<Compound> all() {
        return db.sql(ALL + " order by c.street, c.name")
                .param("day", LocalDate.now(clock))
                .query(Compounds::compound)
                .list();
    }

    /** Adds a compound; who runs it is recorded afterwards, by {@link Responsibilities}. */
    public void add(Compound compound) {
        forget(compound.id());
        db.sql("""
                insert into whistle.compound
                    (id, name, kind, managed, built_up, address, households, area, street, community)
                values (?, ?, ?, false, ?, ?, ?, ?, ?, ?)""")
                .params(
                        compound.id(),
                        compound.name(),
                        compound.kind().name(),
                        compound.builtUp(),
                        compound.address(),
                        compound.households(),
                        compound.area(),
                        compound.street(),
                        compound.community())
                .update();
    }

    /** Corrects what is known of a compound; who runs it and whether a company is to are other questions. */
    public void change(Compound compound) {
        db.sql("""
                update whistle.compound
                set name = ?, kind = ?, built_up = ?, address = ?, households = ?, area = ?, street = ?, community = ?
                where id = ?""")
                .params(
                        compound.name(),
                        compound.kind().name(),
                        compound.builtUp(),
                        compound.address(),
                        compound.households(),
                        compound.area(),
                        compound.street(),
                        compound.community(),
                        compound.id())
                .update();
        forget(compound.id());
    }

    /**
     * Nobody else changes anything of this compound until this transaction ends.
     *
     * @return whether there is such a compound
     */
    public boolean lock(String id) {
        return db.sql("select id from whistle.compound where id = ? for update")
                .param(id)
                .query(String.class)
                .optional()
                .isPresent();
    }

    /** The same of all compounds. */
    public void lockAll() {
        db.sql("select id from whistle.compound order by id for update")
                .query(String.class)
                .list();
    }

    /**
     * Whether a property company is to run it. The database refuses it for a compound of which nobody knows who runs it.
     */
    public void setManaged(String id, boolean managed) {
        db.sql("update whistle.compound set managed = ? where id = ?")
                .params(managed, id)
                .update();
        forget(id);
    }

    /** What was read of it in this transaction is not so any more. */
    void forget(String id) {
        known.get().remove(id);
    }

    private static Compound compound(ResultSet row, int number) throws SQLException {
        return new Compound(
                row.getString("id"),
                row.getString("name"),
                CompoundClass.valueOf(row.getString("kind")),
                row.getBoolean("managed"),
                row.getBoolean("built_up"),
                row.getString("address"),
                row.getInt("households"),
                row.getBigDecimal("area"),
                row.getString("street"),
                row.getString("community"),
                row.getString("company"));
    }
}

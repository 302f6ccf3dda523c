package dev.whistle.organisation;

import dev.whistle.transaction.PerTransaction;
import java.sql.ResultSet;
import java.sql.SQLException;
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

    private final JdbcClient db;
    private final PerTransaction<Map<String, Optional<Compound>>> known = new PerTransaction<>(HashMap::new);

    Compounds(JdbcClient db) {
        this.db = db;
    }

    /** Asked for once in a transaction: steps, letters and messages of one case all ask for its compound. */
    public Optional<Compound> find(String id) {
        return known.get().computeIfAbsent(id, this::read);
    }

    private Optional<Compound> read(String id) {
        return db.sql("select * from whistle.compound where id = ?")
                .param(id)
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
        return db.sql("select * from whistle.compound order by street, name")
                .query(Compounds::compound)
                .list();
    }

    public void add(Compound compound) {
        known.get().remove(compound.id());
        db.sql("""
                insert into whistle.compound
                    (id, name, kind, managed, built_up, address, households, street, community, company)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        compound.id(),
                        compound.name(),
                        compound.kind().name(),
                        compound.managed(),
                        compound.builtUp(),
                        compound.address(),
                        compound.households(),
                        compound.street(),
                        compound.community(),
                        compound.company())
                .update();
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
                row.getString("street"),
                row.getString("community"),
                row.getString("company"));
    }
}

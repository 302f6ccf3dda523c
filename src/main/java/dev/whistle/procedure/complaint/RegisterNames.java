package dev.whistle.procedure.complaint;

import dev.whistle.organisation.Compound;
import dev.whistle.organisation.Unit;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Compounds and units as people write them into a register: by name, or by id. Read once for all its rows. */
final class RegisterNames {

    private static final String SEVERAL = "";

    private final Map<String, String> compounds;
    private final Map<String, String> units;

    /** @param units those that a row may name as the first one asked */
    RegisterNames(Collection<Compound> compounds, Collection<Unit> units) {
        this.compounds = ids(compounds, Compound::id, Compound::name);
        this.units = ids(units, Unit::id, Unit::name);
    }

    /** Id of the compound that stands there. */
    @Nullable
    String compound(RegisterRow row) {
        return id(row, RegisterColumn.COMPOUND, compounds, "complaint.import.cell.compound");
    }

    /** Id of the unit that stands there. */
    @Nullable
    String unit(RegisterRow row) {
        return id(row, RegisterColumn.UNIT, units, "complaint.import.cell.unit");
    }

    private static @Nullable String id(
            RegisterRow row, RegisterColumn column, Map<String, String> ids, String unknown) {
        String name = row.text(column);
        if (name == null) {
            return null;
        }
        String id = ids.get(name);
        if (id == null) {
            row.wrong(column, unknown, name);
        } else if (id.equals(SEVERAL)) {
            row.wrong(column, "complaint.import.cell.twice", name);
        }
        return id == null ? name : id;
    }

    private static <T> Map<String, String> ids(Collection<T> all, Function<T, String> id, Function<T, String> name) {
        Map<String, String> ids = new HashMap<>();
        all.forEach(it -> ids.merge(name.apply(it), id.apply(it), (one, other) -> SEVERAL));
        all.forEach(it -> ids.put(id.apply(it), id.apply(it)));
        return ids;
    }
}

package dev.whistle.organisation;

import dev.whistle.organisation.ContactPage.Listed;
import dev.whistle.problem.Problem;
import dev.whistle.problem.Problem.Kind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The contact register (JJ.9) as a list to look through: what concerns the places that the officer may see, or is kept
 * by a unit that he or she looks after; and what he or she may enter.
 */
@Component
public class ContactRegister {

    /** By level, as the document counts them. */
    private static final String ORDER = """
            order by case c.kind when 'LEADER_STREET' then 1 when 'CADRE_COMMUNITY' then 2
                                 when 'DEPARTMENT_COMPOUND' then 3 else 4 end,
                     u.name, coalesce(t.name, k.name), c.building, c.since, c.id
            offset :skip rows fetch next :size rows only""";

    /** A street's leader is of interest in its communities; its other communities are not. */
    private static final String LISTED = """
            from whistle.contact c
            join whistle.unit u on u.id = c.unit
            left join whistle.unit t on t.id = c.target
            left join whistle.compound k on k.id = c.target
            where (c.target in (:places) or c.unit in (:units) or k.community in (:units) or k.street in (:units))""";

    private final JdbcClient db;
    private final Units units;
    private final Compounds compounds;
    private final Access access;
    private final CurrentOfficer current;

    ContactRegister(JdbcClient db, Units units, Compounds compounds, Access access, CurrentOfficer current) {
        this.db = db;
        this.units = units;
        this.compounds = compounds;
        this.access = access;
        this.current = current;
    }

    /** Entries by level, unit and place. */
    public ContactPage list(ContactQuery query) {
        Officer officer = officer();
        Set<String> readable = access.readableUnits(officer);
        if (readable.isEmpty()) {
            return new ContactPage(List.of(), 0);
        }
        Map<String, Object> values = new HashMap<>();
        values.put("units", readable);
        values.put("places", withStreetsAbove(readable));
        String where = LISTED + narrowed(query, values);
        long total = db.sql("select count(*) " + where)
                .params(values)
                .query(Long.class)
                .single();
        values.put("skip", (long) query.page() * query.size());
        values.put("size", query.size());
        Set<UnitKind> kinds = kinds(officer);
        List<Listed> listed = db.sql("select c.*, u.name as unit_name, coalesce(t.name, k.name) as target_name,"
                        + " t.parent, k.street, k.community " + where + "\n" + ORDER)
                .params(values)
                .query((row, n) -> listed(row, readable, kinds))
                .list();
        return new ContactPage(listed, total);
    }

    private static String narrowed(ContactQuery query, Map<String, Object> values) {
        StringBuilder where = new StringBuilder();
        if (query.kind() != null) {
            where.append(" and c.kind = :kind");
            values.put("kind", query.kind().name());
        }
        if (query.unit() != null) {
            where.append(" and c.unit = :unit");
            values.put("unit", query.unit());
        }
        if (query.text() != null) {
            where.append(" and (c.person like :text escape '!' or c.duty like :text escape '!'")
                    .append(" or c.building like :text escape '!' or u.name like :text escape '!'")
                    .append(" or coalesce(t.name, k.name) like :text escape '!')");
            values.put("text", "%" + query.text().replaceAll("[!%_]", "!$0") + "%");
        }
        if (query.on() != null) {
            where.append(" and c.since <= :on and (c.until is null or c.until >= :on)");
            values.put("on", query.on());
        }
        return where.toString();
    }

    private static Listed listed(ResultSet row, Set<String> readable, Set<UnitKind> kinds) throws SQLException {
        Contact contact = Contacts.row(row, 0);
        boolean near = Stream.of(
                        contact.target(), row.getString("parent"), row.getString("street"), row.getString("community"))
                .filter(Objects::nonNull)
                .anyMatch(readable::contains);
        return new Listed(
                contact,
                Objects.requireNonNullElse(row.getString("target_name"), contact.target()),
                row.getString("unit_name"),
                near && kinds.stream().anyMatch(contact.kind()::enteredBy));
    }

    /**
     * A place with which somebody can keep in touch.
     *
     * @param unit the only unit whose people can; null where any of the kind's units can
     */
    public record Place(String id, String name, @Nullable String unit) {}

    /** What may be entered: the places of a kind, and the units whose people keep in touch with them. */
    public record Enterable(ContactKind kind, List<Place> places, List<Unit> units) {}

    /** What the officer may enter, by level; none for who only reads. */
    public List<Enterable> enterable() {
        Officer officer = officer();
        Set<UnitKind> kinds = kinds(officer);
        Set<String> readable = access.readableUnits(officer);
        List<ContactKind> mine = Arrays.stream(ContactKind.values())
                .filter(it -> kinds.stream().anyMatch(it::enteredBy))
                .toList();
        List<Compound> near = mine.stream().allMatch(it -> it.target().isPresent())
                ? List.of()
                : compounds.all().stream()
                        .filter(it -> readable.contains(it.street()) || readable.contains(it.community()))
                        .toList();
        return mine.stream()
                .map(kind -> new Enterable(kind, places(kind, readable, near), unitsOf(kind)))
                .toList();
    }

    private List<Place> places(ContactKind kind, Set<String> readable, List<Compound> near) {
        return kind.target()
                .map(target -> units.all().stream()
                        .filter(it -> it.kind() == target && readable.contains(it.id()))
                        .map(it -> new Place(it.id(), it.name(), it.parent()))
                        .toList())
                .orElseGet(() -> near.stream()
                        .map(it -> new Place(
                                it.id(),
                                it.name() + "（" + units.get(it.street()).name() + "）",
                                kind.building() ? it.community() : null))
                        .toList());
    }

    private List<Unit> unitsOf(ContactKind kind) {
        return units.all().stream().filter(it -> it.kind() == kind.unit()).toList();
    }

    private Set<String> withStreetsAbove(Set<String> readable) {
        return readable.stream()
                .flatMap(id -> Stream.concat(
                        Stream.of(id),
                        units.above(id).stream()
                                .filter(it -> it.kind() == UnitKind.STREET)
                                .map(Unit::id)))
                .collect(Collectors.toSet());
    }

    private Set<UnitKind> kinds(Officer officer) {
        return officer.units().stream()
                .flatMap(it -> units.find(it).stream())
                .map(Unit::kind)
                .collect(Collectors.toSet());
    }

    private Officer officer() {
        return current.get().orElseThrow(() -> new Problem(Kind.FORBIDDEN, "case.nobody"));
    }
}

package dev.whistle.procedure.whistle;

import dev.whistle.casefile.CaseFile;
import dev.whistle.engine.TableRow;
import dev.whistle.engine.Tables;
import dev.whistle.engine.UnitTable;
import dev.whistle.organisation.Compound;
import dev.whistle.organisation.Compounds;
import dev.whistle.organisation.Units;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Which department a violation belongs to, read from {@code whistle-routing.dmn}. What the table does not know, or a
 * unit that this district does not have, gives no route: then the district office decides.
 */
@Component
class Routing implements UnitTable {

    static final String TABLE = "whistle-routing";

    /** What the table calls the street that the place lies in. */
    static final String STREET = "street";

    /** A kind that no row has, on purpose: the district office decides. */
    private static final String OTHER = "other";

    private static final String INSIDE = "in";

    private final Tables tables;
    private final Units units;
    private final Compounds compounds;

    Routing(Tables tables, Units units, Compounds compounds) {
        this.tables = tables;
        this.units = units;
        this.compounds = compounds;
    }

    @Override
    public String table() {
        return TABLE;
    }

    @Override
    public List<String> unitColumns() {
        return List.of("lead", "others", "power");
    }

    @Override
    public Set<String> otherWords() {
        return Set.of(STREET);
    }

    /** Whether it is a kind of violation that can be named at all. */
    boolean knows(String kind) {
        return kind.equals(OTHER) || isInTable(kind);
    }

    /** Whether the table has a row for this kind, inside the built-up area or outside. */
    boolean isInTable(String kind) {
        return Stream.of(true, false).anyMatch(it -> row(kind, it).isPresent());
    }

    /**
     * Who acts on it.
     *
     * @param area {@code in} or {@code out}, where somebody has said so; a compound's own place counts before it
     */
    Optional<Route> of(@Nullable String kind, @Nullable String area, CaseFile file) {
        return kind == null ? Optional.empty() : row(kind, builtUp(area, file)).flatMap(it -> route(it, file));
    }

    /** The route by which this unit leads, wherever the place lies; empty where another unit would. */
    Optional<Route> led(@Nullable String kind, @Nullable String area, CaseFile file, String lead) {
        Boolean builtUp = builtUp(area, file);
        return kind == null
                ? Optional.empty()
                : (builtUp == null ? Stream.of(true, false) : Stream.of(builtUp))
                        .flatMap(it -> row(kind, it).stream())
                        .flatMap(it -> route(it, file).stream())
                        .filter(it -> it.lead().equals(lead))
                        .findFirst();
    }

    /** Whether it must first be said in which area the place lies. */
    boolean waitsForArea(@Nullable String kind, @Nullable String area, CaseFile file) {
        return kind != null && builtUp(area, file) == null && row(kind, null).isEmpty() && isInTable(kind);
    }

    /** Whether the place lies in the built-up area; null where nobody knows yet. */
    @Nullable
    Boolean builtUp(@Nullable String area, CaseFile file) {
        return Optional.ofNullable(file.compound())
                .flatMap(compounds::find)
                .map(Compound::builtUp)
                .orElse(area == null ? null : Boolean.valueOf(area.equals(INSIDE)));
    }

    private Optional<TableRow> row(String kind, @Nullable Boolean builtUp) {
        Map<String, @Nullable Object> inputs = new HashMap<>();
        inputs.put("violationKind", kind);
        inputs.put("builtUp", builtUp);
        return tables.row(TABLE, inputs);
    }

    private Optional<Route> route(TableRow row, CaseFile file) {
        Optional<String> lead = unit(row.text("lead"), file);
        return lead.map(it -> new Route(
                it,
                ids(row.text("others")).stream()
                        .flatMap(other -> unit(other, file).stream())
                        .filter(other -> !other.equals(it))
                        .distinct()
                        .toList(),
                row.flag("fast"),
                unit(row.text("power"), file).orElse(it),
                row.text("clause")));
    }

    private Optional<String> unit(String written, CaseFile file) {
        return Optional.ofNullable(written.equals(STREET) ? file.street() : written)
                .flatMap(units::find)
                .map(it -> it.id());
    }

    /** Ids that stand in one cell. */
    static List<String> ids(String cell) {
        return Arrays.stream(cell.replace('"', ' ').strip().split("\\s+"))
                .filter(it -> !it.isEmpty())
                .toList();
    }
}

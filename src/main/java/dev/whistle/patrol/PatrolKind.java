package dev.whistle.patrol;

import dev.whistle.organisation.Compound;
import dev.whistle.organisation.Unit;
import dev.whistle.organisation.UnitKind;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Whose patrol it is (JJ.15, JJ.A3.3.2). A unit of each kind patrols in one way only. */
public enum PatrolKind {
    ROUTINE("routine", "日常巡查", UnitKind.COMPANY, "company"),
    COMMUNITY("community-weekly", "社区每周巡查", UnitKind.COMMUNITY, "community"),
    STREET("street-weekly", "镇街每周巡查", UnitKind.STREET, "street"),
    DEPARTMENT("department", "部门不定期巡查", UnitKind.DEPARTMENT, "");

    private final String code;
    private final String label;
    private final UnitKind by;
    private final String column;

    PatrolKind(String code, String label, UnitKind by, String column) {
        this.code = code;
        this.label = label;
        this.by = by;
        this.column = column;
    }

    /** What programs call it. */
    public String code() {
        return code;
    }

    /** What officers call it. */
    public String label() {
        return label;
    }

    static Optional<PatrolKind> ofCode(String code) {
        return Arrays.stream(values()).filter(it -> it.code.equals(code)).findFirst();
    }

    /** How this unit patrols; empty for one that does not. */
    static Optional<PatrolKind> of(Unit unit) {
        return Arrays.stream(values()).filter(it -> it.by == unit.kind()).findFirst();
    }

    /** All of them, as a refusal names them. */
    static String choices() {
        return Arrays.stream(values()).map(it -> it.code + "（" + it.label + "）").collect(Collectors.joining("、"));
    }

    /** Its row in {@code patrol-minimums.dmn}. */
    String row() {
        return by.name().toLowerCase(Locale.ROOT);
    }

    /** Whether the compound is this unit's to patrol. A department goes to any of its district (JJ.A3.3.2). */
    boolean covers(Unit unit, Compound compound) {
        return switch (this) {
            case ROUTINE -> unit.id().equals(compound.company());
            case COMMUNITY -> unit.id().equals(compound.community());
            case STREET -> unit.id().equals(compound.street());
            case DEPARTMENT -> true;
        };
    }

    /** The column of a compound that says whose it is; empty where it is everybody's. */
    String column() {
        return column;
    }
}

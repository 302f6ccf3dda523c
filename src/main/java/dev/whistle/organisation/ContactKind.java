package dev.whistle.organisation;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who keeps in touch with what (JJ.9): the four levels of the contact system. */
public enum ContactKind {
    LEADER_STREET("区领导联系镇街", UnitKind.DISTRICT_OFFICE, UnitKind.STREET),
    CADRE_COMMUNITY("镇街干部联系社区", UnitKind.STREET, UnitKind.COMMUNITY),
    DEPARTMENT_COMPOUND("政府部门联系小区", UnitKind.DEPARTMENT, null),
    CADRE_BUILDING("社区干部联系楼栋", UnitKind.COMMUNITY, null);

    private final String label;
    private final UnitKind unit;
    private final @Nullable UnitKind target;

    ContactKind(String label, UnitKind unit, @Nullable UnitKind target) {
        this.label = label;
        this.unit = unit;
        this.target = target;
    }

    /** As officers say it. */
    public String label() {
        return label;
    }

    /** As programs write it, e.g. {@code leader-street}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<ContactKind> of(String code) {
        return Arrays.stream(values()).filter(it -> it.code().equals(code)).findFirst();
    }

    /** What kind of unit the one who keeps in touch works for; leaders of the district are entered by its office. */
    UnitKind unit() {
        return unit;
    }

    /** The kind of unit that is kept in touch with; empty where it is a compound. */
    Optional<UnitKind> target() {
        return Optional.ofNullable(target);
    }

    /** Whether it is about one building of a compound. */
    public boolean building() {
        return this == CADRE_BUILDING;
    }

    /**
     * Whether people of such a unit make the entries: of what the district arranges its office, of the rest the street
     * too.
     */
    boolean enteredBy(UnitKind maker) {
        return switch (maker) {
            case DISTRICT_OFFICE, CITY -> true;
            case STREET -> this == CADRE_COMMUNITY || this == CADRE_BUILDING;
            default -> false;
        };
    }
}

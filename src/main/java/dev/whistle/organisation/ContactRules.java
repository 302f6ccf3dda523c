package dev.whistle.organisation;

import dev.whistle.problem.FieldError;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * What an entry of the contact register must be like, whether an officer makes it or a file brings it.
 *
 * @param units finds a unit by its id
 * @param compounds finds a compound by its id
 */
record ContactRules(Function<String, Optional<Unit>> units, Function<String, Optional<Compound>> compounds) {

    private static final int LONGEST = 50;

    /** Telephone numbers have no place here, nor has anything like one. */
    private static final Pattern NUMBER = Pattern.compile("\\d[\\d -]{5,}");

    /** What is wrong, each by the field's name; none for an entry that can be made. */
    List<FieldError> check(Contact contact) {
        List<FieldError> errors = new ArrayList<>();
        checkTarget(contact).ifPresent(errors::add);
        checkUnit(contact).ifPresent(errors::add);
        checkBuilding(contact).ifPresent(errors::add);
        checkWords("person", contact.person()).ifPresent(errors::add);
        checkWords("duty", contact.duty()).ifPresent(errors::add);
        return errors;
    }

    private Optional<FieldError> checkTarget(Contact contact) {
        boolean known = contact.kind()
                .target()
                .map(kind -> units.apply(contact.target())
                        .filter(it -> it.kind() == kind)
                        .isPresent())
                .orElseGet(() -> compounds.apply(contact.target()).isPresent());
        return known
                ? Optional.empty()
                : Optional.of(new FieldError(
                        "target", "contact.target", contact.kind().label(), contact.target()));
    }

    private Optional<FieldError> checkUnit(Contact contact) {
        boolean right = units.apply(contact.unit())
                .filter(it -> it.kind() == contact.kind().unit())
                .filter(it -> isOver(it, contact))
                .isPresent();
        return right
                ? Optional.empty()
                : Optional.of(
                        new FieldError("unit", "contact.unit", contact.kind().label(), contact.unit()));
    }

    /** A street's cadre looks after the street's own communities, a community's after its own buildings. */
    private boolean isOver(Unit unit, Contact contact) {
        return switch (contact.kind()) {
            case LEADER_STREET, CADRE_COMMUNITY ->
                units.apply(contact.target())
                        .map(it -> unit.id().equals(it.parent()))
                        .orElse(true); // said of the target already
            case DEPARTMENT_COMPOUND -> true;
            case CADRE_BUILDING ->
                compounds
                        .apply(contact.target())
                        .map(it -> unit.id().equals(it.community()))
                        .orElse(true);
        };
    }

    private static Optional<FieldError> checkBuilding(Contact contact) {
        String building = contact.building();
        if (!contact.kind().building()) {
            return building == null
                    ? Optional.empty()
                    : Optional.of(new FieldError(
                            "building", "contact.no-building", contact.kind().label()));
        }
        return building == null
                ? Optional.of(new FieldError("building", "contact.building"))
                : checkWords("building", building);
    }

    private static Optional<FieldError> checkWords(String field, String words) {
        if (words.isBlank() || words.length() > LONGEST) {
            return Optional.of(new FieldError(field, "contact.words", LONGEST));
        }
        return NUMBER.matcher(words).find() ? Optional.of(new FieldError(field, "contact.number")) : Optional.empty();
    }
}

package dev.whistle.procedure.companyexit;

import dev.whistle.casefile.CaseFile;
import dev.whistle.casefile.ChineseTime;
import dev.whistle.organisation.Compound;
import dev.whistle.organisation.Compounds;
import dev.whistle.organisation.Unit;
import dev.whistle.organisation.UnitKind;
import dev.whistle.organisation.Units;
import dev.whistle.problem.FieldError;
import dev.whistle.problem.Problem;
import dev.whistle.register.Exits;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whether a company may be made to leave as it is wished: all that is wrong is told at once, by the field's name. */
@Component
class ExitChecks {

    private final ExitRules rules;
    private final Exits exits;
    private final Units units;
    private final Compounds compounds;
    private final Clock clock;

    ExitChecks(ExitRules rules, Exits exits, Units units, Compounds compounds, Clock clock) {
        this.rules = rules;
        this.exits = exits;
        this.units = units;
        this.compounds = compounds;
        this.clock = clock;
    }

    /** A wish that may be gone on with. */
    record Sound(String reason, String company, @Nullable Compound compound, ExitRule rule) {}

    /**
     * @param file the case, whose unit has registered it
     * @throws Problem naming every field that is not right
     */
    Sound check(ExitWish wish, CaseFile file) {
        List<FieldError> errors = new ArrayList<>();
        Optional<Compound> compound = Optional.ofNullable(wish.compound()).flatMap(compounds::find);
        if (wish.compound() != null && compound.isEmpty()) {
            errors.add(new FieldError("compound", "register.compound-unknown", wish.compound()));
        }
        String company = String.valueOf(wish.company());
        if (!units.isCompany(company)) {
            errors.add(new FieldError("company", "register.company-unknown", company));
        }
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors);
        }
        String reason = String.valueOf(wish.reason());
        Optional<ExitRule> rule = rules.of(reason, compound.orElse(null), wish.listing());
        errors.addAll(wrongReason(rule, file));
        rule.filter(ExitRule::allowed).ifPresent(it -> {
            errors.addAll(wrongPlace(it, company, compound.orElse(null), file));
            errors.addAll(wrongDays(it, wish));
        });
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors);
        }
        return new Sound(reason, company, compound.orElse(null), rule.orElseThrow());
    }

    private List<FieldError> wrongReason(Optional<ExitRule> rule, CaseFile file) {
        if (rule.isEmpty()) {
            return List.of(new FieldError("exitReason", "companyexit.no-rule"));
        }
        if (!rule.get().allowed()) {
            return List.of(new FieldError(
                    "exitReason", "companyexit.not-allowed", rule.get().refusal()));
        }
        Unit registrar = units.get(file.unit());
        return mayRegister(registrar, rule.get())
                ? List.of()
                : List.of(new FieldError("exitReason", "companyexit.registrar", registrar.name()));
    }

    private static boolean mayRegister(Unit registrar, ExitRule rule) {
        return switch (registrar.kind()) {
            case DISTRICT_OFFICE, CITY -> true;
            default -> rule.registrars().contains(registrar.kind().name().toLowerCase(Locale.ROOT));
        };
    }

    private List<FieldError> wrongPlace(ExitRule rule, String company, @Nullable Compound compound, CaseFile file) {
        Unit registrar = units.get(file.unit());
        if (registrar.kind() == UnitKind.COMPANY && !registrar.id().equals(company)) {
            return List.of(new FieldError("company", "companyexit.own-company"));
        }
        if (compound == null) {
            return List.of();
        }
        Optional<FieldError> cannotBeLeft = exits.notRun(company, compound)
                .or(() -> rule.district() ? Optional.empty() : exits.leftAlready(compound));
        if (cannotBeLeft.isPresent()) {
            return List.of(cannotBeLeft.get());
        }
        boolean outside = registrar.kind() == UnitKind.STREET && !registrar.id().equals(compound.street())
                || registrar.kind() == UnitKind.COMMUNITY && !registrar.id().equals(compound.community());
        return outside
                ? List.of(new FieldError("compound", "companyexit.outside", compound.name(), registrar.name()))
                : List.of();
    }

    private List<FieldError> wrongDays(ExitRule rule, ExitWish wish) {
        List<FieldError> errors = new ArrayList<>();
        if (rule.step().equals("none")) {
            if (wish.decisionNo() == null) {
                errors.add(new FieldError("decisionNo", "companyexit.decision-number"));
            }
            if (wish.decisionOn() == null) {
                errors.add(new FieldError("decisionOn", "companyexit.decision-day"));
            } else if (day("decisionOn", wish.decisionOn()).isAfter(LocalDate.now(clock))) {
                errors.add(new FieldError("decisionOn", "companyexit.decision-future"));
            }
        }
        if (wish.lastDay() != null) {
            pastLastDay(day("lastDay", wish.lastDay())).ifPresent(errors::add);
        }
        return errors;
    }

    private Optional<FieldError> pastLastDay(LocalDate day) {
        return day.isAfter(LocalDate.now(clock))
                ? Optional.empty()
                : Optional.of(new FieldError("lastDay", "companyexit.last-day-past"));
    }

    /** The day that a field says. */
    static LocalDate day(String field, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException unreadable) {
            throw Problem.invalid(new FieldError(field, "register.day", text));
        }
    }

    /**
     * The last day of the company's service.
     *
     * @param wished ISO; null where nobody said
     * @param earliest where the notice period has to be kept, its last day
     * @throws Problem if it has passed, or lies before the notice period is over
     */
    Optional<LocalDate> lastDay(@Nullable String wished, @Nullable LocalDate earliest) {
        if (wished == null) {
            return Optional.empty();
        }
        LocalDate day = day("lastDay", wished);
        pastLastDay(day).ifPresent(it -> {
            throw Problem.invalid(it);
        });
        if (earliest != null && day.isBefore(earliest)) {
            throw Problem.invalid(new FieldError("lastDay", "companyexit.last-day-notice", ChineseTime.of(earliest)));
        }
        return Optional.of(day);
    }
}

package dev.whistle.patrol;

import dev.whistle.organisation.Compounds;
import dev.whistle.organisation.CurrentOfficer;
import dev.whistle.organisation.Officer;
import dev.whistle.organisation.Unit;
import dev.whistle.organisation.Units;
import dev.whistle.problem.FieldError;
import dev.whistle.problem.Problem;
import dev.whistle.problem.Problem.Kind;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What units plan beyond the minimum, each for itself. */
@Component
public class PatrolPlans {

    private static final int MOST = 50;
    private static final Pattern DAYS = Pattern.compile("([1-7](,[1-7]){0,6})?");

    private final JdbcClient db;
    private final Minimums minimums;
    private final Units units;
    private final Compounds compounds;
    private final CurrentOfficer current;
    private final Clock clock;

    PatrolPlans(
            JdbcClient db, Minimums minimums, Units units, Compounds compounds, CurrentOfficer current, Clock clock) {
        this.db = db;
        this.minimums = minimums;
        this.units = units;
        this.compounds = compounds;
        this.current = current;
        this.clock = clock;
    }

    /** What a unit has planned. */
    public List<PatrolPlan> of(String unit) {
        return db.sql("select * from whistle.patrol_plan where unit = ? order by compound")
                .param(unit)
                .query((row, n) -> {
                    String compound = row.getString("compound");
                    return new PatrolPlan(
                            row.getString("unit"),
                            compound == null || compound.isEmpty() ? null : compound,
                            row.getInt("per_week"),
                            row.getString("days"));
                })
                .list();
    }

    /**
     * Sets a unit's plan.
     *
     * @throws Problem naming every field that is not right: fewer than the minimum, a unit that is not the officer's, a
     *     compound where all are counted together or none where each is
     */
    @Transactional
    public PatrolPlan set(PatrolPlan plan) {
        Officer officer = current.get().orElseThrow(() -> new Problem(Kind.FORBIDDEN, "case.nobody"));
        Unit unit = units.find(plan.unit())
                .filter(it -> officer.units().contains(it.id()))
                .filter(it -> PatrolKind.of(it).isPresent())
                .orElseThrow(() -> Problem.invalid(new FieldError("unit", "patrol.unit", plan.unit())));
        check(plan, unit);
        String compound = plan.compound() == null ? "" : plan.compound();
        db.sql("""
                merge into whistle.patrol_plan held
                using (values (cast(? as varchar(64)), cast(? as varchar(64)), cast(? as integer),
                        cast(? as varchar(20)), cast(? as varchar(64)), cast(? as timestamp with time zone)))
                    as came (unit, compound, per_week, days, set_by, set_at)
                on held.unit = came.unit and held.compound = came.compound
                when matched then update set per_week = came.per_week, days = came.days, set_by = came.set_by,
                    set_at = came.set_at
                when not matched then insert (unit, compound, per_week, days, set_by, set_at)
                    values (came.unit, came.compound, came.per_week, came.days, came.set_by, came.set_at)""")
                .params(unit.id(), compound, plan.perWeek(), plan.days(), officer.user(), OffsetDateTime.now(clock))
                .update();
        return plan;
    }

    private void check(PatrolPlan plan, Unit unit) {
        PatrolKind kind = PatrolKind.of(unit).orElseThrow();
        Minimum minimum = minimums.of(kind);
        List<FieldError> errors = new ArrayList<>();
        if (plan.perWeek() < minimum.perWeek() || plan.perWeek() > MOST) {
            errors.add(new FieldError("perWeek", "patrol.plan-number", Math.max(minimum.perWeek(), 0), MOST));
        }
        if (!DAYS.matcher(plan.days()).matches()) {
            errors.add(new FieldError("days", "patrol.plan-days"));
        }
        if (plan.compound() == null) {
            if (minimum.perCompound()) {
                errors.add(new FieldError("compound", "patrol.plan-compound"));
            }
        } else if (!minimum.perCompound()) {
            errors.add(new FieldError("compound", "patrol.plan-together"));
        } else if (compounds
                .find(plan.compound())
                .filter(it -> kind.covers(unit, it))
                .isEmpty()) {
            errors.add(new FieldError("compound", "patrol.compound-unknown", plan.compound()));
        }
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors);
        }
    }
}

package dev.whistle.board;

import dev.whistle.casefile.ChineseTime;
import dev.whistle.clock.WorkingDays;
import dev.whistle.organisation.Officer;
import dev.whistle.problem.FieldError;
import dev.whistle.problem.Problem;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Checks what the board is asked, and says everything that is wrong at once. */
@Component
class Frames {

    /** As many months as fit side by side, and as the year before last. */
    private static final int MOST_MONTHS = 36;

    private static final int SOON_WORKING_DAYS = 3;
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 9998;

    private final Scopes scopes;
    private final Names names;
    private final WorkingDays workingDays;
    private final Clock clock;

    Frames(Scopes scopes, Names names, WorkingDays workingDays, Clock clock) {
        this.scopes = scopes;
        this.names = names;
        this.workingDays = workingDays;
        this.clock = clock;
    }

    /**
     * @throws Problem if the board is not for this officer, there is no such unit or it is none of the officer's
     *     business; or naming {@code from}, {@code to} or {@code procedure}
     */
    Frame of(Officer officer, BoardQuery query) {
        Scope scope = scopes.of(officer, query.unit());
        Instant now = clock.instant();
        List<FieldError> wrong = new ArrayList<>();
        Months months = months(query, now, wrong);
        if (query.procedure() != null) {
            names.procedureUnknown(query.procedure(), names.procedures()).ifPresent(wrong::add);
        }
        if (!wrong.isEmpty()) {
            throw Problem.invalid(wrong);
        }
        return new Frame(
                scope, months, query.procedure(), china(now), china(workingDays.endOfNext(SOON_WORKING_DAYS, now)));
    }

    private static Months months(BoardQuery query, Instant now, List<FieldError> wrong) {
        YearMonth to = query.to() == null ? YearMonth.from(LocalDate.ofInstant(now, ChineseTime.CHINA)) : query.to();
        YearMonth from = query.from() == null ? to.withMonth(1) : query.from();
        if (outside(from)) {
            wrong.add(new FieldError("from", "board.month-outside", FIRST_YEAR, LAST_YEAR));
        } else if (outside(to)) {
            wrong.add(new FieldError("to", "board.month-outside", FIRST_YEAR, LAST_YEAR));
        } else if (from.isAfter(to)) {
            wrong.add(new FieldError("from", "board.upside-down", from, to));
        } else if (from.plusMonths(MOST_MONTHS - 1L).isBefore(to)) {
            wrong.add(new FieldError("from", "board.too-long", MOST_MONTHS));
        }
        return new Months(from, to);
    }

    private static boolean outside(YearMonth month) {
        return month.getYear() < FIRST_YEAR || month.getYear() > LAST_YEAR;
    }

    private static OffsetDateTime china(Instant instant) {
        return instant.atZone(ChineseTime.CHINA).toOffsetDateTime();
    }
}

package dev.whistle.clock;

import dev.whistle.clock.ClockEvent.Kind;
import dev.whistle.engine.RungTimers;
import dev.whistle.problem.Problem;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;

/**
 * The ledger of clocks: what must be done by when, and whether it was. A clock goes by its case and its kind, and by an
 * occasion where a case has several of a kind, e.g. one for each referral. Every change is one transaction with the
 * clock's timer and the tasks that hang on it.
 */
@Component
public class Clocks {

    private final ClockTable table;
    private final ClockLog log;
    private final ClockLines lines;
    private final ClockFigures figures;
    private final ClockRules rules;
    private final Projection projection;
    private final Rungs rungs;
    private final WorkCalendars calendars;
    private final Clock clock;

    Clocks(
            ClockTable table,
            ClockLog log,
            ClockLines lines,
            ClockFigures figures,
            ClockRules rules,
            Projection projection,
            Rungs rungs,
            WorkCalendars calendars,
            Clock clock) {
        this.table = table;
        this.log = log;
        this.lines = lines;
        this.figures = figures;
        this.rules = rules;
        this.projection = projection;
        this.rungs = rungs;
        this.calendars = calendars;
        this.clock = clock;
    }

    /**
     * The last day of a period that is not counted as a clock, such as a notice period, from a moment on.
     *
     * @throws Problem if {@code time-limits.dmn} has no such kind
     */
    public LocalDate lastDay(String kind, Instant from) {
        TimeLimit limit = rules.known(kind);
        return calendars
                .kept()
                .period(from, limit.budget(), limit.unit())
                .dueAt()
                .minusNanos(1)
                .atZone(WorkCalendar.CHINA)
                .toLocalDate();
    }

    /** Starts the case's only clock of this kind; see {@link #arm(String, String, String, String, Instant)}. */
    public CaseClock arm(String caseNo, String kind, Instant anchor) {
        return arm(caseNo, kind, ClockKey.ONLY, null, anchor);
    }

    /**
     * Starts a case's clock, counted from {@code anchor}. Arming it again returns the clock that runs: a statutory
     * period is never restarted.
     *
     * @param occasion tells a second clock of the kind apart; empty for the only one
     * @param holder the unit whose clock it is, if it is one unit's
     * @throws Problem if {@code time-limits.dmn} has no such kind, or the period would begin in the future
     */
    public CaseClock arm(String caseNo, String kind, String occasion, @Nullable String holder, Instant anchor) {
        return arm(new ClockKey(caseNo, kind, occasion), holder, null, name -> anchor, LastDay.NONE);
    }

    /**
     * @param category of the case, where the table tells by it what the period means
     * @param anchor tells from when, or refuses naming the clock
     * @param until its last day, where the table leaves it to whoever gives the order
     */
    CaseClock arm(
            ClockKey key,
            @Nullable String holder,
            @Nullable String category,
            Function<String, Instant> anchor,
            LastDay until) {
        return table.find(key).orElseGet(() -> {
            TimeLimit limit = rules.known(key.kind(), category);
            Instant from = anchor.apply(limit.name());
            return start(key, holder, until.of(limit, from), from);
        });
    }

    /** Notes that the duty of the only clock of this kind is done; see {@link #meet(String, String, String)}. */
    public CaseClock meet(String caseNo, String kind) {
        return meet(caseNo, kind, ClockKey.ONLY);
    }

    /**
     * Notes that the duty is done now: in time before its end, else the breach stays on record. Done twice, the first
     * time counts.
     */
    public CaseClock meet(String caseNo, String kind, String occasion) {
        return meet(new ClockKey(caseNo, kind, occasion));
    }

    CaseClock meet(ClockKey key) {
        CaseClock before = get(key);
        if (before.endedAt() != null) {
            return before;
        }
        Instant now = clock.instant();
        boolean late = before.state() == ClockState.BREACHED || before.overdue(now);
        CaseClock after =
                stored(before.with(before.standing().ended(late ? ClockState.BREACHED : ClockState.MET, now)));
        List<ClockEvent> events = new ArrayList<>();
        if (before.overdue(now)) {
            events.add(ClockEvent.of(Kind.BREACHED, now, before, after, null));
        }
        events.add(ClockEvent.of(late ? Kind.DONE_LATE : Kind.MET, now, before, after, null));
        log.add(events);
        events.forEach(event -> {
            lines.tell(after, event);
            figures.count(after, event);
        });
        projection.ended(List.of(after), calendars.kept());
        return after;
    }

    /**
     * Stops counting. The day of the pause is not counted any more; hours stop to the second.
     *
     * @throws Problem if it may not be paused, does not run, or its time is up
     */
    public CaseClock pause(String caseNo, String kind, String occasion, String reason) {
        return pause(new ClockKey(caseNo, kind, occasion), Why.because(reason));
    }

    CaseClock pause(ClockKey key, Why why) {
        return changed(key, Kind.PAUSED, why, (before, events, now) -> {
            rules.pausing(before, now, why);
            WorkCalendar calendar = calendars.kept();
            long consumed = calendar.consumed(course(before, events), now);
            return new Change(before.with(before.standing().paused(now, consumed)), calendar);
        });
    }

    /**
     * Goes on counting. The day is counted again; pausing and resuming on one day changes nothing.
     *
     * @throws Problem if it is not paused
     */
    public CaseClock resume(String caseNo, String kind, String occasion) {
        return resume(new ClockKey(caseNo, kind, occasion), new Why(null, null, null));
    }

    CaseClock resume(ClockKey key, Why why) {
        return changed(key, Kind.RESUMED, why, (before, events, now) -> {
            rules.resuming(before);
            List<Pause> pauses = new ArrayList<>(ClockLog.pauses(events));
            pauses.set(
                    pauses.size() - 1, new Pause(pauses.get(pauses.size() - 1).from(), now));
            WorkCalendar calendar = calendars.kept();
            Course course = new Course(before.anchorAt(), before.total(), before.unit(), pauses);
            return new Change(before.with(before.standing().resumed(now, calendar.period(course))), calendar);
        });
    }

    /**
     * Adds units to the budget.
     *
     * @throws Problem if there is no reason or basis, it would be more than the table allows, or its time is up
     */
    public CaseClock extend(String caseNo, String kind, String occasion, int by, String reason, String basis) {
        return extend(new ClockKey(caseNo, kind, occasion), by, new Why(reason, basis, null));
    }

    CaseClock extend(ClockKey key, int by, Why why) {
        return changed(key, Kind.EXTENDED, why, (before, events, now) -> {
            rules.extending(before, by, now, why);
            WorkCalendar calendar = calendars.kept();
            Course course = new Course(before.anchorAt(), before.total() + by, before.unit(), ClockLog.pauses(events));
            return new Change(before.with(before.standing().extended(by, calendar.period(course))), calendar);
        });
    }

    /**
     * The case is of another category than was thought: the period runs on as it is, but may mean something else. One
     * that has ended stays what it was.
     */
    CaseClock regrade(ClockKey key, String category) {
        CaseClock before = get(key);
        Effect effect = rules.known(key.kind(), category).effect();
        if (before.endedAt() != null || before.effect() == effect) {
            return before;
        }
        CaseClock after = stored(before.with(effect));
        ClockEvent event = ClockEvent.of(Kind.REGRADED, clock.instant(), before, after, null);
        log.add(event);
        lines.tell(after, event);
        return after;
    }

    /**
     * Ends a clock whose duty has fallen away.
     *
     * @throws Problem if there is no reason, or it has been met or breached
     */
    public CaseClock cancel(String caseNo, String kind, String occasion, String reason) {
        return cancel(new ClockKey(caseNo, kind, occasion), Why.because(reason));
    }

    CaseClock cancel(ClockKey key, Why why) {
        return changed(key, Kind.CANCELLED, why, (before, events, now) -> {
            rules.cancelling(before, why);
            return new Change(before.with(before.standing().ended(ClockState.CANCELLED, now)), calendars.kept());
        });
    }

    /**
     * Ends every clock of a case that runs or is paused. One whose time is up is a breach and stays one, whether its
     * timer has told so or not.
     *
     * @return those that were ended or found breached
     * @throws Problem if there is no reason
     */
    List<CaseClock> cancelAll(String caseNo, Why why) {
        return cancelOpen(of(caseNo), why);
    }

    /**
     * The same where the case is being closed. A duty that was never done stays a breach, and nobody waits for it any
     * more.
     */
    List<CaseClock> close(String caseNo, Why why) {
        List<CaseClock> before = of(caseNo);
        List<CaseClock> ended = cancelOpen(before, why);
        if (Stream.concat(before.stream(), ended.stream())
                .anyMatch(it -> it.state() == ClockState.BREACHED && it.endedAt() == null)) {
            table.close(caseNo);
        }
        return ended;
    }

    private List<CaseClock> cancelOpen(List<CaseClock> clocks, Why why) {
        List<CaseClock> open = clocks.stream().filter(it -> it.state().open()).toList();
        open.forEach(it -> rules.cancelling(it, why));
        if (open.isEmpty()) {
            return List.of();
        }
        Instant now = clock.instant();
        List<CaseClock> after = open.stream()
                .map(it -> it.with(
                        it.overdue(now)
                                ? it.standing().breached()
                                : it.standing().ended(ClockState.CANCELLED, now)))
                .toList();
        if (table.update(after).size() < after.size()) {
            throw new OptimisticLockingFailureException("a clock was changed meanwhile");
        }
        List<ClockEvent> events = new ArrayList<>();
        for (int i = 0; i < after.size(); i++) {
            CaseClock ended = after.get(i);
            boolean late = ended.state() == ClockState.BREACHED;
            ClockEvent event =
                    ClockEvent.of(late ? Kind.BREACHED : Kind.CANCELLED, now, open.get(i), ended, late ? null : why);
            events.add(event);
            lines.tell(ended, event);
            figures.count(ended, event);
        }
        log.add(events);
        projection.moved(after, calendars.kept());
        return after;
    }

    /**
     * Acts on the first rung of a clock that nobody has acted on, if its time has come. It is claimed in this
     * transaction: of two that come at once, one gets it.
     */
    Fired fire(ClockKey key) {
        CaseClock before = get(key);
        Optional<Rung> due = rungs.due(before);
        if (due.isEmpty()) {
            return Fired.NONE;
        }
        boolean breach = due.get().breach();
        CaseClock after = before.with(before.standing().fired(breach ? ClockState.BREACHED : ClockState.RUNNING));
        Instant now = clock.instant();
        if (!table.claim(after, now)) {
            return Fired.NONE;
        }
        if (breach) {
            ClockEvent event = ClockEvent.of(Kind.BREACHED, now, before, after, null);
            log.add(event);
            lines.tell(after, event);
            figures.count(after, event);
        }
        return breach ? Fired.BREACH : Fired.REMINDER;
    }

    /** The cycle of the timer that acts on the clock's rungs; called by models in {@code timeCycle}. */
    public String rungs(DelegateExecution execution, String kind) {
        return rungs(execution, kind, ClockKey.ONLY);
    }

    /** The same for one of several clocks of a kind. */
    public String rungs(DelegateExecution execution, String kind, String occasion) {
        return Optional.ofNullable(execution.getProcessBusinessKey())
                .flatMap(caseNo -> find(caseNo, kind, occasion))
                .map(found -> RungTimers.of(found.id()))
                .orElseGet(() -> RungTimers.waiting(execution, kind, occasion));
    }

    /**
     * When a task that the clock hangs over is due; called by models in {@code camunda:dueDate}.
     *
     * @param kind null, which an expression hands over as an empty text, where a procedure that others call was handed
     *     no clock: then nothing is due
     */
    public @Nullable Date due(DelegateExecution execution, @Nullable String kind) {
        return kind == null || kind.isEmpty() ? null : due(execution, kind, ClockKey.ONLY);
    }

    /**
     * The same for one of several clocks of a kind. While a clock is paused, and once it is cancelled, nothing is due.
     */
    public @Nullable Date due(DelegateExecution execution, String kind, String occasion) {
        CaseClock found = get(new ClockKey(execution.getProcessBusinessKey(), kind, occasion));
        return found.ends() ? Date.from(found.dueAt()) : null;
    }

    /** Whether the duty was done in time; called by models in conditions. */
    public boolean met(DelegateExecution execution, String kind) {
        return met(execution, kind, ClockKey.ONLY);
    }

    /** The same for one of several clocks of a kind. */
    public boolean met(DelegateExecution execution, String kind, String occasion) {
        return get(new ClockKey(execution.getProcessBusinessKey(), kind, occasion))
                        .state()
                == ClockState.MET;
    }

    /** Whether there is such a clock and its time was up before the duty was done; called by models in conditions. */
    public boolean breached(DelegateExecution execution, String kind, String occasion) {
        return find(execution.getProcessBusinessKey(), kind, occasion)
                .filter(it -> it.state() == ClockState.BREACHED)
                .isPresent();
    }

    /** Whether the clock counts and its time is not up yet; called by models in conditions. */
    public boolean running(DelegateExecution execution, String kind) {
        return find(execution.getProcessBusinessKey(), kind)
                .filter(it -> it.state() == ClockState.RUNNING && !it.overdue(clock.instant()))
                .isPresent();
    }

    /** The clocks of a case in the order they were started. */
    public List<CaseClock> of(String caseNo) {
        return table.of(caseNo);
    }

    /** The clocks of several cases, by case number. */
    public Map<String, List<CaseClock>> of(Collection<String> caseNos) {
        return table.of(caseNos).stream().collect(Collectors.groupingBy(CaseClock::caseNo));
    }

    /** The case's only clock of this kind. */
    public Optional<CaseClock> find(String caseNo, String kind) {
        return find(caseNo, kind, ClockKey.ONLY);
    }

    /** One of several clocks of a kind. */
    public Optional<CaseClock> find(String caseNo, String kind, String occasion) {
        return table.find(new ClockKey(caseNo, kind, occasion));
    }

    /**
     * Every day of this clock and why it counts, by the calendar as it stands now: with what was added, and with the
     * days on which it was paused. One that is paused now is listed until today.
     */
    public Optional<DeadlineSheet> sheet(String clockId) {
        return table.withId(clockId).map(found -> {
            Course course = course(found, log.of(clockId));
            Period period = calendars.current().period(course);
            return new DeadlineSheet(found.terms(), found.anchorAt(), untilToday(found, period));
        });
    }

    /** What is known of a clock that is paused: its days before, and those of the pause. */
    private Period untilToday(CaseClock of, Period ifItWentOn) {
        if (of.pausedSince() == null) {
            return ifItWentOn;
        }
        LocalDate since = of.pausedSince().atZone(WorkCalendar.CHINA).toLocalDate();
        List<DayCount> days = new ArrayList<>(ifItWentOn.days().stream()
                .filter(day -> day.date().isBefore(since) || day.reason() == DayCount.Reason.TRIGGER)
                .toList());
        since.datesUntil(LocalDate.now(clock.withZone(WorkCalendar.CHINA)).plusDays(1))
                .filter(day -> days.stream().noneMatch(it -> it.date().equals(day)))
                .forEach(day -> days.add(new DayCount(day, DayCount.Reason.PAUSED, 0, null)));
        return new Period(ifItWentOn.dueAt(), ifItWentOn.provisional(), List.copyOf(days));
    }

    private static Course course(CaseClock of, List<ClockEvent> events) {
        return new Course(of.anchorAt(), of.total(), of.unit(), ClockLog.pauses(events));
    }

    private CaseClock get(ClockKey key) {
        return table.find(key).orElseThrow(() -> rules.notStarted(key.kind()));
    }

    private CaseClock start(ClockKey key, @Nullable String holder, TimeLimit limit, Instant anchor) {
        Instant now = clock.instant();
        rules.arming(limit, anchor, now);
        String id = UUID.randomUUID().toString();
        WorkCalendar calendar = calendars.kept();
        CaseClock started = counted(id, key, holder, limit, anchor, calendar);
        while (!table.insert(started, calendar.version())) {
            calendar = calendars.current();
            started = counted(id, key, holder, limit, anchor, calendar);
        }
        log.add(new ClockEvent(id, now, Kind.ARMED, null, started.dueAt(), null, null));
        projection.begun(started, calendar);
        return started;
    }

    private static CaseClock counted(
            String id, ClockKey key, @Nullable String holder, TimeLimit limit, Instant anchor, WorkCalendar calendar) {
        Period period = calendar.period(anchor, limit.budget(), limit.unit());
        return new CaseClock(id, key.caseNo(), key.occasion(), holder, limit, anchor, Standing.begun(anchor, period));
    }

    /** Where a clock is to stand, and the calendar it was counted by. */
    private record Change(CaseClock after, WorkCalendar calendar) {}

    /** Decides by what happened so far where a clock is to stand, or refuses. */
    private interface Decision {
        Change of(CaseClock before, List<ClockEvent> events, Instant now);
    }

    /** Changes a clock by what happened to it so far, counted by the calendar that stands when it is stored. */
    private CaseClock changed(ClockKey key, Kind kind, Why why, Decision decision) {
        CaseClock before = get(key);
        List<ClockEvent> events = log.of(before.id());
        if (events.stream().anyMatch(it -> it.kind() == kind && it.isOf(why.step()))) {
            return before;
        }
        Instant now = clock.instant();
        Change change = decision.of(before, events, now);
        while (!table.update(change.after(), change.calendar().version())) {
            if (calendars.current().version() == change.calendar().version()) {
                throw new OptimisticLockingFailureException("a clock was changed meanwhile");
            }
            change = decision.of(before, events, now);
        }
        CaseClock after = change.after();
        ClockEvent event = ClockEvent.of(kind, now, before, after, why);
        log.add(event);
        lines.tell(after, event);
        projection.moved(List.of(after), change.calendar());
        return after;
    }

    private CaseClock stored(CaseClock after) {
        if (!table.update(after)) {
            throw new OptimisticLockingFailureException("a clock was changed meanwhile");
        }
        return after;
    }
}

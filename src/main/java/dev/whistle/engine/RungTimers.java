package dev.whistle.engine;

import static java.util.stream.Collectors.groupingBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.context.BpmnExecutionContext;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.db.entitymanager.cache.CachedDbEntity;
import org.camunda.bpm.engine.impl.db.entitymanager.cache.DbEntityState;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.AcquirableJobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TimerEntity;
import org.camunda.bpm.engine.runtime.Job;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The engine's timers that act on a clock's rungs. A clock has one, whose cycle names the clock; the model asks for it
 * by {@code timeCycle=${clocks.rungs(execution, '<kind>')}}. A timer that is made before its clock has been started
 * waits for it under the name of the process it belongs to.
 */
@Component
public class RungTimers {

    /** 9999-12-31 in China: a timer for which there is nothing to do just now. */
    public static final Instant NEVER = Instant.parse("9999-12-30T16:00:00Z");

    private static final String LEDGER = "ledger:";
    private static final String WAITING = "ledger:waiting/";

    /** Databases limit how many values one statement may list. */
    private static final int AT_ONCE = 500;

    private final ManagementService management;
    private final JdbcClient db;
    private final Unrestricted engine;

    RungTimers(@Lazy ManagementService management, JdbcClient db, Unrestricted engine) {
        this.management = management;
        this.db = db;
        this.engine = engine;
    }

    /** The cycle of the timer of a clock. */
    public static String of(String clockId) {
        return LEDGER + clockId;
    }

    /** The cycle of a timer that is made before its clock has been started. */
    public static String waiting(DelegateExecution execution, String kind, String occasion) {
        return waiting(((ExecutionEntity) execution).getRootProcessInstanceId(), kind, occasion);
    }

    private static String waiting(String rootInstance, String kind, String occasion) {
        return WAITING + rootInstance + "/" + kind + "/" + occasion;
    }

    static boolean ofLedger(String cycle) {
        return cycle.startsWith(LEDGER);
    }

    /** The clock that a cycle of the ledger names; none for one that waits for its clock. */
    static Optional<String> clockOf(String cycle) {
        return cycle.startsWith(WAITING) ? Optional.empty() : Optional.of(cycle.substring(LEDGER.length()));
    }

    /**
     * A clock has been started: the timers that waited for it are its own now.
     *
     * @return how many there were
     */
    public int begin(String caseNo, String kind, String occasion, String clockId, Instant due) {
        return engine.run(() -> {
            List<TimerEntity> waiting = waitingFor(caseNo, kind, occasion);
            waiting.forEach(timer -> {
                timer.setRepeat(of(clockId));
                timer.setDuedate(Date.from(due));
            });
            return waiting.size();
        });
    }

    /** Sets the timers of these clocks. */
    public void move(Map<String, Instant> dueOfClocks) {
        if (dueOfClocks.isEmpty()) {
            return;
        }
        engine.run(() -> {
            timersOf(dueOfClocks.keySet())
                    .forEach(timer -> setDue(
                            timer,
                            Objects.requireNonNull(
                                    dueOfClocks.get(clockOf(timer.getRepeat()).orElseThrow()))));
            return dueOfClocks;
        });
    }

    private static void setDue(TimerEntity timer, Instant due) {
        timer.setDuedate(Date.from(due));
    }

    /**
     * A timer as it is stored.
     *
     * @param dead whether the engine has given up on it
     */
    public record Stored(String clockId, Instant due, boolean dead) {}

    /** The timers of these clocks, as they are stored. */
    public Map<String, List<Stored>> storedOf(List<String> clockIds) {
        Map<String, List<Stored>> timers = new HashMap<>();
        for (int from = 0; from < clockIds.size(); from += AT_ONCE) {
            db.sql("select repeat_, duedate_, retries_ from public.act_ru_job where repeat_ in (:cycles)")
                    .param(
                            "cycles",
                            clockIds.subList(from, Math.min(from + AT_ONCE, clockIds.size())).stream()
                                    .map(RungTimers::of)
                                    .toList())
                    .query((row, number) -> new Stored(
                            row.getString("repeat_").substring(LEDGER.length()),
                            row.getTimestamp("duedate_").toInstant(),
                            row.getInt("retries_") <= 0))
                    .list()
                    .forEach(it -> timers.computeIfAbsent(it.clockId(), id -> new ArrayList<>())
                            .add(it));
        }
        return timers;
    }

    /** What this transaction has made or read first: the database does not know of it yet, or it costs a statement. */
    private List<TimerEntity> timersOf(Set<String> clockIds) {
        CommandContext context = Context.getCommandContext();
        running().ifPresent(execution -> execution.getProcessInstance().getJobs()); // read when it ends anyway
        Map<String, List<TimerEntity>> known = byClock(context);
        Set<String> unknown = new HashSet<>(clockIds);
        unknown.removeAll(known.keySet());
        return Stream.concat(
                        clockIds.stream().flatMap(id -> known.getOrDefault(id, List.of()).stream()),
                        stored(unknown.stream().map(RungTimers::of).toList()).stream())
                .toList();
    }

    private List<TimerEntity> waitingFor(String caseNo, String kind, String occasion) {
        CommandContext context = Context.getCommandContext();
        Optional<ExecutionEntity> running =
                running().filter(execution -> caseNo.equals(execution.getProcessBusinessKey()));
        if (running.isPresent()) {
            String root = running.get().getRootProcessInstanceId();
            String cycle = waiting(root, kind, occasion);
            List<TimerEntity> known = cached(context)
                    .filter(timer -> cycle.equals(timer.getRepeat()))
                    .toList();
            return !known.isEmpty() || isNew(root, context) ? known : stored(List.of(cycle));
        }
        return stored(db
                .sql("select distinct root_proc_inst_id_ from public.act_ru_execution where business_key_ = ?")
                .param(caseNo)
                .query(String.class)
                .list()
                .stream()
                .map(root -> waiting(root, kind, occasion))
                .toList());
    }

    private static Map<String, List<TimerEntity>> byClock(CommandContext context) {
        return cached(context)
                .filter(timer -> timer.getRepeat() != null && ofLedger(timer.getRepeat()))
                .filter(timer -> clockOf(timer.getRepeat()).isPresent())
                .collect(groupingBy(timer -> clockOf(timer.getRepeat()).orElseThrow()));
    }

    private static Stream<TimerEntity> cached(CommandContext context) {
        return context.getDbEntityManager().getCachedEntitiesByType(AcquirableJobEntity.class).stream()
                .filter(TimerEntity.class::isInstance)
                .map(TimerEntity.class::cast);
    }

    /** Whether the process began in this transaction, so that the database knows nothing of it. */
    private static boolean isNew(String instance, CommandContext context) {
        @Nullable
        CachedDbEntity entity =
                context.getDbEntityManager().getDbEntityCache().getCachedEntity(ExecutionEntity.class, instance);
        return entity != null && entity.getEntityState() == DbEntityState.TRANSIENT;
    }

    private static Optional<ExecutionEntity> running() {
        return Optional.ofNullable(Context.getBpmnExecutionContext()).map(BpmnExecutionContext::getExecution);
    }

    private List<TimerEntity> stored(List<String> cycles) {
        Map<String, TimerEntity> timers = new HashMap<>();
        for (int from = 0; from < cycles.size(); from += AT_ONCE) {
            idsOf(cycles.subList(from, Math.min(from + AT_ONCE, cycles.size())))
                    .ifPresent(ids -> management.createJobQuery().jobIds(ids).list().stream()
                            .map(RungTimers::timer)
                            .forEach(timer -> timers.put(timer.getId(), timer)));
        }
        return List.copyOf(timers.values());
    }

    private Optional<Set<String>> idsOf(Collection<String> cycles) {
        Set<String> ids = Set.copyOf(db.sql("select id_ from public.act_ru_job where repeat_ in (:cycles)")
                .param("cycles", cycles)
                .query(String.class)
                .list());
        return ids.isEmpty() ? Optional.empty() : Optional.of(ids);
    }

    private static TimerEntity timer(Job job) {
        return (TimerEntity) job;
    }
}

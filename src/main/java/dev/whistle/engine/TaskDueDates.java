package dev.whistle.engine;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Due dates of open tasks, which the engine computes when a task is made and never again. */
@Component
public class TaskDueDates {

    /** Databases limit how many values one statement may list. */
    private static final int CASES_AT_ONCE = 500;

    /** Asks for the end of a clock: its kind, and its occasion where one is given. */
    private static final Pattern ASKED = Pattern.compile("clocks\\.due\\(\\s*execution\\s*,([^,]+?)(?:,(.+))?\\)\\s*}");

    private final TaskService tasks;
    private final EngineRead engine;
    private final Unrestricted unrestricted;

    TaskDueDates(@Lazy TaskService tasks, EngineRead engine, Unrestricted unrestricted) {
        this.tasks = tasks;
        this.engine = engine;
        this.unrestricted = unrestricted;
    }

    /**
     * A clock of a case has a new end.
     *
     * @param dueAt null for a clock that does not run: a task that hangs on it is not due
     */
    public record Moved(
            String caseNo,
            String clock,
            String occasion,
            @Nullable Instant dueAt) {}

    /**
     * Open tasks that hang on one of these clocks are due when it ends. The model says which those are: their
     * {@code camunda:dueDate} is {@code ${clocks.due(execution, '<clock>')}}, with the occasion as a third value where
     * there are several clocks of a kind.
     */
    public void follow(Collection<Moved> clocks) {
        Map<String, List<Moved>> byCase = clocks.stream().collect(groupingBy(Moved::caseNo));
        List<String> caseNos = List.copyOf(byCase.keySet());
        unrestricted.run(() -> {
            for (int from = 0; from < caseNos.size(); from += CASES_AT_ONCE) {
                follow(caseNos.subList(from, Math.min(from + CASES_AT_ONCE, caseNos.size())), byCase);
            }
            return caseNos;
        });
    }

    private void follow(List<String> caseNos, Map<String, List<Moved>> byCase) {
        List<Task> open = tasks.createTaskQuery()
                .processInstanceBusinessKeyIn(caseNos.toArray(String[]::new))
                .list();
        Map<String, String> caseNoOf =
                engine.caseNosOf(open.stream().map(Task::getProcessInstanceId).collect(toSet()));
        for (Task task : open) {
            byCase.getOrDefault(caseNoOf.get(task.getProcessInstanceId()), List.of()).stream()
                    .filter(clock -> hangsOn(clock, (TaskEntity) task))
                    .findFirst()
                    .ifPresent(clock -> {
                        task.setDueDate(clock.dueAt() == null ? null : Date.from(clock.dueAt()));
                        tasks.saveTask(task);
                    });
        }
    }

    private static boolean hangsOn(Moved clock, TaskEntity task) {
        @Nullable Expression due = task.getTaskDefinition().getDueDateExpression();
        Matcher asked = ASKED.matcher(due == null ? "" : due.getExpressionText());
        return asked.find()
                && written(asked.group(1), task).equals(clock.clock())
                && written(asked.group(2), task).equals(clock.occasion());
    }

    /** What the model writes there, which may be an expression of its own. */
    private static String written(@Nullable String words, TaskEntity task) {
        return words == null
                ? ""
                : String.valueOf(Context.getProcessEngineConfiguration()
                        .getExpressionManager()
                        .createExpression("${" + words + "}")
                        .getValue(task.getExecution()));
    }
}

package dev.whistle.engine;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** The lists of Tasklist, which are stored filters, as the officer who is asking sees them. */
@Component
public class StoredLists {

    private final FilterService filters;
    private final TaskService tasks;
    private final TaskHands hands;
    private final EngineRead engine;

    StoredLists(@Lazy FilterService filters, @Lazy TaskService tasks, TaskHands hands, EngineRead engine) {
        this.filters = filters;
        this.tasks = tasks;
        this.hands = hands;
        this.engine = engine;
    }

    /**
     * A task of a list.
     *
     * @param caseNo null where the step belongs to no case
     * @param assignee whose it is; null while it waits for somebody of its groups
     * @param owner for whom the assignee does it; null where for nobody but himself
     * @param groups the engine's groups that it is for
     */
    public record ListedTask(
            String id,
            String name,
            @Nullable String caseNo,
            @Nullable Instant dueAt,
            @Nullable String assignee,
            @Nullable String owner,
            List<String> groups) {}

    /**
     * A page of a list, those that are due first.
     *
     * @param name what the list is called
     * @param total how many there are on all pages
     */
    public record ListPage(String name, List<ListedTask> tasks, long total) {}

    /** A page of the list of this id, unless there is none or the officer may not read it. */
    public Optional<ListPage> page(String id, int page, int size) {
        return filters.createTaskFilterQuery().filterId(id).list().stream()
                .findFirst()
                .map(list -> page(list, page, size));
    }

    private ListPage page(Filter list, int page, int size) {
        // Tasklist shows no task of a suspended case either.
        TaskQuery shown = tasks.createTaskQuery().active();
        long total = filters.count(list.getId(), shown);
        TaskQuery sorted = tasks.createTaskQuery()
                .active()
                .orderByDueDate()
                .asc()
                .orderByTaskId()
                .asc();
        List<Task> found = filters.listPage(list.getId(), sorted, page * size, size);
        Map<String, String> caseNos = engine.caseNosOf(found.stream()
                .map(Task::getProcessInstanceId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        Map<String, List<String>> groups =
                hands.groupsOf(found.stream().map(Task::getId).toList());
        return new ListPage(
                list.getName(),
                found.stream()
                        .map(task -> new ListedTask(
                                task.getId(),
                                task.getName(),
                                caseNos.get(task.getProcessInstanceId()),
                                task.getDueDate() == null
                                        ? null
                                        : task.getDueDate().toInstant(),
                                task.getAssignee(),
                                task.getOwner(),
                                groups.getOrDefault(task.getId(), List.of())))
                        .toList(),
                total);
    }
}

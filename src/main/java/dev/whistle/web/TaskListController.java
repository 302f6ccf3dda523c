package dev.whistle.web;

import dev.whistle.engine.StoredLists;
import dev.whistle.engine.StoredLists.ListPage;
import dev.whistle.problem.Problem;
import dev.whistle.sheet.Titled;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The lists of Tasklist, with what the engine's own interface does not know of their cases. */
@RestController
@Tag(name = "任务列表")
class TaskListController {

    private final StoredLists lists;
    private final TaskRows rows;

    TaskListController(StoredLists lists, TaskRows rows) {
        this.lists = lists;
        this.rows = rows;
    }

    /** A page of a list; {@code name} is what the list is called. */
    record Page(String name, List<TaskRow> tasks, int page, int size, long total) implements Titled {

        @Override
        public String title() {
            return name;
        }
    }

    @GetMapping("/api/task-lists/{id}")
    @OpenTo({Audience.OFFICER, Audience.COMPANY})
    @Operation(summary = "一个任务列表（Tasklist 中的筛选器）中本人可以查看的任务，先到期的在前；id 为筛选器编号")
    Page list(
            @PathVariable @Size(max = 64) String id,
            @RequestParam(defaultValue = "0") @Min(0) @Max(100_000) int page,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int size,
            @Parameter(hidden = true) Export export) {
        ListPage found = lists.page(id, export.page(page), export.size(size))
                .orElseThrow(() -> new Problem(Problem.Kind.NOT_FOUND, "task.no-list"));
        export.check(found.total());
        return new Page(found.name(), rows.of(found.tasks()), page, size, found.total());
    }
}

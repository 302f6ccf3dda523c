package dev.whistle.web;

import dev.whistle.casefile.ReadableCases;
import dev.whistle.engine.CasePath;
import dev.whistle.engine.CasePath.Passed;
import dev.whistle.engine.CasePaths;
import dev.whistle.problem.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The way a case took, on the models it took it through. */
@RestController
@RequestMapping("/api/cases/{caseNo}")
@Tag(name = "办理路径")
class CasePathController {

    private final ReadableCases cases;
    private final CasePaths paths;

    CasePathController(ReadableCases cases, CasePaths paths) {
        this.cases = cases;
        this.paths = paths;
    }

    /**
     * The way through one model.
     *
     * @param id of this passing of the model
     * @param model what asks for the drawing
     * @param caller the path whose step {@code calledBy} led here; null for the case's own
     * @param startedAt null where the engine's history has been removed; then the steps are those of the timeline
     */
    record Path(
            String id,
            String model,
            String name,
            @Nullable String caller,
            @Nullable String calledBy,
            @Nullable OffsetDateTime startedAt,
            @Nullable OffsetDateTime endedAt,
            List<Step> steps) {}

    /**
     * Once that the case passed an element of the model.
     *
     * @param state active, done or cancelled
     */
    record Step(
            String element,
            @Nullable String name,
            String type,
            String state,
            OffsetDateTime startedAt,
            @Nullable OffsetDateTime endedAt) {}

    @GetMapping("/path")
    @OpenTo({Audience.OFFICER, Audience.COMPANY})
    @Operation(summary = "案件走过的路径：本流程和调用的各流程，逐个环节")
    List<Path> path(@PathVariable String caseNo) {
        return paths.of(cases.get(caseNo)).stream()
                .map(CasePathController::path)
                .toList();
    }

    @GetMapping(value = "/model", produces = MediaType.APPLICATION_XML_VALUE)
    @OpenTo({Audience.OFFICER, Audience.COMPANY})
    @Operation(summary = "路径所在的流程图（BPMN 2.0）")
    String model(@PathVariable String caseNo, @RequestParam String id) {
        return paths.model(cases.get(caseNo), id)
                .orElseThrow(() -> new Problem(Problem.Kind.NOT_FOUND, "path.no-model", caseNo));
    }

    private static Path path(CasePath path) {
        return new Path(
                path.id(),
                path.definition(),
                path.name(),
                path.caller(),
                path.calledBy(),
                china(path.startedAt()),
                china(path.endedAt()),
                path.steps().stream().map(CasePathController::step).toList());
    }

    private static Step step(Passed passed) {
        return new Step(
                passed.element(),
                passed.name(),
                passed.type(),
                passed.state().name().toLowerCase(Locale.ROOT),
                CaseView.china(passed.startedAt()),
                china(passed.endedAt()));
    }

    private static @Nullable OffsetDateTime china(@Nullable Instant instant) {
        return instant == null ? null : CaseView.china(instant);
    }
}

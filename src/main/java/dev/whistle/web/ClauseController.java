package dev.whistle.web;

import dev.whistle.casefile.CitedClauses;
import dev.whistle.clause.Clause;
import dev.whistle.clause.ClauseBook;
import dev.whistle.engine.Citation;
import dev.whistle.engine.Citations;
import dev.whistle.problem.FieldError;
import dev.whistle.problem.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** From a clause to the models it stands in, the tests that show it kept and the cases that cited it. */
@RestController
@RequestMapping("/api/clauses")
@Tag(name = "条款")
class ClauseController {

    private static final int LATEST = 20;

    private final ClauseBook book;
    private final Citations citations;
    private final CitedClauses cited;

    ClauseController(ClauseBook book, Citations citations, CitedClauses cited) {
        this.book = book;
        this.citations = citations;
        this.cited = cited;
    }

    /**
     * A place that names the clause.
     *
     * @param element id of what names it: the model itself, an element, a row, a component
     */
    record Place(
            String procedure,
            Citation.Kind kind,
            String model,
            @Nullable String modelName,
            String element,
            @Nullable String elementName) {

        static Place of(Citation it) {
            return new Place(it.procedure(), it.kind(), it.model(), it.modelName(), it.element(), it.elementName());
        }
    }

    /**
     * A clause.
     *
     * @param models where the newest deployed versions name it
     * @param cases how many cases' timelines cite it so far, of the whole installation
     */
    record ClauseView(
            String id, String source, String heading, String text, List<Place> models, List<String> tests, long cases) {

        static ClauseView of(Clause it, List<Place> models, long cases) {
            return new ClauseView(it.id(), it.source(), it.heading(), it.text(), models, it.tests(), cases);
        }
    }

    /** What a clause says, for whoever works by it. */
    record ClauseText(String id, String sourceName, String heading, String text) {}

    /** A clause and the cases that cited it last, as far as the caller may read them. */
    record ClauseWithCases(ClauseView clause, List<String> latestCases) {}

    @GetMapping
    @OpenTo(Audience.OFFICER)
    @Operation(summary = "制度文件的条款：见于哪些模型环节、由哪些测试验证、至今有多少案件引用")
    List<ClauseView> list(
            @Parameter(description = "条款编号的开头，例如 JJ.A7") @RequestParam(required = false) @Nullable @Size(max = 64)
                    String id,
            @Parameter(description = "程序，例如 complaint：只列其模型、表、表单引用的条款；shared 为共用的表")
                    @RequestParam(required = false)
                    @Nullable
                    @Size(max = 64)
                    String procedure) {
        List<Citation> places = citations.newest().stream()
                .filter(it -> procedure == null || it.procedure().equals(procedure))
                .toList();
        if (procedure != null && places.isEmpty()) {
            throw Problem.invalid(new FieldError("procedure", "clause.procedure-unknown", procedure));
        }
        Map<String, Long> cases = cited.counts();
        return book.all().stream()
                .filter(it -> id == null || it.id().startsWith(id))
                .map(it -> ClauseView.of(it, naming(it, places), cases.getOrDefault(it.id(), 0L)))
                .filter(it -> procedure == null || !it.models().isEmpty())
                .toList();
    }

    @GetMapping("/{id}")
    @OpenTo(Audience.OFFICER)
    @Operation(summary = "一项条款，以及最近引用它、您可以查阅的案件编号（最多 20 个）")
    ClauseWithCases get(@PathVariable String id) {
        Clause clause = find(id);
        return new ClauseWithCases(
                ClauseView.of(clause, naming(clause, citations.newest()), cited.count(id)), cited.latest(id, LATEST));
    }

    @GetMapping("/{id}/text")
    @OpenTo({Audience.OFFICER, Audience.COMPANY})
    @Operation(summary = "一项条款的出处、标题和要点")
    ClauseText text(@PathVariable String id) {
        Clause clause = find(id);
        return new ClauseText(id, CodeName.of("clause.source", clause.source()), clause.heading(), clause.text());
    }

    private Clause find(String id) {
        return book.find(id).orElseThrow(() -> new Problem(Problem.Kind.NOT_FOUND, "clause.not-found", id));
    }

    private static List<Place> naming(Clause clause, List<Citation> places) {
        return places.stream()
                .filter(it -> it.clauses().contains(clause.id()))
                .map(Place::of)
                .toList();
    }
}

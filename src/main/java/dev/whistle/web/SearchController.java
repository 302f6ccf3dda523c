package dev.whistle.web;

import dev.whistle.casefile.CaseFile;
import dev.whistle.casefile.CaseSearch;
import dev.whistle.casefile.FoundCases;
import dev.whistle.clock.CaseClock;
import dev.whistle.clock.Clocks;
import dev.whistle.organisation.Compounds;
import dev.whistle.organisation.Units;
import dev.whistle.problem.FieldError;
import dev.whistle.problem.PlainText;
import dev.whistle.problem.Problem;
import dev.whistle.sheet.Heading;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Finds a case by what somebody has at hand. */
@RestController
@RequestMapping("/api/search")
@Tag(name = "查找案件")
class SearchController {

    private static final int PAGE = 20;

    private final CaseSearch search;
    private final Clocks clocks;
    private final Compounds compounds;
    private final Units units;
    private final Clock clock;

    SearchController(CaseSearch search, Clocks clocks, Compounds compounds, Units units, Clock clock) {
        this.search = search;
        this.clocks = clocks;
        this.compounds = compounds;
        this.units = units;
        this.clock = clock;
    }

    /**
     * What to look for.
     *
     * @param q a case number or its beginning, words of the matter, a compound's name, the number of another system or
     *     a phone number
     * @param after {@code next} of the page before
     * @param size how many a page has, {@value #PAGE} where nothing is said
     */
    record Question(
            @NotNull @PlainText @Nullable String q,
            @Size(max = 400) @Nullable String after,
            @Min(1) @Max(100) @Nullable Integer size) {

        @Override
        public String toString() {
            return "Question"; // it may be somebody's phone
        }
    }

    /**
     * What was found, the newest first.
     *
     * @param next asks for what is older; null at the end. A page may have fewer cases than were asked for, even none,
     *     and still have a next one
     */
    record Results(List<Result> cases, @Nullable String next) {}

    /**
     * A case as a list of results shows it.
     *
     * @param unit the unit that took it up
     * @param dueAt the end of the period that ends first of those that still run
     * @param daysLeft whole days until its last day, 0 on it, negative after it
     */
    @Heading("查找结果")
    record Result(
            @Heading("案件编号") String caseNo,
            @Heading("事由") String title,
            String procedure,
            @Heading("程序") String procedureName,
            @Nullable String compoundId,
            @Heading("小区") @Nullable String compoundName,
            String unit,
            @Heading("首次接待单位") String unitName,
            String state,
            @Heading("案件状态") String stateName,
            @Heading("办理结果") @Nullable String outcomeName,
            @Heading("收到时间") OffsetDateTime receivedAt,
            @Nullable OffsetDateTime dueAt,
            @Heading("期限最后一日") @Nullable LocalDate lastDay,
            @Heading("剩余天数") @Nullable Long daysLeft) {}

    /** An address is kept in logs and histories, so a phone number has no place in it. */
    @GetMapping
    @OpenTo({Audience.OFFICER, Audience.COMPANY})
    @Operation(summary = "查找案件：案件编号或其开头、事由中的字词、小区名称、外部编号")
    Results get(
            @RequestParam @PlainText String q,
            @RequestParam(required = false) @Size(max = 400) @Nullable String after,
            @RequestParam(defaultValue = "" + PAGE) @Min(1) @Max(100) int size,
            @Parameter(hidden = true) Export export) {
        if (search.isPersonal(q)) {
            throw Problem.invalid(new FieldError("q", "search.phone-in-address"));
        }
        return results(export.asked() ? all(q) : search.find(q, after, size));
    }

    @PostMapping
    @OpenTo({Audience.OFFICER, Audience.COMPANY})
    @Operation(summary = "查找案件，也可用联系电话（留痕）")
    Results post(@RequestBody @Valid Question question, @Parameter(hidden = true) Export export) {
        String q = Objects.requireNonNull(question.q());
        return results(
                export.asked()
                        ? all(q)
                        : search.find(q, question.after(), Objects.requireNonNullElse(question.size(), PAGE)));
    }

    /** A spreadsheet has no next page. */
    private FoundCases all(String q) {
        return new FoundCases(search.all(q), null);
    }

    private Results results(FoundCases found) {
        Map<String, List<CaseClock>> clocksOf =
                clocks.of(found.cases().stream().map(CaseFile::caseNo).toList());
        Map<String, String> names = compounds.names(found.cases().stream()
                .map(CaseFile::compound)
                .filter(Objects::nonNull)
                .toList());
        return new Results(
                found.cases().stream()
                        .map(file -> result(
                                file,
                                pressing(file, clocksOf.getOrDefault(file.caseNo(), List.of())),
                                file.compound() == null ? null : names.get(file.compound())))
                        .toList(),
                found.next());
    }

    private Optional<ClockView> pressing(CaseFile file, List<CaseClock> clocksOf) {
        return file.closed()
                ? Optional.empty()
                : clocksOf.stream()
                        .map(it -> ClockView.of(it, units::nameOf, clock.instant()))
                        .filter(it -> it.daysLeft() != null)
                        .min(Comparator.comparing(ClockView::dueAt));
    }

    private Result result(CaseFile file, Optional<ClockView> pressing, @Nullable String compoundName) {
        return new Result(
                file.caseNo(),
                file.title(),
                file.procedure(),
                CodeName.of("case.procedure", file.procedure()),
                file.compound(),
                compoundName,
                file.unit(),
                units.nameOf(file.unit()),
                CaseView.state(file.closed()),
                CaseView.stateName(file.closed()),
                file.outcome() == null ? null : CodeName.of("case.outcome", file.outcome()),
                CaseView.china(file.receivedAt()),
                pressing.map(ClockView::dueAt).orElse(null),
                pressing.map(ClockView::dueAt).map(CaseView::lastDay).orElse(null),
                pressing.map(ClockView::daysLeft).orElse(null));
    }
}

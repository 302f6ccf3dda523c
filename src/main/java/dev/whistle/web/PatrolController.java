package dev.whistle.web;

import dev.whistle.organisation.Compound;
import dev.whistle.organisation.Compounds;
import dev.whistle.organisation.Units;
import dev.whistle.patrol.NewPatrol;
import dev.whistle.patrol.Patrol;
import dev.whistle.patrol.PatrolPlan;
import dev.whistle.patrol.PatrolPlans;
import dev.whistle.patrol.PatrolQuery;
import dev.whistle.patrol.PatrolWeek;
import dev.whistle.patrol.PatrolWeeks;
import dev.whistle.patrol.Patrols;
import dev.whistle.patrol.Patrols.Recorded;
import dev.whistle.problem.FieldError;
import dev.whistle.problem.Problem;
import dev.whistle.sheet.Heading;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Patrols of compounds (P04): recorded, looked up, counted by the week. */
@RestController
@RequestMapping("/api/patrols")
@Tag(name = "小区巡查")
class PatrolController {

    /** As many as a page shows of a week. */
    private static final int AT_MOST = 500;

    private final Patrols patrols;
    private final PatrolWeeks weeks;
    private final PatrolPlans plans;
    private final Units units;
    private final Compounds compounds;
    private final Clock clock;

    PatrolController(
            Patrols patrols, PatrolWeeks weeks, PatrolPlans plans, Units units, Compounds compounds, Clock clock) {
        this.patrols = patrols;
        this.weeks = weeks;
        this.plans = plans;
        this.units = units;
        this.compounds = compounds;
        this.clock = clock;
    }

    /**
     * A patrol.
     *
     * @param people empty where they are not for the caller to know
     * @param caseNo number of the case of what was found
     */
    @Heading("小区巡查记录")
    record View(
            String id,
            String unit,
            @Heading("巡查单位") String unitName,
            String compound,
            @Heading("小区") String compoundName,
            String kind,
            @Heading("巡查类别") String kindName,
            @Heading("巡查时间") OffsetDateTime patrolledAt,
            @Heading("巡查人员") List<String> people,
            String result,
            @Heading("巡查结果") String resultName,
            @Heading("备注") @Nullable String note,
            @Heading("案件编号") @Nullable String caseNo) {}

    /** A unit that the caller records patrols for. */
    record Beat(String unit, String unitName, String kind, String kindName, List<Named> compounds) {}

    /** Something by its id and as officers call it. */
    record Named(String id, String name) {}

    /** A unit's weeks and what it plans. */
    record Standing(String unit, String unitName, List<PatrolWeek> weeks, List<PatrolPlan> plan) {}

    /** A plan; {@code compound} is left out where all are counted together. */
    record WantedPlan(
            @NotBlank String unit,
            @Nullable String compound,
            @NotNull Integer perWeek,
            @Nullable String days) {}

    @PostMapping
    @OpenTo({Audience.OFFICER, Audience.COMPANY})
    @Operation(summary = "登记一次巡查；发现问题的同时立案。同一人员同一时间同一小区只登记一次，重复提交返回原来的记录（200）")
    ResponseEntity<View> record(@RequestBody NewPatrol body) {
        Recorded recorded = patrols.record(body);
        return ResponseEntity.status(recorded.anew() ? HttpStatus.CREATED : HttpStatus.OK)
                .body(view(recorded.patrol(), recorded.compound().name()));
    }

    @GetMapping
    @OpenTo({Audience.OFFICER, Audience.COMPANY})
    @Operation(summary = "一周或者一段时间（from 至 to）的巡查，最近的在前，最多 500 次；week 为该周任何一天，都不填为本周")
    List<View> list(
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable String compound,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate week,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate to,
            @Parameter(hidden = true) Export export) {
        PatrolQuery query = from == null && to == null
                ? PatrolQuery.ofWeek(week == null ? LocalDate.now(clock) : week, unit, compound)
                : between(week, from, to, unit, compound);
        if (export.asked()) {
            export.check(patrols.count(query));
        }
        List<Patrol> found = patrols.of(query, export.size(AT_MOST));
        Map<String, String> names =
                compounds.names(found.stream().map(Patrol::compound).toList());
        return found.stream()
                .map(it -> view(it, names.getOrDefault(it.compound(), it.compound())))
                .toList();
    }

    private static PatrolQuery between(
            @Nullable LocalDate week,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable String unit,
            @Nullable String compound) {
        if (week != null) {
            throw Problem.invalid(new FieldError("week", "patrol.week-or-days"));
        }
        if (from == null || to == null) {
            throw Problem.invalid(new FieldError(from == null ? "from" : "to", "patrol.both-days"));
        }
        if (to.isBefore(from)) {
            throw Problem.invalid(new FieldError("to", "patrol.to"));
        }
        return new PatrolQuery(from, to, unit, compound);
    }

    @GetMapping("/beats")
    @OpenTo({Audience.OFFICER, Audience.COMPANY})
    @Operation(summary = "当前用户可以登记巡查的单位和小区；没有的为空")
    List<Beat> beats() {
        return patrols.beats().stream()
                .map(it -> new Beat(
                        it.unit().id(),
                        it.unit().name(),
                        it.kind().code(),
                        it.kind().label(),
                        it.compounds().stream()
                                .map((Compound compound) -> new Named(compound.id(), compound.name()))
                                .toList()))
                .toList();
    }

    @GetMapping("/weeks")
    @OpenTo({Audience.OFFICER, Audience.COMPANY})
    @Operation(summary = "一个单位本周和最近十二周应巡查、计划、实际、缺少的次数，以及每周计划")
    Standing weeks(@RequestParam String unit) {
        List<PatrolWeek> standing = weeks.of(unit);
        return new Standing(unit, units.nameOf(unit), standing, plans.of(unit));
    }

    @GetMapping("/choices")
    @OpenTo({Audience.OFFICER, Audience.COMPANY})
    @Operation(summary = "登记发现的问题时可以选择的内容，以“巡查发现处理”登记表的现行版本为准")
    Map<String, List<Named>> choices() {
        Map<String, List<Named>> choices = new LinkedHashMap<>();
        patrols.choices()
                .forEach((key, words) -> choices.put(
                        key,
                        words.entrySet().stream()
                                .map(it -> new Named(it.getKey(), it.getValue()))
                                .toList()));
        return choices;
    }

    @PostMapping("/plan")
    @OpenTo({Audience.OFFICER, Audience.COMPANY})
    @Operation(summary = "设定本单位每周计划巡查的次数和日子（1 周一至 7 周日），不能少于规定的次数")
    PatrolPlan plan(@RequestBody @Valid WantedPlan body) {
        return plans.set(new PatrolPlan(
                body.unit(),
                body.compound() == null || body.compound().isBlank() ? null : body.compound(),
                body.perWeek(),
                body.days() == null ? "" : body.days()));
    }

    private View view(Patrol patrol, String compoundName) {
        return new View(
                patrol.id(),
                patrol.unit(),
                units.nameOf(patrol.unit()),
                patrol.compound(),
                compoundName,
                patrol.kind().code(),
                patrol.kind().label(),
                CaseView.china(patrol.at()),
                patrol.people(),
                patrol.finding() ? "finding" : "none",
                CodeName.of("patrol.found", patrol.finding() ? "finding" : "none"),
                patrol.note(),
                patrol.caseNo());
    }
}

package dev.whistle.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.whistle.board.Board;
import dev.whistle.board.BoardActivities;
import dev.whistle.board.BoardActivity;
import dev.whistle.board.BoardCases;
import dev.whistle.board.BoardFigures;
import dev.whistle.board.BoardFigures.InterimCompound;
import dev.whistle.board.BoardFigures.PatrolsOfUnit;
import dev.whistle.board.BoardQuery;
import dev.whistle.board.BoardWeeks;
import dev.whistle.board.CasesAsked;
import dev.whistle.board.CountedCase;
import dev.whistle.board.CountedCases;
import dev.whistle.board.CountedWeek;
import dev.whistle.board.CountedWeeks;
import dev.whistle.board.WeeksAsked;
import dev.whistle.organisation.CurrentOfficer;
import dev.whistle.organisation.Officer;
import dev.whistle.sheet.Heading;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The supervisors' board, and what is behind its figures. Whose it is {@link Board} decides. */
@RestController
@RequestMapping("/api/board")
@Tag(name = "监管看板")
class BoardController {

    private final Board board;
    private final BoardCases cases;
    private final BoardWeeks weeks;
    private final BoardActivities activities;
    private final CurrentOfficer current;

    BoardController(
            Board board, BoardCases cases, BoardWeeks weeks, BoardActivities activities, CurrentOfficer current) {
        this.board = board;
        this.cases = cases;
        this.weeks = weeks;
        this.activities = activities;
        this.current = current;
    }

    /**
     * Which board.
     *
     * @param from first month, to the last
     * @param unit whose board, the caller's own where it is left out
     */
    record Wanted(
            @Nullable YearMonth from,
            @Nullable YearMonth to,
            @Nullable @Size(max = 64) String unit,
            @Nullable @Size(max = 64) String procedure) {

        BoardQuery query() {
            return new BoardQuery(from, to, text(unit), text(procedure));
        }

        private static @Nullable String text(@Nullable String value) {
            return value == null || value.isBlank() ? null : value.strip();
        }
    }

    /**
     * A page of what a figure counts.
     *
     * @param total what the figure says
     * @param readable how many of them the caller may read, on all pages
     */
    record Page(List<Row> cases, int page, int size, long total, long readable) {}

    /**
     * A case.
     *
     * @param holders who holds it now
     * @param dueAt when the next of its clocks ends
     * @param about what was counted, where that is not the case itself: a clock, a rung
     * @param unitName whose clock, rung or referral it is
     */
    @Heading("看板案件")
    record Row(
            @Heading("案件编号") String caseNo,
            @Heading("事由") String title,
            String procedure,
            @Heading("程序") String procedureName,
            @Heading("小区") @Nullable String compoundName,
            @Heading("镇街") @Nullable String streetName,
            @Heading("目前承办单位") List<String> holders,
            @Heading("收到时间") OffsetDateTime receivedAt,
            @Heading("最近期限") @Nullable OffsetDateTime dueAt,
            String state,
            @Heading("案件状态") String stateName,
            @Nullable String outcome,
            @Heading("办理结果") @Nullable String outcomeName,
            @Heading("计入事项") @Nullable String about,
            @Heading("责任单位") @Nullable String unitName) {

        static Row of(CountedCase counted) {
            return new Row(
                    counted.caseNo(),
                    counted.title(),
                    counted.procedure(),
                    counted.procedureName(),
                    counted.compoundName(),
                    counted.streetName(),
                    counted.holders(),
                    CaseView.china(counted.receivedAt()),
                    counted.dueAt() == null ? null : CaseView.china(counted.dueAt()),
                    CaseView.state(counted.closed()),
                    CaseView.stateName(counted.closed()),
                    counted.outcome(),
                    counted.outcome() == null ? null : CodeName.of("case.outcome", counted.outcome()),
                    counted.about(),
                    counted.unitName());
        }
    }

    /**
     * A page of weeks of patrols, and what the figure says of all of them.
     *
     * @param total how many weeks there are, on all pages
     * @param done visits that count towards the minimum
     */
    record WeekPage(
            List<Week> weeks,
            int page,
            int size,
            long total,
            long minimum,
            long done,
            @JsonProperty("short") long lacking) {}

    /**
     * A unit's week of patrols.
     *
     * @param week its Monday
     * @param compound null where all of the unit's are counted together
     * @param done every visit, those beyond the minimum too
     * @param streak how many weeks in a row fell short
     * @param caseNo the case that was opened at the end of this week, since the unit had fallen short too often in a row
     */
    @Heading("小区巡查周次")
    record Week(
            @Heading("周（周一）") LocalDate week,
            String unit,
            @Heading("巡查单位") String unitName,
            @Nullable String compound,
            @Heading("小区") @Nullable String compoundName,
            @Heading("应巡查次数") int minimum,
            @Heading("实际次数") int done,
            @Heading("缺少次数") @JsonProperty("short") int lacking,
            @Heading("连续不足周数") int streak,
            @Heading("该单位当周立案") @Nullable String caseNo) {

        static Week of(CountedWeek counted) {
            return new Week(
                    counted.week(),
                    counted.unit(),
                    counted.unitName(),
                    counted.compound(),
                    counted.compoundName(),
                    counted.minimum(),
                    counted.done(),
                    counted.lacking(),
                    counted.streak(),
                    counted.caseNo());
        }
    }

    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    @OpenTo({Audience.OFFICER, Audience.COMPANY})
    @Operation(
            summary = "监管看板：在办、三个工作日内到期、逾期的案件，各镇街、部门按期办结率和十二个月走势，抄告、督办、通报、约谈，"
                    + "投诉的事由、渠道、小区和满意度，巡查达标，临时管理的小区，移送部门办理用时。"
                    + "from、to 为起止月份（如 2026-01，最多 36 个月），unit 只看一个单位的看板，procedure 只看一个程序。"
                    + "各单位负责人、区办公室和企业的人员可以查看")
    BoardFigures figures(@Valid @ParameterObject Wanted wanted) {
        return board.of(officer(), wanted.query());
    }

    @GetMapping("/cases")
    @OpenTo({Audience.OFFICER, Audience.COMPANY})
    @Operation(
            summary =
                    "看板上一个数字背后的案件：figure 为 open、due-soon、overdue（of 为承办单位，item 为程序）、street-open、street-overdue（of 为镇街）、"
                            + "met、breached（of 为镇街或者部门，item 为月份）、sanction（of 为单位，item 为措施）、complaints、repeats（of 为小区）、"
                            + "matter、channel、satisfaction（item 为代码）、referrals、referrals-now（of 为单位）；"
                            + "total 与看板上的数字一致，readable 为其中有权查看的，只列出这些")
    Page cases(
            @Valid @ParameterObject Wanted wanted,
            @RequestParam @Size(max = 30) String figure,
            @RequestParam(required = false) @Nullable @Size(max = 64) String of,
            @RequestParam(required = false) @Nullable @Size(max = 100) String item,
            @RequestParam(defaultValue = "0") @Min(0) @Max(100_000) int page,
            @RequestParam(defaultValue = "20") @Min(1) @Max(200) int size,
            @Parameter(hidden = true) Export export) {
        CountedCases found = cases.list(
                officer(),
                wanted.query(),
                new CasesAsked(figure, Wanted.text(of), Wanted.text(item), export.page(page), export.size(size)));
        export.check(found.readable());
        return new Page(found.cases().stream().map(Row::of).toList(), page, size, found.total(), found.readable());
    }

    @GetMapping("/activities")
    @OpenTo({Audience.OFFICER, Audience.COMPANY})
    @Operation(summary = "一个流程（procedure）的各个环节目前有多少任务，其中多少已经逾期：任务有期限的按任务的期限，没有的按案件的期限")
    List<BoardActivity> activities(@Valid @ParameterObject Wanted wanted) {
        return activities.of(officer(), wanted.query());
    }

    @GetMapping("/compounds")
    @OpenTo({Audience.OFFICER, Audience.COMPANY})
    @Operation(summary = "目前处于临时管理的小区：应急管理委托、社区基本服务")
    List<InterimCompound> compounds(@Valid @ParameterObject Wanted wanted) {
        return board.interim(officer(), wanted.query());
    }

    @GetMapping("/patrols")
    @OpenTo({Audience.OFFICER, Audience.COMPANY})
    @Operation(summary = "各单位在已经结束的各周应巡查、达标、缺少的次数，缺得多的在前")
    List<PatrolsOfUnit> patrols(@Valid @ParameterObject Wanted wanted) {
        return board.patrols(officer(), wanted.query());
    }

    @GetMapping("/patrols/weeks")
    @OpenTo({Audience.OFFICER, Audience.COMPANY})
    @Operation(
            summary = "巡查数字背后的各周：每个单位（按小区计的，每个小区）每周一条，缺得多的在前；of 只看一个单位，lacking=true 只看不足的。"
                    + "minimum、done、short 与看板上的数字一致，每周超出规定次数的不计入 done")
    WeekPage weeks(
            @Valid @ParameterObject Wanted wanted,
            @RequestParam(required = false) @Nullable @Size(max = 64) String of,
            @RequestParam(defaultValue = "false") boolean lacking,
            @RequestParam(defaultValue = "0") @Min(0) @Max(100_000) int page,
            @RequestParam(defaultValue = "20") @Min(1) @Max(200) int size,
            @Parameter(hidden = true) Export export) {
        CountedWeeks found = weeks.list(
                officer(),
                wanted.query(),
                new WeeksAsked(Wanted.text(of), lacking, export.page(page), export.size(size)));
        export.check(found.total());
        return new WeekPage(
                found.weeks().stream().map(Week::of).toList(),
                page,
                size,
                found.total(),
                found.minimum(),
                found.done(),
                found.lacking());
    }

    private Officer officer() {
        return current.get().orElseThrow();
    }
}

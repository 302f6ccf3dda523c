package dev.whistle.web;

import dev.whistle.engine.UserNames;
import dev.whistle.problem.PlainText;
import dev.whistle.register.RegisterLog;
import dev.whistle.register.RegisterLog.Change;
import dev.whistle.register.RegisterLog.Written;
import dev.whistle.register.lists.CommitteeRow;
import dev.whistle.register.lists.CompanyRow;
import dev.whistle.register.lists.CompoundRow;
import dev.whistle.register.lists.ContractRow;
import dev.whistle.register.lists.Found;
import dev.whistle.register.lists.ManagerRow;
import dev.whistle.register.lists.RegisterLists;
import dev.whistle.register.lists.RegisterQuery;
import dev.whistle.register.lists.ResponsibilityRow;
import dev.whistle.register.lists.StandbyRow;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The registers as lists, and what was written in them. */
@RestController
@RequestMapping("/api/registers")
@Tag(name = "登记簿")
class RegisterController {

    private final RegisterReader reader;
    private final RegisterLists lists;
    private final RegisterLog log;
    private final UserNames names;
    private final Clock clock;

    RegisterController(RegisterReader reader, RegisterLists lists, RegisterLog log, UserNames names, Clock clock) {
        this.reader = reader;
        this.lists = lists;
        this.log = log;
        this.names = names;
        this.clock = clock;
    }

    /**
     * What to list.
     *
     * @param q a part of a name, a number or an address
     * @param on the day on which they hold; where nobody says it, compounds and companies are told as of today and the
     *     others of all days
     */
    record Wanted(
            @Nullable @Size(max = 50) @PlainText String q,
            @Nullable @Size(max = 64) String street,
            @Nullable @Size(max = 64) String compound,
            @Nullable @Size(max = 64) String company,
            @Nullable @DateTimeFormat(iso = ISO.DATE) LocalDate on,
            @Nullable @Min(0) @Max(100_000) Integer page,
            @Nullable @Min(1) @Max(200) Integer size) {

        int pageOr0() {
            return page == null ? 0 : page;
        }

        int sizeOr50() {
            return size == null ? 50 : size;
        }
    }

    record CompoundPage(List<CompoundRow> rows, int page, int size, long total) {}

    record CompanyPage(List<CompanyRow> rows, int page, int size, long total) {}

    record ManagerPage(List<ManagerRow> rows, int page, int size, long total) {}

    record ContractPage(List<ContractRow> rows, int page, int size, long total) {}

    record CommitteePage(List<CommitteeRow> rows, int page, int size, long total) {}

    record ResponsibilityPage(List<ResponsibilityRow> rows, int page, int size, long total) {}

    record StandbyPage(List<StandbyRow> rows, int page, int size, long total) {}

    /** An entry as it was written once, with what that changed. */
    record LogLine(
            String register,
            String registerName,
            OffsetDateTime at,
            @Nullable String officer,
            @Nullable String officerName,
            String source,
            List<Change> changes) {}

    @GetMapping("/compounds")
    @OpenTo({Audience.OFFICER, Audience.COMPANY})
    @Operation(summary = "小区登记簿：q 为名称、地址、社区或者管理单位中的文字，street、company 为镇街和管理企业，on 为哪一天由谁管理；企业只看到在管的")
    CompoundPage compounds(@Valid @ParameterObject Wanted wanted, @Parameter(hidden = true) Export export) {
        Found<CompoundRow> found = checked(lists.compounds(query(wanted, export)), export);
        return new CompoundPage(found.rows(), wanted.pageOr0(), wanted.sizeOr50(), found.total());
    }

    @GetMapping("/companies")
    @OpenTo({Audience.OFFICER, Audience.COMPANY})
    @Operation(summary = "企业登记簿：q 为名称、统一社会信用代码或者负责人中的文字；企业只看到自己")
    CompanyPage companies(@Valid @ParameterObject Wanted wanted, @Parameter(hidden = true) Export export) {
        Found<CompanyRow> found = checked(lists.companies(query(wanted, export)), export);
        return new CompanyPage(found.rows(), wanted.pageOr0(), wanted.sizeOr50(), found.total());
    }

    @GetMapping("/managers")
    @OpenTo({Audience.OFFICER, Audience.COMPANY})
    @Operation(summary = "项目经理登记簿：逐个任职；on 为哪一天在任，不填为历来全部；企业只看到自己的")
    ManagerPage managers(@Valid @ParameterObject Wanted wanted, @Parameter(hidden = true) Export export) {
        Found<ManagerRow> found = checked(lists.managers(query(wanted, export)), export);
        return new ManagerPage(found.rows(), wanted.pageOr0(), wanted.sizeOr50(), found.total());
    }

    @GetMapping("/contracts")
    @OpenTo({Audience.OFFICER, Audience.COMPANY})
    @Operation(summary = "合同登记簿；on 为哪一天履行，不填为历来全部；企业只看到自己的")
    ContractPage contracts(@Valid @ParameterObject Wanted wanted, @Parameter(hidden = true) Export export) {
        Found<ContractRow> found = checked(lists.contracts(query(wanted, export)), export);
        return new ContractPage(found.rows(), wanted.pageOr0(), wanted.sizeOr50(), found.total());
    }

    @GetMapping("/committees")
    @OpenTo({Audience.OFFICER, Audience.COMPANY})
    @Operation(summary = "业主委员会登记簿，含临时管委会、物业管理委员会和院委会；on 为哪一天在任，不填为历来全部；企业只看到在管小区的")
    CommitteePage committees(@Valid @ParameterObject Wanted wanted, @Parameter(hidden = true) Export export) {
        Found<CommitteeRow> found = checked(lists.committees(query(wanted, export)), export);
        return new CommitteePage(found.rows(), wanted.pageOr0(), wanted.sizeOr50(), found.total());
    }

    @GetMapping("/responsibilities")
    @OpenTo(Audience.OFFICER)
    @Operation(summary = "管理责任登记簿：每个小区历来由谁管理、依据什么；on 为哪一天，不填为全部")
    ResponsibilityPage responsibilities(
            @Valid @ParameterObject Wanted wanted, @Parameter(hidden = true) Export export) {
        Found<ResponsibilityRow> found = checked(lists.responsibilities(query(wanted, export)), export);
        return new ResponsibilityPage(found.rows(), wanted.pageOr0(), wanted.sizeOr50(), found.total());
    }

    @GetMapping("/standbys")
    @OpenTo(Audience.OFFICER)
    @Operation(summary = "应急保障登记簿：各镇街应急管理时委托哪家企业；on 为哪一天，不填为全部")
    StandbyPage standbys(@Valid @ParameterObject Wanted wanted, @Parameter(hidden = true) Export export) {
        Found<StandbyRow> found = checked(lists.standbys(query(wanted, export)), export);
        return new StandbyPage(found.rows(), wanted.pageOr0(), wanted.sizeOr50(), found.total());
    }

    @GetMapping("/log")
    @OpenTo(Audience.OFFICER)
    @Operation(summary = "登记记录：某小区、企业或者镇街的登记簿历次由谁、从哪里登记了什么，最近的在前")
    List<LogLine> log(@RequestParam @Size(max = 64) String about) {
        List<Written> history = log.about(about);
        Map<String, String> officers = names.of(history.stream()
                .map(Written::officer)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        return history.stream()
                .map(it -> new LogLine(
                        it.kind().code(),
                        it.kind().label(),
                        CaseView.china(it.at().toInstant()),
                        it.officer(),
                        it.officer() == null ? null : officers.getOrDefault(it.officer(), it.officer()),
                        it.source(),
                        it.changes()))
                .toList();
    }

    private RegisterQuery query(Wanted wanted, Export export) {
        return new RegisterQuery(
                text(wanted.q()),
                text(wanted.street()),
                text(wanted.compound()),
                text(wanted.company()),
                wanted.on(),
                LocalDate.now(clock),
                reader.companies(),
                export.page(wanted.pageOr0()),
                export.size(wanted.sizeOr50()));
    }

    private static <R> Found<R> checked(Found<R> found, Export export) {
        export.check(found.total());
        return found;
    }

    private static @Nullable String text(@Nullable String parameter) {
        return Optional.ofNullable(parameter)
                .map(String::strip)
                .filter(it -> !it.isEmpty())
                .orElse(null);
    }
}

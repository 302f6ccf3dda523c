package dev.whistle.web;

import dev.whistle.casefile.ChineseTime;
import dev.whistle.organisation.Compound;
import dev.whistle.organisation.Responsibilities;
import dev.whistle.organisation.Responsibility;
import dev.whistle.organisation.Units;
import dev.whistle.problem.Problem;
import dev.whistle.problem.Problem.Kind;
import dev.whistle.register.Contract;
import dev.whistle.register.Contracts;
import dev.whistle.register.lists.CommitteeRow;
import dev.whistle.register.lists.CompoundRow;
import dev.whistle.register.lists.ContractRow;
import dev.whistle.register.lists.ManagerRow;
import dev.whistle.register.lists.RegisterLists;
import dev.whistle.register.lists.RegisterQuery;
import dev.whistle.register.lists.ResponsibilityRow;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A compound with all that the registers have of it, and who runs it on any day. */
@RestController
@RequestMapping("/api/compounds/{id}")
@Tag(name = "登记簿")
class CompoundController {

    private final RegisterReader reader;
    private final RegisterLists lists;
    private final Responsibilities responsibilities;
    private final Contracts contracts;
    private final Units units;
    private final Clock clock;

    CompoundController(
            RegisterReader reader,
            RegisterLists lists,
            Responsibilities responsibilities,
            Contracts contracts,
            Units units,
            Clock clock) {
        this.reader = reader;
        this.lists = lists;
        this.responsibilities = responsibilities;
        this.contracts = contracts;
        this.units = units;
        this.clock = clock;
    }

    /**
     * Who runs a compound on a day.
     *
     * @param runner unit id; null for the owners themselves
     * @param from null where it is not known since when
     * @param to null while nobody is to follow
     * @param contract the contract that runs on this day, where the caller may see it
     */
    record Responsible(
            String compound,
            String compoundName,
            LocalDate on,
            String basis,
            String basisName,
            @Nullable String runner,
            String runnerName,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable String caseNo,
            @Nullable ContractOnDay contract) {}

    record ContractOnDay(String number, String company, LocalDate from, LocalDate to) {

        static ContractOnDay of(Contract it) {
            return new ContractOnDay(it.number(), it.company(), it.from(), it.lastDay());
        }
    }

    /**
     * A compound's sheet.
     *
     * @param committee the one in office today, or that will be; null where there is none
     * @param manager of the post today; null where there is none
     */
    record Sheet(
            CompoundRow compound,
            List<ResponsibilityRow> responsibilities,
            List<ContractRow> contracts,
            @Nullable CommitteeRow committee,
            List<CommitteeRow> committees,
            @Nullable ManagerRow manager,
            List<ManagerRow> managers,
            List<ExitView> exits) {}

    @GetMapping("/responsible")
    @OpenTo({Audience.OFFICER, Audience.COMPANY})
    @Operation(summary = "某小区某日由谁管理：依据、起止和当日的合同；on 为哪一天，不填为今天")
    Responsible responsible(
            @PathVariable String id,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate on) {
        Compound compound = reader.compound(id);
        LocalDate day = on == null ? LocalDate.now(clock) : on;
        Responsibility found = responsibilities.on(id, day).orElseThrow(() -> notKnown(compound, day));
        Set<String> only = reader.companies();
        String runner = found.runner();
        return new Responsible(
                id,
                compound.name(),
                day,
                found.basis().code(),
                found.basis().label(),
                runner,
                runner == null ? "业主" : units.nameOf(runner),
                found.from().equals(Responsibility.BEFORE_RECORDS) ? null : found.from(),
                found.to(),
                found.caseNo(),
                contracts
                        .on(id, day)
                        .filter(it -> only == null || only.contains(it.company()))
                        .map(ContractOnDay::of)
                        .orElse(null));
    }

    private Problem notKnown(Compound compound, LocalDate day) {
        String since = responsibilities.history(compound.id()).stream()
                .findFirst()
                .map(it -> ChineseTime.of(it.from()))
                .orElse("");
        return new Problem(Kind.NOT_FOUND, "registers.not-known", compound.name(), ChineseTime.of(day), since);
    }

    @GetMapping
    @OpenTo({Audience.OFFICER, Audience.COMPANY})
    @Operation(summary = "小区登记卡：基本情况、历来的管理责任、合同、业主委员会、项目经理和企业退出；企业只看到自己的合同、项目经理和退出")
    Sheet sheet(@PathVariable String id) {
        reader.compound(id);
        LocalDate today = LocalDate.now(clock);
        RegisterQuery all = RegisterQuery.ofCompound(id, today, null);
        RegisterQuery own = RegisterQuery.ofCompound(id, today, reader.companies());
        List<CommitteeRow> committees = lists.committees(all).rows();
        List<ManagerRow> managers = lists.managers(own).rows();
        return new Sheet(
                lists.compounds(all).rows().get(0),
                lists.responsibilities(all).rows(),
                lists.contracts(own).rows(),
                committees.stream()
                        .filter(it -> !it.state().equals("ended"))
                        .reduce((later, earlier) -> earlier)
                        .orElse(null),
                committees,
                managers.stream()
                        .filter(it -> !it.from().isAfter(today)
                                && (it.to() == null || !it.to().isBefore(today)))
                        .findFirst()
                        .orElse(null),
                managers,
                ExitView.of(lists.exits(own)));
    }
}

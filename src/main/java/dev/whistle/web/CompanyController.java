package dev.whistle.web;

import dev.whistle.organisation.Company;
import dev.whistle.register.lists.CompanyRow;
import dev.whistle.register.lists.ContractRow;
import dev.whistle.register.lists.ManagerRow;
import dev.whistle.register.lists.RegisterLists;
import dev.whistle.register.lists.RegisterQuery;
import dev.whistle.register.lists.ResponsibilityRow;
import dev.whistle.register.lists.StandbyRow;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A company with all that the registers have of it. */
@RestController
@Tag(name = "登记簿")
class CompanyController {

    private final RegisterReader reader;
    private final RegisterLists lists;
    private final Clock clock;

    CompanyController(RegisterReader reader, RegisterLists lists, Clock clock) {
        this.reader = reader;
        this.lists = lists;
        this.clock = clock;
    }

    /**
     * A company's sheet.
     *
     * @param on the day of its compounds
     * @param runs the compounds that it runs on that day
     * @param responsibilities all that it has run, runs or is to run
     * @param standbys the streets that call it in an emergency
     * @param record where its record on the ladder of notices is read, with its complaints
     */
    record Sheet(
            CompanyRow company,
            LocalDate on,
            List<ResponsibilityRow> runs,
            List<ResponsibilityRow> responsibilities,
            List<ContractRow> contracts,
            List<ManagerRow> managers,
            List<StandbyRow> standbys,
            List<ExitView> exits,
            String record) {}

    @GetMapping("/api/companies/{id}")
    @OpenTo({Audience.OFFICER, Audience.COMPANY})
    @Operation(summary = "企业登记卡：基本情况、某日在管的小区、历来的管理责任、合同、项目经理、应急保障和退出；on 为哪一天，不填为今天；企业只看到自己")
    Sheet sheet(
            @PathVariable String id,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate on) {
        Company company = reader.company(id);
        LocalDate today = LocalDate.now(clock);
        LocalDate day = on == null ? today : on;
        RegisterQuery all = RegisterQuery.ofCompany(company.id(), today);
        RegisterQuery thatDay = all.on(day);
        return new Sheet(
                lists.companies(thatDay).rows().get(0),
                day,
                lists.responsibilities(thatDay).rows(),
                lists.responsibilities(all).rows(),
                lists.contracts(all).rows(),
                lists.managers(all).rows(),
                lists.standbys(all).rows(),
                ExitView.of(lists.exits(all)),
                "/api/companies/" + company.id() + "/record");
    }
}

package dev.whistle.procedure.companyexit;

import dev.whistle.casefile.CaseFact;
import dev.whistle.casefile.CaseFactSource;
import dev.whistle.casefile.CaseFile;
import dev.whistle.casefile.Particular;
import dev.whistle.casefile.Particulars;
import dev.whistle.organisation.Companies;
import dev.whistle.organisation.Company;
import dev.whistle.organisation.Compounds;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What the case of a company that leaves says in forms, letters and messages. */
@Component
class ExitFacts implements CaseFactSource {

    private final CompanyExits exits;
    private final ExitRules rules;
    private final Particulars particulars;
    private final Companies companies;
    private final Compounds compounds;

    ExitFacts(CompanyExits exits, ExitRules rules, Particulars particulars, Companies companies, Compounds compounds) {
        this.exits = exits;
        this.rules = rules;
        this.particulars = particulars;
        this.companies = companies;
        this.compounds = compounds;
    }

    @Override
    public List<CaseFact> facts() {
        return List.of(
                CaseFact.open("exit.compounds", "退出小区", file -> exits.listed(file.caseNo())),
                CaseFact.open("exit.running", "企业在管小区", this::running),
                CaseFact.open("exit.scope", "退出范围", file -> shown(file, "exitScope")),
                CaseFact.open("exit.decider", "决定主体", file -> shown(file, "exitDecider")),
                CaseFact.open("exit.basis", "退出依据", file -> shown(file, "exitClause")),
                CaseFact.open("exit.last-day", "最后一日说明", this::lastDay),
                CaseFact.open("exit.credit-code", "企业统一社会信用代码", this::creditCode),
                CaseFact.open(
                        "exit.centre",
                        "公共资源中心",
                        file -> Optional.of(rules.setting("resource-centre")).filter(it -> !it.isEmpty())));
    }

    /** All that the company runs today, so that whoever decides sees what is left behind. */
    private Optional<String> running(CaseFile file) {
        return company(file)
                .flatMap(company -> CompoundList.of(compounds.all().stream()
                        .filter(it -> company.equals(it.company()))
                        .toList()));
    }

    private Optional<String> lastDay(CaseFile file) {
        return company(file)
                .map(any ->
                        shown(file, "lastDay").map(it -> "企业服务至" + it + "（含当日）").orElse("企业已经撤离，不再提供服务"));
    }

    private Optional<String> creditCode(CaseFile file) {
        return company(file).flatMap(companies::find).map(Company::creditCode);
    }

    private Optional<String> company(CaseFile file) {
        return CompanyExitProcess.ID.equals(file.procedure())
                ? particulars.find(file.caseNo(), "company").map(Particular::value)
                : Optional.empty();
    }

    private Optional<String> shown(CaseFile file, String particular) {
        return particulars.find(file.caseNo(), particular).map(Particular::shown);
    }
}

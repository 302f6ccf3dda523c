package dev.whistle.procedure.compoundhandover;

import dev.whistle.casefile.CaseFact;
import dev.whistle.casefile.CaseFactSource;
import dev.whistle.casefile.CaseFile;
import dev.whistle.casefile.ChineseTime;
import dev.whistle.casefile.Particular;
import dev.whistle.casefile.Particulars;
import dev.whistle.organisation.Companies;
import dev.whistle.organisation.Company;
import dev.whistle.organisation.Compounds;
import dev.whistle.organisation.Responsibilities;
import dev.whistle.organisation.Units;
import dev.whistle.problem.Texts;
import dev.whistle.register.Committees;
import dev.whistle.register.Standbys;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What a compound's handover is about, as forms, letters and messages say it. */
@Component
class SuccessionFacts implements CaseFactSource {

    private final CompoundHandoverTable table;
    private final CompoundHandovers handovers;
    private final Successions successions;
    private final Responsibilities responsibilities;
    private final Committees committees;
    private final Standbys standbys;
    private final Companies companies;
    private final Compounds compounds;
    private final Particulars particulars;
    private final Units units;
    private final Clock clock;

    SuccessionFacts(
            CompoundHandoverTable table,
            CompoundHandovers handovers,
            Successions successions,
            Responsibilities responsibilities,
            Committees committees,
            Standbys standbys,
            Companies companies,
            Compounds compounds,
            Particulars particulars,
            Units units,
            Clock clock) {
        this.table = table;
        this.handovers = handovers;
        this.successions = successions;
        this.responsibilities = responsibilities;
        this.committees = committees;
        this.standbys = standbys;
        this.companies = companies;
        this.compounds = compounds;
        this.particulars = particulars;
        this.units = units;
        this.clock = clock;
    }

    @Override
    public List<CaseFact> facts() {
        return List.of(
                of(
                        "handover.company",
                        "原物业服务企业",
                        it -> Optional.ofNullable(it.company()).map(units::nameOf)),
                of("handover.reason", "原企业退出原因", it -> Optional.of(handovers.reason(it))),
                of(
                        "handover.lastDay",
                        "企业最后服务日",
                        it -> Optional.ofNullable(it.lastDay()).map(ChineseTime::of)),
                of("handover.matter", "退出事项", it -> Optional.of(matter(it))),
                of("handover.runner", "现管理方", it -> Optional.of(handovers.runner(it))),
                of("handover.plan", "管理安排", it -> Optional.of(plan(it))),
                of("handover.committee", "业主组织情况", it -> Optional.of(committee(it))),
                of("handover.decides", "决定方", this::decides),
                of("handover.proposal", "过渡管理建议", this::proposal),
                CaseFact.open("handover.commissioner", "委托单位", it -> particular(it, "commissioner")),
                CaseFact.open("handover.taking-over", "接管单位", it -> particular(it, "takingOver")),
                CaseFact.open("handover.from", "接管起始日", this::from));
    }

    /** Who decides, as officers read it. */
    static String decider(String code) {
        return Texts.text(Locale.CHINESE, "handover.decider." + code);
    }

    private CaseFact of(String id, String name, Function<Handover, Optional<String>> value) {
        return CaseFact.open(
                id, name, file -> table.find(file.caseNo()).flatMap(value).filter(it -> !it.isEmpty()));
    }

    private String matter(Handover handover) {
        if (handover.company() == null) {
            return "本小区目前没有物业服务企业管理，由镇街、社区依法组织确定今后的管理方式。";
        }
        LocalDate last = handover.lastDay();
        return units.nameOf(handover.company()) + "因" + handovers.reason(handover) + "退出本小区物业管理，"
                + (last == null ? "已经停止服务。" : "最后服务日为" + ChineseTime.of(last) + "。");
    }

    /** Today's runner and those that are to follow, a line each. */
    private String plan(Handover handover) {
        LocalDate today = LocalDate.now(clock);
        return responsibilities.history(handover.compound()).stream()
                .filter(it -> it.to() == null || !it.to().isBefore(today))
                .map(it -> (it.from().isAfter(today) ? "自" + ChineseTime.of(it.from()) + "起：" : "现在：")
                        + handovers.said(it))
                .collect(Collectors.joining("\n"));
    }

    private String committee(Handover handover) {
        LocalDate today = LocalDate.now(clock);
        return committees
                .on(handover.compound(), today)
                .map(it -> it.kind().label() + "，任期至" + ChineseTime.of(it.to())
                        + (it.overdue(today) ? "（逾期未换届，由居委会代表业主）" : ""))
                .orElse("没有业主委员会，由居委会代表业主");
    }

    private Optional<String> decides(Handover handover) {
        return successions
                .of(handover)
                .map(it -> it.deciders().stream().map(SuccessionFacts::decider).collect(Collectors.joining("、"))
                        + "。接续方式："
                        + it.ways().stream()
                                .map(way -> Texts.text(Locale.CHINESE, "handover.way." + way))
                                .collect(Collectors.joining("、"))
                        + "。");
    }

    private Optional<String> proposal(Handover handover) {
        return successions.of(handover).map(it -> switch (it.standIn()) {
            case "state-owned" ->
                "委托国有企业应急管理："
                        + companies.all().stream()
                                .filter(Company::stateOwned)
                                .map(Company::id)
                                .map(units::nameOf)
                                .collect(Collectors.joining("、"));
            case "standby" ->
                "委托镇街的应急企业：" + standby(handover).map(units::nameOf).orElse("本镇街没有登记应急企业，可以委托国有企业或者其他有资质的企业");
            default -> "由社区或者镇街公益性物业服务中心提供基本服务";
        });
    }

    private Optional<String> standby(Handover handover) {
        return compounds.find(handover.compound()).flatMap(it -> standbys.of(it.street(), LocalDate.now(clock)));
    }

    private Optional<String> particular(CaseFile file, String name) {
        return particulars.find(file.caseNo(), name).map(Particular::shown);
    }

    private Optional<String> from(CaseFile file) {
        return particulars
                .find(file.caseNo(), "takesOverFrom")
                .map(Particular::value)
                .map(LocalDate::parse)
                .map(ChineseTime::of);
    }
}

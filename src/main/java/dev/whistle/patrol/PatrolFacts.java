package dev.whistle.patrol;

import dev.whistle.casefile.CaseFact;
import dev.whistle.casefile.CaseFactSource;
import dev.whistle.casefile.CaseFile;
import dev.whistle.casefile.Particular;
import dev.whistle.casefile.Particulars;
import dev.whistle.casefile.Parties;
import dev.whistle.casefile.PartyRole;
import dev.whistle.organisation.Unit;
import dev.whistle.organisation.Units;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What the three forms (三联单) and messages say of what a patrol found. */
@Component
class PatrolFacts implements CaseFactSource {

    private static final String VIOLATOR = "违规行为人";

    private final Particulars particulars;
    private final Parties parties;
    private final Units units;

    PatrolFacts(Particulars particulars, Parties parties, Units units) {
        this.particulars = particulars;
        this.parties = parties;
        this.units = units;
    }

    @Override
    public List<CaseFact> facts() {
        return List.of(
                CaseFact.open(
                        "patrol.unit", "巡查单位", file -> units.find(file.unit()).map(Unit::name)),
                CaseFact.open("patrol.violation", "违规行为", this::violation),
                CaseFact.open("patrol.matter", "违规情形", PatrolFacts::matter),
                CaseFact.open("patrol.dissuasion", "劝阻情况", this::dissuasion),
                CaseFact.open("patrol.state", "行为状态", this::state),
                new CaseFact("patrol.violator", "违规行为人称谓", true, this::violator));
    }

    private Optional<String> violation(CaseFile file) {
        return find(file, "violationKind").or(() -> find(file, "findingKind")).map(Particular::shown);
    }

    private static Optional<String> matter(CaseFile file) {
        String details = file.details();
        return Optional.of(
                details == null || details.isBlank() ? file.title() + "。" : file.title() + "。" + details.strip());
    }

    private Optional<String> dissuasion(CaseFile file) {
        return Optional.of(find(file, "stopped")
                .map(it -> it.value().equals("yes") ? "经当场劝阻，已经停止" : "经当场劝阻仍不停止")
                .orElse("存量建筑，登记上报"));
    }

    private Optional<String> state(CaseFile file) {
        return Optional.of(find(file, "stopped")
                .map(it -> it.value().equals("yes") ? "已停止" : "持续")
                .orElse("存量"));
    }

    /** Whoever it is, a notice that is served on the spot can be written to him. */
    private Optional<String> violator(CaseFile file) {
        return parties.nameOf(file.caseNo(), PartyRole.VIOLATOR.code()).or(() -> Optional.of(VIOLATOR));
    }

    private Optional<Particular> find(CaseFile file, String name) {
        return particulars.find(file.caseNo(), name);
    }
}

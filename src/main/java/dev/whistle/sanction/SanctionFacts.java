package dev.whistle.sanction;

import dev.whistle.casefile.CaseFact;
import dev.whistle.casefile.CaseFactSource;
import dev.whistle.casefile.CaseFile;
import dev.whistle.casefile.Cases;
import dev.whistle.casefile.ChineseTime;
import dev.whistle.clause.Clause;
import dev.whistle.clause.ClauseBook;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What the letters of an escalation say of it. */
@Component
class SanctionFacts implements CaseFactSource {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private final BreachTable breaches;
    private final SanctionTable sanctions;
    private final Answerables answerables;
    private final Cases cases;
    private final ClauseBook clauses;

    SanctionFacts(
            BreachTable breaches, SanctionTable sanctions, Answerables answerables, Cases cases, ClauseBook clauses) {
        this.breaches = breaches;
        this.sanctions = sanctions;
        this.answerables = answerables;
        this.cases = cases;
        this.clauses = clauses;
    }

    @Override
    public List<CaseFact> facts() {
        return List.of(
                fact("party", "责任单位", it -> answerables.of(it.party()).name()),
                fact("matter", "涉及案件", it -> it.matter()),
                fact("matterTitle", "涉及事项", it -> cases.get(it.matter()).title()),
                CaseFact.open("sanction.duties", "未履行的职责", this::duties),
                fact("clauses", "依据条款", this::headings),
                fact("earlier", "此前的处理", this::earlier));
    }

    private CaseFact fact(String id, String name, Function<Breach, String> said) {
        return CaseFact.open(
                "sanction." + id,
                name,
                file -> breaches.of(file.caseNo()).stream().findFirst().map(said));
    }

    private Optional<String> duties(CaseFile file) {
        return breaches.of(file.caseNo()).stream().map(Breach::duty).distinct().reduce((a, b) -> a + "；" + b);
    }

    private String headings(Breach breach) {
        return Arrays.stream(breach.clause().split("\\s+"))
                .map(id -> clauses.find(id).map(Clause::heading).orElse(id))
                .distinct()
                .collect(Collectors.joining("、"));
    }

    private String earlier(Breach breach) {
        String told = sanctions.counting(breach.matter(), breach.party()).stream()
                .filter(it -> it.documentNumber() != null)
                .map(it -> "%s%s（%s）"
                        .formatted(
                                ChineseTime.of(it.imposedAt().atZone(CHINA).toLocalDate()),
                                it.rung().label(),
                                it.documentNumber()))
                .collect(Collectors.joining("，"));
        return told.isEmpty() ? "无" : told;
    }
}

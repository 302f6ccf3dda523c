package dev.whistle.procedure.complaint;

import dev.whistle.casefile.Cases;
import dev.whistle.casefile.ChineseTime;
import dev.whistle.casefile.SimilarCase;
import dev.whistle.casefile.SimilarCase.Likeness;
import dev.whistle.casefile.SimilarCases;
import dev.whistle.casefile.SimilarCases.Wanted;
import dev.whistle.clock.ClockState;
import dev.whistle.clock.Clocks;
import dev.whistle.engine.ReferenceList;
import dev.whistle.engine.ReferenceList.Asker;
import dev.whistle.engine.ReferenceList.Option;
import dev.whistle.organisation.Access;
import dev.whistle.organisation.Officer;
import dev.whistle.organisation.UnitKind;
import dev.whistle.organisation.Units;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The complaints that a complaint may repeat, and the open ones that it may be merged into, for an officer to choose
 * from: number, matter, day and why, never who complained. Offices are shown every similar complaint of their district,
 * for without it nobody would recognise one that was made elsewhere; a company only what it may read anyway.
 */
@Configuration
class SimilarComplaints {

    /** A list that an officer can look through. */
    private static final int AT_MOST = 20;

    private final SimilarCases similar;
    private final RepeatRules rules;
    private final Cases cases;
    private final Clocks clocks;
    private final Access access;
    private final Units units;
    private final MessageSource texts;

    SimilarComplaints(
            SimilarCases similar,
            RepeatRules rules,
            Cases cases,
            Clocks clocks,
            Access access,
            Units units,
            MessageSource texts) {
        this.similar = similar;
        this.rules = rules;
        this.cases = cases;
        this.clocks = clocks;
        this.access = access;
        this.units = units;
        this.texts = texts;
    }

    @Bean
    ReferenceList similarComplaintList() {
        return new ListOf("similar-complaints", Wanted.EARLIER);
    }

    /** Without those that have been answered: who joined them would get no answer. */
    @Bean
    ReferenceList openSimilarComplaintList() {
        return new ListOf("open-similar-complaints", Wanted.OPEN);
    }

    private List<Option> options(Wanted wanted, Asker asker) {
        String caseNo = asker.caseNo();
        if (caseNo == null) {
            return List.of(); // a start form: there is no case yet that could be like others
        }
        return similar.to(caseNo, wanted, ComplaintFacts.COMPLAINANT, ComplaintFacts.MATTER_KIND, rules.days()).stream()
                .filter(it -> wanted == Wanted.EARLIER || !answered(it.caseNo()))
                .filter(it -> mayKnow(asker.officer(), it.caseNo()))
                .limit(AT_MOST)
                .map(it -> new Option(it.caseNo(), label(it)))
                .toList();
    }

    private boolean answered(String caseNo) {
        return clocks.find(caseNo, ComplaintProcess.ANSWER_CLOCK)
                .map(it -> it.endedAt() != null && it.state() != ClockState.CANCELLED)
                .orElse(false);
    }

    private boolean mayKnow(Officer officer, String caseNo) {
        Set<UnitKind> kinds = officer.units().stream()
                .flatMap(it -> units.find(it).stream())
                .map(it -> it.kind())
                .collect(Collectors.toSet());
        return !kinds.equals(Set.of(UnitKind.COMPANY)) || access.mayRead(officer, cases.unitsOf(caseNo));
    }

    private String label(SimilarCase it) {
        String why = Arrays.stream(Likeness.values())
                .filter(it.why()::contains)
                .map(rules::name)
                .collect(Collectors.joining("、"));
        return "%s %s（%s，%s；%s）"
                .formatted(
                        it.caseNo(),
                        it.title(),
                        ChineseTime.of(it.receivedAt().atZone(ChineseTime.CHINA).toLocalDate()),
                        why,
                        state(it));
    }

    private String state(SimilarCase it) {
        String outcome = it.outcome();
        return outcome == null
                ? "办理中"
                : String.valueOf(texts.getMessage("case.outcome." + outcome, null, "已办结", Locale.SIMPLIFIED_CHINESE));
    }

    private final class ListOf implements ReferenceList {

        private final String name;
        private final Wanted wanted;

        ListOf(String name, Wanted wanted) {
            this.name = name;
            this.wanted = wanted;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public List<Option> options(Asker asker) {
            return SimilarComplaints.this.options(wanted, asker);
        }

        @Override
        public Optional<Option> find(String value, Asker asker) {
            return options(asker).stream()
                    .filter(it -> it.value().equals(value))
                    .findFirst();
        }
    }
}

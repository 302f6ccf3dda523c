package dev.whistle.procedure.companyexit;

import dev.whistle.casefile.Cases;
import dev.whistle.casefile.ChineseTime;
import dev.whistle.casefile.Submission;
import dev.whistle.casefile.Submissions;
import dev.whistle.clock.Clocks;
import dev.whistle.engine.ProcedureMessages;
import dev.whistle.organisation.Compound;
import dev.whistle.organisation.Compounds;
import dev.whistle.problem.Problem;
import dev.whistle.register.Exits;
import dev.whistle.register.Exits.LeftCompound;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Companies that leave (P05), called by models as {@code companyExits}. */
@Component("companyExits")
public class CompanyExits {

    private static final String NOTICE_PERIOD = "exit.notice";
    private static final String WITHDRAWN = "withdrawn";

    private final Exits exits;
    private final ExitChecks checks;
    private final Cases cases;
    private final Clocks clocks;
    private final Compounds compounds;
    private final ProcedureMessages messages;
    private final Submissions submissions;
    private final Clock clock;

    CompanyExits(
            Exits exits,
            ExitChecks checks,
            Cases cases,
            Clocks clocks,
            Compounds compounds,
            ProcedureMessages messages,
            Submissions submissions,
            Clock clock) {
        this.exits = exits;
        this.checks = checks;
        this.cases = cases;
        this.clocks = clocks;
        this.compounds = compounds;
        this.messages = messages;
        this.submissions = submissions;
        this.clock = clock;
    }

    /** Ids of the compounds that are left in this case. */
    public List<String> compounds(DelegateExecution execution) {
        return left(execution.getProcessBusinessKey()).map(Compound::id).toList();
    }

    /** Ids of the communities whose committees are advised to end their contracts; none where nobody is advised. */
    public List<String> advised(DelegateExecution execution) {
        return "yes".equals(execution.getVariable("advice"))
                ? left(execution.getProcessBusinessKey())
                        .map(Compound::community)
                        .distinct()
                        .toList()
                : List.of();
    }

    /**
     * Until when the company serves.
     *
     * @param rule {@code none}: it has left; {@code notice}: not before the notice period from the receipt is over;
     *     {@code free}: as it is decided
     * @param wished ISO; null where nobody said, and the notice period says it
     */
    record Until(String rule, @Nullable String wished) {}

    /**
     * Records that the company leaves.
     *
     * @param compound null for all that it runs
     * @return the last day of its service, ISO; null where it has left
     * @throws Problem naming {@code lastDay}, {@code compound} or {@code company}
     */
    @Nullable
    String open(String caseNo, String company, @Nullable String compound, String reason, Until until) {
        LocalDate last = lastDay(until, caseNo);
        exits.open(new Exits.NewExit(caseNo, company, compound, reason, last));
        Submission.Draft told = new Submission.Draft()
                .field("exitCompounds", "退出小区", listed(caseNo).orElse(null));
        if (last != null) {
            told.particular("lastDay", "企业服务的最后一日", last.toString(), ChineseTime.of(last));
        }
        submissions.hold(told.done());
        return last == null ? null : last.toString();
    }

    /** The compounds that a case leaves, one to a line. */
    Optional<String> listed(String caseNo) {
        return CompoundList.of(left(caseNo).toList());
    }

    /**
     * The company stays: the handovers that are under way are told. One in whose compound somebody else is in charge
     * already goes on by itself.
     */
    void withdraw(String caseNo) {
        List<LeftCompound> open =
                exits.of(caseNo).stream().filter(LeftCompound::open).toList();
        exits.withdraw(caseNo);
        for (LeftCompound it : open) {
            if (it.handover() == null) {
                exits.ended(caseNo, it.compound(), WITHDRAWN);
            } else {
                messages.tell(it.handover(), CompanyExitProcess.Messages.ORDER_WITHDRAWN);
            }
        }
        submissions.hold(new Submission.Draft()
                .field(
                        "withdrawnHandovers",
                        "停止的交接案件",
                        open.stream()
                                .flatMap(it -> Optional.ofNullable(it.handover()).stream())
                                .collect(Collectors.joining("、")))
                .done());
    }

    private @Nullable LocalDate lastDay(Until until, String caseNo) {
        return switch (until.rule()) {
            case "none" -> null;
            case "notice" -> {
                LocalDate earliest = noticeFrom(cases.get(caseNo).receivedAt());
                yield checks.lastDay(until.wished(), earliest).orElse(earliest);
            }
            default -> checks.lastDay(until.wished(), null).orElseGet(() -> noticeFrom(clock.instant()));
        };
    }

    /** The last day of the notice period; one that is over already has its last day tomorrow. */
    private LocalDate noticeFrom(Instant from) {
        LocalDate last = clocks.lastDay(NOTICE_PERIOD, from);
        LocalDate today = LocalDate.now(clock);
        return last.isAfter(today) ? last : today.plusDays(1);
    }

    private Stream<Compound> left(String caseNo) {
        return exits.of(caseNo).stream().flatMap(it -> compounds.find(it.compound()).stream());
    }
}

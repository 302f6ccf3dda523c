package dev.whistle.procedure.companyexit;

import dev.whistle.casefile.Submission;
import dev.whistle.casefile.Submissions;
import dev.whistle.organisation.CurrentOfficer;
import dev.whistle.organisation.Officer;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Facts for companies' credit files. They are only added to; the credit procedure (P07) will take them up. */
@Component
class CreditFacts {

    private final JdbcClient db;
    private final Submissions submissions;
    private final CurrentOfficer current;
    private final Clock clock;

    CreditFacts(JdbcClient db, Submissions submissions, CurrentOfficer current, Clock clock) {
        this.db = db;
        this.submissions = submissions;
        this.current = current;
        this.clock = clock;
    }

    /** Records facts of a company, each kind once in a case. */
    void record(String caseNo, String company, List<CreditKind> kinds, String reason, @Nullable String compound) {
        kinds.forEach(kind -> insert(caseNo, company, kind, reason, compound));
        submissions.hold(new Submission.Draft()
                .field(
                        "creditFacts",
                        "信用事实",
                        kinds.stream().map(CreditKind::label).collect(Collectors.joining("、")))
                .done());
    }

    private void insert(String caseNo, String company, CreditKind kind, String reason, @Nullable String compound) {
        db.sql("""
                insert into whistle.credit_fact
                    (company, compound, kind, reason, on_day, case_no, recorded_by, recorded_at)
                select cast(? as varchar(64)), cast(? as varchar(64)), cast(? as varchar(40)), cast(? as varchar(40)),
                    cast(? as date), cast(? as varchar(20)), cast(? as varchar(64)),
                    cast(? as timestamp with time zone)
                where not exists (select 1 from whistle.credit_fact where case_no = ? and company = ? and kind = ?)""")
                .params(
                        company,
                        compound,
                        kind.name(),
                        reason,
                        LocalDate.now(clock),
                        caseNo,
                        current.get().map(Officer::user).orElse(null),
                        OffsetDateTime.now(clock),
                        caseNo,
                        company,
                        kind.name())
                .update();
    }
}

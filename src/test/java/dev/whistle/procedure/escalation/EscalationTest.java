package dev.whistle.procedure.escalation;

import static dev.whistle.procedure.complaint.ComplaintStory.call;
import static dev.whistle.procedure.complaint.ComplaintStory.signed;
import static dev.whistle.procedure.escalation.EscalationStory.missed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.whistle.casefile.Cases;
import dev.whistle.casefile.Particulars;
import dev.whistle.clock.CaseClock;
import dev.whistle.clock.Clocks;
import dev.whistle.document.Document;
import dev.whistle.document.ReadableDocuments;
import dev.whistle.engine.CaseEvents;
import dev.whistle.problem.FieldError;
import dev.whistle.problem.Problem;
import dev.whistle.procedure.Ending;
import dev.whistle.procedure.companyexit.CompanyExitProcess;
import dev.whistle.procedure.companyexit.CompanyExitStory;
import dev.whistle.procedure.complaint.CaseBook;
import dev.whistle.procedure.complaint.ComplaintProcess;
import dev.whistle.procedure.escalation.EscalationProcess.End;
import dev.whistle.procedure.escalation.EscalationProcess.Happened;
import dev.whistle.procedure.escalation.EscalationProcess.Messages;
import dev.whistle.procedure.escalation.EscalationProcess.Source;
import dev.whistle.procedure.escalation.EscalationProcess.Tasks;
import dev.whistle.procedure.escalation.EscalationProcess.Variables;
import dev.whistle.procedure.letter.LetterProcess;
import dev.whistle.procedure.sanction.SanctionProcess;
import dev.whistle.procedure.sanction.SanctionProcess.Rectified;
import dev.whistle.sanction.Sanction;
import dev.whistle.sanction.Sanctions;
import dev.whistle.testing.Clause;
import dev.whistle.testing.Desk;
import dev.whistle.testing.Jobs;
import dev.whistle.testing.OnH2;
import dev.whistle.testing.OnPostgres;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** P03: what is not done in time climbs by itself, each rung a signed and served document (JJ.G3, JJ.A7.3.7). */
class EscalationTest {

    private static final String RECEIVED = "2026-09-10T09:40:00+08:00";

    @Nested
    @OnH2
    class OnH2Database extends Story {}

    @Nested
    @OnPostgres
    class OnPostgresDatabase extends Story {}

    abstract static class Story {

        @Autowired
        JdbcTemplate db;

        @Autowired
        Desk desk;

        @Autowired
        EscalationStory story;

        @Autowired
        Sanctions sanctions;

        @Autowired
        Clocks clocks;

        @Autowired
        Cases cases;

        @Autowired
        CaseBook book;

        @Autowired
        CaseEvents events;

        @Autowired
        ReadableDocuments documents;

        @Autowired
        Particulars particulars;

        @Autowired
        Jobs jobs;

        @Autowired
        TransactionTemplate transaction;

        private String matter;

        @BeforeEach
        void aComplaint() {
            desk.itIs("2026-09-10T02:00:00Z");
            matter = desk.starts("wanli-1", ComplaintProcess.ID, call(RECEIVED));
        }

        @AfterEach
        void backToTheRealTime() {
            desk.itIsNow();
        }

        /** JJ.A7.3.7: a street's expired answer is a first notice, without anybody asking for it. */
        @Clause({"JJ.A7.3.7", "JJ.G3"})
        @Test
        void anExpiredAnswerIsAFirstNotice() {
            desk.does("wanli", matter, ComplaintProcess.Tasks.SIGN_FOR, signed("street-wanli"));
            desk.itIs("2026-09-28T16:00:00Z");
            jobs.runDueOf(matter);

            String caseNo = story.of(matter);
            assertThat(caseNo).startsWith("DB-2026-");
            assertThat(cases.get(caseNo).unit()).isEqualTo("district-office");
            assertThat(desk.sees(EscalationStory.LEAD, caseNo)).containsExactly(LetterProcess.Tasks.SIGN);
            assertThat(ledger(caseNo)).containsExactly("FIRST_NOTICE IMPOSED");
            assertThat(desk.sees("wanli", matter)).as("the complaint goes on").isNotEmpty();

            desk.itIs("2026-09-29T02:00:00Z");
            story.isServed(caseNo, "2026-09-29");
            assertThat(ledger(caseNo)).containsExactly("FIRST_NOTICE SERVED");
            assertThat(letters(caseNo))
                    .containsExactly("督查抄告单 区物业管理工作领导小组办公室抄告〔2026〕" + number(caseNo) + "号 ACKNOWLEDGED");
            // five working days over National Day: 30 September, 8, 9, the make-up Saturday 10, 12 October
            assertThat(clock(caseNo, "escalation.first-notice").dueAt())
                    .isEqualTo(Instant.parse("2026-10-12T16:00:00Z"));
            assertThat(desk.sees("wanli", caseNo)).containsExactly(SanctionProcess.Tasks.RECTIFY);
            assertThat(book.told(caseNo)).contains("sanction.served wanli");

            desk.itIs("2026-10-12T15:59:00Z");
            story.rectifies("wanli", caseNo, "2026-10-12");
            desk.itIs("2026-10-14T02:00:00Z");
            story.checks(caseNo, Rectified.DONE, "2026-10-14");

            ended(caseNo, End.AFTER_FIRST_NOTICE);
            assertThat(ledger(caseNo)).containsExactly("FIRST_NOTICE RECTIFIED");
            assertThat(book.clocks(caseNo)).containsExactly("escalation.first-notice MET");
            assertThat(sanctions.of("street-wanli"))
                    .extracting(Sanction::matter)
                    .contains(matter);
        }

        /** JJ.G3: the ladder to its end by time alone. */
        @Clause("JJ.G3")
        @Test
        void whatIsNeverDoneClimbsByItself() {
            String caseNo = story.reported(missed(matter, "street-wanli", Source.ASSIGNMENT, Happened.MISSED));
            story.isServed(caseNo, "2026-09-10");
            expires(caseNo, "2026-09-17T16:00:00Z");
            assertThat(ledger(caseNo)).containsExactly("FIRST_NOTICE UNRECTIFIED", "SUPERVISION IMPOSED");
            assertThat(desk.open(caseNo)).as("the old time is over").containsExactly(LetterProcess.Tasks.SIGN);

            desk.itIs("2026-09-18T02:00:00Z");
            story.isServed(caseNo, "2026-09-18");
            // 19 and 20 September: a weekend, of which Sunday is worked for National Day; Friday 25 is Mid-Autumn
            assertThat(clock(caseNo, "escalation.supervision").dueAt())
                    .isEqualTo(Instant.parse("2026-09-24T16:00:00Z"));
            expires(caseNo, "2026-09-24T16:00:00Z");
            assertThat(ledger(caseNo))
                    .containsExactly("FIRST_NOTICE UNRECTIFIED", "SUPERVISION UNRECTIFIED", "BULLETIN IMPOSED");

            desk.itIs("2026-09-28T02:00:00Z");
            story.isServed(caseNo, "2026-09-28");
            expires(caseNo, "2026-10-09T16:00:00Z");

            desk.itIs("2026-10-10T02:00:00Z");
            story.isServed(caseNo, "2026-10-10");
            story.interviews(caseNo, "2026-10-10");
            assertThat(desk.sees("discipline", caseNo)).containsExactly(Tasks.ACCOUNT);
            story.accounts(caseNo, "2026-10-10");

            ended(caseNo, End.ACCOUNTABILITY_OPENED);
            assertThat(ledger(caseNo))
                    .containsExactly(
                            "FIRST_NOTICE UNRECTIFIED",
                            "SUPERVISION UNRECTIFIED",
                            "BULLETIN UNRECTIFIED",
                            "INTERVIEW DONE",
                            "ACCOUNTABILITY IMPOSED");
            assertThat(letters(caseNo)).hasSize(4).last().asString().startsWith("约谈通知书");
            assertThat(book.clocks(caseNo))
                    .containsExactly(
                            "escalation.first-notice BREACHED",
                            "escalation.supervision BREACHED",
                            "escalation.bulletin BREACHED");
        }

        /** The five days of a first notice over Spring Festival, with a Saturday that is worked before it. */
        @Test
        void overSpringFestival() {
            desk.itIs("2026-02-12T02:00:00Z");
            String before = desk.starts("wanli-1", ComplaintProcess.ID, call("2026-02-12T09:40:00+08:00"));
            Map<String, Object> form = missed(before, "street-wanli", Source.ASSIGNMENT, Happened.MISSED);
            form.put("reportedAt", "2026-02-12T09:50:00+08:00");
            String caseNo = story.reported(form);
            story.isServed(caseNo, "2026-02-12");

            // 13 February, Saturday the 14th; closed from the 15th to the 23rd; 24, 25, 26 February
            assertThat(clock(caseNo, "escalation.first-notice").dueAt())
                    .isEqualTo(Instant.parse("2026-02-26T16:00:00Z"));
        }

        /** A week without a server: the reminder and the end that were missed are made up for in their order. */
        @Test
        void afterAWeeksOutage() {
            String caseNo = story.reported(missed(matter, "street-wanli", Source.ASSIGNMENT, Happened.MISSED));
            story.isServed(caseNo, "2026-09-10");
            expires(caseNo, "2026-09-24T02:00:00Z");

            assertThat(book.told(caseNo))
                    .containsSubsequence("sanction.served wanli", "clock.reminder wanli", "clock.breached wanli-lead");
            assertThat(ledger(caseNo)).containsExactly("FIRST_NOTICE UNRECTIFIED", "SUPERVISION IMPOSED");
        }

        @Test
        void rectifiedAfterTheSupervision() {
            String caseNo = story.reported(missed(matter, "street-wanli", Source.ASSIGNMENT, Happened.MISSED));
            story.isServed(caseNo, "2026-09-10");
            story.rectifies("wanli", caseNo, "2026-09-10");
            story.checks(caseNo, Rectified.FAILED, "2026-09-10");
            story.isServed(caseNo, "2026-09-10");
            story.rectifies("wanli", caseNo, "2026-09-10");
            story.checks(caseNo, Rectified.DONE, "2026-09-10");

            ended(caseNo, End.AFTER_SUPERVISION);
            assertThat(ledger(caseNo)).containsExactly("FIRST_NOTICE UNRECTIFIED", "SUPERVISION RECTIFIED");
            assertThat(letters(caseNo)).hasSize(2);
        }

        /** JJ.A2.2.3.3: a task of the office's dispatch that is missed is a bulletin at once. */
        @Clause("JJ.A2.2.3.3")
        @Test
        void anOfficesOwnTaskIsABulletinAtOnce() {
            String caseNo =
                    story.reported(missed(matter, "dept-fire", Source.OFFICE_DISPATCH, Happened.NOT_TO_QUALITY));
            assertThat(ledger(caseNo)).containsExactly("BULLETIN IMPOSED");
            story.isServed(caseNo, "2026-09-10");
            assertThat(clock(caseNo, "escalation.bulletin").dueAt()).isEqualTo(Instant.parse("2026-09-15T16:00:00Z"));
            story.rectifies("fire", caseNo, "2026-09-10");
            story.checks(caseNo, Rectified.DONE, "2026-09-10");

            ended(caseNo, End.AFTER_BULLETIN);

            String again = story.reported(again(missed(matter, "dept-fire", Source.OFFICE_DISPATCH, Happened.MISSED)));
            assertThat(letters(again))
                    .as("there is nothing above a bulletin")
                    .hasSize(1)
                    .first()
                    .asString()
                    .startsWith("约谈通知书");
        }

        /**
         * JJ.A7.3.7: a department that shirks is told in a bulletin and interviewed; that it is late alone is looked
         * into.
         */
        @Clause("JJ.A7.3.7")
        @Test
        void aDepartmentThatShirks() {
            String caseNo = story.reported(missed(matter, "dept-fire", Source.COMPLAINT, Happened.MISSED));
            assertThat(desk.open(caseNo)).containsExactly(Tasks.ASSESS);
            story.assesses(caseNo, Happened.SHIRKED);
            story.isServed(caseNo, "2026-09-10");
            story.rectifies("fire", caseNo, "2026-09-10");
            story.checks(caseNo, Rectified.DONE, "2026-09-10");
            story.isServed(caseNo, "2026-09-10");
            assertThat(ledger(caseNo)).containsExactly("BULLETIN RECTIFIED", "INTERVIEW SERVED");
            story.interviews(caseNo, "2026-09-10");

            ended(caseNo, End.AFTER_BULLETIN);
            assertThat(ledger(caseNo)).containsExactly("BULLETIN RECTIFIED", "INTERVIEW DONE");
        }

        /**
         * The lead may think that the bulletin has been enough: then nobody is interviewed, and the ledger says why.
         */
        @Clause("JJ.G3")
        @Test
        void anInterviewThatIsNotCalledFor() {
            String caseNo = story.reported(missed(matter, "dept-fire", Source.COMPLAINT, Happened.SHIRKED));
            story.isServed(caseNo, "2026-09-10");
            story.rectifies("fire", caseNo, "2026-09-10");
            story.checks(caseNo, Rectified.DONE, "2026-09-10");
            story.withdraws(caseNo, "已经整改到位，不再约谈。");

            ended(caseNo, End.AFTER_BULLETIN);
            assertThat(ledger(caseNo)).containsExactly("BULLETIN RECTIFIED", "INTERVIEW REVOKED");
            assertThat(letters(caseNo)).contains("约谈通知书 null WITHDRAWN");
        }

        /** JJ.A7.3.7: who reported it up in time is not to blame. */
        @Clause("JJ.A7.3.7")
        @Test
        void whoReportedItUpInTime() {
            String caseNo = story.reported(missed(matter, "dept-fire", Source.COMPLAINT, Happened.MISSED));
            story.assesses(caseNo, Happened.REPORTED_UP);

            ended(caseNo, End.NO_GROUND);
            assertThat(ledger(caseNo)).isEmpty();
            assertThat(letters(caseNo)).isEmpty();
        }

        /** JJ.A7.3.7: a committee has its bulletin through its community, and is re-elected where it was grave. */
        @Clause("JJ.A7.3.7")
        @Test
        void aCommitteeThatCausedAGraveConflict() {
            Map<String, Object> form = missed(matter, "street-wanli", Source.COMPLAINT, Happened.GRAVE);
            form.put("partyType", "committee");
            form.remove(Variables.UNIT);
            form.put(Variables.COMPOUND, "compound-05");
            String caseNo = story.reported(form);
            assertThat(ledger(caseNo)).containsExactly("BULLETIN IMPOSED");
            story.isServed(caseNo, "2026-09-10");
            assertThat(book.words(caseNo, SanctionProcess.Messages.SERVED)).contains(matter);
            String community =
                    desk.taskOf(caseNo, SanctionProcess.Tasks.RECTIFY).getId();
            assertThat(community).isNotNull();
            expires(caseNo, "2026-09-15T16:00:00Z");
            desk.itIs("2026-09-15T18:00:00Z");
            story.refers(caseNo, "re-election");
            story.isServed(caseNo, "2026-09-16");
            story.interviews(caseNo, "2026-09-16");
            story.accounts(caseNo, "2026-09-16");

            ended(caseNo, End.ACCOUNTABILITY_OPENED);
            assertThat(ledger(caseNo))
                    .containsExactly("BULLETIN UNRECTIFIED", "INTERVIEW DONE", "ACCOUNTABILITY IMPOSED");
            assertThat(book.clocks(caseNo)).containsExactly("escalation.bulletin BREACHED");
        }

        /**
         * JJ.A7.3.7: a company whose neglect ended in an accident has its bulletin, and the office sees to its
         * dismissal.
         */
        @Clause("JJ.A7.3.7")
        @Test
        void aCompanyThatCausedAnAccident() {
            String caseNo = story.reported(missed(matter, "company-5", Source.COMPLAINT, Happened.GRAVE));
            story.isServed(caseNo, "2026-09-10");
            story.rectifies("company-5", caseNo, "2026-09-10");
            story.checks(caseNo, Rectified.DONE, "2026-09-10");
            story.refers(caseNo, "company-exit");

            ended(caseNo, End.AFTER_BULLETIN);
            assertThat(ledger(caseNo)).containsExactly("BULLETIN RECTIFIED");
            assertThat(letters(caseNo)).hasSize(1);
            assertThat(book.clocks(caseNo)).containsExactly("escalation.bulletin MET");
            assertThat(particulars.find(caseNo, "referral").orElseThrow().value())
                    .isEqualTo("company-exit");
            String exit = String.valueOf(db.queryForObject(
                    "select case_no from whistle.case_file where parent_case = ? and procedure = 'company-exit'",
                    String.class,
                    caseNo));
            assertThat(book.particular(exit, "exitReason")).isEqualTo("造成重大矛盾或者事故");
            assertThat(book.file(exit).compound()).isEqualTo("compound-05");
            assertThat(book.file(exit).unit()).isEqualTo("district-office");
            assertThat(desk.sees("district", exit)).containsExactly(CompanyExitProcess.Tasks.DECIDE);
            desk.does(
                    "district",
                    exit,
                    CompanyExitProcess.Tasks.DECIDE,
                    CompanyExitStory.decided(CompanyExitProcess.Decision.STAY, null));
            assertThat(book.file(exit).outcome()).isEqualTo(CompanyExitProcess.End.NOT_ORDERED.outcome());
        }

        /** A rung that was wrong is taken back; it counts no more, and nothing of it is gone. */
        @Clause("JJ.G3")
        @Test
        void revoked() {
            String caseNo = story.reported(missed(matter, "street-wanli", Source.ASSIGNMENT, Happened.MISSED));
            story.isServed(caseNo, "2026-09-10");
            revokes(caseNo);

            ended(caseNo, End.REVOKED);
            assertThat(ledger(caseNo)).containsExactly("FIRST_NOTICE REVOKED");
            assertThat(book.clocks(caseNo)).containsExactly("escalation.first-notice CANCELLED");
            assertThat(book.told(caseNo)).contains("escalation.revoked wanli");
            assertThatExceptionOfType(RuntimeException.class)
                    .as("what is closed is not revoked")
                    .isThrownBy(() -> revokes(caseNo));

            String again = story.reported(again(missed(matter, "street-wanli", Source.ASSIGNMENT, Happened.MISSED)));
            assertThat(ledger(again)).containsExactly("FIRST_NOTICE IMPOSED");
        }

        /** The lead does not send it: that is no rung either. */
        @Test
        void notSent() {
            String caseNo = story.reported(missed(matter, "street-wanli", Source.ASSIGNMENT, Happened.MISSED));
            story.withdraws(caseNo, "情况已经查明，不需要抄告。");

            ended(caseNo, End.REVOKED);
            assertThat(ledger(caseNo)).containsExactly("FIRST_NOTICE REVOKED");
        }

        /** The second time while the first is being put right. */
        @Test
        void missedAgainMeanwhile() {
            desk.does("wanli", matter, ComplaintProcess.Tasks.SIGN_FOR, signed("street-wanli"));
            Map<String, Object> form = missed(matter, "street-wanli", Source.COMPLAINT, Happened.MISSED);
            form.put(Variables.DUTY, "及时到现场调查核实");
            String caseNo = story.reported(form);
            desk.itIs("2026-09-24T02:00:00Z");
            story.isServed(caseNo, "2026-09-24");
            desk.itIs("2026-09-28T16:00:00Z");
            jobs.runDueOf(matter);

            assertThat(ledger(caseNo))
                    .as("its answer is late, too")
                    .containsExactly("FIRST_NOTICE UNRECTIFIED", "SUPERVISION IMPOSED");
            assertThat(book.clocks(caseNo)).containsExactly("escalation.first-notice CANCELLED");
        }

        /** Whoever comes back is counted on: the second time is a supervision, and nobody leaves a rung out by hand. */
        @Clause("JJ.G3")
        @Test
        void noRungIsLeftOut() {
            Map<String, Object> form = missed(matter, "street-wanli", Source.ASSIGNMENT, Happened.MISSED);
            form.put(Variables.WANTED_RUNG, "supervision");
            refused(form, Variables.WANTED_RUNG);

            form.put(Variables.WANTED_RUNG, "first-notice");
            String caseNo = story.reported(form);
            assertThatExceptionOfType(RuntimeException.class)
                    .as("the same once more")
                    .isThrownBy(() -> story.reported(form))
                    .satisfies(it -> assertThat(problem(it).kind()).isEqualTo(Problem.Kind.CONFLICT));
            story.isServed(caseNo, "2026-09-10");
            story.rectifies("wanli", caseNo, "2026-09-10");
            story.checks(caseNo, Rectified.DONE, "2026-09-10");

            Map<String, Object> second = again(missed(matter, "street-wanli", Source.ASSIGNMENT, Happened.MISSED));
            second.put(Variables.WANTED_RUNG, "first-notice");
            refused(second, Variables.WANTED_RUNG);
            second.put(Variables.WANTED_RUNG, null);
            assertThat(ledger(story.reported(second))).containsExactly("SUPERVISION IMPOSED");
        }

        @Test
        void whatIsUnknownIsNamed() {
            refused(missed("TS-2020-999999", "street-wanli", Source.ASSIGNMENT, Happened.MISSED), Variables.MATTER);
            refused(missed(matter, "nobody", Source.ASSIGNMENT, Happened.MISSED), Variables.UNIT);
        }

        private void refused(Map<String, Object> form, String field) {
            assertThatExceptionOfType(RuntimeException.class)
                    .isThrownBy(() -> story.reported(form))
                    .satisfies(it -> assertThat(problem(it).errors())
                            .extracting(FieldError::field)
                            .containsExactly(field));
        }

        private static Problem problem(Throwable thrown) {
            Throwable cause = thrown;
            while (!(cause instanceof Problem) && cause.getCause() != null) {
                cause = cause.getCause();
            }
            return (Problem) cause;
        }

        private void revokes(String caseNo) {
            desk.as(EscalationStory.OFFICE, () -> {
                events.record(
                        cases.get(caseNo),
                        Messages.REVOKED,
                        Map.of("revokedBy", "区领导小组办公室", "revokedOn", "2026-09-10", "revocationReason", "该事项不属于湾里街道。"));
                return caseNo;
            });
        }

        private static Map<String, Object> again(Map<String, Object> form) {
            form.put(Variables.OCCASION, "第二次");
            return form;
        }

        /** Nothing is done until then, and the timers act. */
        private void expires(String caseNo, String at) {
            desk.itIs(at);
            jobs.runDueOf(caseNo);
        }

        private void ended(String caseNo, Ending end) {
            assertThat(cases.get(caseNo).outcome()).isEqualTo(end.outcome());
            assertThat(desk.path(caseNo)).contains(end.event());
            assertThat(desk.open(caseNo)).isEmpty();
        }

        private List<String> ledger(String caseNo) {
            return sanctions.ofCase(caseNo).stream()
                    .map(it -> it.rung() + " " + it.state())
                    .toList();
        }

        private List<String> letters(String caseNo) {
            return desk.as(EscalationStory.OFFICE, () -> documents.of(caseNo)).stream()
                    .map(it -> it.title() + " " + it.number() + " " + it.state())
                    .toList();
        }

        private String number(String caseNo) {
            String number = desk.as(EscalationStory.OFFICE, () -> documents.of(caseNo)).stream()
                    .map(Document::number)
                    .findFirst()
                    .orElseThrow();
            return number.replaceAll(".*〕(\\d+)号", "$1");
        }

        private CaseClock clock(String caseNo, String kind) {
            return clocks.find(caseNo, kind).orElseThrow();
        }
    }
}

package dev.whistle.procedure.assignment;

import static dev.whistle.procedure.assignment.AssignmentDesk.signature;
import static dev.whistle.procedure.assignment.AssignmentStory.again;
import static dev.whistle.procedure.assignment.AssignmentStory.dispatched;
import static dev.whistle.procedure.assignment.AssignmentStory.passed;
import static dev.whistle.procedure.assignment.AssignmentStory.reported;
import static dev.whistle.procedure.assignment.AssignmentStory.signedFor;
import static dev.whistle.procedure.assignment.AssignmentStory.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.whistle.casefile.CaseFile;
import dev.whistle.casefile.ChineseTime;
import dev.whistle.casefile.FirstUnit;
import dev.whistle.casefile.Submission;
import dev.whistle.casefile.Submissions;
import dev.whistle.clock.Clocks;
import dev.whistle.document.LetterStory;
import dev.whistle.engine.CaseEvents;
import dev.whistle.problem.FieldError;
import dev.whistle.problem.Problem;
import dev.whistle.problem.Texts;
import dev.whistle.procedure.Ending;
import dev.whistle.procedure.assignment.AssignmentProcess.CheckResult;
import dev.whistle.procedure.assignment.AssignmentProcess.End;
import dev.whistle.procedure.assignment.AssignmentProcess.Tasks;
import dev.whistle.procedure.complaint.CaseBook;
import dev.whistle.testing.Clause;
import dev.whistle.testing.Desk;
import dev.whistle.testing.Jobs;
import dev.whistle.testing.OnH2;
import dev.whistle.testing.OnPostgres;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** P10: orders to several units, each by itself, to every end. */
class AssignmentTest {

    /** A Monday, ten in the morning in China. */
    private static final String MONDAY = "2026-09-14T02:00:00Z";

    private static final String ORDERED_AT = "2026-09-14T09:40:00+08:00";
    private static final String TODAY = "2026-09-14";
    private static final String WANLI = "street-wanli";
    private static final String FIRE = "dept-fire";

    @Nested
    @OnH2
    class OnH2Database extends Story {}

    @Nested
    @OnPostgres
    class OnPostgresDatabase extends Story {}

    abstract static class Story {

        @Autowired
        Desk desk;

        @Autowired
        CaseBook book;

        @Autowired
        CaseEvents events;

        @Autowired
        Clocks clocks;

        @Autowired
        Jobs jobs;

        @Autowired
        AssignmentDesk units;

        @Autowired
        ProcessEngine engine;

        @Autowired
        FirstUnit firstUnit;

        @Autowired
        Submissions submissions;

        @Autowired
        TransactionTemplate transaction;

        @Autowired
        JdbcTemplate db;

        @BeforeEach
        void onMonday() {
            desk.itIs(MONDAY);
        }

        @AfterEach
        void backToTheRealTime() {
            desk.itIsNow();
        }

        /** JJ.A2.2.2.3: a meeting orders two units; each has its letter, its last day and its own pace. */
        @Clause("JJ.A2.2.2.3")
        @Test
        void twoUnitsInTime() {
            String caseNo = ordered("dispatch-meeting", Map.of(WANLI, "2026-09-30", FIRE, "2026-10-05"));
            assertThat(caseNo).matches("JB-2026-\\d{6}");
            assertThat(orders(caseNo)).containsExactlyInAnyOrder(FIRE + " PLACED", WANLI + " PLACED");
            assertThat(book.particular(caseNo, "source")).isEqualTo("区定期会议调度");
            issued(caseNo, WANLI);
            assertThat(book.told(caseNo, "assignment.ordered"))
                    .containsExactlyInAnyOrder("assignment.ordered wanli", "assignment.ordered wanli-lead");
            assertThat(units.open(caseNo, WANLI)).containsExactly(Tasks.SIGN_FOR);
            assertThat(desk.sees("wanli", caseNo)).containsExactly(Tasks.SIGN_FOR);
            issued(caseNo, FIRE);

            done(caseNo, "wanli", WANLI);
            assertThat(closed(caseNo)).isFalse();
            done(caseNo, "fire", FIRE);

            ended(caseNo, End.DONE);
            assertThat(orders(caseNo)).containsExactlyInAnyOrder(FIRE + " DONE", WANLI + " DONE");
            assertThat(clocks(caseNo))
                    .containsExactlyInAnyOrder(
                            "assignment.order street-wanli MET 2026-09-30",
                            // 5 October is a holiday, and so is all until the 7th
                            "assignment.order dept-fire MET 2026-10-08",
                            "assignment.sign-for street-wanli MET 2026-09-15",
                            "assignment.sign-for dept-fire MET 2026-09-15");
            assertThat(breaches(caseNo)).isEmpty();
            assertThat(book.documents(caseNo)).containsExactly("work-order ACKNOWLEDGED", "work-order ACKNOWLEDGED");
            assertThat(book.told(caseNo, "assignment.closed"))
                    .containsExactlyInAnyOrder(
                            "assignment.closed wanli",
                            "assignment.closed wanli-lead",
                            "assignment.closed fire",
                            "assignment.closed fire-lead");
            assertThat(book.archive(caseNo)).contains("消防通道集中整治", AssignmentStory.TASK, "施划标线1.2公里", "材料齐全");
        }

        /** One in time, one late: reminded, told of, and the case says so for good. */
        @Clause("JJ.A2.2.3.2")
        @Test
        void oneInTimeOneLate() {
            String caseNo = ordered("important-matter", Map.of(WANLI, "2026-09-18", FIRE, "2026-09-30"));
            issued(caseNo, WANLI);
            issued(caseNo, FIRE);
            signsFor(caseNo, "wanli", WANLI);
            done(caseNo, "fire", FIRE);

            desk.itIs("2026-09-15T02:00:00Z"); // three days before, at 08:30
            jobs.runDueOf(caseNo);
            assertThat(book.told(caseNo, "clock.reminder"))
                    .containsExactlyInAnyOrder("clock.reminder wanli", "clock.reminder wanli-lead");
            desk.itIs("2026-09-18T16:00:00Z");
            jobs.runDueOf(caseNo);
            assertThat(book.told(caseNo, "clock.breached"))
                    .contains("clock.breached wanli-lead", "clock.breached district");
            assertThat(units.open(caseNo, WANLI)).containsExactly(Tasks.REPORT);
            desk.itIs("2026-09-19T02:00:00Z");
            units.does("wanli", caseNo, WANLI, Tasks.REPORT, reported("2026-09-19"));
            units.does("district", caseNo, WANLI, Tasks.CHECK, passed());

            ended(caseNo, End.DONE_LATE);
            assertThat(breaches(caseNo)).containsExactly("street-wanli 按期完成交办事项 assignment");
            assertThat(clocks(caseNo))
                    .contains(
                            "assignment.order street-wanli BREACHED 2026-09-18",
                            "assignment.order dept-fire MET 2026-09-30");
        }

        /** Not quite: put right by another day that the office sets. */
        @Clause("JJ.A2.2.3.3")
        @Test
        void returnedForRework() {
            String caseNo = ordered("office-dispatch", Map.of(WANLI, "2026-09-18"));
            issued(caseNo, WANLI);
            signsFor(caseNo, "wanli", WANLI);
            units.does("wanli", caseNo, WANLI, Tasks.REPORT, reported(TODAY));
            Problem refused = catchThrowableOfType(
                    Problem.class,
                    () -> units.does("district", caseNo, WANLI, Tasks.CHECK, again(CheckResult.RETURNED, TODAY)));
            assertThat(said(refused)).containsExactly("reworkUntil 另定的最后一日应当在今天以后，请改正。");
            assertThat(units.open(caseNo, WANLI)).containsExactly(Tasks.CHECK);

            units.does("district", caseNo, WANLI, Tasks.CHECK, again(CheckResult.RETURNED, "2026-09-22"));
            assertThat(book.told(caseNo, "assignment.returned"))
                    .containsExactlyInAnyOrder("assignment.returned wanli", "assignment.returned wanli-lead");
            assertThat(units.open(caseNo, WANLI)).as("signed for already").containsExactly(Tasks.REPORT);
            assertThat(units.task(caseNo, WANLI, Tasks.REPORT).getDueDate())
                    .isEqualTo(Instant.parse("2026-09-22T16:00:00Z"));
            desk.itIs("2026-09-19T02:00:00Z");
            assertThat(jobs.runDueOf(caseNo)).as("reminded of the new day").isPositive();
            units.does("wanli", caseNo, WANLI, Tasks.REPORT, reported("2026-09-19"));
            units.does("district", caseNo, WANLI, Tasks.CHECK, passed());

            ended(caseNo, End.DONE);
            assertThat(clocks(caseNo))
                    .containsExactlyInAnyOrder(
                            "assignment.sign-for street-wanli MET 2026-09-15",
                            "assignment.order street-wanli MET 2026-09-18",
                            "assignment.order street-wanli/2 MET 2026-09-22");
            assertThat(states(caseNo, WANLI))
                    .containsExactly("PLACED", "SIGNED_FOR", "REPORTED", "RETURNED", "REPORTED", "DONE");
        }

        /** Late by its report alone, before any timer: the ladder is told of it as well. */
        @Test
        void reportedLate() {
            String caseNo = ordered("office-dispatch", Map.of(WANLI, "2026-09-18"));
            issued(caseNo, WANLI);
            signsFor(caseNo, "wanli", WANLI);
            desk.itIs("2026-09-19T02:00:00Z");
            units.does("wanli", caseNo, WANLI, Tasks.REPORT, reported("2026-09-19"));
            assertThat(breaches(caseNo)).containsExactly("street-wanli 按期完成交办事项 office-dispatch");
            units.does("district", caseNo, WANLI, Tasks.CHECK, passed());
            ended(caseNo, End.DONE_LATE);
        }

        /** Not to quality: the office says so, the ladder is told (JJ.A2.2.3.3), and it is done again in time. */
        @Clause("JJ.A2.2.3.3")
        @Test
        void notToQuality() {
            String caseNo = ordered("office-dispatch", Map.of(WANLI, "2026-09-18", FIRE, "2026-09-18"));
            issued(caseNo, WANLI);
            issued(caseNo, FIRE);
            done(caseNo, "fire", FIRE);
            signsFor(caseNo, "wanli", WANLI);
            units.does("wanli", caseNo, WANLI, Tasks.REPORT, reported(TODAY));
            units.does("district", caseNo, WANLI, Tasks.CHECK, again(CheckResult.POOR, "2026-09-22"));
            assertThat(breaches(caseNo)).containsExactly("street-wanli 按质完成交办事项 office-dispatch");
            units.does("wanli", caseNo, WANLI, Tasks.REPORT, reported(TODAY));
            units.does("district", caseNo, WANLI, Tasks.CHECK, passed());
            ended(caseNo, End.DONE);
            assertThat(states(caseNo, WANLI)).contains("POOR", "DONE").doesNotContain("RETURNED");
        }

        /** Leaders on the road: the notice for all, then the orders; looked at on site. */
        @Clause("JJ.A2.2.1.3")
        @Test
        void fieldResearch() {
            Map<String, Object> form = with(dispatched("field-research", ORDERED_AT), 1, WANLI, "2026-09-30");
            form.put("onSite", "needed");
            String caseNo = desk.starts("district", AssignmentProcess.ID, form);
            assertThat(desk.open(caseNo)).containsExactly("userTask_signLetter");
            letter(caseNo, "userTask_signLetter", "district-lead", signature("signed"));
            letter(caseNo, "userTask_serveLetter", "district", LetterStory.served(TODAY, true));
            issued(caseNo, WANLI);
            signsFor(caseNo, "wanli", WANLI);
            units.does("wanli", caseNo, WANLI, Tasks.REPORT, reported(TODAY));
            Map<String, Object> check = passed();
            check.remove("checkWay");
            Problem refused = catchThrowableOfType(
                    Problem.class, () -> units.does("district", caseNo, WANLI, Tasks.CHECK, check));
            assertThat(refused.errors())
                    .extracting(FieldError::field)
                    .containsExactly("inspectors", "inspectedOn", "findings");
            check.putAll(Map.of("inspectors", "崔慧、龙伟", "inspectedOn", TODAY, "findings", "通道畅通，标线清晰。"));
            units.does("district", caseNo, WANLI, Tasks.CHECK, check);

            ended(caseNo, End.DONE);
            assertThat(book.documents(caseNo))
                    .containsExactly("inspection-notice ACKNOWLEDGED", "work-order ACKNOWLEDGED");
        }

        /** The lead does not sign: nobody has to do anything. */
        @Test
        void theNoticeIsNotIssued() {
            String caseNo = desk.starts(
                    "district",
                    AssignmentProcess.ID,
                    with(dispatched("field-research", ORDERED_AT), 1, WANLI, "2026-09-30"));
            letter(caseNo, "userTask_signLetter", "district-lead", signature("withdrawn"));

            ended(caseNo, End.NOT_ISSUED);
            assertThat(orders(caseNo)).containsExactly(WANLI + " WITHDRAWN");
        }

        /** Of two letters one is not sent: its unit is left out. */
        @Test
        void oneOrderIsNotIssued() {
            String caseNo = ordered("office-dispatch", Map.of(WANLI, "2026-09-30", FIRE, "2026-09-30"));
            units.does("district-lead", caseNo, FIRE, "userTask_signLetter", signature("withdrawn"));
            issued(caseNo, WANLI);
            done(caseNo, "wanli", WANLI);

            ended(caseNo, End.DONE);
            assertThat(orders(caseNo)).containsExactlyInAnyOrder(FIRE + " WITHDRAWN", WANLI + " DONE");
            assertThat(clocks(caseNo)).contains("assignment.order dept-fire CANCELLED 2026-09-30");
        }

        /** Of none: the case ends with nothing to be done. */
        @Test
        void noOrderIsIssued() {
            String caseNo = ordered("office-dispatch", Map.of(WANLI, "2026-09-30"));
            units.does("district-lead", caseNo, WANLI, "userTask_signLetter", signature("withdrawn"));

            ended(caseNo, End.NOT_ISSUED);
        }

        /** Who does not sign for it is told of, and cannot get round the last day by it. */
        @Test
        void notSignedFor() {
            String caseNo = ordered("office-dispatch", Map.of(WANLI, "2026-09-18"));
            issued(caseNo, WANLI);
            desk.itIs("2026-09-19T02:00:00Z");
            jobs.runDueOf(caseNo);

            assertThat(clocks(caseNo))
                    .containsExactlyInAnyOrder(
                            "assignment.sign-for street-wanli BREACHED 2026-09-15",
                            "assignment.order street-wanli BREACHED 2026-09-18");
            assertThat(book.told(caseNo, "clock.breached"))
                    .contains("clock.breached wanli-lead", "clock.breached district");
            signsFor(caseNo, "wanli", WANLI);
            units.does("wanli", caseNo, WANLI, Tasks.REPORT, reported("2026-09-19"));
            units.does("district", caseNo, WANLI, Tasks.CHECK, passed());
            ended(caseNo, End.DONE_LATE);
        }

        /** Cancelled while one is done: what is done stays, the other is told. */
        @Clause("JJ.9")
        @Test
        void cancelledWhileOneIsDone() {
            String caseNo = ordered("office-dispatch", Map.of(WANLI, "2026-09-30", FIRE, "2026-09-30"));
            issued(caseNo, WANLI);
            done(caseNo, "wanli", WANLI);
            desk.as("district", () -> {
                events.record(book.file(caseNo), AssignmentProcess.CANCELLED, AssignmentStory.cancelled(TODAY));
                return caseNo;
            });

            ended(caseNo, End.CANCELLED);
            assertThat(orders(caseNo)).containsExactlyInAnyOrder(WANLI + " DONE", FIRE + " CANCELLED");
            assertThat(book.told(caseNo, "assignment.cancelled"))
                    .containsExactlyInAnyOrder("assignment.cancelled fire", "assignment.cancelled fire-lead");
            assertThat(book.documents(caseNo))
                    .containsExactlyInAnyOrder("work-order ACKNOWLEDGED", "work-order WITHDRAWN");
            assertThat(clocks(caseNo)).contains("assignment.order dept-fire CANCELLED 2026-09-30");
            assertThat(book.archive(caseNo)).contains("由区消防救援大队统一组织整治。");
        }

        /** A street orders its own communities and the companies that work there, signed by its own lead. */
        @Test
        void aStreetDispatches() {
            String caseNo = desk.starts(
                    "wanli",
                    AssignmentProcess.ID,
                    with(
                            with(dispatched("street-dispatch", ORDERED_AT), 1, "community-wanli-1", "2026-09-30"),
                            2,
                            "company-5",
                            "2026-09-30"));
            units.does("wanli-lead", caseNo, "community-wanli-1", "userTask_signLetter", signature("signed"));
            units.does("wanli", caseNo, "community-wanli-1", "userTask_serveLetter", LetterStory.served(TODAY, true));
            assertThat(desk.sees("wanli-1", caseNo)).containsExactly(Tasks.SIGN_FOR);
            CaseFile file = book.file(caseNo);
            assertThat(file.unit()).isEqualTo(WANLI);
            assertThat(file.source()).isEqualTo("street-dispatch");
        }

        /**
         * By message, as another procedure orders what a meeting has resolved: the same rules, and nothing kept by the
         * engine.
         */
        @Test
        void anotherProcedureOrders() {
            transaction.executeWithoutResult(status -> {
                firstUnit.is("district-office");
                submissions.hold(new Submission.Draft()
                        .particular("source", "调度形式", "dispatch-meeting", "区定期会议调度")
                        .particular("leader", "召集或者部署的领导", "沈副区长", "沈副区长")
                        .particular("heldOn", "调度日期", TODAY, "2026年9月14日")
                        .done());
                Map<String, Object> wanted = with(dispatched("dispatch-meeting", ORDERED_AT), 1, FIRE, "2026-09-30");
                wanted.putAll(Map.of("details", "联席会议纪要第3条", "noticeNo", "〔2026〕3号", "orderedAt", ORDERED_AT));
                wanted.put("compound", null);
                VariableMap given = Variables.createVariables();
                wanted.forEach((name, value) -> given.putValueTyped(name, Variables.untypedValue(value, true)));
                engine.getRuntimeService()
                        .createMessageCorrelation(AssignmentProcess.ORDERED)
                        .setVariables(given)
                        .correlateStartMessage();
            });
            String caseNo = Objects.requireNonNull(db.queryForObject(
                    "select max(case_no) from whistle.case_file where procedure = 'assignment'", String.class));

            assertThat(orders(caseNo)).containsExactly(FIRE + " PLACED");
            issued(caseNo, FIRE);
            done(caseNo, "fire", FIRE);
            ended(caseNo, End.DONE);
        }

        /** Everything that is wrong, in one answer, by the names of the fields. */
        @Test
        void badRowsAreNamedAllAtOnce() {
            Map<String, Object> form = dispatched("street-dispatch", ORDERED_AT);
            form.put("orderUnit1", WANLI);
            form.put("orderTask1", "排查");
            form.put("orderUnit2", WANLI);
            form.put("orderDue2", TODAY);
            form.put("orderUnit3", FIRE);
            form.put("orderTask3", "排查");
            form.put("orderDue3", "2126-09-30");
            form.put("orderTask4", "排查");
            form.put("orderDue4", "2026-09-30");

            assertThat(said(refused("district", form)))
                    .containsExactly(
                            "source “区物业管理工作领导小组办公室”不能以这种形式调度：上路调研、会议调度、办公室调度和随时调度由区办公室登记，镇街、社区（村）各登记自己的调度。",
                            "orderDue1 第1栏没有填写最后一日，请填写。",
                            "orderUnit2 第2栏的承办单位“湾里街道”与第1栏重复，同一单位的事项请写在一栏里。",
                            "orderTask2 第2栏没有写明交办事项，请填写。",
                            "orderDue2 第2栏的最后一日应当在今天以后，请改正。",
                            "orderDue3 第3栏的最后一日在两年以后，请核对年份。",
                            "orderUnit4 第4栏没有选择承办单位，请选择；不需要这一栏的，把事项和最后一日清空。");
        }

        @Test
        void anOrderWithoutUnitsIsNone() {
            assertThat(said(refused("district", dispatched("office-dispatch", ORDERED_AT))))
                    .containsExactly("orderUnit1 请至少填写一栏：承办单位、交办事项和最后一日。");
        }

        /** A street orders nobody else's units, by whichever way it tries. */
        @Test
        void aUnitOfSomebodyElse() {
            for (String other :
                    List.of("street-qingshui", "community-qingshui-1", "dept-fire", WANLI, "no-such-unit")) {
                Map<String, Object> form = with(dispatched("street-dispatch", ORDERED_AT), 1, other, "2026-09-30");
                assertThat(refused("wanli", form).errors())
                        .as(other)
                        .extracting(FieldError::field)
                        .containsExactly("orderUnit1");
            }
        }

        private Problem refused(String user, Map<String, Object> form) {
            Integer before = db.queryForObject("select count(*) from whistle.case_file", Integer.class);
            Problem refused = catchThrowableOfType(Problem.class, () -> desk.starts(user, AssignmentProcess.ID, form));
            assertThat(refused).isNotNull();
            assertThat(db.queryForObject("select count(*) from whistle.case_file", Integer.class))
                    .as("nothing is left behind")
                    .isEqualTo(before);
            return refused;
        }

        private static List<String> said(Problem problem) {
            return problem.errors().stream()
                    .map(it -> it.field() + " " + Texts.text(Locale.SIMPLIFIED_CHINESE, it))
                    .toList();
        }

        private String ordered(String source, Map<String, String> dueOfUnits) {
            Map<String, Object> form = dispatched(source, ORDERED_AT);
            int row = 1;
            for (Map.Entry<String, String> order : dueOfUnits.entrySet()) {
                with(form, row++, order.getKey(), order.getValue());
            }
            return desk.starts("district", AssignmentProcess.ID, form);
        }

        private void issued(String caseNo, String unit) {
            units.issues(caseNo, unit, TODAY);
        }

        private void signsFor(String caseNo, String user, String unit) {
            units.does(user, caseNo, unit, Tasks.SIGN_FOR, signedFor());
        }

        private void done(String caseNo, String user, String unit) {
            signsFor(caseNo, user, unit);
            units.does(user, caseNo, unit, Tasks.REPORT, reported(TODAY));
            units.does("district", caseNo, unit, Tasks.CHECK, passed());
        }

        private void letter(String caseNo, String task, String user, Map<String, Object> form) {
            desk.does(user, caseNo, task, form);
        }

        private boolean closed(String caseNo) {
            return book.file(caseNo).closed();
        }

        private void ended(String caseNo, Ending end) {
            assertThat(book.file(caseNo).outcome()).isEqualTo(end.outcome());
            assertThat(desk.path(caseNo)).contains(end.event());
            assertThat(desk.open(caseNo)).isEmpty();
            assertThat(clocks(caseNo)).noneMatch(it -> it.contains("RUNNING"));
            assertThat(book.archive(caseNo)).contains("消防通道集中整治", "结案归档");
        }

        /** Kind, occasion, state and last day of the clocks. */
        private List<String> clocks(String caseNo) {
            return clocks.of(caseNo).stream()
                    .map(it -> "%s %s %s %s"
                            .formatted(
                                    it.kind(),
                                    it.occasion(),
                                    it.state(),
                                    it.dueAt()
                                            .minusNanos(1)
                                            .atZone(ChineseTime.CHINA)
                                            .toLocalDate()))
                    .toList();
        }

        private List<String> orders(String caseNo) {
            return db.queryForList("""
                    select o.unit || ' ' || e.state from whistle.work_order o
                    join whistle.work_order_event e on e.case_no = o.case_no and e.unit = o.unit
                    where o.case_no = ? and e.id = (select max(l.id) from whistle.work_order_event l
                                                    where l.case_no = o.case_no and l.unit = o.unit)""", String.class, caseNo);
        }

        /** What the ladder (P03) was told of, and by which of its ways. */
        private List<String> breaches(String caseNo) {
            return db.queryForList(
                    "select unit || ' ' || duty || ' ' || source from whistle.breach where matter = ? order by ordinal",
                    String.class,
                    caseNo);
        }

        private List<String> states(String caseNo, String unit) {
            return db.queryForList(
                    "select state from whistle.work_order_event where case_no = ? and unit = ? order by id",
                    String.class,
                    caseNo,
                    unit);
        }
    }
}

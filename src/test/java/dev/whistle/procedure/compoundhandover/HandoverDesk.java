package dev.whistle.procedure.compoundhandover;

import dev.whistle.casefile.Cases;
import dev.whistle.casefile.ChineseTime;
import dev.whistle.casefile.FirstUnit;
import dev.whistle.clock.Clocks;
import dev.whistle.document.LetterStory;
import dev.whistle.engine.ProcedureMessages;
import dev.whistle.handover.DrawnSignature;
import dev.whistle.handover.Handovers;
import dev.whistle.handover.NewHandover;
import dev.whistle.handover.NewHandover.Person;
import dev.whistle.organisation.Compound;
import dev.whistle.organisation.Compounds;
import dev.whistle.organisation.Responsibilities;
import dev.whistle.organisation.Responsibility;
import dev.whistle.organisation.Units;
import dev.whistle.register.Exits;
import dev.whistle.register.Exits.NewExit;
import dev.whistle.testing.Desk;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** A compound's handover as officers of its street and community take it through, and what stands in the registers meanwhile. */
@Component
public class HandoverDesk {

    private static final AtomicInteger NUMBERS = new AtomicInteger(500_000);

    private final ProcessEngine engine;
    private final Desk desk;
    private final Exits exits;
    private final Responsibilities responsibilities;
    private final Compounds compounds;
    private final Units units;
    private final Handovers lists;
    private final Cases cases;
    private final Clocks clocks;
    private final ProcedureMessages messages;
    private final FirstUnit firstUnit;
    private final TransactionTemplate transaction;
    private final JdbcTemplate db;

    HandoverDesk(
            ProcessEngine engine,
            Desk desk,
            Exits exits,
            Responsibilities responsibilities,
            Compounds compounds,
            Units units,
            Handovers lists,
            Cases cases,
            Clocks clocks,
            ProcedureMessages messages,
            FirstUnit firstUnit,
            TransactionTemplate transaction,
            JdbcTemplate db) {
        this.engine = engine;
        this.desk = desk;
        this.exits = exits;
        this.responsibilities = responsibilities;
        this.compounds = compounds;
        this.units = units;
        this.lists = lists;
        this.cases = cases;
        this.clocks = clocks;
        this.messages = messages;
        this.firstUnit = firstUnit;
        this.transaction = transaction;
        this.db = db;
    }

    /** A case in which whoever runs a compound leaves it, and the compound's own that hands it over; answers the latter. */
    public String leaves(String compound, String reason, @Nullable String lastDay) {
        String company =
                Objects.requireNonNull(compounds.find(compound).orElseThrow().company());
        String parent = "TC-2026-%06d".formatted(NUMBERS.incrementAndGet());
        OffsetDateTime now = OffsetDateTime.parse("2026-01-05T10:00:00+08:00");
        db.update("""
                insert into whistle.case_file (case_no, procedure, title, unit, received_at, opened_at, tracking)
                values (?, 'complaint', '企业退出', 'district-office', ?, ?, ?)""", parent, now, now, parent.substring(3));
        exits.open(new NewExit(parent, company, compound, reason, lastDay == null ? null : LocalDate.parse(lastDay)));
        Map<String, Object> told = new HashMap<>();
        told.put("parent", parent);
        told.put("compound", compound);
        told.put("company", company);
        told.put("exitReason", reason);
        told.put("urgent", lastDay == null ? "yes" : "no");
        told.put("lastDay", lastDay);
        told.put("matter", "物业服务企业退出本小区");
        told.put(
                "receivedAt",
                OffsetDateTime.ofInstant(ClockUtil.getCurrentTime().toInstant(), ChineseTime.CHINA)
                        .toString());
        transaction.executeWithoutResult(status -> {
            firstUnit.is(compounds.find(compound).orElseThrow().street());
            messages.start(CompoundHandoverProcess.DUE, told);
        });
        return open(compound);
    }

    /** Number of the open case that hands a compound over. */
    public String open(String compound) {
        return db.queryForObject(
                "select case_no from whistle.compound_handover where open_compound = ?", String.class, compound);
    }

    public String parent(String caseNo) {
        return db.queryForObject(
                "select parent from whistle.compound_handover where case_no = ?", String.class, caseNo);
    }

    /** What the case of the company's exit knows to have come of a compound. */
    public @Nullable String told(String parent, String compound) {
        return db.queryForObject(
                "select outcome from whistle.exit_compound where case_no = ? and compound = ?",
                String.class,
                parent,
                compound);
    }

    public boolean tell(String caseNo, String message) {
        return Boolean.TRUE.equals(transaction.execute(status -> messages.tell(caseNo, message)));
    }

    /** An officer of the street does the one open task of this kind. */
    public void does(String caseNo, String task, Map<String, Object> form) {
        desk.does(street(caseNo), caseNo, task, form);
    }

    /** The owners are told, by letter and on the notice board. */
    public void informs(String caseNo, String day) {
        issues(caseNo, "owners-notice", day);
        Map<String, Object> informed = new HashMap<>(Map.of("informedOn", day, "informedWhere", "小区公告栏"));
        informed.put("informedElse", null);
        desk.does(officer(compound(caseNo).community()), caseNo, CompoundHandoverProcess.Tasks.INFORM, informed);
    }

    /** All is handed over, and certified. */
    public void handsOver(String caseNo, String day) {
        settlesList(caseNo);
        does(caseNo, CompoundHandoverProcess.Tasks.HAND_OVER, new HashMap<>(Map.of("handoverResult", "complete")));
        issues(caseNo, "handover-certificate", day);
    }

    /** A letter of this kind is signed by the street's lead and served. */
    public void issues(String caseNo, String letter, String day) {
        letter(caseNo, letter, "signed");
        serves(caseNo, letter, day);
    }

    public void serves(String caseNo, String letter, String day) {
        submit(street(caseNo), task(caseNo, letter, "userTask_serveLetter"), LetterStory.served(day, true));
    }

    public void letter(String caseNo, String letter, String decision) {
        Map<String, Object> form = new HashMap<>(Map.of("decision", decision));
        form.put("remark", decision.equals("signed") ? null : "请核对。");
        submit(street(caseNo) + "-lead", task(caseNo, letter, "userTask_signLetter"), form);
    }

    private Compound compound(String caseNo) {
        return compounds
                .find(Objects.requireNonNull(cases.get(caseNo).compound()))
                .orElseThrow();
    }

    /** The user who is an officer of the case's street. */
    private String street(String caseNo) {
        return officer(compound(caseNo).street());
    }

    private static String officer(String unit) {
        return unit.replaceFirst("^(street|community)-", "");
    }

    private Task task(String caseNo, String letter, String step) {
        return engine
                .getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(caseNo)
                .taskDefinitionKey(step)
                .list()
                .stream()
                .filter(it -> letter.equals(engine.getTaskService().getVariable(it.getId(), "letter")))
                .findFirst()
                .orElseThrow(() -> new AssertionError(letter + " is not at " + step + ": " + desk.open(caseNo)));
    }

    private void submit(String user, Task task, Map<String, Object> form) {
        desk.as(user, () -> {
            engine.getFormService().submitTaskForm(task.getId(), form);
            return task;
        });
    }

    /** Everything on the list is settled, signed by three; but for these items. */
    public void settlesList(String caseNo, String... but) {
        String signature = DrawnSignature.picture(true);
        String community = units.nameOf(compound(caseNo).community());
        desk.as(street(caseNo), () -> {
            var file = cases.get(caseNo);
            lists.of(file).stream()
                    .filter(line -> !List.of(but).contains(line.item().id()))
                    .forEach(line -> lists.record(
                            file,
                            line.item().id(),
                            new NewHandover(
                                    0,
                                    "not-applicable",
                                    null,
                                    null,
                                    null,
                                    "本小区没有此项",
                                    null,
                                    "tablet",
                                    null,
                                    new Person("申屠交", "退出的企业", signature),
                                    new Person("闻人接", "业主委员会", signature),
                                    new Person("公西见", community, signature))));
            return file;
        });
    }

    /** Who runs a compound on a day: basis and unit. */
    public String runs(String compound, String day) {
        return responsibilities
                .on(compound, LocalDate.parse(day))
                .map(it -> it.basis().code() + " " + (it.runner() == null ? "owners" : it.runner()))
                .orElse("nobody");
    }

    /** Each day from the first to the last has somebody, and the register's rows follow one another. */
    public boolean alwaysSomebody(String compound, String first, String last) {
        return LocalDate.parse(first)
                .datesUntil(LocalDate.parse(last).plusDays(1))
                .allMatch(it -> responsibilities.on(compound, it).isPresent());
    }

    /** Kinds, occasions, states and last days of a case's clocks. */
    public List<String> clocks(String caseNo) {
        return clocks.of(caseNo).stream()
                .map(it -> (it.kind() + " " + it.occasion()).strip() + " " + it.state() + " "
                        + LocalDate.ofInstant(it.dueAt().minusSeconds(1), ChineseTime.CHINA))
                .toList();
    }

    /** The registers are as before, and nothing goes on: compounds are shared with other tests. */
    public void restores(String compound, List<Responsibility> before) {
        db.queryForList("select case_no from whistle.compound_handover where open_compound = ?", String.class, compound)
                .forEach(desk::stops);
        db.update("update whistle.compound_handover set open_compound = null where compound = ?", compound);
        db.update(
                "update whistle.exit_compound set ended_at = current_timestamp, outcome = coalesce(outcome, 'test') where compound = ?",
                compound);
        db.update("update whistle.company_exit set state = 'WITHDRAWN' where case_no in"
                + " (select case_no from whistle.exit_compound where compound = '" + compound + "')");
        db.update("delete from whistle.contract where compound = ? and number like 'HT-%'", compound);
        db.update(
                "update whistle.contract set ended_on = null, ended_for = null, case_no = null"
                        + " where compound = ? and case_no is not null",
                compound);
        responsibilities.history(compound).stream()
                .filter(it -> before.stream().noneMatch(was -> was.from().equals(it.from())))
                .forEach(it -> db.update(
                        "delete from whistle.responsibility where compound = ? and from_day = ?", compound, it.from()));
        responsibilities.takeBack(compound, "none"); // forgets what it knows of it
    }
}

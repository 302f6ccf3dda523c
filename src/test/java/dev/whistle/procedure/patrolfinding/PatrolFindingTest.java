package dev.whistle.procedure.patrolfinding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whistle.clock.CaseClock;
import dev.whistle.clock.Clocks;
import dev.whistle.document.Documents;
import dev.whistle.document.Docx;
import dev.whistle.document.ReadableDocuments;
import dev.whistle.procedure.Ending;
import dev.whistle.procedure.complaint.CaseBook;
import dev.whistle.procedure.patrolfinding.PatrolFindingProcess.End;
import dev.whistle.procedure.patrolfinding.PatrolFindingProcess.Letters;
import dev.whistle.procedure.patrolfinding.PatrolFindingProcess.Tasks;
import dev.whistle.testing.Clause;
import dev.whistle.testing.Desk;
import dev.whistle.testing.Http;
import dev.whistle.testing.Http.Answer;
import dev.whistle.testing.Jobs;
import dev.whistle.testing.OnH2;
import dev.whistle.testing.OnPostgres;
import dev.whistle.testing.TableCounts;
import dev.whistle.testing.TableDump;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** P04: what patrols find, to every end, with its letters, messages, clocks. */
class PatrolFindingTest {

    /** A Wednesday, ten in the morning in China. */
    private static final String NOW = "2026-09-16T02:00:00Z";

    private static final String FOUND_AT = "2026-09-16T09:30:00+08:00";
    private static final String TODAY = "2026-09-16";
    private static final String GUARD = "钟离朔";
    private static final String VIOLATOR = "公冶长青";

    private static final String CONTRACT = """
            {"findingKind": "contract", "place": "3幢1单元", "matter": "楼道灯不亮",
             "rectificationDemand": "三日内修复楼道照明。"}""";
    private static final String ENFORCEMENT = """
            {"findingKind": "enforcement", "violationKind": "fire-lane", "place": "5幢东侧",
             "matter": "车辆占用消防通道", "details": "一辆面包车停在消防登高面。", "violatorName": "公冶长青",
             "stopped": "yes", "servedHow": "in-person"}""";
    private static final String CONSTRUCTION = """
            {"findingKind": "illegal-construction", "existing": "no", "place": "8幢楼顶",
             "matter": "楼顶搭建阳光房", "stopped": "no", "servedHow": "posted-up"}""";

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
        Clocks clocks;

        @Autowired
        Jobs jobs;

        @Autowired
        ReadableDocuments documents;

        @Autowired
        Documents files;

        @Autowired
        JdbcTemplate db;

        @LocalServerPort
        int port;

        @BeforeEach
        void onWednesday() {
            desk.itIs(NOW);
            db.update("delete from whistle.patrol");
        }

        @AfterEach
        void backToTheRealTime() {
            desk.itIsNow();
        }

        /** JJ.15: inside the contract the company puts it right, in its time, and whoever found it looks again. */
        @Test
        @Clause("JJ.15")
        void theCompanyPutsItRight() {
            String caseNo = found("wanli-1", "孔冰", CONTRACT);
            assertThat(caseNo).matches("XC-2026-\\d{6}");
            assertThat(book.file(caseNo).unit()).isEqualTo("community-wanli-1");
            assertThat(book.told(caseNo, "rectification.ordered")).containsExactly("rectification.ordered company-5");
            assertThat(lastDay(caseNo, PatrolFindingProcess.RECTIFICATION_CLOCK))
                    .isEqualTo("2026年9月24日");
            assertThat(desk.sees("company-5", caseNo)).containsExactly("userTask_rectify");
            rectified("company-5", caseNo);
            assertThat(desk.sees("wanli-1", caseNo)).containsExactly("userTask_checkRectification");
            checked("wanli-1", caseNo, "done");

            ended(caseNo, End.RECTIFIED, "patrol.rectification MET");
            assertThat(book.documents(caseNo)).isEmpty();
        }

        /** What the company found itself its community looks at; not put right, it is reported (JJ.A7.3.7). */
        @Test
        @Clause({"JJ.15", "JJ.A7.3.7"})
        void notPutRightItIsReported() {
            String caseNo = found("company-5", GUARD, CONTRACT);
            rectified("company-5", caseNo);
            checked("wanli-1", caseNo, "failed");

            ended(caseNo, End.NOT_RECTIFIED, "patrol.rectification CANCELLED");
            assertThat(book.told(caseNo, "patrol.not-rectified")).contains("patrol.not-rectified wanli");
            assertThat(breaches(caseNo)).containsExactly("company-5 整改巡查发现的合同范围内的问题 patrol");
            assertThat(escalation(caseNo)).startsWith("DB-");
        }

        /** JJ.15, AP.M2: dissuaded, the three forms made under their titles, reported at once although it stopped. */
        @Test
        @Clause({"JJ.15", "AP.M2", "JJ.A7.3.2"})
        void stoppedByDissuasion() {
            String caseNo = found("company-5", GUARD, ENFORCEMENT);

            assertThat(book.documents(caseNo))
                    .containsExactlyInAnyOrder(
                            Letters.NOTICE + " SERVED", Letters.RECORD + " SERVED", Letters.REPORT + " SERVED");
            assertThat(desk.as("wanli", () -> documents.of(caseNo)))
                    .extracting(it -> it.title())
                    .containsExactlyInAnyOrder("违规行为劝阻通知书", "住宅小区违规行为巡查、劝阻和报告处置记录表", "违规行为报告书");
            assertThat(book.told(caseNo, "patrol.reported"))
                    .contains("patrol.reported wanli-1", "patrol.reported wanli");
            assertThat(book.words(caseNo, "patrol.reported"))
                    .contains("占用消防通道", "经当场劝阻，已经停止")
                    .doesNotContain(GUARD, VIOLATOR);
            assertThat(book.clocks(caseNo)).contains("patrol.report MET", "patrol.handle RUNNING");
            assertThat(lastDay(caseNo, PatrolFindingProcess.HANDLE_CLOCK)).isEqualTo("2026年9月20日");
            assertThat(desk.sees("wanli", caseNo)).containsExactly(Tasks.CONFIRM);
            confirmed(caseNo, "stopped");
            assertThat(whistles(caseNo)).isEmpty();

            ended(caseNo, End.STOPPED, "patrol.report MET", "patrol.handle MET");
            assertThat(TableDump.of(db, "public", "act_")).doesNotContain(GUARD, VIOLATOR);
        }

        /** JJ.A7.3.4, AS.14: it does not stop, the report says so, and it goes to enforcement. */
        @Test
        @Clause({"JJ.A7.3.4", "AS.14"})
        void notStoppedItIsHandedToEnforcement() {
            String caseNo = found("company-5", GUARD, ENFORCEMENT.replace("\"yes\"", "\"no\""));

            assertThat(letter(caseNo, Letters.REPORT)).contains("行为状态：持续", VIOLATOR, GUARD, "占用消防通道");
            assertThat(whistles(caseNo)).containsExactly("street-wanli 车辆占用消防通道 fire-lane 经劝阻仍在继续");
            assertThat(desk.sees("company-5", caseNo)).containsExactly(Tasks.HAND_OVER);
            handedOver("company-5", caseNo);

            ended(caseNo, End.HANDED_OVER, "patrol.report MET", "patrol.handle MET");
        }

        /** It began again after it had stopped. */
        @Test
        @Clause("JJ.A7.3.4")
        void resumedItIsHandedToEnforcement() {
            String caseNo = found("wanli-1", "孔冰", ENFORCEMENT);
            assertThat(letter(caseNo, Letters.REPORT)).contains("行为状态：已停止");
            assertThat(whistles(caseNo)).isEmpty();
            confirmed(caseNo, "resumed");
            assertThat(whistles(caseNo)).hasSize(1);
            handedOver("wanli-1", caseNo);

            ended(caseNo, End.HANDED_OVER, "patrol.report MET", "patrol.handle MET");
        }

        /** JJ.2: stopped by the community, identified by natural resources, demolition led by the street. */
        @Test
        @Clause({"JJ.2", "JJ.A3.2.7"})
        void illegalConstructionIsDemolished() {
            String caseNo = found("company-5", GUARD, CONSTRUCTION);
            assertThat(book.told(caseNo, "patrol.construction")).contains("patrol.construction urban-management");
            assertThat(book.documents(caseNo)).hasSize(3);
            assertThat(desk.sees("wanli-1", caseNo)).containsExactly(Tasks.STOP);
            stopTried(caseNo);
            identified(caseNo, "illegal");
            assertThat(whistles(caseNo)).containsExactly("street-wanli 楼顶搭建阳光房 identified-construction 经劝阻仍在继续");
            assertThat(lastDay(caseNo, PatrolFindingProcess.DEMOLITION_CLOCK)).isEqualTo("2026年10月16日");
            demolished(caseNo, "demolished");

            ended(caseNo, End.DEMOLISHED, "patrol.report MET", "patrol.handle MET", "patrol.demolition MET");
        }

        /** An old building is registered and reported; nobody is dissuaded, nothing is stopped. */
        @Test
        @Clause("JJ.2")
        void anExistingBuildingSkipsTheStop() {
            String caseNo = found("wanli", "谭红霞", """
                    {"findingKind": "illegal-construction", "existing": "yes", "place": "2幢底层",
                     "matter": "底层院落搭建平房"}""");
            assertThat(book.documents(caseNo))
                    .containsExactlyInAnyOrder(Letters.RECORD + " SERVED", Letters.REPORT + " SERVED");
            assertThat(letter(caseNo, Letters.REPORT)).contains("行为状态：存量", "区物业管理工作领导小组办公室");
            assertThat(desk.sees("natural-resources", caseNo)).containsExactly(Tasks.IDENTIFY);
            identified(caseNo, "illegal");
            demolished(caseNo, "enforced");

            ended(caseNo, End.ENFORCED, "patrol.report MET", "patrol.handle MET", "patrol.demolition CANCELLED");
        }

        @Test
        @Clause("JJ.A3.2.7")
        void notIllegalAfterAll() {
            String caseNo =
                    found("company-5", GUARD, CONSTRUCTION.replace("\"no\", \"servedHow\"", "\"yes\", \"servedHow\""));
            identified(caseNo, "lawful");

            ended(caseNo, End.NOT_ILLEGAL, "patrol.report MET", "patrol.handle MET");
        }

        /** Reported days later it was not reported at once: the ledger says so, whatever else is done. */
        @Test
        @Clause("JJ.15")
        void reportedLateItStandsInTheLedger() {
            String caseNo = book.file(post("company-5", GUARD, "2026-09-14T09:30:00+08:00", ENFORCEMENT)
                            .json()
                            .path("caseNo")
                            .asText())
                    .caseNo();
            assertThat(book.clocks(caseNo)).contains("patrol.report BREACHED", "patrol.handle RUNNING");
        }

        /** JJ.A7.3.7: whoever holds it when its time is up is told and reported. */
        @Test
        @Clause("JJ.A7.3.7")
        void notHandledInTimeItIsReported() {
            String caseNo = found("company-5", GUARD, ENFORCEMENT);
            desk.itIs("2026-09-18T00:31:00Z");
            jobs.runDueOf(caseNo);
            assertThat(book.told(caseNo, "clock.reminder")).contains("clock.reminder wanli");
            desk.itIs("2026-09-21T16:01:00Z");
            jobs.runDueOf(caseNo);

            assertThat(book.told(caseNo, "clock.breached")).containsExactly("clock.breached wanli-lead");
            assertThat(breaches(caseNo)).containsExactly("street-wanli 按期处置巡查发现的违规行为 patrol");
            assertThat(db.queryForObject(
                            "select count(*) from whistle.sanction where matter = ? and rung = 'FIRST_NOTICE'",
                            Integer.class,
                            caseNo))
                    .isEqualTo(1);
            confirmed(caseNo, "stopped", "2026-09-21");
            assertThat(book.clocks(caseNo)).contains("patrol.handle BREACHED");
        }

        /** The pictures belong to the case; sent twice there is one case. */
        @Test
        void oneCaseHoweverOftenItIsSent() {
            Answer first = post("wanli-1", "孔冰", FOUND_AT, ENFORCEMENT);
            Map<String, Long> before = TableCounts.of(db);
            Answer again = post("wanli-1", "孔冰", FOUND_AT, ENFORCEMENT);

            assertThat(again.status()).isEqualTo(200);
            assertThat(again.json()).isEqualTo(first.json());
            assertThat(TableCounts.of(db)).isEqualTo(before);
            assertThat(post("wanli-1", "孔冰", FOUND_AT, CONTRACT).status()).isEqualTo(409);
            assertThat(TableCounts.of(db)).isEqualTo(before);
        }

        /** Each is refused naming the field, and neither patrol nor case is there. */
        @ParameterizedTest
        @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                "place": "5幢东侧"          | "place": " "                   | finding.place
                "findingKind": "enforcement" | "findingKind": "gossip"       | finding.findingKind
                "violationKind": "fire-lane" | "violationKind": "witchcraft" | finding.violationKind
                "violationKind": "fire-lane" | "violationKind": null         | finding.violationKind
                "matter": "车辆占用消防通道" | "matter": null                | finding.matter
                "stopped": "yes"             | "stopped": null               | finding.stopped
                "servedHow": "in-person"     | "servedHow": "by-pigeon"      | finding.servedHow
                "stopped": "yes"             | "existing": "no", "stopped": "yes" | finding.existing
                """)
        @Clause("JJ.15")
        void badFindings(String good, String bad, String field) {
            Map<String, Long> before = TableCounts.of(db);
            assertThat(ENFORCEMENT).contains(good);
            Answer refused = post("wanli-1", "孔冰", FOUND_AT, ENFORCEMENT.replace(good, bad));

            assertThat(refused.status()).as(refused.toString()).isEqualTo(400);
            assertThat(refused.json().path("errors").findValuesAsText("field")).contains(field);
            assertThat(TableCounts.of(db)).isEqualTo(before);
        }

        private String found(String user, String who, String finding) {
            Answer made = post(user, who, FOUND_AT, finding);
            assertThat(made.status()).as(made.toString()).isEqualTo(201);
            return made.json().path("caseNo").asText();
        }

        private Answer post(String user, String who, String at, String finding) {
            return Http.program(port, user).post("/api/patrols", """
                            {"compound": "compound-05", "patrolledAt": "%s", "people": ["%s"], "result": "finding",
                             "finding": %s}""".formatted(at, who, finding));
        }

        private void rectified(String user, String caseNo) {
            desk.does(
                    user,
                    caseNo,
                    "userTask_rectify",
                    new HashMap<>(Map.of("rectifyResult", "done", "rectifiedOn", TODAY, "rectifyReport", "已更换灯具。")));
        }

        private void checked(String user, String caseNo, String result) {
            desk.does(
                    user,
                    caseNo,
                    "userTask_checkRectification",
                    new HashMap<>(Map.of(
                            "checkers", "孔冰", "checkedOn", TODAY, "checkResult", result, "checkReport", "到现场查看。")));
        }

        private void confirmed(String caseNo, String result) {
            confirmed(caseNo, result, TODAY);
        }

        private void confirmed(String caseNo, String result, String day) {
            desk.does(
                    "wanli",
                    caseNo,
                    Tasks.CONFIRM,
                    new HashMap<>(Map.of(
                            "confirmers",
                            "谭红霞",
                            "confirmedOn",
                            day,
                            "confirmResult",
                            result,
                            "confirmReport",
                            "到现场查看。")));
        }

        private void handedOver(String user, String caseNo) {
            desk.does(user, caseNo, Tasks.HAND_OVER, new HashMap<>(Map.of("materials", "照片4张。", "handedOverBy", "孔冰")));
        }

        private void stopTried(String caseNo) {
            desk.does(
                    "wanli-1",
                    caseNo,
                    Tasks.STOP,
                    new HashMap<>(Map.of(
                            "stoppedBy",
                            "孔冰",
                            "stoppedOn",
                            TODAY,
                            "stopResult",
                            "continuing",
                            "stopMeasures",
                            "派人看守。")));
        }

        private void identified(String caseNo, String result) {
            desk.does(
                    "natural-resources",
                    caseNo,
                    Tasks.IDENTIFY,
                    new HashMap<>(Map.of(
                            "identifiers",
                            "万成",
                            "identifiedOn",
                            TODAY,
                            "identification",
                            result,
                            "identificationBasis",
                            "查无规划许可。")));
        }

        private void demolished(String caseNo, String result) {
            desk.does(
                    "wanli",
                    caseNo,
                    Tasks.DEMOLISH,
                    new HashMap<>(Map.of(
                            "demolishers",
                            "湾里街道、桂汀社区",
                            "demolishedOn",
                            TODAY,
                            "demolition",
                            result,
                            "demolitionReport",
                            "现场清理完毕。")));
        }

        private void ended(String caseNo, Ending end, String... clockStates) {
            assertThat(book.file(caseNo).outcome()).isEqualTo(end.outcome());
            assertThat(book.file(caseNo).closedAt()).isNotNull();
            assertThat(desk.path(caseNo)).contains(end.event());
            assertThat(desk.open(caseNo)).isEmpty();
            assertThat(book.clocks(caseNo)).containsExactlyInAnyOrder(clockStates);
            assertThat(book.archive(caseNo)).contains(book.file(caseNo).title(), "结案归档");
            assertThat(db.queryForObject("select case_no from whistle.patrol where case_no = ?", String.class, caseNo))
                    .isEqualTo(caseNo);
        }

        /** The whistles that were blown for it: by whom, about what, whether it goes on. */
        private List<String> whistles(String caseNo) {
            return db
                    .queryForList(
                            "select case_no from whistle.case_file where parent_case = ? and procedure = 'street-whistle'",
                            String.class,
                            caseNo)
                    .stream()
                    .map(it -> book.file(it).unit() + " " + book.file(it).title() + " " + routed(it, "violationKind")
                            + " " + book.particular(it, "continuing"))
                    .toList();
        }

        private String routed(String caseNo, String variable) {
            return db.queryForObject("""
                    select v.text_ from act_ru_variable v join act_ru_execution e on e.id_ = v.proc_inst_id_
                    where e.business_key_ = ? and e.parent_id_ is null and e.super_exec_ is null and v.name_ = ?""", String.class, caseNo, variable);
        }

        private String lastDay(String caseNo, String kind) {
            return clocks.find(caseNo, kind).map(CaseClock::lastDay).orElseThrow();
        }

        private String letter(String caseNo, String letter) {
            return desk.as(
                    "district",
                    () -> documents.of(caseNo).stream()
                            .filter(it -> it.letter().equals(letter))
                            .map(it -> Docx.of(
                                            files.open(it, it.versions().size()).bytes())
                                    .text())
                            .findFirst()
                            .orElseThrow());
        }

        private List<String> breaches(String caseNo) {
            return db.queryForList(
                    "select unit || ' ' || duty || ' ' || source from whistle.breach where matter = ?",
                    String.class,
                    caseNo);
        }

        private String escalation(String caseNo) {
            return db.queryForObject("select case_no from whistle.breach where matter = ?", String.class, caseNo);
        }
    }
}

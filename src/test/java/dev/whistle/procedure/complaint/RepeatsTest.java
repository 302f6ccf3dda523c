package dev.whistle.procedure.complaint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import dev.whistle.casefile.Archives;
import dev.whistle.casefile.CaseEvent;
import dev.whistle.casefile.CaseLink;
import dev.whistle.casefile.CaseLink.Relation;
import dev.whistle.casefile.CaseLinks;
import dev.whistle.casefile.Cases;
import dev.whistle.casefile.Entry;
import dev.whistle.casefile.EventKind;
import dev.whistle.casefile.MaskedParty;
import dev.whistle.casefile.Particular;
import dev.whistle.casefile.Particulars;
import dev.whistle.casefile.Parties;
import dev.whistle.casefile.Timeline;
import dev.whistle.engine.ReferenceList;
import dev.whistle.engine.ReferenceList.Asker;
import dev.whistle.engine.ReferenceList.Option;
import dev.whistle.notification.CaseMessages;
import dev.whistle.notification.CaseMessages.CaseMessage;
import dev.whistle.organisation.Officer;
import dev.whistle.problem.FieldError;
import dev.whistle.problem.Problem;
import dev.whistle.testing.Desk;
import dev.whistle.testing.Http;
import dev.whistle.testing.Http.Answer;
import dev.whistle.testing.Jobs;
import dev.whistle.testing.OnH2;
import dev.whistle.testing.OnPostgres;
import dev.whistle.testing.TableCounts;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.repository.Deployment;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** P01 Repeats: seen, confirmed, merged and counted (JJ.A8.3.2.3), by the small model {@code repeats.bpmn}. */
class RepeatsTest {

    /** People, places and matters of one test are nobody's in another. */
    private static final AtomicInteger ROUND = new AtomicInteger();

    private static final String TODAY = "2026-09-10";

    @Nested
    @OnH2
    class H2 extends OnAnyDatabase {}

    @Nested
    @OnPostgres
    class PostgreSql extends OnAnyDatabase {}

    abstract static class OnAnyDatabase {

        @Autowired
        ProcessEngine engine;

        @Autowired
        Desk desk;

        @Autowired
        Jobs jobs;

        @Autowired
        CaseLinks links;

        @Autowired
        Parties parties;

        @Autowired
        Particulars particulars;

        @Autowired
        Timeline timeline;

        @Autowired
        Cases cases;

        @Autowired
        Archives archives;

        @Autowired
        CaseMessages messages;

        @Autowired
        @Qualifier("similarComplaintList")
        ReferenceList similar;

        @Autowired
        @Qualifier("openSimilarComplaintList")
        ReferenceList openSimilar;

        @Autowired
        TransactionTemplate transaction;

        @Autowired
        JdbcTemplate db;

        @LocalServerPort
        int port;

        private Deployment deployment;
        private int round;

        @BeforeEach
        void deploy() {
            round = ROUND.incrementAndGet();
            var wanted = engine.getRepositoryService().createDeployment();
            List.of(
                            "repeats.bpmn",
                            "repeats.start.form",
                            "repeats.sign.form",
                            "repeats.answer.form",
                            "repeats.visit.form")
                    .forEach(it -> wanted.addClasspathResource("dev/whistle/procedure/complaint/" + it));
            deployment = wanted.deploy();
            desk.itIs(TODAY + "T02:00:00Z");
        }

        @AfterEach
        void undeploy() {
            engine.getRepositoryService().deleteDeployment(deployment.getId(), true);
            jobs.clear();
            desk.itIsNow();
        }

        // --- what is suggested ---

        @Test
        void whatIsAlikeIsSuggestedTheNewestFirstWithTheReason() {
            String matter = complaint("2026-08-01", "compound-05", "李梅", "01", "荷风路2号", kind());
            String person = complaint("2026-08-02", "compound-06", "王强", "02", "荷风路3号", "else");
            String address = complaint("2026-08-03", "compound-06", "赵敏", "03", "荷风路1号 2栋", "else");
            complaint("2026-08-04", "compound-05", "孙立", "04", "荷风路4号", "else"); // another matter
            complaint("2026-08-05", "compound-06", "周伟", "05", "荷风路5号", kind()); // elsewhere
            String all = complaint("2026-08-06", "compound-05", "王强", "02", "荷风路1号2栋", kind());
            String mine = complaint(TODAY, "compound-05", "王强", "02", "荷风路1号2栋", kind());

            assertThat(similar.options(office(mine)))
                    .extracting(Option::label)
                    .containsExactly(
                            all + " 消防通道被堵（2026年8月6日，同小区同事由、同一投诉人、同一地址；办理中）",
                            address + " 消防通道被堵（2026年8月3日，同一地址；办理中）",
                            person + " 消防通道被堵（2026年8月2日，同一投诉人；办理中）",
                            matter + " 消防通道被堵（2026年8月1日，同小区同事由；办理中）");
            assertThat(similar.options(office(mine)).toString()).doesNotContain("王强", "荷风路");
        }

        @Test
        void theWindowIsOfWholeDays() {
            String inside = complaint("2026-03-14", "compound-05", "李梅", "01", null, kind());
            complaint("2026-03-13", "compound-05", "李梅", "01", null, kind());
            String mine = complaint(TODAY, "compound-05", "李梅", "01", null, kind());

            assertThat(similar.options(office(mine))).extracting(Option::value).containsExactly(inside);
        }

        @Test
        void whatWasReceivedLaterIsNoOriginalButMayTakeTheCaseIn() {
            String mine = complaint("2026-09-01", "compound-05", "李梅", "01", null, kind());
            String later = complaint("2026-09-02", "compound-05", "李梅", "01", null, kind());

            assertThat(similar.options(office(mine))).isEmpty();
            assertThat(openSimilar.options(office(mine)))
                    .extracting(Option::value)
                    .containsExactly(later);
        }

        @Test
        void atMostTwentyAreShown() {
            for (int i = 0; i < 22; i++) {
                complaint("2026-09-01", "compound-05", null, null, null, kind());
            }
            String mine = complaint(TODAY, "compound-05", null, null, null, kind());

            assertThat(similar.options(office(mine))).hasSize(20);
        }

        @Test
        void anAnsweredOneIsAnOriginalButTakesNoOtherIn() {
            String answered = complaint("2026-09-01", "compound-05", "李梅", "01", null, kind());
            handled(answered);
            answered(answered, "resolved", "company");
            String mine = complaint(TODAY, "compound-05", "李梅", "01", null, kind());

            assertThat(similar.options(office(mine))).extracting(Option::value).containsExactly(answered);
            assertThat(openSimilar.options(office(mine))).isEmpty();
        }

        /** An office is shown what it may not read; a company is not. */
        @Test
        void aCompanyIsShownOnlyWhatItMayRead() {
            String elsewhere =
                    complaintTakenBy("community-guandou-1", "2026-09-01", "compound-01", "李梅", "01", null, kind());
            String mine = complaint(TODAY, "compound-05", "李梅", "01", null, kind());

            assertThat(similar.options(office(mine))).extracting(Option::value).containsExactly(elsewhere);
            assertThat(similar.options(new Asker(Officer.of("company-5", List.of("company-5.officer")), mine)))
                    .isEmpty();
        }

        @Test
        void withoutACaseThereIsNothingToChooseFrom() {
            assertThat(similar.options(new Asker(Officer.of("wanli-1", List.of("community-wanli-1.officer")), null)))
                    .isEmpty();
        }

        @Test
        void theFormShowsThemAndTakesNoOthers() {
            String other = complaint("2026-09-01", "compound-05", "李梅", "01", null, kind());
            String unlike = complaint("2026-09-01", "compound-06", "张华", "09", null, "else");
            String mine = complaint(TODAY, "compound-05", "李梅", "01", null, kind());
            String task = desk.taskOf(mine, "userTask_sign").getId();
            Http wanli = Http.program(port, "wanli-1");

            JsonNode form =
                    wanli.get("/engine-rest/task/" + task + "/deployed-form").json();
            assertThat(form.path("components").get(0).path("values"))
                    .singleElement()
                    .satisfies(it -> assertThat(it.path("value").asText()).isEqualTo(other));

            Answer refused = wanli.post(
                    "/engine-rest/task/" + task + "/submit-form",
                    "{\"variables\": {\"repeatOf\": {\"value\": \"" + unlike + "\"}}}");
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.json().path("message").asText()).contains("重复投诉的原案件不在可选范围之内");
        }

        // --- what is confirmed ---

        @Test
        void aRepeatIsSeenFromBothCases() throws IOException {
            String original = complaint("2026-09-01", "compound-05", "李梅", "01", null, kind());
            String repeat = complaint(TODAY, "compound-05", "李梅", "01", null, kind());
            sign(repeat, Map.of("repeatOf", original, "reason", "同一车位问题"));

            assertThat(links.of(repeat))
                    .extracting(CaseLink::caseNo, CaseLink::relation, CaseLink::reason, CaseLink::officer)
                    .containsExactly(tuple(original, Relation.REPEATS, "同一车位问题", "wanli-1"));
            assertThat(links.of(original))
                    .extracting(CaseLink::caseNo, CaseLink::relation)
                    .containsExactly(tuple(repeat, Relation.REPEATED_BY));
            assertThat(linkedLines(repeat))
                    .singleElement()
                    .satisfies(it -> assertThat(it.entered())
                            .containsExactly(
                                    Entry.of("other", "原案件", original + " 消防通道被堵"),
                                    Entry.of("reason", "理由", "同一车位问题")));

            answered(repeat, "resolved", "other");
            visited(repeat, "satisfied");
            assertThat(inArchive(repeat, "目录.html"))
                    .contains("<h2>九、关联案件</h2>", "<td>" + original + "</td><td>重复投诉的原案件</td><td>同一车位问题</td>");
        }

        @Test
        void programsReadTheLinksAndOfWhatTheyMayNotReadOnlyTheNumber() {
            String original =
                    complaintTakenBy("community-guandou-1", "2026-09-01", "compound-01", "李梅", "01", null, kind());
            String repeat = complaint(TODAY, "compound-05", "李梅", "01", null, kind());
            sign(repeat, Map.of("repeatOf", original));

            JsonNode seen = Http.program(port, "wanli-1")
                    .get("/api/cases/" + repeat + "/links")
                    .json()
                    .get(0);
            assertThat(seen.path("caseNo").asText()).isEqualTo(original);
            assertThat(seen.path("relation").asText()).isEqualTo("REPEATS");
            assertThat(seen.path("relationName").asText()).isEqualTo("重复投诉的原案件");
            assertThat(seen.path("officerName").asText()).isEqualTo("孔冰");
            assertThat(seen.path("readable").asBoolean()).isFalse();
            assertThat(seen.path("title").isNull()).isTrue();
            JsonNode byDistrict = Http.program(port, "district")
                    .get("/api/cases/" + original + "/links")
                    .json()
                    .get(0);
            assertThat(byDistrict.path("relation").asText()).isEqualTo("REPEATED_BY");
            assertThat(byDistrict.path("title").asText()).isEqualTo("消防通道被堵");
            assertThat(byDistrict.path("state").asText()).isEqualTo("open");
        }

        @Test
        void noRepeatIsNoLink() {
            String caseNo = complaint(TODAY, "compound-05", "李梅", "01", null, kind());
            handled(caseNo);

            assertThat(links.of(caseNo)).isEmpty();
            assertThat(linkedLines(caseNo)).isEmpty();
        }

        /** The step refuses under the name of the form's field, and everything is as it was. */
        @Test
        void aNumberThatIsNoneIsRefusedAtTheForm() {
            String caseNo = complaint(TODAY, "compound-05", "李梅", "01", null, kind());
            Map<String, Long> before = TableCounts.of(db);

            assertThatExceptionOfType(Problem.class)
                    .isThrownBy(() -> sign(caseNo, Map.of("typedOriginal", "TS-2099-000001")))
                    .satisfies(it -> assertThat(it.errors())
                            .containsExactly(new FieldError("typedOriginal", "link.unknown", "TS-2099-000001")));
            assertThatExceptionOfType(Problem.class)
                    .isThrownBy(() -> sign(caseNo, Map.of("typedOriginal", caseNo)))
                    .satisfies(it -> assertThat(it.errors())
                            .containsExactly(new FieldError("typedOriginal", "link.same", caseNo)));

            assertThat(TableCounts.of(db)).isEqualTo(before);
            assertThat(desk.taskOf(caseNo, "userTask_sign")).isNotNull();
        }

        // --- what is merged ---

        @Test
        void whoeverComplainedInTheMergedCaseIsAnsweredWithTheOthers() {
            String target = complaint("2026-09-01", "compound-05", "李梅", "01", "荷风路2号", kind());
            String merged = complaint(TODAY, "compound-05", "王强", "02", "荷风路3号", kind());
            handled(target);
            sign(merged, Map.of("mergeInto", target, "reason", "同一处通道"));

            assertThat(cases.get(merged).outcome()).isEqualTo("merged");
            assertThat(links.of(target))
                    .extracting(CaseLink::caseNo, CaseLink::relation)
                    .containsExactly(tuple(merged, Relation.MERGED_FROM));
            assertThat(parties.of(target))
                    .extracting(MaskedParty::roleName, MaskedParty::name, MaskedParty::mergedFrom)
                    .containsExactly(tuple("投诉人", "李*", null), tuple("投诉人", "王*", merged));
            assertThat(linkedLines(target))
                    .singleElement()
                    .satisfies(it -> assertThat(it.entered())
                            .containsExactly(
                                    Entry.of("from", "并入的案件", merged + " 消防通道被堵"), Entry.of("reason", "理由", "同一处通道")));
            assertThat(linkedLines(merged))
                    .singleElement()
                    .satisfies(it -> assertThat(it.name()).isEqualTo("并案"));

            answered(target, "resolved", "company");
            assertThat(messages.of(target))
                    .extracting(CaseMessage::recipient, CaseMessage::recipientName, CaseMessage::phone)
                    .containsExactly(
                            tuple("complainant", "投诉人", "139****" + phone("01").substring(7)),
                            tuple("complainant", "投诉人", "139****" + phone("02").substring(7)));
        }

        @Test
        void whoComplainedTwiceIsToldOnce() {
            String target = complaint("2026-09-01", "compound-05", "李梅", "01", "荷风路2号", kind());
            String samePerson = complaint(TODAY, "compound-05", "李梅", "01", "荷风路8号", kind());
            String samePhone = complaint(TODAY, "compound-05", "李建国", "01", "荷风路2号", kind());
            handled(target);
            sign(samePerson, Map.of("mergeInto", target));
            sign(samePhone, Map.of("mergeInto", target));

            assertThat(parties.of(target))
                    .extracting(MaskedParty::name)
                    .as("the same person is not put there twice, another with that phone is")
                    .containsExactly("李*", "李**");
            answered(target, "resolved", "company");
            assertThat(messages.of(target)).hasSize(1);
        }

        @Test
        void anAnonymousComplaintHasNobodyToTell() {
            String caseNo = complaint(TODAY, "compound-05", null, null, null, kind());
            handled(caseNo);
            answered(caseNo, "resolved", "company");

            assertThat(messages.of(caseNo)).isEmpty();
            assertThat(jobs.background()).isEmpty();
        }

        @Test
        void anAnonymousComplaintIsAnsweredToWhoJoinedIt() {
            String target = complaint("2026-09-01", "compound-05", null, null, null, kind());
            String merged = complaint(TODAY, "compound-05", "王强", "02", null, kind());
            handled(target);
            sign(merged, Map.of("mergeInto", target));
            answered(target, "resolved", "company");

            assertThat(messages.of(target)).hasSize(1);
        }

        @Test
        void aCaseThatHadOthersInItTakesTheirPeopleAlong() {
            String last = complaint("2026-09-01", "compound-05", "李梅", "01", null, kind());
            String middle = complaint("2026-09-02", "compound-05", "王强", "02", null, kind());
            String first = complaint("2026-09-03", "compound-05", "赵敏", "03", null, kind());
            sign(first, Map.of("mergeInto", middle));
            sign(middle, Map.of("mergeInto", last));

            assertThat(parties.of(last))
                    .extracting(MaskedParty::name, MaskedParty::mergedFrom)
                    .containsExactly(tuple("李*", null), tuple("王*", middle), tuple("赵*", first));
        }

        @Test
        void whatCannotTakeACaseInRefusesAtTheForm() {
            String mine = complaint(TODAY, "compound-05", "李梅", "01", null, kind());
            String closed = complaint("2026-09-01", "compound-05", "王强", "02", null, kind());
            handled(closed);
            answered(closed, "resolved", "company");
            refused("merge.answered", mine, closed, closed);
            visited(closed, "satisfied");
            refused("merge.closed", mine, closed, closed);
            String target = complaint("2026-09-01", "compound-05", "王强", "02", null, kind());
            String merged = complaint("2026-09-02", "compound-05", "赵敏", "03", null, kind());
            sign(merged, Map.of("mergeInto", target));
            refused("merge.merged", mine, merged, merged, target);
            refused("merge.again", merged, mine, merged, target);
            refused("link.same", mine, mine, mine);
            refused("link.unknown", mine, "TS-2099-000001", "TS-2099-000001");

            assertThat(links.of(mine)).isEmpty();
            assertThat(parties.of(mine)).hasSize(1);
        }

        @Test
        void mergedAgainIntoTheSameChangesNothing() {
            String target = complaint("2026-09-01", "compound-05", "李梅", "01", null, kind());
            String merged = complaint(TODAY, "compound-05", "王强", "02", null, kind());
            sign(merged, Map.of("mergeInto", target));
            Map<String, Long> before = TableCounts.of(db);
            transaction.executeWithoutResult(
                    status -> links.merge(merged, target, "complaint.answer", null, "mergeInto", "again"));

            assertThat(TableCounts.of(db)).isEqualTo(before);
        }

        /** Each of two open cases is merged into the other at once: one of them stays open. */
        @Test
        void twoCasesAreNotMergedIntoEachOther() throws Exception {
            String one = complaint("2026-09-01", "compound-05", "李梅", "01", null, kind());
            String two = complaint("2026-09-01", "compound-05", "王强", "02", null, kind());

            List<Boolean> done = atOnce(List.of(() -> merges(one, two), () -> merges(two, one)));

            assertThat(done).containsExactlyInAnyOrder(true, false);
            assertThat(List.of(cases.get(one).closed(), cases.get(two).closed()))
                    .containsExactlyInAnyOrder(true, false);
        }

        // --- what is counted ---

        @Test
        void theThirdUnresolvedOneReachesTheBlacklistAndTheFourthDoesNotAgain() {
            String first = unresolved(null);
            assertThat(counted(first)).isNull();
            String second = unresolved(first);
            assertThat(counted(second)).isEqualTo("counted");
            String third = unresolved(second); // linked with the second only: the chain counts
            assertThat(counted(third)).isEqualTo("blacklist");
            assertThat(desk.path(third)).contains("serviceTask_blacklist");
            assertThat(timeline.of(third))
                    .filteredOn(it -> it.name().equals("重复投诉统计") && it.kind() == EventKind.FILED)
                    .singleElement()
                    .satisfies(it -> {
                        assertThat(it.clauses()).isEqualTo("JJ.A8.3.2.3");
                        assertThat(it.entered())
                                .containsExactly(
                                        Entry.of("repeats", "统计结果", "同一事项未解决、责任在物业服务企业的投诉共 3 次，达到 3 次，提请列入“黑名单”"),
                                        Entry.of("cases", "计入的案件", String.join("、", first, second, third)));
                    });
            String fourth = unresolved(first);
            assertThat(counted(fourth)).isEqualTo("counted");
            assertThat(desk.path(fourth)).doesNotContain("serviceTask_blacklist");
        }

        @Test
        void onlyWhatTheCompanyLeftUnresolvedOfTheSameMatterCounts() {
            String first = unresolved(null);
            String resolved = complaint(TODAY, "compound-05", null, null, null, kind());
            sign(resolved, Map.of("repeatOf", first));
            answered(resolved, "resolved", "company");
            String others = complaint(TODAY, "compound-05", null, null, null, kind());
            sign(others, Map.of("repeatOf", first));
            answered(others, "unresolved", "other");
            String anotherMatter = complaint(TODAY, "compound-05", null, null, null, "else");
            sign(anotherMatter, Map.of("typedOriginal", first));
            answered(anotherMatter, "unresolved", "company");
            String anotherCompany = complaint(TODAY, "compound-06", null, null, null, kind());
            sign(anotherCompany, Map.of("typedOriginal", first));
            answered(anotherCompany, "unresolved", "company");

            assertThat(counted(resolved)).isNull();
            assertThat(counted(others)).isNull();
            assertThat(counted(anotherMatter)).isNull();
            assertThat(counted(anotherCompany)).isNull();
            assertThat(counted(unresolved(first))).isEqualTo("counted");
        }

        /** What the answer called resolved and the complainant does not: found out when he is asked. */
        @Test
        void dissatisfactionCountsAsUnresolved() {
            String first = unresolved(null);
            String second = unresolved(first);
            String third = complaint(TODAY, "compound-05", null, null, null, kind());
            sign(third, Map.of("repeatOf", second));
            answered(third, "resolved", "company");
            assertThat(counted(third)).isNull();

            visited(third, "dissatisfied");
            assertThat(counted(third)).isEqualTo("blacklist");
            assertThat(desk.path(third)).contains("serviceTask_blacklistAgain");
        }

        @Test
        void theBlacklistIsReachedOnceThoughCountedAgain() {
            String third = unresolved(unresolved(unresolved(null)));
            visited(third, "dissatisfied");

            assertThat(desk.path(third)).contains("serviceTask_blacklist").doesNotContain("serviceTask_blacklistAgain");
            assertThat(counted(third)).as("what was reached stays on file").isEqualTo("blacklist");
        }

        /** Two that are answered at the same time: the later one sees the earlier, and one of them reaches it. */
        @Test
        void ofTwoAnsweredAtOnceOneReachesTheBlacklist() throws Exception {
            String first = unresolved(null);
            String second = complaint(TODAY, "compound-05", null, null, null, kind());
            sign(second, Map.of("repeatOf", first));
            String third = complaint(TODAY, "compound-05", null, null, null, kind());
            sign(third, Map.of("repeatOf", first));

            atOnce(List.of(
                    () -> {
                        answered(second, "unresolved", "company");
                        return true;
                    },
                    () -> {
                        answered(third, "unresolved", "company");
                        return true;
                    }));

            assertThat(new @Nullable String[] {counted(second), counted(third)})
                    .containsExactlyInAnyOrder("counted", "blacklist");
        }

        // --- the people of the story ---

        private String kind() {
            return "kind-" + round;
        }

        private String phone(String who) {
            return "139%04d%s%s".formatted(round, who, who);
        }

        private Asker office(String caseNo) {
            return new Asker(Officer.of("wanli-1", List.of("community-wanli-1.officer")), caseNo);
        }

        private String complaint(
                String day,
                String compound,
                @Nullable String name,
                @Nullable String phone,
                @Nullable String address,
                String kind) {
            return complaintTakenBy("community-wanli-1", day, compound, name, phone, address, kind);
        }

        private String complaintTakenBy(
                String unit,
                String day,
                String compound,
                @Nullable String name,
                @Nullable String phone,
                @Nullable String address,
                String kind) {
            Map<String, Object> form = new HashMap<>();
            form.put("matter", "消防通道被堵");
            form.put("receivedAt", day + "T09:40:00+08:00");
            form.put("compound", compound);
            form.put("callerName", name);
            form.put("callerPhone", phone == null ? null : phone(phone));
            form.put("callerAddress", address == null ? null : address + "（第" + round + "组）");
            form.put("matterKind", kind.equals("else") ? "else-" + round : kind);
            String definition = engine.getRepositoryService()
                    .createProcessDefinitionQuery()
                    .processDefinitionKey("repeats")
                    .latestVersion()
                    .singleResult()
                    .getId();
            engine.getIdentityService().setAuthentication("admin", List.of("camunda-admin", unit + ".officer"));
            try {
                return engine.getFormService().submitStartForm(definition, form).getBusinessKey();
            } finally {
                engine.getIdentityService().clearAuthentication();
            }
        }

        private void sign(String caseNo, Map<String, Object> form) {
            desk.does("wanli-1", caseNo, "userTask_sign", new HashMap<>(form));
        }

        private void handled(String caseNo) {
            sign(caseNo, Map.of());
        }

        private void answered(String caseNo, String result, String cause) {
            desk.does(
                    "wanli-1",
                    caseNo,
                    "userTask_answer",
                    new HashMap<>(Map.of("answerResult", result, "cause", cause)));
        }

        private void visited(String caseNo, String satisfaction) {
            desk.does("wanli-1", caseNo, "userTask_visit", new HashMap<>(Map.of("satisfaction", satisfaction)));
        }

        /** A complaint that the company has left unresolved; a repeat of that one, or the first. */
        private String unresolved(@Nullable String original) {
            String caseNo = complaint(TODAY, "compound-05", null, null, null, kind());
            sign(caseNo, original == null ? Map.of() : Map.of("repeatOf", original));
            answered(caseNo, "unresolved", "company");
            return caseNo;
        }

        private @Nullable String counted(String caseNo) {
            return particulars.find(caseNo, "repeats").map(Particular::value).orElse(null);
        }

        private List<CaseEvent> linkedLines(String caseNo) {
            return timeline.of(caseNo).stream()
                    .filter(it -> it.kind() == EventKind.LINKED)
                    .toList();
        }

        private void refused(String message, String caseNo, String into, Object... arguments) {
            assertThatExceptionOfType(Problem.class)
                    .isThrownBy(() -> transaction.executeWithoutResult(status ->
                            links.merge(caseNo, into, "complaint.answer", null, "mergeInto", "userTask_sign")))
                    .satisfies(it ->
                            assertThat(it.errors()).containsExactly(new FieldError("mergeInto", message, arguments)));
        }

        private boolean merges(String caseNo, String into) {
            try {
                sign(caseNo, Map.of("mergeInto", into));
                return true;
            } catch (Problem refused) {
                assertThat(refused.errors())
                        .singleElement()
                        .satisfies(it -> assertThat(it.field()).isEqualTo("mergeInto"));
                return false;
            }
        }

        private static List<Boolean> atOnce(List<Callable<Boolean>> acts) throws Exception {
            try (var threads = new Threads(acts.size())) {
                return threads.all(acts);
            }
        }

        private String inArchive(String caseNo, String name) throws IOException {
            try (ZipInputStream zip = new ZipInputStream(
                    new ByteArrayInputStream(archives.open(caseNo).bytes()), StandardCharsets.UTF_8)) {
                for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                    if (entry.getName().endsWith(name)) {
                        return new String(zip.readAllBytes(), StandardCharsets.UTF_8);
                    }
                }
            }
            throw new AssertionError("the archive has no " + name);
        }
    }

    /** Threads that do their acts at the same time. */
    private static final class Threads implements AutoCloseable {

        private final ExecutorService executor;

        Threads(int number) {
            executor = Executors.newFixedThreadPool(number);
        }

        List<Boolean> all(List<Callable<Boolean>> acts) throws Exception {
            List<Boolean> done = new ArrayList<>();
            for (Future<Boolean> act : executor.invokeAll(acts)) {
                done.add(act.get());
            }
            return done;
        }

        @Override
        public void close() {
            executor.shutdown();
        }
    }
}

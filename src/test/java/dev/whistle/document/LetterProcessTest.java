package dev.whistle.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.whistle.casefile.Archives;
import dev.whistle.casefile.CaseEvent;
import dev.whistle.casefile.Cases;
import dev.whistle.casefile.Entry;
import dev.whistle.casefile.Timeline;
import dev.whistle.document.DocumentTable.Purpose;
import dev.whistle.document.DocumentVersion.Origin;
import dev.whistle.problem.Problem;
import dev.whistle.procedure.letter.LetterProcess;
import dev.whistle.testing.Clause;
import dev.whistle.testing.Desk;
import dev.whistle.testing.OnH2;
import dev.whistle.testing.OnPostgres;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.repository.Deployment;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every end of {@code letter.bpmn} and what becomes of the letter on the way, told as stories of cases. */
class LetterProcessTest {

    @Nested
    @OnH2
    class OnH2Database extends Story {}

    @Nested
    @OnPostgres
    class OnPostgresDatabase extends Story {}

    abstract static class Story {

        @Autowired
        LetterStory story;

        @Autowired
        Desk desk;

        @Autowired
        DocumentTable table;

        @Autowired
        Documents documents;

        @Autowired
        Cases cases;

        @Autowired
        Timeline timeline;

        @Autowired
        Archives archives;

        @Autowired
        HistoryService history;

        @Autowired
        JdbcClient db;

        private Deployment deployment;

        @BeforeEach
        void deploy() {
            deployment = story.deploy();
            desk.itIs("2026-09-10T02:00:00Z");
            db.sql("delete from whistle.document_series").update();
            db.sql("update whistle.document set doc_number = null").update();
        }

        @AfterEach
        void undeploy() {
            story.undeploy(deployment);
            desk.itIsNow();
        }

        /** JJ.A7.3.5: the complainant is told the time limit; every field of the letter is filled. */
        @Test
        @Clause("JJ.A7.3.5")
        void theNoticeIsServed() {
            String caseNo = story.withNotice();
            assertThat(desk.taskOf(caseNo, LetterProcess.Tasks.SIGN).getDueDate())
                    .as("the caller's clock")
                    .isEqualTo(Instant.parse("2026-09-28T16:00:00Z"));
            assertThat(desk.sees("fire-lead", caseNo)).containsExactly(LetterProcess.Tasks.SIGN);
            assertThat(read(only(caseNo), 1)).contains("«文号»\t签发人：«签发人»", "«签发日期»");

            story.signs(caseNo);

            assertThat(read(only(caseNo), 2))
                    .containsExactly(
                            "鸠江消防救援大队",
                            "鸠江消防救援大队投告〔2026〕1号\t签发人：蒋梦琪",
                            "投诉办理期限告知书",
                            "欧阳静怡：",
                            "您于2026年9月10日反映的“消防通道被堵”问题，我们已经登记受理，案件编号为" + caseNo + "。现将办理期限等事项告知如下：",
                            "一、承办单位",
                            "本件由鸠江消防救援大队承办，将安排专人调查核实。",
                            "二、办理期限",
                            "办理期限自收到投诉之日起计算，最后一日为2026年9月28日。承办单位将在期限内把调查或者处理结果答复您。",
                            "三、查询方式",
                            "办理期间，您可以凭案件编号和查询码" + cases.get(caseNo).trackingCode() + "向鸠江消防救援大队查询办理进展。",
                            "特此告知。",
                            "",
                            "鸠江消防救援大队",
                            "2026年9月10日");
            story.serves(caseNo, false);

            Document served = only(caseNo);
            assertThat(served.state()).isEqualTo(DocumentState.SERVED);
            assertThat(served.servedHow()).isEqualTo(ServiceWay.IN_PERSON);
            assertThat(served.servedOn()).isEqualTo(LocalDate.of(2026, 9, 10));
            assertThat(served.signedBy()).isEqualTo("fire-lead");
            assertThat(served.servedBy()).isEqualTo("fire");
            assertThat(served.clause()).isEqualTo("JJ.A7.3.5 JJ.G3 JJ.A3.3.3");
            assertThat(path(caseNo))
                    .containsExactly(
                            "startEvent_letterWanted",
                            "gateway_toBeDrafted",
                            "serviceTask_draftLetter",
                            "gateway_toBeSigned",
                            LetterProcess.Tasks.SIGN,
                            "gateway_signedOrNot",
                            "serviceTask_signLetter",
                            LetterProcess.Tasks.SERVE,
                            "serviceTask_serveLetter",
                            LetterProcess.Ends.SERVED);
            assertThat(line(caseNo, "编号签发").entered())
                    .extracting(Entry::value)
                    .containsExactly("投诉办理期限告知书", "鸠江消防救援大队投告〔2026〕1号");
            assertThat(line(caseNo, "送达文书：投诉办理期限告知书").entered())
                    .extracting(Entry::value)
                    .containsExactly("当面送达", "2026年9月10日", "否");
        }

        /** JJ.G3, JJ.A3.3.3: the result goes to the complainant in writing, and into the archive of the case. */
        @Test
        @Clause({"JJ.A3.3.3", "JJ.A7.3.6", "JJ.G3"})
        void theAnswerIsServedAndArchived() {
            String caseNo = story.withAnswer();
            story.signs(caseNo);
            story.serves(caseNo, true);
            Document answer = table.of(caseNo).get(1);

            assertThat(answer.state()).isEqualTo(DocumentState.ACKNOWLEDGED);
            assertThat(read(answer, 2))
                    .containsExactly(
                            "鸠江消防救援大队",
                            "鸠江消防救援大队投答〔2026〕1号\t签发人：蒋梦琪",
                            "投诉答复书",
                            "欧阳静怡：",
                            "您于2026年9月10日反映的“消防通道被堵”问题（案件编号：" + caseNo
                                    + "，小区或地点：湾里街道滨江路老菜场东侧）已经收悉。我单位安排专人进行了调查核实，现将调查和处理情况答复如下：",
                            "一、调查核实情况",
                            "现场确有三辆车占用消防通道。",
                            "二、处理结果",
                            "车辆已挪走，标线已施划，感谢监督。",
                            "您如对本答复有异议，可以向我单位提出，也可以请上一级单位复核一次。",
                            "感谢您对物业管理工作的监督和支持。",
                            "",
                            "鸠江消防救援大队",
                            "2026年9月10日");

            story.signs(caseNo); // the same letter for a second occasion is another letter of the series
            story.serves(caseNo, false);
            assertThat(table.of(caseNo))
                    .extracting(Document::number)
                    .containsExactly("鸠江消防救援大队投告〔2026〕1号", "鸠江消防救援大队投答〔2026〕1号", "鸠江消防救援大队投答〔2026〕2号");
            assertThat(cases.get(caseNo).closed()).isTrue();
            Docx archive = Docx.of(archives.open(caseNo).bytes());
            assertThat(archive.parts().keySet())
                    .contains("文书/01-投诉办理期限告知书.docx", "文书/02-投诉答复书.docx", "文书/03-投诉答复书.docx");
            assertThat(archive.parts().get("文书/02-投诉答复书.docx")).isEqualTo(table.content(answer.id(), 2));
            assertThat(archive.xml("目录.html"))
                    .contains(
                            "七、制发文书",
                            "鸠江消防救援大队投答〔2026〕2号",
                            "蒋梦琪",
                            "当面送达",
                            answer.latest().sha256());
            assertThat(archive.xml("案件.json")).contains("\"letters\"", "鸠江消防救援大队投告〔2026〕1号");
        }

        @Test
        void aReturnedLetterIsCorrectedByHand() {
            String caseNo = story.withNotice();
            story.decides(caseNo, LetterProcess.Decision.RETURNED);
            Document draft = only(caseNo);
            byte[] corrected = Docx.of(table.content(draft.id(), 1))
                    .with(xml -> xml.replace("特此告知。", "特此告知，请您知悉。"))
                    .bytes();

            upload(draft, corrected);
            upload(draft, corrected);
            story.corrects(caseNo, LetterProcess.Correction.UPLOADED);
            story.signs(caseNo);

            assertThat(origins(only(caseNo))).containsExactly(Origin.GENERATED, Origin.UPLOADED, Origin.SIGNED);
            assertThat(table.content(draft.id(), 2)).as("kept as it was sent").isEqualTo(corrected);
            assertThat(read(draft, 1)).contains("特此告知。");
            assertThat(read(draft, 3)).contains("特此告知，请您知悉。", "鸠江消防救援大队投告〔2026〕1号\t签发人：蒋梦琪");
            assertThatThrownBy(() -> upload(only(caseNo), corrected))
                    .isInstanceOfSatisfying(
                            Problem.class, it -> assertThat(it.messageKey()).isEqualTo("document.refused.not_draft"));
            assertThat(line(caseNo, "上传文书修改稿：投诉办理期限告知书（第 2 稿）").actor()).isEqualTo("fire");
        }

        @Test
        void aReturnedLetterIsGeneratedAnew() {
            String caseNo = story.withNotice();
            story.decides(caseNo, LetterProcess.Decision.RETURNED);
            story.corrects(caseNo, LetterProcess.Correction.REGENERATE);
            assertThat(origins(only(caseNo))).containsExactly(Origin.GENERATED, Origin.GENERATED);
            story.signs(caseNo);
            assertThat(only(caseNo).state()).isEqualTo(DocumentState.SIGNED);
        }

        /** What is not sent keeps its drafts and takes no number; its purpose may be served by another letter. */
        @Test
        void aLetterIsWithdrawn() {
            String caseNo = story.withNotice();
            story.decides(caseNo, LetterProcess.Decision.WITHDRAWN);

            Document withdrawn = only(caseNo);
            assertThat(withdrawn.state()).isEqualTo(DocumentState.WITHDRAWN);
            assertThat(withdrawn.number()).isNull();
            assertThat(read(withdrawn, 1)).contains("特此告知。");
            assertThat(path(caseNo)).endsWith("serviceTask_withdrawLetter", LetterProcess.Ends.WITHDRAWN);
            assertThat(desk.sees("fire", caseNo)).containsExactly("userTask_investigate");

            documents.withdraw(notice(caseNo));
            documents.draft(notice(caseNo), "dept-fire", null, "another-step");
            assertThat(table.of(caseNo))
                    .extracting(Document::state)
                    .containsExactlyInAnyOrder(DocumentState.WITHDRAWN, DocumentState.DRAFT);
        }

        @Test
        void nobodyButTheUnitsLeadSigns() {
            String caseNo = story.withNotice();
            for (String other : List.of("fire", "wanli-lead", "district-lead")) {
                assertThatThrownBy(() -> desk.does(
                                other,
                                caseNo,
                                LetterProcess.Tasks.SIGN,
                                new HashMap<>(Map.of(LetterProcess.Variables.DECISION, LetterProcess.Decision.SIGNED))))
                        .as(other)
                        .isInstanceOf(AuthorizationException.class);
            }
            assertThat(only(caseNo).state()).isEqualTo(DocumentState.DRAFT);
        }

        /** Nothing is signed with a hole in it, and no number is lost. */
        @Test
        void aFieldThatNothingIsKnownForStopsTheSigning() {
            String caseNo = story.withNotice();
            Document draft = only(caseNo);
            upload(
                    draft,
                    Docx.of(table.content(draft.id(), 1))
                            .with(WordFileTest.plus("答复内容"))
                            .bytes());

            assertThatThrownBy(() -> story.signs(caseNo))
                    .satisfies(refused -> assertThat(problem(refused))
                            .satisfies(it -> assertThat(it.messageKey()).isEqualTo("document.unfilled"))
                            .satisfies(it -> assertThat(it.arguments()).contains("«答复内容»")));

            assertThat(only(caseNo).state()).isEqualTo(DocumentState.DRAFT);
            assertThat(db.sql("select count(*) from whistle.document_series")
                            .query(Integer.class)
                            .single())
                    .isZero();
            upload(only(caseNo), table.content(draft.id(), 1));
            story.signs(caseNo);
            assertThat(only(caseNo).number()).isEqualTo("鸠江消防救援大队投告〔2026〕1号");
        }

        @Test
        void noLetterIsServedBeforeItWasSigned() {
            String caseNo = story.withNotice();
            story.signs(caseNo);

            assertThatThrownBy(() -> desk.does(
                            "fire", caseNo, LetterProcess.Tasks.SERVE, LetterStory.served("2026-09-09", false)))
                    .satisfies(refused -> assertThat(problem(refused).errors())
                            .extracting(it -> it.message())
                            .containsExactly("document.served-before-signed"));
            assertThat(only(caseNo).state()).isEqualTo(DocumentState.SIGNED);
            assertThat(desk.taskOf(caseNo, LetterProcess.Tasks.SERVE)).isNotNull();
        }

        @Test
        void eachBlockRunAgainChangesNothing() {
            String caseNo = story.withNotice();
            Purpose purpose = notice(caseNo);
            String step = db.sql("select made_in from whistle.document_version where document_id = ?")
                    .param(only(caseNo).id())
                    .query(String.class)
                    .single();

            documents.draft(purpose, "dept-fire", null, step);
            assertThat(origins(only(caseNo))).containsExactly(Origin.GENERATED);

            story.signs(caseNo);
            Document signed = only(caseNo);
            desk.as("fire-lead", () -> documents.sign(purpose));
            documents.draft(purpose, "dept-fire", null, "another-step");
            assertThat(only(caseNo)).isEqualTo(signed);

            story.serves(caseNo, false);
            Document served = only(caseNo);
            documents.serve(purpose, ServiceWay.POST, LocalDate.of(2026, 9, 10), true);
            assertThat(only(caseNo)).isEqualTo(served);

            Document acknowledged = desk.as("fire", () -> documents.acknowledge(served));
            desk.itIs("2026-09-12T02:00:00Z");
            assertThat(desk.as("fire", () -> documents.acknowledge(served))).isEqualTo(acknowledged);
            assertThat(timeline.of(caseNo))
                    .filteredOn(it -> it.name().startsWith("登记文书签收"))
                    .hasSize(1);
            assertThatThrownBy(() -> documents.withdraw(purpose)).isInstanceOf(IllegalStateException.class);
        }

        private void upload(Document document, byte[] docx) {
            desk.as("fire", () -> documents.upload(document, "修改稿.docx", new ByteArrayInputStream(docx)));
        }

        private static Purpose notice(String caseNo) {
            return new Purpose(caseNo, "time-limit-notice", "");
        }

        private static Problem problem(Throwable refused) {
            return Stream.<@Nullable Throwable>iterate(
                            refused, Objects::nonNull, it -> it == null ? null : it.getCause())
                    .filter(Problem.class::isInstance)
                    .map(Problem.class::cast)
                    .findFirst()
                    .orElseThrow();
        }

        private Document only(String caseNo) {
            assertThat(table.of(caseNo)).hasSize(1);
            return table.of(caseNo).get(0);
        }

        private static List<Origin> origins(Document document) {
            return document.versions().stream().map(DocumentVersion::origin).toList();
        }

        private List<String> read(Document document, int version) {
            return Docx.of(table.content(document.id(), version)).paragraphs();
        }

        private CaseEvent line(String caseNo, String name) {
            return timeline.of(caseNo).stream()
                    .filter(it -> it.name().equals(name))
                    .findFirst()
                    .orElseThrow();
        }

        /** Elements that the letter's own process has passed. */
        private List<String> path(String caseNo) {
            String letter = history.createHistoricProcessInstanceQuery()
                    .processInstanceBusinessKey(caseNo)
                    .processDefinitionKey(LetterProcess.ID)
                    .singleResult()
                    .getId();
            return history
                    .createHistoricActivityInstanceQuery()
                    .processInstanceId(letter)
                    .orderPartiallyByOccurrence()
                    .asc()
                    .list()
                    .stream()
                    .map(HistoricActivityInstance::getActivityId)
                    .toList();
        }
    }
}

package dev.whistle.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.whistle.casefile.CaseEvent;
import dev.whistle.casefile.Timeline;
import dev.whistle.document.Docx;
import dev.whistle.document.LetterStory;
import dev.whistle.testing.Desk;
import dev.whistle.testing.Http;
import dev.whistle.testing.Http.Answer;
import dev.whistle.testing.OnH2;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.camunda.bpm.engine.repository.Deployment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Letters under {@code /api}: who reads, corrects and acknowledges them, and what is refused in which words. */
@OnH2
class DocumentsTest {

    @LocalServerPort
    private int port;

    @Autowired
    private LetterStory story;

    @Autowired
    private Desk desk;

    @Autowired
    private Timeline timeline;

    private Deployment deployment;

    @BeforeEach
    void deploy() {
        deployment = story.deploy();
        desk.itIs("2026-09-10T02:00:00Z");
    }

    @AfterEach
    void undeploy() {
        story.undeploy(deployment);
        desk.itIsNow();
    }

    @Test
    void whoMayReadTheCaseReadsItsLettersAndThatIsTold() throws Exception {
        String caseNo = story.withNotice();
        JsonNode letter = letters("fire", caseNo).get(0);

        assertThat(letter.path("title").asText()).isEqualTo("投诉办理期限告知书");
        assertThat(letter.path("state").asText()).isEqualTo("DRAFT");
        assertThat(letter.path("stateName").asText()).isEqualTo("草稿");
        assertThat(letter.path("unitName").asText()).isEqualTo("鸠江消防救援大队");
        assertThat(letter.path("held").asBoolean()).isTrue();
        assertThat(letters("wanli", caseNo).get(0).path("held").asBoolean()).isFalse();
        assertThat(letter.at("/versions/0/originName").asText()).isEqualTo("系统生成");

        var file = Http.program(port, "wanli").request(version(letter, 1)).GET().build();
        var answer = HttpClient.newHttpClient().send(file, BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).contains("wordprocessingml.document");
        assertThat(answer.headers().firstValue("Content-Disposition").orElse(""))
                .startsWith("attachment");
        assertThat(answer.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        assertThat(Docx.of(answer.body()).text()).contains("欧阳静怡", "«文号»");
        assertThat(timeline.of(caseNo))
                .last()
                .satisfies(it -> assertThat(it.name()).isEqualTo("查看文书：投诉办理期限告知书（第 1 稿）"))
                .satisfies(it -> assertThat(it.actor()).isEqualTo("wanli"));
        assertThat(as("fire").get(version(letter, 9)).status()).isEqualTo(404);
    }

    /** A letter is read in place before it is downloaded; what officers wrote in it stays text. */
    @Test
    void aVersionIsLookedAtAsAPage() throws IOException {
        String caseNo = story.withNotice();
        JsonNode letter = letters("fire", caseNo).get(0);
        byte[] written = Docx.of(template())
                .with(xml -> xml.replace("特此告知。", "特此告知&lt;script&gt;alert(1)&lt;/script&gt;。"))
                .bytes();
        assertThat(uploaded("fire", letter, "修改稿.docx", written).status()).isEqualTo(201);

        Answer first = as("wanli").get(version(letter, 1) + "/page");
        Answer second = as("wanli").get(version(letter, 2) + "/page");

        assertThat(first.status()).isEqualTo(200);
        assertThat(first.header("Content-Type")).isEqualTo("text/html;charset=UTF-8");
        assertThat(first.header("Content-Security-Policy")).startsWith("sandbox; default-src 'none'");
        assertThat(first.header("Cache-Control")).contains("no-store");
        assertThat(textOf(first)).contains("欧阳静怡", "投诉办理期限告知书", "«文号»");
        assertThat(textOf(second)).contains("&lt;script&gt;alert(1)");
        assertThat(first.body() + second.body()).doesNotContain("<script");
        assertThat(timeline.of(caseNo))
                .filteredOn(it -> it.name().startsWith("查看文书"))
                .extracting(CaseEvent::name)
                .containsExactly("查看文书：投诉办理期限告知书（第 1 稿）", "查看文书：投诉办理期限告知书（第 2 稿）");
        assertThat(as("police").get(version(letter, 1) + "/page").status()).isEqualTo(404);
        assertThat(as("fire").get(version(letter, 9) + "/page").status()).isEqualTo(404);
    }

    private static String textOf(Answer page) {
        return page.body().replaceAll("<[^>]*>", "");
    }

    /** To who may not read the case, its letters are not there; a company reads its own letters alone. */
    @Test
    void othersFindNothing() {
        String caseNo = story.withNotice();
        JsonNode letter = letters("fire", caseNo).get(0);

        for (String other : new String[] {"guandou", "police", "company-1"}) {
            assertThat(as(other).get("/api/cases/" + caseNo + "/documents").status())
                    .as(other)
                    .isEqualTo(404);
            Answer answer = as(other).get(version(letter, 1));
            assertThat(answer.status()).as(other).isEqualTo(404);
            assertThat(answer.body()).doesNotContain(caseNo);
            assertThat(as(other).post(acknowledgement(letter), "").status()).isEqualTo(404);
            assertThat(uploaded(other, letter, "a.docx", new byte[] {1}).status())
                    .isEqualTo(404);
        }
        assertThat(timeline.of(caseNo)).noneMatch(it -> it.name().startsWith("查看文书"));
    }

    @Test
    void onlyTheUnitThatSendsItCorrectsItAndNotesItsReception() throws IOException {
        String caseNo = story.withNotice();
        JsonNode letter = letters("fire", caseNo).get(0);
        for (String reader : new String[] {"wanli", "district-lead"}) {
            Answer refused = uploaded(reader, letter, "修改稿.docx", template());
            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.json().path("detail").asText()).isEqualTo("这份文书由鸠江消防救援大队制发，只有该单位的人员可以修改或登记签收。");
            assertThat(as(reader).post(acknowledgement(letter), "").status()).isEqualTo(403);
        }

        Answer added = uploaded("fire", letter, "修改稿.docx", template());
        assertThat(added.status()).as(added.toString()).isEqualTo(201);
        assertThat(added.header("Location")).isEqualTo(version(letter, 2));
        assertThat(added.json().at("/versions/1/origin").asText()).isEqualTo("UPLOADED");
        assertThat(uploaded("fire", letter, "修改稿.docx", template())
                        .json()
                        .path("versions")
                        .size())
                .as("the same again changes nothing")
                .isEqualTo(2);
    }

    @Test
    void aReceptionIsNotedOnceTheLetterIsServed() {
        String caseNo = story.withNotice();
        JsonNode letter = letters("fire", caseNo).get(0);
        Answer early = as("fire").post(acknowledgement(letter), "");
        assertThat(early.status()).isEqualTo(409);
        assertThat(early.json().path("detail").asText()).isEqualTo("《投诉办理期限告知书》目前是“草稿”，送达之后才能登记签收。");
        story.signs(caseNo);
        story.serves(caseNo, false);

        Answer first = as("fire").post(acknowledgement(letter), "");
        Answer second = as("fire").post(acknowledgement(letter), "");

        assertThat(first.status()).as(first.toString()).isEqualTo(200);
        assertThat(first.json().path("stateName").asText()).isEqualTo("已签收");
        assertThat(second.json()).isEqualTo(first.json());
        assertThat(first.json().path("servedHowName").asText()).isEqualTo("当面送达");
        Answer late = uploaded("fire", letter, "修改稿.docx", new byte[] {1, 2});
        assertThat(late.status()).isEqualTo(415);
    }

    @Test
    void whatIsNotThisLetterIsRefusedInPlainWords() throws IOException {
        String caseNo = story.withNotice();
        JsonNode letter = letters("fire", caseNo).get(0);
        Docx whole = Docx.of(template());

        refused(letter, "说明.pdf", template(), 415, "这不是 Word 文档（.docx）");
        refused(letter, "说明.docx", "hello".getBytes(StandardCharsets.UTF_8), 415, "这不是 Word 文档（.docx）");
        refused(letter, "说明.docx", whole.with("word/vbaProject.bin", "x").bytes(), 415, "带有宏");
        refused(letter, "说明.docx", new byte[(5 << 20) + 1], 413, "文档超过 5 MB");
        refused(
                letter,
                "说明.docx",
                whole.with(xml -> xml.replace("MERGEFIELD 文号", "MERGEFIELD 案件编号"))
                        .bytes(),
                400,
                "文档中缺少域“文号”");
        refused(
                letter,
                "说明.docx",
                whole.with(xml -> xml.replace("MERGEFIELD 事由", "MERGEFIELD 缘由")).bytes(),
                400,
                "文档中有不认识的域：«缘由»");
        assertThat(letters("fire", caseNo).get(0).path("versions").size()).isEqualTo(1);

        story.signs(caseNo);
        refused(letter, "说明.docx", template(), 409, "《投诉办理期限告知书》已签发，不能再上传修改稿。");
    }

    private void refused(JsonNode letter, String name, byte[] content, int status, String told) {
        Answer answer = uploaded("fire", letter, name, content);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.json().path("detail").asText()).contains(told);
    }

    private JsonNode letters(String user, String caseNo) {
        Answer answer = as(user).get("/api/cases/" + caseNo + "/documents");
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.json();
    }

    private static String version(JsonNode letter, int number) {
        return "/api/documents/" + letter.path("id").asText() + "/versions/" + number;
    }

    private static String acknowledgement(JsonNode letter) {
        return "/api/documents/" + letter.path("id").asText() + "/acknowledgement";
    }

    private static byte[] template() throws IOException {
        return Files.readAllBytes(Path.of("forms/documents/time-limit-notice.docx"));
    }

    private Answer uploaded(String user, JsonNode letter, String name, byte[] content) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(("--part\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                        + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n--part--\r\n".getBytes(StandardCharsets.UTF_8));
        return as(user).send(
                        as(user).request("/api/documents/" + letter.path("id").asText() + "/versions")
                                .header("Content-Type", "multipart/form-data; boundary=part")
                                .POST(BodyPublishers.ofByteArray(body.toByteArray())));
    }

    private Http as(String user) {
        return Http.program(port, user);
    }
}

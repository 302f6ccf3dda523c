package dev.whistle.procedure.escalation;

import static dev.whistle.procedure.complaint.ComplaintStory.call;
import static dev.whistle.procedure.escalation.EscalationStory.missed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import dev.whistle.casefile.Cases;
import dev.whistle.casefile.RecentCases;
import dev.whistle.engine.ReferenceList;
import dev.whistle.engine.ReferenceList.Asker;
import dev.whistle.engine.ReferenceList.Option;
import dev.whistle.organisation.Officer;
import dev.whistle.procedure.complaint.ComplaintProcess;
import dev.whistle.procedure.escalation.EscalationProcess.Happened;
import dev.whistle.procedure.escalation.EscalationProcess.Source;
import dev.whistle.procedure.escalation.EscalationProcess.Variables;
import dev.whistle.testing.Clause;
import dev.whistle.testing.Desk;
import dev.whistle.testing.Http;
import dev.whistle.testing.Http.Answer;
import dev.whistle.testing.OnH2;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What stands against a unit's and a company's name, as programs read it; and what no longer goes into a closed case.
 */
@OnH2
class EscalationRecordTest {

    @Autowired
    private Desk desk;

    @Autowired
    private EscalationStory story;

    @Autowired
    private Cases cases;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private RecentCases recent;

    @Autowired
    @Qualifier("answerableCases")
    private ReferenceList answerable;

    @LocalServerPort
    private int port;

    private String matter = "";

    @BeforeEach
    void aComplaint() {
        desk.itIs("2026-09-10T02:00:00Z");
        matter = desk.starts("wanli-1", ComplaintProcess.ID, call("2026-09-10T09:40:00+08:00"));
    }

    @AfterEach
    void backToTheRealTime() {
        desk.itIsNow();
    }

    @Clause({"JJ.G3", "JJ.A7.3.7"})
    @Test
    void aStreetsFirstNotice() {
        String caseNo = story.reported(missed(matter, "street-wanli", Source.ASSIGNMENT, Happened.MISSED));
        story.isServed(caseNo, "2026-09-10");

        JsonNode notice =
                of(as("wanli").get("/api/units/street-wanli/sanctions").json());

        assertThat(notice.path("rungName").asText()).isEqualTo("抄告");
        assertThat(notice.path("stateName").asText()).isEqualTo("已送达");
        assertThat(notice.path("matterTitle").asText()).isEqualTo("消防通道被堵");
        assertThat(notice.path("caseNo").asText()).isEqualTo(caseNo);
        assertThat(notice.path("documentNumber").asText()).contains("抄告〔2026〕");
        assertThat(notice.path("counts").asBoolean()).isTrue();
        assertThat(notice.path("events")).hasSize(2);
        assertThat(as("baimao").get("/api/units/street-wanli/sanctions").status())
                .as("none of another street's business")
                .isEqualTo(404);
        assertThat(as("district").get("/api/units/nobody/sanctions").status()).isEqualTo(404);
    }

    @Clause("JJ.A7.3.7")
    @Test
    void aCompanysRecord() {
        story.reported(missed(matter, "company-5", Source.COMPLAINT, Happened.CAUSED_COMPLAINT));

        JsonNode record = as("company-5").get("/api/companies/company-5/record").json();

        assertThat(of(record.path("sanctions")).path("rungName").asText()).isEqualTo("通报");
        assertThat(StreamSupport.stream(record.path("counts").spliterator(), false)
                        .filter(it -> it.path("rung").asText().equals("bulletin"))
                        .map(it -> it.path("count").asInt()))
                .first()
                .satisfies(it -> assertThat(it).isPositive());
        assertThat(as("company-4").get("/api/companies/company-5/record").status())
                .isEqualTo(404);
        assertThat(as("district").get("/api/companies/street-wanli/record").status())
                .as("a street is no company")
                .isEqualTo(404);
    }

    /** Nobody copies a number: the case is chosen from a list, or entered where the list no longer has it. */
    @Test
    void theCaseIsChosenFromAList() {
        assertThat(offered("district").get(matter)).isEqualTo(matter + " · 消防通道被堵 · 桂汀社区");
        assertThat(List.copyOf(offered("district").keySet()))
                .as("the newest first")
                .isSortedAccordingTo(
                        Comparator.comparing((String it) -> cases.get(it).openedAt())
                                .thenComparing(Comparator.naturalOrder())
                                .reversed());
        assertThat(offered("baimao")).doesNotContainKey(matter);

        Map<String, Object> form = missed(matter, "street-wanli", Source.ASSIGNMENT, Happened.MISSED);
        form.put(Variables.LISTED_MATTER, matter);
        assertThatExceptionOfType(RuntimeException.class)
                .as("either from the list or by its number")
                .isThrownBy(() -> story.reported(form));
        form.remove(Variables.MATTER);
        String caseNo = story.reported(form);

        assertThat(cases.get(caseNo).parentCase()).isEqualTo(matter);
        assertThat(of(as("district").get("/api/units/street-wanli/sanctions").json())
                        .path("caseNo")
                        .asText())
                .isEqualTo(caseNo);
        assertThat(offered("district")).as("an escalation is nobody's duty").doesNotContainKey(caseNo);

        transaction.executeWithoutResult(closing -> cases.close(matter, "withdrawn"));
        desk.itIs("2027-03-08T02:00:00Z");
        assertThat(offered("district")).as("closed 179 days ago").containsKey(matter);
        desk.itIs("2027-03-10T02:00:00Z");
        assertThat(offered("district")).doesNotContainKey(matter);
        assertThat(recent.of(
                        List.of("district-office", "street-wanli"),
                        OffsetDateTime.parse("2026-01-01T00:00:00Z"),
                        "escalation",
                        1))
                .as("no more than are asked for")
                .hasSize(1);
    }

    private Map<String, String> offered(String user) {
        Asker asker = new Asker(
                Officer.of(
                        user, List.of(user.equals("district") ? "district-office.officer" : "street-baimao.officer")),
                null);
        return answerable.options(asker).stream()
                .collect(Collectors.toMap(Option::value, Option::label, (a, b) -> a, LinkedHashMap::new));
    }

    @Test
    void evidenceAfterTheEndIsRefused() {
        String caseNo = story.reported(missed(matter, "dept-fire", Source.COMPLAINT, Happened.MISSED));
        story.assesses(caseNo, Happened.REPORTED_UP);

        Answer late = as("district")
                .send(as("district")
                        .request("/api/cases/" + caseNo + "/attachments")
                        .header("Content-Type", "multipart/form-data; boundary=part")
                        .POST(BodyPublishers.ofString(
                                "--part\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n"
                                        + "Content-Type: text/plain\r\n\r\n说明\r\n--part--\r\n")));

        assertThat(late.status()).as(late.toString()).isEqualTo(409);
        assertThat(late.json().path("detail").asText()).contains(caseNo, "已办结归档");
    }

    /** The rung for this test's complaint. */
    private JsonNode of(JsonNode sanctions) {
        return StreamSupport.stream(sanctions.spliterator(), false)
                .filter(it -> it.path("matter").asText().equals(matter))
                .findFirst()
                .orElseThrow();
    }

    private Http as(String user) {
        return Http.program(port, user);
    }
}

package dev.whistle.web;

import static dev.whistle.procedure.complaint.ComplaintStory.answered;
import static dev.whistle.procedure.complaint.ComplaintStory.call;
import static dev.whistle.procedure.complaint.ComplaintStory.investigated;
import static dev.whistle.procedure.complaint.ComplaintStory.signed;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.whistle.procedure.complaint.ComplaintProcess;
import dev.whistle.procedure.complaint.ComplaintProcess.Tasks;
import dev.whistle.procedure.streetwhistle.StreetWhistleProcess;
import dev.whistle.procedure.whistle.WhistleProcess;
import dev.whistle.procedure.whistle.WhistleStory;
import dev.whistle.testing.Clause;
import dev.whistle.testing.Desk;
import dev.whistle.testing.Http;
import dev.whistle.testing.Http.Answer;
import dev.whistle.testing.OnH2;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Who held a case how long, as programs and the case tab read it. */
@OnH2
class HoldersTest {

    @Autowired
    private Desk desk;

    @LocalServerPort
    private int port;

    private String caseNo = "";

    /** Over National Day of 2026, whose Saturday the 10th of October is a working day. */
    @BeforeEach
    void aCaseThatWentThroughTwoHands() {
        desk.itIs("2026-09-30T02:00:00Z");
        caseNo = desk.starts("wanli-1", ComplaintProcess.ID, call("2026-09-30T09:40:00+08:00"));
        desk.itIs("2026-09-30T06:30:00Z");
        desk.does("wanli", caseNo, Tasks.SIGN_FOR, signed("dept-fire"));
        desk.itIs("2026-10-09T02:00:00Z");
        desk.does("fire", caseNo, Tasks.INVESTIGATE, investigated("2026-10-08"));
        desk.itIs("2026-10-12T03:00:30Z");
    }

    @AfterEach
    void backToTheRealTime() {
        desk.itIsNow();
    }

    @Test
    void everyHoldingWithItsTimeAndWorkingDays() {
        JsonNode holdings = read("fire").path("holdings");

        assertThat(holdings).hasSize(2);
        JsonNode street = holdings.get(0);
        assertThat(street.path("unit").asText()).isEqualTo("street-wanli");
        assertThat(street.path("unitName").asText()).isEqualTo("湾里街道");
        assertThat(street.path("tasks")).hasToString("[\"签收并确定承办单位\"]");
        assertThat(street.path("since").asText()).isEqualTo("2026-09-30T10:00:00+08:00");
        assertThat(street.path("until").asText()).isEqualTo("2026-09-30T14:30:00+08:00");
        assertThat(street.path("minutes").asLong()).isEqualTo(270);
        assertThat(street.path("workingDays").asLong()).isZero();
        JsonNode fire = holdings.get(1);
        assertThat(fire.path("tasks")).hasToString("[\"调查核实、处理\",\"答复投诉人\"]");
        assertThat(fire.path("since").asText()).isEqualTo("2026-09-30T14:30:00+08:00");
        assertThat(fire.path("until").isNull()).isTrue();
        assertThat(fire.path("minutes").asLong()).isEqualTo(11 * 24 * 60 + 20 * 60 + 30);
        assertThat(fire.path("workingDays").asLong())
                .as("8, 9, 10 and 12 October")
                .isEqualTo(4);
    }

    @Test
    void eachUnitsTotal() {
        desk.does("fire", caseNo, Tasks.ANSWER, answered());
        desk.itIs("2026-10-20T03:00:00Z");

        JsonNode units = read("wanli-1").path("units");

        assertThat(units).as("the first unit has the return visit").hasSize(3);
        assertThat(units.at("/0/unit").asText()).isEqualTo("street-wanli");
        assertThat(units.at("/0/holding").asBoolean()).isFalse();
        assertThat(units.at("/1/unitName").asText()).isEqualTo("鸠江消防救援大队");
        assertThat(units.at("/1/minutes").asLong())
                .as("it stands still once the case is closed")
                .isEqualTo(11 * 24 * 60 + 20 * 60 + 30);
        assertThat(units.at("/1/workingDays").asLong()).isEqualTo(4);
        assertThat(units.at("/1/holding").asBoolean()).isFalse();
    }

    /** JJ.10: who refused and why, and who was asked after that. */
    @Clause("JJ.10")
    @Test
    void whomAWhistleCalledAndWhatTheySaid() {
        assertThat(read("wanli").path("referrals")).as("nobody whistled").isEmpty();
        desk.itIs("2026-10-12T03:00:00Z");
        caseNo = desk.starts(
                "wanli",
                StreetWhistleProcess.ID,
                WhistleStory.registered("fire-lane", WhistleStory.INSIDE, "2026-10-12T10:40:00+08:00"));
        desk.does("wanli", caseNo, WhistleProcess.Tasks.REFER, WhistleStory.referred("dept-fire"));
        desk.itIs("2026-10-12T05:00:00Z");
        desk.does("fire", caseNo, WhistleProcess.Tasks.REPORT_IN, WhistleStory.returned("是业主通道，不是消防通道。"));
        Map<String, Object> again = WhistleStory.referred("dept-police");
        again.put(WhistleProcess.Variables.REFER_REASON, "改由公安办理。");
        desk.does("wanli", caseNo, WhistleProcess.Tasks.REFER, again);

        JsonNode referrals = read("police").path("referrals");

        assertThat(referrals).hasSize(2);
        JsonNode fire = referrals.get(0);
        assertThat(fire.path("unitName").asText()).isEqualTo("鸠江消防救援大队");
        assertThat(fire.path("round").asInt()).isEqualTo(1);
        assertThat(fire.path("lead").asBoolean()).isTrue();
        assertThat(fire.path("decided").asBoolean()).isFalse();
        assertThat(fire.path("said")).hasSize(2);
        assertThat(fire.at("/said/0/state").asText()).isEqualTo("REFERRED");
        assertThat(fire.at("/said/0/at").asText()).isEqualTo("2026-10-12T11:00:00+08:00");
        assertThat(fire.at("/said/1/state").asText()).isEqualTo("RETURNED");
        assertThat(fire.at("/said/1/reason").asText()).isEqualTo("是业主通道，不是消防通道。");
        assertThat(fire.at("/said/1/at").asText()).isEqualTo("2026-10-12T13:00:00+08:00");
        assertThat(referrals.at("/1/unit").asText()).isEqualTo("dept-police");
        assertThat(referrals.at("/1/round").asInt()).isEqualTo(2);
        assertThat(referrals.at("/1/said")).hasSize(1);
        assertThat(read("police").at("/holdings/1/minutes").asLong())
                .as("what the fire brigade held it")
                .isEqualTo(120);
    }

    @Test
    void whoMayReadTheCaseReadsItAndNobodyElse() {
        for (String reader : new String[] {"fire", "wanli", "wanli-1", "district"}) {
            assertThat(answer(reader).status()).as(reader).isEqualTo(200);
        }
        for (String stranger : new String[] {"police", "guandou", "company-1"}) {
            assertThat(answer(stranger).status()).as(stranger).isEqualTo(404);
        }
    }

    private JsonNode read(String user) {
        Answer answer = answer(user);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.json();
    }

    private Answer answer(String user) {
        return Http.program(port, user).get("/api/cases/" + caseNo + "/holders");
    }
}

package dev.whistle.web;

import static dev.whistle.procedure.complaint.ComplaintStory.answered;
import static dev.whistle.procedure.complaint.ComplaintStory.call;
import static dev.whistle.procedure.complaint.ComplaintStory.investigated;
import static dev.whistle.procedure.complaint.ComplaintStory.signed;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.whistle.procedure.complaint.ComplaintProcess;
import dev.whistle.procedure.complaint.ComplaintProcess.Tasks;
import dev.whistle.testing.Desk;
import dev.whistle.testing.Http;
import dev.whistle.testing.Http.Answer;
import dev.whistle.testing.OnH2;
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

package dev.whistle.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.whistle.testing.Clause;
import dev.whistle.testing.Desk;
import dev.whistle.testing.Http;
import dev.whistle.testing.Http.Answer;
import dev.whistle.testing.OnH2;
import dev.whistle.testing.TableCounts;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** JJ.A7.2.1 to JJ.A7.2.3: what a complaint must say, and what it must not, depends on the way it came. */
@OnH2
class ChannelsTest {

    private static final String WHO =
            "\"complainant\": {\"name\": \"司马相如\", \"phone\": \"13912345678\", \"address\": \"云锦苑1栋\"}";

    @Autowired
    private Desk desk;

    @Autowired
    private JdbcTemplate db;

    @LocalServerPort
    private int port;

    @BeforeEach
    void aSaturday() {
        desk.itIs("2026-09-26T02:00:00Z");
    }

    @AfterEach
    void backToTheRealTime() {
        desk.itIsNow();
    }

    /** Each channel with its own record; what it says stands on the timeline in the words of the form. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            web         | WHO, "web": {"platform": "区政府网站"} | 受理渠道=网络投诉 投诉平台=区政府网站
            phone       | WHO, "kind": "fees", "weight": "typical" | 受理渠道=来电 事由类别=物业收费争议 重要程度=典型
            visit       | WHO, "visit": {"visitors": 3, "evidence": "given", "evidenceList": "照片四张"} | 来访人数=3 来访材料=已提供 材料清单=照片四张
            visit       | WHO | 来访人数=1 来访材料=没有
            visit       | WHO, "visitors": 4, "matterKind": "fees" | 来访人数=4 事由类别=物业收费争议
            hotline     | WHO | 单位或联系地址=
            hotline     | WHO | 受理渠道=12345 热线 事由类别=其他 重要程度=一般
            opinion     | "opinion": {"platform": "鸠江论坛", "link": "https://bbs.example/1", "major": true} | 投诉平台=鸠江论坛 网址链接=https://bbs.example/1 影响程度=重大负面舆情
            opinion     | WHO, "opinion": {"platform": "微博", "link": "https://bbs.example/1"} | 反映人姓名= 影响程度=一般舆情
            instruction | "instruction": {"leader": "区长", "words": "请核实。", "on": "2026-09-24"} | 批示领导=区长 批示内容=请核实。 批示日期=2026年9月24日
            """)
    @Clause({"JJ.A7.2.1", "JJ.A7.2.2.1", "JJ.A7.2.3.1"})
    void everyChannelHasItsRecord(String channel, String parts, String told) {
        Answer answer = post(channel, parts);

        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        String caseNo = answer.json().path("caseNo").asText();
        JsonNode line =
                as("hotline").get("/api/cases/" + caseNo + "/timeline").json().path(0);
        List<String> entered = StreamSupport.stream(line.path("entered").spliterator(), false)
                .map(it -> it.path("label").asText() + "=" + it.path("value").asText(""))
                .toList();
        for (String entry : told.split(" (?=\\p{IsHan}+=)")) {
            assertThat(entered).as(line.toString()).anyMatch(it -> it.startsWith(entry));
        }
    }

    /** JJ.A7.2.2.1: who is answered at once needs nobody above. */
    @Test
    void answeredOnTheSpot() {
        Answer answer =
                post("phone", "WHO, \"onTheSpot\": {\"answer\": \"已说明收费依据。\", \"satisfaction\": \"satisfied\"}");

        String caseNo = answer.json().path("caseNo").asText();
        JsonNode read = as("hotline").get("/api/cases/" + caseNo).json();
        assertThat(read.path("outcome").asText()).as(answer.toString()).isEqualTo("answered-on-the-spot");
    }

    @ParameterizedTest(name = "{0} {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            phone       | "matter": "x"                                            | complainant.name
            phone       | "complainant": {"name": "甲", "phone": "13912345678"}     | complainant.address
            visit       | "complainant": {"name": "甲", "phone": "13912345678"}     | complainant.address
            web         | "complainant": {"name": "  ", "phone": "13912345678"}, "web": {"platform": "网站"} | complainant.name
            hotline     | "complainant": {"name": "甲"}                             | complainant.phone
            opinion     | WHO                                                      | opinion.platform
            opinion     | "opinion": {"platform": "微博"}                           | opinion.link
            opinion     | "opinion": {"platform": "微博", "link": "bbs"}            | opinion.link
            instruction | WHO                                                      | instruction.leader
            instruction | "instruction": {"leader": "区长", "on": "2026-09-24"}     | instruction.words
            instruction | "instruction": {"leader": "区长", "words": "请办"}        | instruction.on
            instruction | "instruction": {"leader": "区长", "words": "请办", "on": "2026-09-27"} | instruction.on
            visit       | WHO, "visit": {"visitors": 0}                            | visit.visitors
            visit       | WHO, "visit": {"evidence": "given"}                      | visit.evidenceList
            visit       | WHO, "visit": {"evidenceList": "照片"}                    | visit.evidenceList
            phone       | WHO, "visit": {"visitors": 2}                            | visit.visitors
            visit       | WHO, "visit": {"visitors": 2.5}                          | visit.visitors
            hotline     | WHO, "web": {"platform": "网站"}                          | web.platform
            web         | WHO                                                      | web.platform
            web         | WHO, "web": {"platform": "网站"}, "platform": "论坛"       | platform
            phone       | WHO, "externalNo": "12345-1"                             | externalNo
            phone       | WHO, "compoundId": "compound-01"                         | address
            hotline     | WHO, "opinion": {"platform": "微博", "link": "https://bbs.example/1"}        | opinion.platform
            web         | WHO, "web": {"platform": "网站"}, "opinion": {"platform": "微博"}  | opinion.platform
            web         | WHO, "web": {"platform": "网站"}, "instruction": {"leader": "区长", "words": "请办", "on": "2026-09-24"} | instruction.leader
            hotline     | WHO, "onTheSpot": {"answer": "好", "satisfaction": "basic"} | onTheSpot
            phone       | WHO, "onTheSpot": {"answer": "好"}                        | onTheSpot.satisfaction
            phone       | WHO, "kind": "weather"                                   | kind
            phone       | WHO, "weight": "heavy"                                   | weight
            phone       | WHO, "kind": "fees", "matterKind": "fees"                | matterKind
            opinion     | "complainant": {"phone": "13912345678"}, "opinion": {"platform": "微博", "link": "https://bbs.example/1"} | complainant.phone
            """)
    void whatTheChannelNeedsAndWhatIsAnothersIsNamed(String channel, String parts, String field) {
        var before = TableCounts.of(db);

        Answer answer = post(channel, parts);

        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
        assertThat(answer.json().at("/errors/0/field").asText()).isEqualTo(field);
        assertThat(answer.json().at("/errors/0/message").asText()).containsPattern("\\p{IsHan}");
        assertThat(TableCounts.of(db)).isEqualTo(before);
    }

    private Answer post(String channel, String parts) {
        String body = "{\"channel\": \"%s\", %s \"address\": \"滨江路\", %s}"
                .formatted(
                        channel,
                        parts.contains("\"matter\"") ? "" : "\"matter\": \"消防通道被堵\",",
                        parts.replace("WHO", WHO));
        return as("hotline")
                .send(as("hotline")
                        .withoutToken("POST", "/api/complaints", body)
                        .header("Idempotency-Key", UUID.randomUUID().toString()));
    }

    private Http as(String user) {
        return Http.program(port, user);
    }
}

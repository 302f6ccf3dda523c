package dev.whistle.web;

import static dev.whistle.procedure.complaint.ComplaintStory.answeredCall;
import static dev.whistle.procedure.complaint.ComplaintStory.call;
import static dev.whistle.procedure.complaint.ComplaintStory.in;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.whistle.board.EveryFigure;
import dev.whistle.procedure.complaint.ComplaintProcess;
import dev.whistle.testing.Desk;
import dev.whistle.testing.EngineOfTheTest;
import dev.whistle.testing.Http;
import dev.whistle.testing.Http.Answer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestExecutionListeners;
import org.springframework.test.context.TestExecutionListeners.MergeMode;

/** A city with two districts in one installation: each office sees its own, the city's both. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:city;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=20000;DEFAULT_NULL_ORDERING=HIGH",
            "whistle.clock.adjustable=true",
            "whistle.personal-data.demo-key-file=target/demo.key"
        })
@ContextConfiguration(initializers = CityTest.City.class)
@TestExecutionListeners(listeners = EngineOfTheTest.class, mergeMode = MergeMode.MERGE_WITH_DEFAULTS)
@DirtiesContext
class CityTest {

    private static final String APRIL = "from=2026-04&to=2026-04";
    private static final String OF_APRIL = "{\"kind\":\"MONTH\",\"period\":\"2026-04\"}";

    @Autowired
    private Desk desk;

    @Autowired
    private JdbcTemplate db;

    @LocalServerPort
    private int port;

    @BeforeEach
    void inMay() {
        if (db.queryForObject("select count(*) from whistle.case_file", Long.class) == 0) {
            anApril();
        }
        desk.itIs("2026-05-06T02:00:00Z");
    }

    @AfterEach
    void backToTheRealTime() {
        desk.itIsNow();
    }

    /** One complaint is answered at once and one is open in the north, of the south's three one. */
    private void anApril() {
        desk.itIs("2026-04-07T02:00:00Z");
        for (String district : List.of("north", "south", "south")) {
            desk.starts(
                    district + "-1",
                    ComplaintProcess.ID,
                    in("compound-" + district, answeredCall("2026-04-07T09:40:00+08:00")));
        }
        for (String district : List.of("north", "south")) {
            desk.starts(
                    district + "-1",
                    ComplaintProcess.ID,
                    in("compound-" + district, call("2026-04-07T09:45:00+08:00")));
            for (String patrols : List.of("community-%s, ,3,2", "street-%s, ,2,2", "company-%s,compound-%s,7,5")) {
                String[] week = patrols.replace("%s", district).split(",");
                db.update(
                        """
                        insert into whistle.patrol_week (unit, compound, week, minimum, planned, done, shortfall, streak)
                        values (?, ?, date '2026-04-06', ?, 7, ?, ?, 0)""",
                        week[0],
                        week[1].strip(),
                        Integer.valueOf(week[2]),
                        Integer.valueOf(week[3]),
                        Integer.parseInt(week[2]) - Integer.parseInt(week[3]));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"north", "south"})
    void aDistrictsBoardIsItsOwn(String district) {
        JsonNode board = board(district);
        long complaints = district.equals("north") ? 2 : 3;
        assertThat(board.at("/scope/id").asText()).isEqualTo(district);
        assertThat(board.at("/complaints/total").asLong()).isEqualTo(complaints);
        assertThat(board.at("/open/open").asLong()).isEqualTo(1);
        assertThat(ids(board.at("/open/streets"))).containsExactly("street-" + district);
        assertThat(ids(board.at("/onTime/streets"))).containsExactly("street-" + district);
        assertThat(ids(board.at("/onTime/departments"))).containsExactly("dept-fire-" + district);
        assertThat(board.at("/onTime/met").asLong())
                .isEqualTo(board.at("/onTime/streets/0/met").asLong())
                .isPositive();
        assertThat(board.at("/onTime/streets/0/rank").isNull())
                .as("it stands alone")
                .isTrue();
        assertThat(ids(board.at("/complaints/compounds"))).containsExactly("compound-" + district);
        assertThat(ids(board.at("/patrols/units")))
                .containsExactlyInAnyOrder("community-" + district, "street-" + district, "company-" + district);
        assertThat(ids(board.path("units")))
                .containsExactlyInAnyOrder(
                        district,
                        "street-" + district,
                        "community-" + district,
                        "dept-fire-" + district,
                        "company-" + district);
        assertThat(weeks(district).findValuesAsText("unit"))
                .containsExactly("company-" + district, "community-" + district, "street-" + district);
    }

    @Test
    void theCitysBoardIsAllOfThem() {
        JsonNode city = board("city");
        for (String figure :
                List.of("/complaints/total", "/open/open", "/onTime/met", "/patrols/minimum", "/patrols/short")) {
            assertThat(city.at(figure).asLong())
                    .as(figure)
                    .isEqualTo(board("north").at(figure).asLong()
                            + board("south").at(figure).asLong())
                    .isPositive();
        }
        assertThat(ids(city.at("/open/streets"))).containsExactlyInAnyOrder("street-north", "street-south");
        assertThat(city.at("/onTime/streets").findValuesAsText("rank")).containsExactly("1", "1");
        assertThat(weeks("city").path("total").asLong()).isEqualTo(6);
        assertThat(read("city", "/api/board?unit=north&" + APRIL).at("/complaints/total"))
                .isEqualTo(board("north").at("/complaints/total"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"city", "north", "south", "street-north-lead", "company-south"})
    void everyFigureIsWhatItsListHas(String whose) {
        assertThat(new EveryFigure(as(whose), APRIL).equalsItsList().figures()).hasSizeGreaterThan(10);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/board?unit=south",
                "/api/board?unit=street-south",
                "/api/board/cases?figure=open&unit=city",
                "/api/board/patrols/weeks?of=community-south"
            })
    void whatIsTheOtherDistrictsIsNotThere(String path) {
        for (String user : List.of("north", "north-lead", "street-north-lead")) {
            Answer answer = as(user).get(path);
            assertThat(answer.status()).as(user + answer).isEqualTo(404);
        }
    }

    /** Each of the same month: nobody's number, figures or readers are the other's. */
    @Test
    void aDistrictsReportIsItsOwn() {
        for (String district : List.of("north", "south")) {
            JsonNode figures = preview(district).path("figures");
            assertThat(figures.at("/complaints/total").asLong()).isEqualTo(district.equals("north") ? 2 : 3);
            assertThat(figures.at("/stock/compounds").asLong()).isEqualTo(1);
            assertThat(figures.at("/stock/companies").asLong()).isEqualTo(1);
            assertThat(figures.at("/patrols/lacking")).isEqualTo(board(district).at("/patrols/short"));
            JsonNode issued = issued(district);
            assertThat(issued.path("number").asText())
                    .isEqualTo("%s物业管理工作领导小组办公室情况通报〔2026〕1号".formatted(district.equals("north") ? "北区" : "南区"));
            assertThat(told(issued)).containsExactlyInAnyOrder("street-" + district + "-lead");
        }
        assertThat(read("street-north-lead", "/api/reports")).isEqualTo(read("north", "/api/reports"));
        assertThat(read("street-south-lead", "/api/reports")).isEqualTo(read("south", "/api/reports"));
        assertThat(read("city", "/api/reports")).isEmpty();

        JsonNode citys = issued("city");
        JsonNode draft = preview("city");
        assertThat(draft.at("/figures/complaints/total").asLong()).isEqualTo(5);
        assertThat(draft.at("/paper/addressees").asText()).isEqualTo("各区、市各有关部门");
        assertThat(told(citys)).containsExactlyInAnyOrder("north-lead", "south-lead");
        assertThat(read("north", "/api/reports").findValuesAsText("office")).containsExactlyInAnyOrder("north", "city");
        assertThat(read("street-north-lead", "/api/reports").findValuesAsText("office"))
                .containsExactly("north");
        assertThat(as("north-lead").get(file("city")).status()).isEqualTo(200);
        for (String other : List.of("south", "nowhere")) {
            assertThat(as("north-lead").get(file(other)).status()).isEqualTo(404);
        }
        assertThat(as("street-north-lead").get(file("city")).status()).isEqualTo(404);
    }

    private static String file(String office) {
        return "/api/reports/MONTH/2026-04.docx?office=" + office;
    }

    private JsonNode issued(String office) {
        Answer issued = as(office + "-lead").post("/api/reports", OF_APRIL);
        assertThat(issued.status()).as(issued.toString()).isEqualTo(201);
        return issued.json();
    }

    private List<String> told(JsonNode issued) {
        return db.queryForList(
                "select recipient from whistle.message where event = 'circular.report-issued' and occasion = ? and reason <> 'NOBODY'",
                String.class,
                issued.path("number").asText());
    }

    private JsonNode board(String user) {
        return read(user, "/api/board?" + APRIL);
    }

    private JsonNode weeks(String user) {
        return read(user, "/api/board/patrols/weeks?" + APRIL);
    }

    private static List<String> ids(JsonNode rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(it -> it.path("id").asText())
                .toList();
    }

    private JsonNode preview(String user) {
        Answer answer = as(user).post("/api/reports/preview", OF_APRIL);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.json();
    }

    private JsonNode read(String user, String path) {
        Answer answer = as(user).get(path);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.json();
    }

    private Http as(String user) {
        return Http.program(port, user);
    }

    /** Its files. Two departments are each district's own, the others' ids are those that tables of our models name. */
    static final class City implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        private static final String UNITS = """
                编号,类别,名称,上级
                city,市办公室,市物业管理工作领导小组办公室,
                hotline,热线,市热线办,city
                discipline,纪检,市纪委监委,city
                dept-urban-management,部门,市城管局,city
                dept-housing,部门,市住建局,city
                dept-ecology,部门,市生态环境局,city
                dept-market,部门,市市监局,city
                dept-police,部门,市公安局,city
                dept-fire,部门,市消防救援支队,city
                dept-natural-resources,部门,市自然资源和规划局,city
                dept-justice,部门,市司法局,city
                dept-civil-affairs,部门,市民政局,city
                dept-industry,部门,市经信局,city
                north,区办公室,北区物业管理工作领导小组办公室,city
                street-north,镇街,北街道,north
                community-north,社区,北社区,street-north
                dept-fire-north,部门,北区消防救援大队,north
                south,区办公室,南区物业管理工作领导小组办公室,city
                street-south,镇街,南街道,south
                community-south,社区,南社区,street-south
                dept-fire-south,部门,南区消防救援大队,south
                """;

        private static final String COMPANIES = """
                编号,名称,上级,统一社会信用代码,负责人,国有
                company-north,北物业服务有限公司,north,91340207DEM000001D,王建国,否
                company-south,南物业服务有限公司,south,91340207DEM000002G,李敏,否
                """;

        private static final String COMPOUNDS = """
                编号,名称,类别,有物业,建成区,地址,户数,镇街,社区,物业企业
                compound-north,北苑小区,商业开发,是,是,北街道1号,300,street-north,community-north,company-north
                compound-south,南苑小区,商业开发,是,是,南街道1号,300,street-south,community-south,company-south
                """;

        private static final String OFFICERS = """
                用户名,姓,名,单位,角色,密码,邮箱
                city,崔,慧,city,工作人员,demo,
                city-lead,文,静,city,负责人,demo,
                north,姜,敏,north,工作人员,demo,
                north-lead,谭,向阳,north,负责人,demo,
                street-north-lead,周,敏,street-north,负责人,demo,
                north-1,刘,倩,community-north,工作人员,demo,
                south,史,志远,south,工作人员,demo,
                south-lead,范,岚,south,负责人,demo,
                street-south-lead,孔,冰,street-south,负责人,demo,
                south-1,汤,正平,community-south,工作人员,demo,
                company-south,吕,晴,company-south,工作人员,demo,
                """;

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            TestPropertyValues.of("whistle.organisation=" + files()).applyTo(context);
        }

        private static String files() {
            try {
                Path folder = Files.createDirectories(Path.of("target", "city"));
                Files.writeString(folder.resolve("units.csv"), UNITS);
                Files.writeString(folder.resolve("companies.csv"), COMPANIES);
                Files.writeString(folder.resolve("compounds.csv"), COMPOUNDS);
                Files.writeString(folder.resolve("officers.csv"), OFFICERS);
                return folder.toUri().toString();
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }
}

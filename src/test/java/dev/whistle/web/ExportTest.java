package dev.whistle.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.whistle.problem.Problem;
import dev.whistle.procedure.complaint.ComplaintProcess.Tasks;
import dev.whistle.procedure.complaint.ComplaintProcess.Variables;
import dev.whistle.procedure.complaint.ComplaintStory;
import dev.whistle.testing.Desk;
import dev.whistle.testing.Http;
import dev.whistle.testing.Http.Answer;
import dev.whistle.testing.OnH2;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Lists as spreadsheets. */
@OnH2
class ExportTest {

    private static final String FORMULA = "=HYPERLINK(\"http://example.com\",\"点我\")";

    @Autowired
    private Desk desk;

    @Autowired
    private TaskService tasks;

    @Autowired
    private FilterService filters;

    @LocalServerPort
    private int port;

    @AfterEach
    void backToTheRealTime() {
        desk.itIsNow();
    }

    @Test
    void textIsTextAndTimesAreTimes() throws IOException, InterruptedException {
        desk.itIs("2026-09-01T16:30:00Z");
        Map<String, Object> call =
                ComplaintStory.in("compound-05", ComplaintStory.answeredCall("2026-09-01T09:40:00+08:00"));
        call.put(Variables.MATTER, FORMULA);
        String caseNo = desk.starts("wanli-1", "complaint", call);

        HttpResponse<byte[]> answer = fetch("wanli-1", "/api/me/done?format=xlsx&size=1&q=" + caseNo);

        assertThat(answer.headers().firstValue("Content-Type")).hasValue(Sheets.XLSX);
        assertThat(answer.headers().firstValue("Content-Disposition").orElseThrow())
                .contains("filename*=UTF-8''%E6%88%91%E7%BB%8F%E5%8A%9E%E7%9A%84-2026-09-02.xlsx");
        List<Row> rows = rows(answer);
        assertThat(texts(rows.get(0))).containsExactly("办理时间", "案件编号", "事由", "小区", "办理内容", "案件状态", "办理结果");
        Row row = rows.get(1);
        assertThat(row.getCellAsDate(0)).hasValue(LocalDateTime.of(2026, 9, 2, 0, 30));
        assertThat(row.getCellText(1)).isEqualTo(caseNo);
        assertThat(row.getCell(2).getType()).isEqualTo(CellType.STRING);
        assertThat(row.getCellText(2)).isEqualTo(FORMULA);
        assertThat(row.getCellText(3)).isEqualTo("桂汀兰庭");
        assertThat(row.getCellText(5)).isEqualTo("已办结");
        assertThat(row.getCellText(6)).isEqualTo("当场答复");
        assertThat(rows).hasSize(2);
    }

    /** The whole list comes, whatever page is asked for, and no more than the caller may read. */
    @Test
    void allOfTheListAndOnlyOnesOwn() throws IOException, InterruptedException {
        int total = Http.program(port, "wanli")
                .get("/api/contacts/register")
                .json()
                .path("total")
                .asInt();
        List<Row> rows = rows(fetch("wanli", "/api/contacts/register?format=xlsx&page=3&size=1"));
        assertThat(rows).hasSize(total + 1);
        assertThat(texts(rows.get(0))).containsExactly("联系关系", "联系对象", "楼栋", "联系单位", "联系人", "职务", "开始日期", "结束日期");
        assertThat(rows.get(1).getCellAsDate(6)).isPresent();
        assertThat(rows.stream().map(it -> it.getCellText(1))).doesNotContain("官陡街道");
    }

    /** A list of Tasklist as its reader sees it, under its own name; another's list is not there. */
    @Test
    void aTaskList() throws IOException, InterruptedException {
        desk.itIs("2026-09-01T02:00:00Z");
        Map<String, Object> call = ComplaintStory.in("compound-05", ComplaintStory.call("2026-09-01T09:40:00+08:00"));
        call.put(Variables.MATTER, FORMULA);
        String caseNo = desk.starts("wanli-1", "complaint", call);
        desk.as("wanli", () -> {
            tasks.claim(desk.taskOf(caseNo, Tasks.SIGN_FOR).getId(), "wanli");
            return caseNo;
        });
        desk.itIs("2026-09-14T02:00:00Z");

        HttpResponse<byte[]> answer = fetch("wanli", list("待签收"));

        assertThat(answer.headers().firstValue("Content-Disposition").orElseThrow())
                .contains("%E5%BE%85%E7%AD%BE%E6%94%B6-2026-09-14.xlsx");
        List<Row> rows = rows(answer);
        assertThat(texts(rows.get(0)))
                .containsExactly("案件编号", "事由", "小区", "任务", "期限最后一日", "剩余天数", "承办单位", "办理人", "代何人办理");
        Row row = rows.stream()
                .filter(it -> it.getCellText(0).equals(caseNo))
                .findFirst()
                .orElseThrow();
        assertThat(texts(row).subList(1, 4)).containsExactly(FORMULA, "桂汀兰庭", "签收并确定承办单位");
        assertThat(row.getCellAsDate(4)).hasValue(LocalDateTime.of(2026, 9, 16, 0, 0));
        assertThat(row.getCellAsNumber(5)).hasValue(BigDecimal.valueOf(2));
        assertThat(texts(row).subList(6, 8)).containsExactly("湾里街道", "谭红霞");
        assertThat(rows(fetch("guandou", list("待签收"))).stream().map(it -> it.getCellText(0)))
                .doesNotContain(caseNo);
        assertThat(fetch("wanli", list("待我签发")).statusCode()).as("for leads").isEqualTo(404);
        assertThat(fetch("wanli-lead", list("待我签发")).statusCode()).isEqualTo(200);
        JsonNode page = Http.program(port, "wanli")
                .get(list("待签收").replace("format=xlsx", "size=1"))
                .json();
        assertThat(page.path("tasks")).hasSize(1);
        assertThat(page.path("total").asInt()).isEqualTo(rows.size() - 1);
        assertThat(rows(fetch("wanli", "/api/me/tasks?format=xlsx")).stream().map(it -> it.getCellText(0)))
                .contains(caseNo);
    }

    private String list(String name) {
        return "/api/task-lists/"
                + filters.createTaskFilterQuery()
                        .filterName(name)
                        .singleResult()
                        .getId() + "?format=xlsx";
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /api/cases                        | 案件编号
            /api/patrols                      | 巡查单位
            /api/search?q=TS-                 | 案件编号
            /api/companies/company-5/record   | 案件编号
            """)
    void everyListOfOurs(String path, String heading) throws IOException, InterruptedException {
        assertThat(rows(fetch("district", path + (path.contains("?") ? "&" : "?") + "format=xlsx"))
                        .get(0)
                        .getCellText(0))
                .isEqualTo(heading);
        HttpResponse<byte[]> accepted = HttpClient.newHttpClient()
                .send(
                        Http.program(port, "district")
                                .request(path)
                                .header("Accept", Sheets.XLSX)
                                .build(),
                        BodyHandlers.ofByteArray());
        assertThat(rows(accepted).get(0).getCellText(0)).isEqualTo(heading);
        assertThat(Http.program(port, "district").get(path).header("Content-Type"))
                .startsWith("application/json");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /api/cases?format=pdf                            | 406
            /api/me?format=xlsx                              | 406
            /api/cases?format=xlsx&size=1000                 | 400
            /api/me/done?format=xlsx&from=soon               | 400
            /api/task-lists/none?format=xlsx                 | 404
            /api/search?q=x&format=xlsx                      | 400
            /api/companies/none/record?format=xlsx           | 404
            """)
    void whatIsRefusedIsToldAsEver(String path, int status) {
        Answer refused = Http.program(port, "district").get(path);
        assertThat(refused.status()).as(refused.toString()).isEqualTo(status);
        assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
    }

    @Test
    void halfOfAListIsNone() {
        assertThatThrownBy(() -> new Export(true).check(Export.MOST + 1)).isInstanceOf(Problem.class);
        assertThatCode(() -> new Export(true).check(Export.MOST)).doesNotThrowAnyException();
        assertThatCode(() -> new Export(false).check(Export.MOST + 1)).doesNotThrowAnyException();
    }

    private HttpResponse<byte[]> fetch(String user, String path) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        Http.program(port, user)
                                .request(URI.create(path).toASCIIString())
                                .build(),
                        BodyHandlers.ofByteArray());
    }

    private static List<Row> rows(HttpResponse<byte[]> answer) {
        assertThat(answer.statusCode()).isEqualTo(200);
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(answer.body()))) {
            return book.getFirstSheet().read();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<String> texts(Row row) {
        return row.stream().map(it -> it.getText()).toList();
    }
}

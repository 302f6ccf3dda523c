package dev.whistle.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.whistle.organisation.Responsibilities;
import dev.whistle.organisation.Responsibility;
import dev.whistle.register.Contract;
import dev.whistle.register.Contracts;
import dev.whistle.register.book.Books;
import dev.whistle.testing.Caller;
import dev.whistle.testing.Http;
import dev.whistle.testing.Http.Answer;
import dev.whistle.testing.OnH2;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The registers under {@code /api}: who reads what, and the workbook's way in and out. */
@OnH2
class RegisterRoutesTest {

    @Autowired
    private Responsibilities responsibilities;

    @Autowired
    private Contracts contracts;

    @LocalServerPort
    private int port;

    @Test
    void whoRanItOnADay() {
        // one of the demo's that another company ran before
        String compound = "compound-02";
        List<Responsibility> history = responsibilities.history(compound);
        Responsibility before = history.get(0);
        LocalDate lastDay = Objects.requireNonNull(before.to());

        JsonNode on = officer()
                .get("/api/compounds/" + compound + "/responsible?on=" + lastDay)
                .json();

        assertThat(on.path("runner").asText()).isEqualTo(before.company());
        assertThat(on.path("basis").asText()).isEqualTo("contract");
        assertThat(on.path("from").asText()).isEqualTo(before.from().toString());
        assertThat(on.path("to").asText()).isEqualTo(String.valueOf(lastDay));
        assertThat(officer()
                        .get("/api/compounds/" + compound + "/responsible")
                        .json()
                        .path("runner")
                        .asText())
                .isEqualTo(history.get(history.size() - 1).company());

        Answer tooEarly = officer().get("/api/compounds/" + compound + "/responsible?on=1999-01-01");
        assertThat(tooEarly.status()).isEqualTo(404);
        assertThat(tooEarly.json().path("detail").asText()).contains("在 1999年1月1日 由谁管理没有记录，最早的记录自");
        assertThat(officer().get("/api/compounds/none/responsible").status()).isEqualTo(404);
        assertThat(officer()
                        .get("/api/compounds/" + compound + "/responsible?on=heute")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void aCompanySeesItsOwn() {
        String own = responsibilities.ofCompany("company-1").get(0).compound();
        Http company = Http.program(port, Caller.COMPANY);

        JsonNode sheet = company.get("/api/compounds/" + own).json();

        assertThat(sheet.path("contracts"))
                .allSatisfy(it -> assertThat(it.path("company").asText()).isEqualTo("company-1"));
        assertThat(contracts.of(own).stream().map(Contract::company).distinct().count())
                .isGreaterThanOrEqualTo(sheet.path("contracts").isEmpty() ? 0 : 1);
        assertThat(company.get("/api/companies/company-1").status()).isEqualTo(200);
        assertThat(company.get("/api/companies/company-2").status()).isEqualTo(404);
        assertThat(company.get("/api/compounds/compound-05").status()).isEqualTo(404);
        assertThat(rows(company.get("/api/registers/contracts")))
                .allSatisfy(it -> assertThat(it.path("company").asText()).isEqualTo("company-1"));
        assertThat(rows(company.get("/api/registers/companies"))).hasSize(1);
        assertThat(rows(company.get("/api/registers/compounds?size=200")))
                .hasSizeLessThan(
                        rows(officer().get("/api/registers/compounds?size=200")).size());
    }

    @Test
    void listsAreNarrowed() {
        JsonNode wanli = officer()
                .get("/api/registers/compounds?street=street-wanli&size=200")
                .json();
        assertThat(wanli.path("total").asInt()).isPositive();
        assertThat(wanli.path("rows"))
                .allSatisfy(it -> assertThat(it.path("streetName").asText()).isEqualTo("湾里街道"));
        assertThat(rows(officer().get("/api/registers/compounds?q=100%25"))).isEmpty();
        assertThat(rows(officer().get("/api/registers/contracts?on=2026-03-01&compound=compound-02")))
                .singleElement()
                .satisfies(it -> assertThat(it.path("company").asText()).isEqualTo("company-12"));
        assertThat(rows(officer().get("/api/registers/responsibilities?on=1990-01-01&compound=compound-05")))
                .hasSize(1);
        assertThat(rows(officer().get("/api/registers/standbys?on=2026-03-01&size=200")))
                .isNotEmpty();
        assertThat(officer().get("/api/registers/committees?size=999").status()).isEqualTo(400);
    }

    /** What is exported can be imported again, and says what is there. */
    @ParameterizedTest
    @ValueSource(
            strings = {"companies", "compounds", "managers", "contracts", "committees", "responsibilities", "standbys"})
    void anExportIsAnImport(String register) throws IOException, InterruptedException {
        byte[] exported = fetch("/api/registers/" + register + "?format=xlsx");
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(exported))) {
            assertThat(book.getFirstSheet().read()).hasSizeGreaterThan(1);
        }

        Answer answer = post("district", true, exported);

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.json().path("touched")).isEmpty();
        assertThat(answer.json().path("sheets").path(0).path("unchanged").asInt())
                .isPositive();
    }

    @Test
    void everyErrorIsToldByItsPlace() {
        byte[] book = Books.book().sheet("应急保障", "湾里街道", "没有的企业", "昨天").bytes();

        Answer answer = post("district", false, book);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("detail").asText()).isEqualTo("文件有 2 处错误，没有导入任何内容，请逐处改正后重新检查。");
        JsonNode error = answer.json().path("errors").path(0);
        assertThat(error.path("sheet").asText()).isEqualTo("应急保障");
        assertThat(error.path("row").asInt()).isEqualTo(2);
        assertThat(error.path("column").asText()).isEqualTo("企业");
        assertThat(error.path("message").asText()).contains("没有的企业");
        assertThat(post("district", true, "编号,名称\n".getBytes(StandardCharsets.UTF_8))
                        .status())
                .isEqualTo(415);
        assertThat(post("district", true, new byte[11 << 20]).status()).isEqualTo(413);
        assertThat(post("wanli-1", true, book).status()).isEqualTo(403);
    }

    private Http officer() {
        return Http.program(port, "guandou-1");
    }

    private static List<JsonNode> rows(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return StreamSupport.stream(answer.json().path("rows").spliterator(), false)
                .toList();
    }

    private Answer post(String user, boolean dryRun, byte[] file) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(("--it\r\nContent-Disposition: form-data; name=\"file\"; filename=\"book.xlsx\"\r\n"
                        + "Content-Type: application/octet-stream\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        body.writeBytes(file);
        body.writeBytes("\r\n--it--\r\n".getBytes(StandardCharsets.US_ASCII));
        Http program = Http.program(port, user);
        return program.send(program.request("/api/registers/import?dryRun=" + dryRun)
                .header("Content-Type", "multipart/form-data; boundary=it")
                .POST(BodyPublishers.ofByteArray(body.toByteArray())));
    }

    private byte[] fetch(String path) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                                .header("Authorization", Http.basic("district", Caller.PASSWORD))
                                .build(),
                        BodyHandlers.ofByteArray())
                .body();
    }
}

package dev.whistle.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.whistle.problem.FieldError;
import dev.whistle.problem.Problem;
import dev.whistle.testing.OnH2;
import dev.whistle.testing.OnPostgres;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.repository.Deployment;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** What a model puts on a case's file is read on the timeline and in the archive, once for each occasion. */
class PutOnFileTest {

    @Nested
    @OnH2
    class H2 extends OnAnyDatabase {}

    @Nested
    @OnPostgres
    class PostgreSql extends OnAnyDatabase {}

    abstract static class OnAnyDatabase {

        @Autowired
        RepositoryService repository;

        @Autowired
        RuntimeService runtime;

        @Autowired
        Timeline timeline;

        @Autowired
        Archives archives;

        @Autowired
        JdbcTemplate jdbc;

        @Autowired
        TransactionTemplate transaction;

        private Deployment model;
        private String caseNo;

        @BeforeEach
        void deploy() {
            model = repository
                    .createDeployment()
                    .addClasspathResource("dev/whistle/casefile/put-on-file.bpmn")
                    .deploy();
            caseNo = CaseRows.open(jdbc);
        }

        @AfterEach
        void undeploy() {
            repository.deleteDeployment(model.getId(), true);
        }

        @Test
        void isReadOnTheTimeline() {
            filed("请房管局牵头，三日内报结果。", "2026-03-05", null);

            assertThat(timeline.of(caseNo))
                    .extracting(CaseEvent::kind, CaseEvent::element, CaseEvent::name)
                    .containsExactly(
                            tuple(EventKind.FILED, "serviceTask_fileOpinion", "归卷"),
                            tuple(EventKind.STEP, "serviceTask_fileOpinion", "批示归卷"));
            assertThat(timeline.of(caseNo).get(0).entered())
                    .containsExactly(
                            Entry.of("title", "标题", "领导批示"),
                            Entry.of("on", "日期", "2026-03-05"),
                            Entry.of("text", "内容", "请房管局牵头，三日内报结果。"));
        }

        @Test
        void isReadInTheArchive() throws IOException {
            filed("同意延期。<b>", null, null);
            transaction.executeWithoutResult(status -> {
                CaseRows.close(jdbc, caseNo);
                archives.make(caseNo);
            });

            assertThat(index()).contains("标题：领导批示", "内容：同意延期。&lt;b&gt;").doesNotContain("日期：");
        }

        @Test
        void eachPassingOfTheStepIsAnOccasionOfItsOwn() {
            filed("同意", null, null);
            filed("同意", null, null);

            assertThat(texts()).containsExactly("同意", "同意");
        }

        @Test
        void theSameOccasionIsFiledOnce() {
            filed("同意", null, "第一次会议");
            filed("同意", null, "第一次会议");
            filed("不同意", null, "第二次会议");

            assertThat(texts()).containsExactly("同意", "不同意");
        }

        @Test
        void twentyAtOnceFileOneOccasionOnce() throws Exception {
            var officers = Executors.newFixedThreadPool(20);
            try {
                List<Callable<String>> all = IntStream.range(0, 20)
                        .<Callable<String>>mapToObj(n -> () -> filed("同意", null, "第一次会议"))
                        .toList();
                for (Future<String> done : officers.invokeAll(all)) {
                    done.get();
                }
            } finally {
                officers.shutdown();
            }

            assertThat(texts()).containsExactly("同意");
        }

        @Test
        void nothingIsFiledWithoutTextOrOnADayThatIsNone() {
            assertThatExceptionOfType(Problem.class)
                    .isThrownBy(() -> filed("  ", "2026-02-30", null))
                    .satisfies(refused -> assertThat(refused.errors())
                            .extracting(FieldError::field)
                            .containsExactly("text", "on"));
            assertThat(timeline.of(caseNo)).isEmpty();
        }

        private String filed(String opinion, @Nullable String day, @Nullable String meeting) {
            Map<String, Object> variables = new HashMap<>();
            variables.put("opinion", opinion);
            variables.put("day", day);
            variables.put("meeting", meeting);
            return runtime.startProcessInstanceByKey("put-on-file", caseNo, variables)
                    .getId();
        }

        private List<String> texts() {
            return timeline.of(caseNo).stream()
                    .filter(line -> line.kind() == EventKind.FILED)
                    .map(line -> line.entered().get(line.entered().size() - 1).value())
                    .toList();
        }

        private String index() throws IOException {
            try (ZipInputStream zip = new ZipInputStream(
                    new ByteArrayInputStream(archives.open(caseNo).bytes()))) {
                for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                    if (entry.getName().equals("目录.html")) {
                        return new String(zip.readAllBytes(), StandardCharsets.UTF_8);
                    }
                }
            }
            throw new AssertionError("the archive has no index");
        }
    }
}

package dev.whistle.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.whistle.casefile.AttachmentRefusedException.Reason;
import dev.whistle.testing.OnH2;
import dev.whistle.testing.OnPostgres;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

class AttachmentsTest {

    @Nested
    @OnH2
    class H2 extends OnAnyDatabase {}

    @Nested
    @OnPostgres
    class PostgreSql extends OnAnyDatabase {}

    abstract static class OnAnyDatabase {

        private static final int LIMIT = 20 << 20;

        @Autowired
        Attachments attachments;

        @Autowired
        Timeline timeline;

        @Autowired
        JdbcTemplate jdbc;

        @Autowired
        TransactionTemplate transaction;

        @Autowired
        IdentityService identities;

        private String caseNo = "";

        @BeforeEach
        void openCase() {
            caseNo = CaseRows.open(jdbc);
            identities.setAuthentication("wanli", List.of("street-wanli.officer"));
        }

        @AfterEach
        void logOut() {
            identities.clearAuthentication();
        }

        @Test
        void isKeptAsItCame() {
            byte[] photo = SampleFiles.png();

            Attachment added = attachments.add(caseNo, "D:\\照片\\现场.png", photo);

            assertThat(added.name()).isEqualTo("现场.png");
            assertThat(added.mediaType()).isEqualTo("image/png");
            assertThat(added.size()).isEqualTo(photo.length);
            assertThat(added.uploadedBy()).isEqualTo("wanli");
            assertThat(attachments.of(caseNo))
                    .usingRecursiveFieldByFieldElementComparatorIgnoringFields("uploadedAt")
                    .containsExactly(added);
            assertThat(attachments.open(caseNo, added.id()).bytes()).isEqualTo(photo);
        }

        @Test
        void comingAndReadingStandOnTheTimeline() {
            Attachment added = attachments.add(caseNo, "现场.png", SampleFiles.png());
            identities.setAuthentication("district", List.of("district-office.officer"));
            attachments.open(caseNo, added.id());

            assertThat(timeline.of(caseNo))
                    .extracting(CaseEvent::kind, CaseEvent::name, CaseEvent::actor)
                    .containsExactly(
                            tuple(EventKind.ATTACHED, "添加附件：现场.png", "wanli"),
                            tuple(EventKind.READ, "查看附件：现场.png", "district"));
        }

        @Test
        void theLongestNameFitsTheTimeline() {
            attachments.add(caseNo, "长".repeat(300) + ".png", SampleFiles.png());

            assertThat(attachments.of(caseNo))
                    .singleElement()
                    .satisfies(it -> assertThat(it.name()).hasSize(200).endsWith(".png"));
        }

        @Test
        void theSameFileTwiceIsOne() {
            Attachment first = attachments.add(caseNo, "现场.png", SampleFiles.png());
            Attachment second = attachments.add(caseNo, "现场（副本）.png", SampleFiles.png());

            assertThat(second.id()).isEqualTo(first.id());
            assertThat(second.name()).isEqualTo("现场.png");
            assertThat(timeline.of(caseNo)).hasSize(1);
            assertThat(attachments
                            .add(CaseRows.open(jdbc), "现场.png", SampleFiles.png())
                            .id())
                    .isNotEqualTo(first.id());
        }

        @Test
        void theSameFileAtTheSameTimeIsOne() {
            List<CompletableFuture<Attachment>> uploads = Stream.generate(() ->
                            CompletableFuture.supplyAsync(() -> attachments.add(caseNo, "现场.png", SampleFiles.png())))
                    .limit(8)
                    .toList();

            assertThat(uploads.stream()
                            .map(CompletableFuture::join)
                            .map(Attachment::id)
                            .distinct())
                    .hasSize(1);
            assertThat(attachments.of(caseNo)).hasSize(1);
        }

        @Test
        void isRefusedAndNothingIsLeft() {
            byte[] html = "<html><script>alert(1)</script></html>".getBytes(StandardCharsets.UTF_8);

            refused(Reason.TYPE, "page.html", html);
            refused(Reason.TYPE, "drawing.svg", "<svg/>".getBytes(StandardCharsets.UTF_8));
            refused(Reason.TYPE, "没有扩展名", SampleFiles.png());
            refused(Reason.DIFFERENT_CONTENT, "photo.png", html);
            refused(Reason.DIFFERENT_CONTENT, "photo.png", SampleFiles.jpeg());
            refused(Reason.EMPTY, "photo.png", new byte[0]);
            refused(Reason.NAME, "..", SampleFiles.png());
            assertThat(attachments.of(caseNo)).isEmpty();
            assertThat(timeline.of(caseNo)).isEmpty();
        }

        @Test
        void isAcceptedUpToTheLimit() {
            assertThat(attachments
                            .add(caseNo, "full.png", Arrays.copyOf(SampleFiles.png(), LIMIT))
                            .size())
                    .isEqualTo(LIMIT);
            refused(Reason.TOO_LARGE, "over.png", Arrays.copyOf(SampleFiles.png(), LIMIT + 1));
        }

        @Test
        void comesTooLateForAClosedCase() {
            CaseRows.close(jdbc, caseNo);

            refused(Reason.CASE_CLOSED, "现场.png", SampleFiles.png());
        }

        @Test
        void waitsForACaseThatIsBeingClosed() {
            CompletableFuture<Attachment> upload = new CompletableFuture<>();
            transaction.executeWithoutResult(status -> {
                CaseRows.close(jdbc, caseNo);
                upload.completeAsync(() -> attachments.add(caseNo, "现场.png", SampleFiles.png()));
                assertThat(upload).isNotDone();
            });

            assertThat(upload)
                    .failsWithin(Duration.ofSeconds(10))
                    .withThrowableThat()
                    .withCauseInstanceOf(AttachmentRefusedException.class);
        }

        @Test
        void belongsToItsCaseOnly() {
            Attachment added = attachments.add(caseNo, "现场.png", SampleFiles.png());

            assertThatExceptionOfType(NotOnFileException.class)
                    .isThrownBy(() -> attachments.open(CaseRows.open(jdbc), added.id()))
                    .satisfies(refusal -> assertThat(refusal.what()).isEqualTo(NotOnFileException.What.ATTACHMENT));
            assertThatExceptionOfType(NotOnFileException.class)
                    .isThrownBy(() -> attachments.add("ZT-2026-999999", "现场.png", SampleFiles.png()))
                    .satisfies(refusal -> assertThat(refusal.what()).isEqualTo(NotOnFileException.What.CASE));
        }

        private void refused(Reason reason, String name, byte[] content) {
            assertThatExceptionOfType(AttachmentRefusedException.class)
                    .isThrownBy(() -> attachments.add(caseNo, name, content))
                    .satisfies(refusal -> assertThat(refusal.reason()).isEqualTo(reason));
        }
    }
}

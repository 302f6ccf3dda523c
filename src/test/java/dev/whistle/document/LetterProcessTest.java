package dev.whistle.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whistle.document.DocumentVersion.Origin;
import dev.whistle.procedure.complaint.ComplaintStory;
import dev.whistle.testing.Desk;
import dev.whistle.testing.OnH2;
import dev.whistle.testing.OnPostgres;
import org.camunda.bpm.engine.repository.Deployment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Every end of {@code letter.bpmn} and what becomes of the letter on the way, told as stories of cases. */
class LetterProcessTest {

    @Nested
    @OnH2
    class OnH2Database extends Story {}

    @Nested
    @OnPostgres
    class OnPostgresDatabase extends Story {}

    abstract static class Story {

        @Autowired
        LetterStory story;

        @Autowired
        Desk desk;

        @Autowired
        DocumentTable table;

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

        /** JJ.A7.3.5: the complainant is told the time limit. */
        @Test
        void theNoticeIsServed() {
            String caseNo = story.withNotice();
            Document draft = only(caseNo);
            assertThat(draft.state()).isEqualTo(DocumentState.DRAFT);

            story.signs(caseNo);
            Document signed = only(caseNo);
            assertThat(signed.state()).isEqualTo(DocumentState.SIGNED);
            assertThat(signed.versions())
                    .extracting(DocumentVersion::origin)
                    .containsExactly(Origin.GENERATED, Origin.SIGNED);
            story.serves(caseNo, false);
            assertThat(only(caseNo).state()).isEqualTo(DocumentState.SERVED);
            desk.does("fire", caseNo, "userTask_investigate", ComplaintStory.investigated("2026-09-10"));
        }

        private Document only(String caseNo) {
            assertThat(table.of(caseNo)).hasSize(1);
            return table.of(caseNo).get(0);
        }
    }
}

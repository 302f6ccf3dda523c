package dev.whistle.document;

import dev.whistle.casefile.Submission;
import dev.whistle.casefile.Submissions;
import dev.whistle.document.DocumentTable.Purpose;
import java.time.LocalDate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.Expression;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The steps of a letter as a model takes them; what became of it goes into the step's own line of the timeline. */
@Component
class LetterSteps {

    private final Documents documents;
    private final Submissions submissions;

    LetterSteps(Documents documents, Submissions submissions) {
        this.documents = documents;
        this.submissions = submissions;
    }

    void draft(DelegateExecution execution, Purpose purpose, String unit, @Nullable String to) {
        Document drafted = documents.draft(purpose, unit, to, execution.getActivityInstanceId());
        tell(drafted, "第 %d 稿".formatted(drafted.latest().number()));
    }

    void sign(Purpose purpose) {
        Document signed = documents.sign(purpose);
        tell(signed, null);
    }

    void serve(Purpose purpose, String how, String on, boolean acknowledged) {
        Document served = documents.serve(purpose, ServiceWay.of(how), LocalDate.parse(on), acknowledged);
        tell(served, null);
    }

    void withdraw(Purpose purpose) {
        documents.withdraw(purpose);
    }

    private void tell(Document document, @Nullable String version) {
        submissions.hold(new Submission.Draft()
                .field("document", "文书", document.title())
                .field("documentVersion", "文稿", version)
                .field("documentNumber", "编定文号", document.number())
                .done());
    }

    /** The letter that a step's fields {@code letter} and {@code occasion} name. */
    static Purpose purpose(DelegateExecution execution, Expression letter, @Nullable Expression occasion) {
        Object which = occasion == null ? null : occasion.getValue(execution);
        return new Purpose(
                execution.getProcessBusinessKey(),
                letter.getValue(execution).toString(),
                which == null ? "" : which.toString());
    }
}

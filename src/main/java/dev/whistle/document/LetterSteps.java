package dev.whistle.document;

import dev.whistle.casefile.Submission;
import dev.whistle.casefile.Submissions;
import dev.whistle.document.DocumentTable.Purpose;
import dev.whistle.palette.Fields;
import java.time.LocalDate;
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

    void draft(Purpose purpose, String unit, @Nullable String to, String step) {
        Document drafted = documents.draft(purpose, unit, to, step);
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
    static Purpose purpose(Fields fields, Expression letter, @Nullable Expression occasion) {
        return new Purpose(
                fields.execution().getProcessBusinessKey(),
                fields.required(letter),
                fields.text(occasion).orElse(""));
    }
}

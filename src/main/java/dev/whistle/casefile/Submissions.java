package dev.whistle.casefile;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Carries what was handed in to the first line of the timeline that follows it in the same transaction: a task's own
 * line, or at the start of a procedure the step that opens the case. What no line took is an error, so that nothing
 * that an officer entered is ever lost.
 */
@Component
public class Submissions {

    private final Parties parties;
    private final Particulars particulars;

    Submissions(Parties parties, Particulars particulars) {
        this.parties = parties;
        this.particulars = particulars;
    }

    /** Holds what was handed in, if anything was, until a line of the timeline takes it. */
    public void hold(Submission submission) {
        if (submission.isEmpty()) {
            return;
        }
        TransactionSynchronizationManager.bindResource(this, submission);
        TransactionSynchronizationManager.registerSynchronization(new MustBeTaken());
    }

    /**
     * Files the persons and particulars of what is held, if anything is, and returns the fields with party ids in place
     * of roles.
     */
    public List<Entry> takeFor(String caseNo) {
        return Optional.ofNullable((Submission) TransactionSynchronizationManager.unbindResourceIfPossible(this))
                .map(submission -> file(caseNo, submission))
                .orElse(List.of());
    }

    private List<Entry> file(String caseNo, Submission submission) {
        Map<String, String> ids = new HashMap<>();
        submission.parties().forEach(party -> ids.put(party.role(), parties.add(caseNo, party)));
        particulars.note(caseNo, submission.particulars(), submission.emptied());
        return submission.fields().stream()
                .map(field -> filed(field, field.party() == null ? null : ids.get(field.party())))
                .toList();
    }

    private static Entry filed(Entry field, @Nullable String party) {
        return new Entry(field.key(), field.label(), field.value(), party);
    }

    private final class MustBeTaken implements TransactionSynchronization {

        @Override
        public void beforeCommit(boolean readOnly) {
            if (TransactionSynchronizationManager.hasResource(Submissions.this)) {
                throw new IllegalStateException("what was entered reached no case: the model must open one first");
            }
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(Submissions.this);
        }
    }
}

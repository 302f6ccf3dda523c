package dev.whistle.engine;

import dev.whistle.casefile.EventKind;
import dev.whistle.casefile.Submissions;
import dev.whistle.casefile.Timeline;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes the timeline for every task done and every building block run, so that no procedure has to. */
@Component
class CaseListener {

    private final Timeline timeline;
    private final Submissions submissions;

    CaseListener(Timeline timeline, Submissions submissions) {
        this.timeline = timeline;
        this.submissions = submissions;
    }

    /**
     * Writes a line with what was handed in last, if a line has not taken it already.
     *
     * @param caseNo the engine's business key; without one there is no case to write to
     * @param owner for whom whoever acts has done it; null where for nobody else
     */
    void done(
            @Nullable String caseNo,
            EventKind kind,
            String element,
            String name,
            @Nullable String clauses,
            @Nullable String owner) {
        if (caseNo != null) {
            timeline.record(caseNo, kind, element, name, clauses, submissions.takeFor(caseNo), owner);
        }
    }
}

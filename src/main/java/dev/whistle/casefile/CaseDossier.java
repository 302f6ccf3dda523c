package dev.whistle.casefile;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** All that goes into the archive of a case but the files' contents; {@code 案件.json} is this record. */
record CaseDossier(
        @JsonProperty("case") CaseFile cover,
        @Nullable String compoundName,
        List<Particular> particulars,
        List<Parties.Party> parties,
        List<ArchivedClock> clocks,
        List<Holding> holdings,
        List<CaseEvent> timeline,
        List<ArchivedFile> attachments,
        List<ArchivedLetter> letters,
        List<ArchivedMessage> messages,
        List<CaseLink> links) {

    /** When the case was closed; an open case has no archive. */
    Instant closed() {
        return Objects.requireNonNull(cover.closedAt(), "an open case has no archive");
    }
}

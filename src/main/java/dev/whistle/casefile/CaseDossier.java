package dev.whistle.casefile;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/** All that goes into the archive of a case but the files' contents; {@code 案件.json} is this record. */
record CaseDossier(
        @JsonProperty("case") ArchivedCase cover,
        List<Parties.Party> parties,
        List<ArchivedClock> clocks,
        List<CaseEvent> timeline,
        List<ArchivedFile> attachments) {}

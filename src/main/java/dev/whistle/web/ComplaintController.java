package dev.whistle.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.whistle.casefile.Cases;
import dev.whistle.casefile.IdempotentPosts;
import dev.whistle.clock.Clocks;
import dev.whistle.problem.PlainText;
import dev.whistle.procedure.complaint.Complaint;
import dev.whistle.procedure.complaint.ComplaintProcess;
import dev.whistle.procedure.complaint.Complaints;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.security.Principal;
import java.time.Clock;
import java.time.OffsetDateTime;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Complaints that programs bring in. */
@RestController
@RequestMapping("/api/complaints")
class ComplaintController {

    private final Complaints complaints;
    private final IdempotentPosts posts;
    private final Cases cases;
    private final Clocks clocks;
    private final Clock clock;
    private final ObjectMapper json;

    ComplaintController(
            Complaints complaints, IdempotentPosts posts, Cases cases, Clocks clocks, Clock clock, ObjectMapper json) {
        this.complaints = complaints;
        this.posts = posts;
        this.cases = cases;
        this.clocks = clocks;
        this.clock = clock;
        this.json = json;
    }

    /** The answer to a registered complaint. */
    record Registered(String caseNo, OffsetDateTime answerDue, String trackingCode) {}

    /**
     * Registers a complaint once, however often it is posted under the same key.
     *
     * @param key the poster's own id for this complaint, at most 200 characters
     */
    @PostMapping
    @OpenTo({Audience.OFFICER, Audience.COMPANY})
    ResponseEntity<Registered> register(
            @RequestHeader("Idempotency-Key") @NotBlank @Size(max = 200) @PlainText String key,
            @RequestBody Complaint body,
            Principal caller)
            throws JsonProcessingException {
        String caseNo =
                posts.once(caller.getName(), key, json.writeValueAsString(body), () -> complaints.register(body));
        Registered registered = new Registered(
                caseNo,
                clocks.find(caseNo, ComplaintProcess.ANSWER_CLOCK)
                        .orElseThrow()
                        .dueAt()
                        .atZone(clock.getZone())
                        .toOffsetDateTime(),
                cases.get(caseNo).trackingCode());
        return ResponseEntity.created(URI.create("/api/cases/" + caseNo)).body(registered);
    }
}

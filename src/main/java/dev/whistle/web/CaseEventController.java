package dev.whistle.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.whistle.casefile.CaseFile;
import dev.whistle.casefile.IdempotentPosts;
import dev.whistle.casefile.ReadableCases;
import dev.whistle.engine.CaseEvents;
import dev.whistle.engine.CaseEvents.Awaited;
import dev.whistle.problem.PlainText;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What happens outside while a case is under way and an officer records, e.g. that a complaint is withdrawn. */
@RestController
@RequestMapping("/api/cases/{caseNo}/events")
@Tag(name = "案件变动")
class CaseEventController {

    private final ReadableCases cases;
    private final CaseEvents events;
    private final IdempotentPosts posts;
    private final ObjectMapper json;

    CaseEventController(ReadableCases cases, CaseEvents events, IdempotentPosts posts, ObjectMapper json) {
        this.cases = cases;
        this.events = events;
        this.posts = posts;
        this.json = json;
    }

    @GetMapping
    @OpenTo({Audience.OFFICER, Audience.COMPANY})
    @Operation(summary = "案件现在可以登记的变动（调用者有权登记的）")
    List<Awaited> list(@PathVariable String caseNo) {
        return events.of(cases.get(caseNo));
    }

    /**
     * Records an event once, however often it is posted under the same key.
     *
     * @param key the poster's own id for this act, at most 200 characters
     * @param entered values by the keys of the event's form
     */
    @PostMapping("/{event}")
    @OpenTo({Audience.OFFICER, Audience.COMPANY})
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "登记变动，流程随之继续")
    void record(
            @PathVariable String caseNo,
            @PathVariable String event,
            @RequestHeader("Idempotency-Key") @NotBlank @Size(max = 200) @PlainText String key,
            @RequestBody Map<String, Object> entered,
            Principal caller)
            throws JsonProcessingException {
        CaseFile file = cases.get(caseNo);
        posts.once(caller.getName(), key, json.writeValueAsString(List.of(caseNo, event, entered)), () -> {
            events.record(file, event, entered);
            return caseNo;
        });
    }
}

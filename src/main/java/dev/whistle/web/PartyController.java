package dev.whistle.web;

import dev.whistle.casefile.MaskedParty;
import dev.whistle.casefile.Parties;
import dev.whistle.casefile.PartyDetails;
import dev.whistle.casefile.ReadableCases;
import dev.whistle.engine.CaseTasks;
import dev.whistle.problem.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The people of a case: masked for everybody who may read it, in clear by an act that the timeline tells. */
@RestController
@RequestMapping("/api/cases/{caseNo}/parties")
@Tag(name = "当事人")
class PartyController {

    private final ReadableCases cases;
    private final Parties parties;
    private final CaseTasks tasks;
    private final Routes routes;

    PartyController(ReadableCases cases, Parties parties, CaseTasks tasks, Routes routes) {
        this.cases = cases;
        this.parties = parties;
        this.tasks = tasks;
        this.routes = routes;
    }

    /** A person's data in clear. */
    record Revealed(
            @Nullable String name,
            @Nullable String phone,
            @Nullable String address) {

        static Revealed of(PartyDetails details) {
            return new Revealed(details.name(), details.phone(), details.address());
        }

        @Override
        public String toString() {
            return "Revealed"; // a log line must not hold what the database encrypts
        }
    }

    @GetMapping
    @OpenTo({Audience.OFFICER, Audience.COMPANY})
    @Operation(summary = "当事人（个人信息已遮盖）")
    List<MaskedParty> list(@PathVariable String caseNo) {
        cases.get(caseNo);
        return parties.of(caseNo);
    }

    /** A company sees who complained only while it is in charge of the case and has to answer. */
    @PostMapping("/{partyId}/reveal")
    @OpenTo({Audience.OFFICER, Audience.COMPANY})
    @Operation(summary = "查看当事人个人信息（留痕）")
    Revealed reveal(@PathVariable String caseNo, @PathVariable String partyId) {
        cases.get(caseNo);
        if (!routes.callerIs(Audience.OFFICER) && !tasks.anyOpen(caseNo)) {
            throw new Problem(Problem.Kind.FORBIDDEN, "party.not-in-charge");
        }
        return Revealed.of(parties.reveal(caseNo, partyId));
    }
}

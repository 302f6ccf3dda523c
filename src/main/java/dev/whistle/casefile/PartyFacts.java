package dev.whistle.casefile;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Who the people of a case are, e.g. 投诉人姓名: for letters, which hold personal data, and for nothing else. */
@Component
class PartyFacts implements CaseFactSource {

    private final Parties parties;

    PartyFacts(Parties parties) {
        this.parties = parties;
    }

    @Override
    public List<CaseFact> facts() {
        return Arrays.stream(PartyRole.values())
                .flatMap(role -> Stream.of(
                        fact(role, PartyDatum.NAME, PartyDetails::name),
                        fact(role, PartyDatum.PHONE, PartyDetails::phone),
                        fact(role, PartyDatum.ADDRESS, PartyDetails::address)))
                .toList();
    }

    private CaseFact fact(PartyRole role, PartyDatum datum, Function<PartyDetails, String> value) {
        return new CaseFact(
                "party." + role.code() + "." + datum.code(),
                role.label() + datum.label(),
                true,
                file -> person(file, role).map(value));
    }

    private Optional<PartyDetails> person(CaseFile file, PartyRole role) {
        return parties.inClear(file.caseNo()).stream()
                .map(Parties.Party::details)
                .filter(it -> it.role().equals(role.code()))
                .findFirst();
    }
}

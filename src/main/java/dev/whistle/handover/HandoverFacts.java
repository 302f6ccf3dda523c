package dev.whistle.handover;

import dev.whistle.casefile.CaseFact;
import dev.whistle.casefile.CaseFactSource;
import dev.whistle.casefile.CaseFile;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What was handed over and who signed for it, as letters say it; who it was is said by letters alone. */
@Component
class HandoverFacts implements CaseFactSource {

    private final Handovers handovers;

    HandoverFacts(Handovers handovers) {
        this.handovers = handovers;
    }

    @Override
    public List<CaseFact> facts() {
        return Stream.concat(
                        Stream.of(
                                CaseFact.open("handover.items", "移交清单", this::items),
                                CaseFact.open("handover.missing", "未移交项目", this::missing)),
                        Stream.of(Side.values()).map(this::signers))
                .toList();
    }

    private CaseFact signers(Side side) {
        return new CaseFact("handover." + side.code(), side.label(), true, file -> handovers.signers(file, side));
    }

    /** One item to a line; empty before anything was recorded. */
    private Optional<String> items(CaseFile file) {
        List<HandoverLine> lines = handovers.lines(file);
        return lines.stream().allMatch(it -> it.entries().isEmpty())
                ? Optional.empty()
                : Optional.of(IntStream.range(0, lines.size())
                        .mapToObj(i -> i + 1 + "．" + lines.get(i).said())
                        .collect(Collectors.joining("\n")));
    }

    /** What was not handed over, one item to a line; empty where all is settled, and for a case without a list. */
    private Optional<String> missing(CaseFile file) {
        return Optional.of(handovers.of(file).stream()
                        .filter(it -> !it.settled())
                        .map(HandoverLine::said)
                        .collect(Collectors.joining("\n")))
                .filter(it -> !it.isEmpty());
    }
}

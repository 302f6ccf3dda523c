package dev.whistle.handover;

import dev.whistle.casefile.CaseFile;
import dev.whistle.problem.FieldError;
import dev.whistle.problem.Problem;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Whether a case's list bears out what an officer says has become of the handover. */
@Component
class HandoverCheck {

    /** Everything was handed over. */
    static final String COMPLETE = "complete";

    /** The company refuses, in whole or in part. */
    static final String REFUSED = "refused";

    private final Handovers handovers;

    HandoverCheck(Handovers handovers) {
        this.handovers = handovers;
    }

    /**
     * How it stands.
     *
     * @param missing items that were not handed over, with what is said of each
     * @param withheld whether any of them belongs to the owners in common
     */
    record Standing(List<HandoverLine> missing, boolean withheld) {

        /** One to a line, as the timeline and letters say it. */
        String listed() {
            return missing.stream().map(HandoverLine::said).collect(Collectors.joining("\n"));
        }
    }

    /**
     * @param field what the form calls the result
     * @param result {@code complete} or {@code refused}
     * @throws Problem naming all items that are missing where it is said to be complete, or saying that none is where it
     *     is said to be refused
     */
    Standing check(CaseFile file, String field, String result) {
        List<HandoverLine> lines = handovers.lines(file);
        List<HandoverLine> missing = lines.stream().filter(it -> !it.settled()).toList();
        if (result.equals(COMPLETE) && !missing.isEmpty()) {
            throw Problem.invalid(
                    new FieldError(field, "handover.incomplete", missing.size(), names(missing.stream())));
        }
        if (result.equals(REFUSED) && missing.isEmpty()) {
            throw Problem.invalid(new FieldError(field, "handover.nothing-refused"));
        }
        if (!result.equals(COMPLETE) && !result.equals(REFUSED)) {
            throw Problem.invalid(new FieldError(field, "handover.result"));
        }
        return new Standing(missing, missing.stream().anyMatch(it -> it.item().property()));
    }

    private static String names(Stream<HandoverLine> lines) {
        return lines.map(it -> "“" + it.item().name() + "”（"
                        + it.current().map(entry -> entry.state().label()).orElse("没有登记") + "）")
                .collect(Collectors.joining("、"));
    }
}

package dev.whistle.gate;

import dev.whistle.problem.FieldError;
import java.util.ArrayList;
import java.util.List;

/** What the rules find, in the order they find it; each with the file and the element it is about. */
final class Report {

    private static final String PREFIX = "gate.";

    private final List<FieldError> findings = new ArrayList<>();

    /** A view of the report that stands for one file. */
    About about(String file) {
        return new About(this, file);
    }

    List<FieldError> findings() {
        return List.copyOf(findings);
    }

    /**
     * A model that stays would break.
     *
     * @param bundle whose it is
     * @param finding what would be wrong with it
     */
    void breaks(String bundle, FieldError finding) {
        add(finding.field(), "breaks", bundle, finding);
    }

    private void add(String place, String rule, Object... arguments) {
        FieldError finding = new FieldError(place, PREFIX + rule, arguments);
        if (!findings.contains(finding)) {
            findings.add(finding);
        }
    }

    record About(Report report, String file) {

        /** Something is wrong with the file as a whole. */
        void file(String rule, Object... arguments) {
            report.add(file, rule, arguments);
        }

        /**
         * Something is wrong with one element of it.
         *
         * @param element its id
         * @param rule the key below {@code gate.} of the text that says what is wrong and how to mend it
         */
        void element(String element, String rule, Object... arguments) {
            report.add(file + " " + element, rule, arguments);
        }
    }
}

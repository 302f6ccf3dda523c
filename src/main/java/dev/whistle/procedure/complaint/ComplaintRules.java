package dev.whistle.procedure.complaint;

import dev.whistle.problem.FieldError;
import dev.whistle.procedure.complaint.Complaint.Complainant;
import dev.whistle.procedure.complaint.Complaint.Instruction;
import dev.whistle.procedure.complaint.Complaint.Visit;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What a complaint must say and what it must not, by its channel (JJ.A7.2.1 to JJ.A7.2.3), whichever way it is brought
 * in. Lengths and shapes of its single fields are the annotations of {@link Complaint}.
 *
 * @param now what is received later has not happened
 * @param compounds whether there is a compound of this id
 */
record ComplaintRules(OffsetDateTime now, Predicate<String> compounds) {

    /** Everything that is wrong, by the path of its field; empty if nothing is. */
    List<FieldError> wrong(Complaint complaint) {
        Wrong wrong = new Wrong();
        where(complaint, wrong);
        if (complaint.receivedAt() != null && complaint.receivedAt().isAfter(now)) {
            wrong.add("receivedAt", "complaint.future");
        }
        // Without a channel, which the record itself demands, there is nothing to measure it by.
        if (complaint.channel() != null) {
            who(complaint, wrong);
            parts(complaint, wrong);
        }
        return wrong.errors;
    }

    private void where(Complaint complaint, Wrong wrong) {
        String compound = complaint.compoundId();
        if (compound == null && complaint.address() == null) {
            wrong.add("address", "complaint.where");
        }
        if (compound != null && !compounds.test(compound)) {
            wrong.add("compoundId", "complaint.compound-unknown", compound);
        }
    }

    private static void who(Complaint complaint, Wrong wrong) {
        Channel channel = complaint.channel();
        if (!channel.fromSomebody()) {
            return;
        }
        Complainant who = complaint.complainant();
        if (who == null) {
            wrong.add("complainant", "field.missing");
            return;
        }
        wrong.missing("complainant.name", who.name());
        wrong.missing("complainant.phone", who.phone());
        if (channel.live()) {
            wrong.missing("complainant.address", who.address());
        }
    }

    private void parts(Complaint complaint, Wrong wrong) {
        Channel channel = complaint.channel();
        wrong.only(channel == Channel.WEB, "web", complaint.web(), channel);
        wrong.only(channel == Channel.VISIT, "visit", complaint.visit(), channel);
        wrong.only(channel == Channel.OPINION, "opinion", complaint.opinion(), channel);
        wrong.only(channel == Channel.INSTRUCTION, "instruction", complaint.instruction(), channel);
        wrong.only(channel.live(), "onTheSpot", complaint.onTheSpot(), channel);
        if (channel == Channel.OPINION && complaint.opinion() == null) {
            wrong.add("opinion.platform", "field.missing");
            wrong.add("opinion.link", "field.missing");
        }
        if (channel == Channel.INSTRUCTION) {
            instruction(complaint.instruction(), wrong);
        }
        if (complaint.visit() != null) {
            evidence(complaint.visit(), wrong);
        }
    }

    private void instruction(@Nullable Instruction instruction, Wrong wrong) {
        if (instruction == null) {
            wrong.add("instruction.leader", "field.missing");
            wrong.add("instruction.words", "field.missing");
            wrong.add("instruction.on", "field.missing");
            return;
        }
        LocalDate on = instruction.on();
        if (on != null && on.isAfter(now.toLocalDate())) {
            wrong.add("instruction.on", "complaint.instructed-future");
        }
    }

    private static void evidence(Visit visit, Wrong wrong) {
        boolean any = visit.brought() != Evidence.NONE;
        if (any && visit.evidenceList() == null) {
            wrong.add("visit.evidenceList", "field.missing");
        }
        if (!any && visit.evidenceList() != null) {
            wrong.add("visit.evidenceList", "complaint.no-evidence");
        }
    }

    /** What has been found so far. */
    private static final class Wrong {

        private final List<FieldError> errors = new ArrayList<>();

        void add(String field, String message, Object... arguments) {
            errors.add(new FieldError(field, message, arguments));
        }

        void missing(String field, @Nullable String value) {
            if (value == null || value.isBlank()) {
                add(field, "field.missing");
            }
        }

        void only(boolean belongs, String field, @Nullable Object part, Channel channel) {
            if (part != null && !belongs) {
                add(field, "complaint.not-for-channel", channel.label());
            }
        }
    }
}

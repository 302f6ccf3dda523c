package dev.whistle.procedure.complaint;

import dev.whistle.problem.FieldError;
import dev.whistle.procedure.complaint.Complaint.Complainant;
import dev.whistle.procedure.complaint.Complaint.Instruction;
import dev.whistle.procedure.complaint.Complaint.OnTheSpot;
import dev.whistle.procedure.complaint.Complaint.Opinion;
import dev.whistle.procedure.complaint.Complaint.Visit;
import dev.whistle.procedure.complaint.Complaint.Web;
import jakarta.validation.Validator;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Reads complaints out of a register. What a single one must say is asked where a program's post is asked, too: the
 * annotations of {@link Complaint} and {@link ComplaintRules}.
 *
 * @param ownUnit takes up what names no unit
 * @param dates where a date of the file belongs
 */
record Register(
        RegisterNames names,
        ComplaintRules rules,
        Validator validator,
        ZoneId zone,
        String ownUnit,
        UnaryOperator<LocalDate> dates) {

    /** A complaint of the register, and which unit was spoken to first. */
    record Entry(int row, String unit, Complaint complaint) {}

    /** @throws BadRegisterException if anything is wrong anywhere; everything that is wrong is named */
    List<Entry> entries(List<RegisterRow> rows) {
        List<Entry> entries =
                rows.stream().map(this::entry).filter(Objects::nonNull).toList();
        List<BadCell> bad = rows.stream().flatMap(it -> it.bad().stream()).toList();
        if (!bad.isEmpty()) {
            throw new BadRegisterException(bad);
        }
        return entries;
    }

    private @Nullable Entry entry(RegisterRow row) {
        if (!row.whole()) {
            return null;
        }
        String unit = names.unit(row);
        Complaint complaint = complaint(row);
        validator
                .validate(complaint)
                .forEach(it ->
                        row.wrong(new FieldError(it.getPropertyPath().toString(), "field.said", it.getMessage())));
        if (row.text(RegisterColumn.RECEIVED_AT) == null) {
            row.wrong(new FieldError("receivedAt", "field.missing"));
        }
        rules.wrong(complaint).stream().map(Register::inWordsOfTheRegister).forEach(row::wrong);
        return new Entry(row.row(), unit == null ? ownUnit : unit, complaint);
    }

    private static FieldError inWordsOfTheRegister(FieldError error) {
        return error.message().equals("complaint.where")
                ? new FieldError(error.field(), "complaint.import.cell.where")
                : error;
    }

    @SuppressWarnings("NullAway") // what is missing is said by the validator, as with a post
    private Complaint complaint(RegisterRow row) {
        Channel channel = row.choice(RegisterColumn.CHANNEL, Channel.values());
        OffsetDateTime received = row.time(RegisterColumn.RECEIVED_AT, zone);
        return new Complaint(
                channel,
                row.text(RegisterColumn.MATTER),
                row.text(RegisterColumn.DETAILS),
                names.compound(row),
                row.text(RegisterColumn.PLACE),
                received == null ? null : received.with(dates.apply(received.toLocalDate())),
                row.text(RegisterColumn.EXTERNAL_NO),
                complainant(row),
                row.choice(RegisterColumn.KIND, MatterKind.values()),
                row.choice(RegisterColumn.WEIGHT, Weight.values()),
                channel != Channel.OPINION && row.any(RegisterColumn.PLATFORM)
                        ? new Web(row.text(RegisterColumn.PLATFORM))
                        : null,
                visit(row),
                opinion(row, channel),
                instruction(row),
                onTheSpot(row));
    }

    private static @Nullable Complainant complainant(RegisterRow row) {
        return row.any(RegisterColumn.NAME, RegisterColumn.PHONE, RegisterColumn.ADDRESS)
                ? new Complainant(
                        row.text(RegisterColumn.NAME), row.text(RegisterColumn.PHONE), row.text(RegisterColumn.ADDRESS))
                : null;
    }

    private static @Nullable Visit visit(RegisterRow row) {
        return row.any(RegisterColumn.VISITORS, RegisterColumn.EVIDENCE, RegisterColumn.EVIDENCE_LIST)
                ? new Visit(
                        row.number(RegisterColumn.VISITORS),
                        row.choice(RegisterColumn.EVIDENCE, Evidence.values()),
                        row.text(RegisterColumn.EVIDENCE_LIST))
                : null;
    }

    @SuppressWarnings("NullAway")
    private static @Nullable Opinion opinion(RegisterRow row, @Nullable Channel channel) {
        Publicity publicity = row.choice(RegisterColumn.PUBLICITY, Publicity.values());
        boolean platform = channel == Channel.OPINION && row.any(RegisterColumn.PLATFORM);
        return platform || row.any(RegisterColumn.LINK, RegisterColumn.PUBLICITY)
                ? new Opinion(
                        platform ? row.text(RegisterColumn.PLATFORM) : null,
                        row.text(RegisterColumn.LINK),
                        publicity == Publicity.MAJOR)
                : null;
    }

    @SuppressWarnings("NullAway")
    private @Nullable Instruction instruction(RegisterRow row) {
        LocalDate on = row.day(RegisterColumn.INSTRUCTED_ON);
        return row.any(RegisterColumn.LEADER, RegisterColumn.WORDS, RegisterColumn.INSTRUCTED_ON)
                ? new Instruction(
                        row.text(RegisterColumn.LEADER),
                        row.text(RegisterColumn.WORDS),
                        on == null ? null : dates.apply(on))
                : null;
    }

    @SuppressWarnings("NullAway")
    private static @Nullable OnTheSpot onTheSpot(RegisterRow row) {
        return row.any(RegisterColumn.SPOT_ANSWER, RegisterColumn.SATISFACTION)
                ? new OnTheSpot(
                        row.text(RegisterColumn.SPOT_ANSWER),
                        row.choice(RegisterColumn.SATISFACTION, SpotSatisfaction.values()))
                : null;
    }
}

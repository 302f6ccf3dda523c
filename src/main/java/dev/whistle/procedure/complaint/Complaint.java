package dev.whistle.procedure.complaint;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.whistle.engine.StartForm;
import dev.whistle.procedure.complaint.ComplaintProcess.FirstContact;
import dev.whistle.procedure.complaint.ComplaintProcess.Variables;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.AdditionalPropertiesValue;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A complaint as a program brings it in (JJ.A7.2): the body of {@code POST /api/complaints}. Its names were promised to
 * programs before the start form had fields of the same meaning, and stay; whatever else the form asks for goes by the
 * key of its field. What a complaint must say and what may stand where is the form's business alone. What came to the
 * JSON later is left out where nobody says it, so that a post repeated under its key is the same post after an upgrade.
 *
 * @param channel by what way it came, as the form's choices are stored: {@code phone}, {@code hotline}
 * @param matter what it is about, in a line
 * @param compoundId id of the compound, or null where {@code address} says where
 * @param receivedAt when it was received, from which the answer's period counts; null for now
 * @param externalNo its number with whoever passed it on, e.g. the 12345 hotline
 * @param kind null for {@code other}
 * @param more values of other fields of the form, by key
 */
@Schema(additionalProperties = AdditionalPropertiesValue.TRUE)
public record Complaint(
        @Nullable String channel,
        @Nullable String matter,
        @Nullable String details,
        @Nullable String compoundId,
        @Nullable String address,
        @Nullable OffsetDateTime receivedAt,
        @Nullable String externalNo,
        @Nullable Complainant complainant,
        @Nullable @JsonInclude(JsonInclude.Include.NON_NULL) String kind,
        @Nullable @JsonInclude(JsonInclude.Include.NON_NULL) String weight,
        @Nullable @JsonInclude(JsonInclude.Include.NON_NULL) Web web,
        @Nullable @JsonInclude(JsonInclude.Include.NON_NULL) Visit visit,
        @Nullable @JsonInclude(JsonInclude.Include.NON_NULL) Opinion opinion,
        @Nullable @JsonInclude(JsonInclude.Include.NON_NULL) Instruction instruction,
        @Nullable @JsonInclude(JsonInclude.Include.NON_NULL) OnTheSpot onTheSpot,

        @JsonAnySetter @JsonAnyGetter @Schema(hidden = true) @Nullable
        Map<String, @Nullable Object> more) {

    private static final String OPINION = "opinion";

    public Complaint {
        more = more == null ? Map.of() : new TreeMap<>(more); // the same post, in whatever order it says it
    }

    /** Who complains. */
    public record Complainant(
            @Nullable String name,
            @Nullable String phone,
            @Nullable String address) {

        @Override
        public String toString() {
            return "Complainant"; // a log line must not hold what the database encrypts
        }
    }

    /** @param platform where it was handed in, e.g. the district's portal */
    public record Web(@Nullable String platform) {}

    /**
     * The form of a visit (JJ.A7.2.3.1).
     *
     * @param visitors how many came; null for one
     * @param evidence whether any was handed over; null for none
     * @param evidenceList what was handed over, or is to be
     */
    public record Visit(
            @Nullable Integer visitors,
            @Nullable String evidence,
            @Nullable String evidenceList) {}

    /**
     * What is said in public.
     *
     * @param platform where, e.g. a forum
     * @param link the page
     * @param major major negative publicity, which counts for the blacklist (JJ.A8.3.2); null for not
     */
    public record Opinion(
            @Nullable String platform,
            @Nullable String link,
            @Nullable Boolean major) {}

    /**
     * What a leader wrote on it.
     *
     * @param on the day it bears
     */
    public record Instruction(
            @Nullable String leader,
            @Nullable String words,
            @Nullable LocalDate on) {}

    /** An answer that was given at once and contented who asked. */
    public record OnTheSpot(
            @Nullable String answer, @Nullable String satisfaction) {}

    /** The start form with what this complaint says. */
    Filling fillIn(StartForm form) {
        Filling filling = new Filling(form, Unsaid.inPost(form));
        filling.say("channel", Variables.CHANNEL, channel);
        filling.say("receivedAt", Variables.RECEIVED_AT, iso(receivedAt));
        filling.say("externalNo", Variables.EXTERNAL_NO, externalNo);
        filling.say("compoundId", Variables.COMPOUND, compoundId);
        filling.say("address", Variables.PLACE, address);
        filling.say("kind", Variables.MATTER_KIND, kind);
        filling.say("weight", Variables.WEIGHT, weight);
        filling.say("matter", Variables.MATTER, matter);
        filling.say("details", Variables.DETAILS, details);
        sayWho(filling, form);
        sayPublic(filling);
        sayVisit(filling);
        sayInstruction(filling);
        sayOnTheSpot(filling);
        if (more != null) {
            more.forEach((key, value) -> filling.say(key, key, value));
        }
        return filling;
    }

    private void sayWho(Filling filling, StartForm form) {
        Complainant who = complainant == null ? new Complainant(null, null, null) : complainant;
        filling.say("complainant.name", Datum.NAME.keys(form), who.name());
        filling.say("complainant.phone", Datum.PHONE.keys(form), who.phone());
        filling.say("complainant.address", Datum.ADDRESS.keys(form), who.address());
    }

    private void sayPublic(Filling filling) {
        Opinion told = opinion == null ? new Opinion(null, null, null) : opinion;
        sayPlatform(filling, told);
        filling.say("opinion.link", Variables.LINK, told.link());
        filling.say(
                "opinion.major",
                Variables.PUBLICITY,
                opinion == null ? null : Boolean.TRUE.equals(told.major()) ? "major" : "ordinary");
    }

    /** It goes by two names; what is said first names it where it is missing. */
    private void sayPlatform(Filling filling, Opinion told) {
        if (!OPINION.equals(channel)) {
            filling.say("web.platform", Variables.PLATFORM, web == null ? null : web.platform());
        }
        filling.say("opinion.platform", Variables.PLATFORM, told.platform());
        if (OPINION.equals(channel)) {
            filling.say("web.platform", Variables.PLATFORM, web == null ? null : web.platform());
        }
    }

    private void sayVisit(Filling filling) {
        Visit paid = visit == null ? new Visit(null, null, null) : visit;
        filling.say("visit.visitors", Variables.VISITORS, paid.visitors());
        filling.say("visit.evidence", Variables.EVIDENCE, paid.evidence());
        filling.say("visit.evidenceList", Variables.EVIDENCE_LIST, paid.evidenceList());
    }

    private void sayInstruction(Filling filling) {
        Instruction given = instruction == null ? new Instruction(null, null, null) : instruction;
        filling.say("instruction.leader", Variables.LEADER, given.leader());
        filling.say("instruction.words", Variables.LEADER_WORDS, given.words());
        filling.say(
                "instruction.on",
                Variables.INSTRUCTED_ON,
                given.on() == null ? null : given.on().toString());
    }

    private void sayOnTheSpot(Filling filling) {
        OnTheSpot answered = onTheSpot == null ? new OnTheSpot(null, null) : onTheSpot;
        filling.say("onTheSpot", Variables.FIRST_CONTACT, onTheSpot == null ? null : FirstContact.ANSWERED);
        filling.say("onTheSpot.answer", Variables.SPOT_ANSWER, answered.answer());
        filling.say("onTheSpot.satisfaction", Variables.SATISFACTION, answered.satisfaction());
    }

    private static @Nullable String iso(@Nullable OffsetDateTime time) {
        return time == null ? null : time.format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
    }

    @Override
    public String toString() {
        return "Complaint"; // like its complainant
    }
}

package dev.whistle.handover;

import dev.whistle.casefile.Attachment;
import dev.whistle.casefile.Attachments;
import dev.whistle.casefile.CaseFile;
import dev.whistle.casefile.Sealing;
import dev.whistle.handover.CheckedHandover.Signed;
import dev.whistle.handover.HandoverItem.Recorded;
import dev.whistle.handover.NewHandover.Person;
import dev.whistle.problem.FieldError;
import dev.whistle.problem.Problem;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What an entry must be like: all that is wrong with it is told at once, each by the field's name. */
@Component
class HandoverRules {

    private static final int LONGEST_CONTENT = 1000;
    private static final int LONGEST_REASON = 500;
    private static final int LONGEST_NAME = 30;
    private static final int LONGEST_PARTY = 60;
    private static final int MOST = 1_000_000;
    private static final BigDecimal MOST_MONEY = new BigDecimal("100000000000");

    /** Telephone and identity numbers have no place among names. */
    private static final Pattern NUMBER = Pattern.compile("\\d");

    private final Attachments attachments;
    private final Sealing sealing;
    private final Witnesses witnesses;

    HandoverRules(Attachments attachments, Sealing sealing, Witnesses witnesses) {
        this.attachments = attachments;
        this.sealing = sealing;
        this.witnesses = witnesses;
    }

    /**
     * @param lines the case's list as it stands
     * @param line the item's own
     * @throws Problem naming every field that is not right
     */
    CheckedHandover check(CaseFile file, NewHandover wanted, List<HandoverLine> lines, HandoverLine line) {
        List<FieldError> errors = new ArrayList<>();
        HandoverState state = HandoverState.of(wanted.state()).orElse(null);
        if (state == null) {
            errors.add(new FieldError("state", "handover.state", HandoverState.choices()));
        }
        SignedOn signedOn = SignedOn.of(wanted.signedOn()).orElse(null);
        if (signedOn == null) {
            errors.add(new FieldError("signedOn", "handover.signed-on"));
        }
        boolean handedOver = state != null && state.handedOver();
        Integer quantity = handedOver ? quantity(wanted, line.item(), errors) : null;
        BigDecimal amount = handedOver ? amount(wanted, line.item(), errors) : null;
        String content = handedOver ? content(wanted, line.item(), errors) : null;
        String reason = state != null && state.needsReason()
                ? needed("reason", wanted.reason(), "handover.reason-" + state.code(), errors)
                : null;
        String correction = line.entries().isEmpty()
                ? null
                : needed("correction", wanted.correction(), "handover.correction", errors);
        String sheet = signedOn == SignedOn.PAPER ? sheet(file, wanted, errors) : null;
        List<Signed> signed =
                state == null || signedOn == null ? List.of() : signed(file, wanted, state, signedOn, errors);
        checkParties(signed, errors);
        checkSides(signed, lines, line, errors);
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors);
        }
        return new CheckedHandover(
                line.item(),
                line.entries().size() + 1,
                Objects.requireNonNull(state),
                quantity,
                amount,
                content,
                reason,
                correction,
                Objects.requireNonNull(signedOn),
                sheet,
                signed);
    }

    private static @Nullable Integer quantity(NewHandover wanted, HandoverItem item, List<FieldError> errors) {
        if (item.recorded() != Recorded.COUNT) {
            return null;
        }
        Integer said = wanted.quantity();
        if (said == null || said < 1 || said > MOST) {
            errors.add(new FieldError("quantity", "handover.quantity", MOST));
        }
        return said;
    }

    private static @Nullable BigDecimal amount(NewHandover wanted, HandoverItem item, List<FieldError> errors) {
        if (item.recorded() != Recorded.AMOUNT) {
            return null;
        }
        BigDecimal said = wanted.amount();
        if (said == null
                || said.signum() < 0
                || said.stripTrailingZeros().scale() > 2
                || said.compareTo(MOST_MONEY) >= 0) {
            errors.add(new FieldError("amount", "handover.amount"));
        }
        return said;
    }

    private static @Nullable String content(NewHandover wanted, HandoverItem item, List<FieldError> errors) {
        String said = text(wanted.content());
        if (said == null && item.recorded() == Recorded.LIST) {
            errors.add(new FieldError("content", "handover.content-missing"));
        }
        if (said != null && said.length() > LONGEST_CONTENT) {
            errors.add(new FieldError("content", "handover.long", LONGEST_CONTENT));
        }
        return said;
    }

    private static @Nullable String needed(
            String field, @Nullable String said, String message, List<FieldError> errors) {
        String text = text(said);
        if (text == null) {
            errors.add(new FieldError(field, message));
        } else if (text.length() > LONGEST_REASON) {
            errors.add(new FieldError(field, "handover.long", LONGEST_REASON));
        }
        return text;
    }

    private @Nullable String sheet(CaseFile file, NewHandover wanted, List<FieldError> errors) {
        boolean there =
                attachments.of(file.caseNo()).stream().map(Attachment::id).anyMatch(it -> it.equals(wanted.sheet()));
        if (!there) {
            errors.add(new FieldError("sheet", "handover.sheet"));
        }
        return wanted.sheet();
    }

    private List<Signed> signed(
            CaseFile file, NewHandover wanted, HandoverState state, SignedOn signedOn, List<FieldError> errors) {
        List<Signed> signed = new ArrayList<>();
        for (Side side : Side.values()) {
            Person person = wanted.of(side);
            String name = person == null ? null : text(person.name());
            if (name == null && !state.signers().contains(side)) {
                continue; // who refuses to hand over need not say so in writing
            }
            List<FieldError> own = new ArrayList<>();
            checkName(side, name, own);
            String party = person == null ? null : text(person.actsFor());
            checkParty(file, side, party, own);
            String signature = signedOn == SignedOn.TABLET && person != null ? text(person.signature()) : null;
            if (signedOn == SignedOn.TABLET) {
                checkSignature(side, signature, own);
            }
            errors.addAll(own);
            if (name != null && party != null) {
                signed.add(new Signed(side, name, party, mark(file, name), signature));
            }
        }
        return signed;
    }

    private static void checkName(Side side, @Nullable String name, List<FieldError> errors) {
        String field = side.code() + ".name";
        if (name == null) {
            errors.add(new FieldError(field, "handover.name-missing", side.label()));
        } else if (name.length() > LONGEST_NAME
                || plain(name).codePointCount(0, plain(name).length()) < 2
                || NUMBER.matcher(name).find()) {
            errors.add(new FieldError(field, "handover.name", LONGEST_NAME));
        }
    }

    private void checkParty(CaseFile file, Side side, @Nullable String party, List<FieldError> errors) {
        String field = side.code() + ".actsFor";
        List<String> offered = side == Side.WITNESS ? witnesses.of(file) : List.of();
        if (party == null) {
            errors.add(new FieldError(field, "handover.party-missing", side.label()));
        } else if (party.length() > LONGEST_PARTY) {
            errors.add(new FieldError(field, "handover.long", LONGEST_PARTY));
        } else if (!offered.isEmpty() && !offered.contains(party)) {
            errors.add(new FieldError(field, "handover.witness", String.join("、", offered)));
        }
    }

    private static void checkSignature(Side side, @Nullable String signature, List<FieldError> errors) {
        String wrong = signature == null
                ? "missing"
                : SignaturePicture.wrong(signature).orElse(null);
        if (wrong != null) {
            errors.add(new FieldError(
                    side.code() + ".signature",
                    "handover.signature-" + wrong,
                    side.label(),
                    SignaturePicture.LARGEST / 1024));
        }
    }

    /** Who hands over and who takes over are two parties. */
    private static void checkParties(List<Signed> signed, List<FieldError> errors) {
        Optional<Signed> giver =
                signed.stream().filter(it -> it.side() == Side.GIVER).findFirst();
        signed.stream()
                .filter(it -> it.side() == Side.TAKER)
                .filter(it -> giver.filter(other -> plain(other.actsFor()).equals(plain(it.actsFor())))
                        .isPresent())
                .forEach(it -> errors.add(new FieldError("taker.actsFor", "handover.same-party")));
    }

    /** Nobody signs for two sides, in this entry or in what stands of other items. */
    private static void checkSides(
            List<Signed> signed, List<HandoverLine> lines, HandoverLine own, List<FieldError> errors) {
        Map<String, Side> here = new HashMap<>();
        for (Signed it : signed) {
            Side earlier = here.putIfAbsent(it.mark(), it.side());
            if (earlier != null) {
                errors.add(new FieldError(
                        it.side().code() + ".name",
                        "handover.two-sides",
                        it.side().label(),
                        earlier.label()));
                continue;
            }
            lines.stream()
                    .filter(line -> !line.item().id().equals(own.item().id()))
                    .flatMap(line -> line.current().stream())
                    .flatMap(entry -> entry.signers().stream()
                            .filter(other -> other.mark().equals(it.mark()) && other.side() != it.side())
                            .map(other -> new FieldError(
                                    it.side().code() + ".name",
                                    "handover.other-side",
                                    entry.name(),
                                    other.side().label(),
                                    it.side().label())))
                    .findFirst()
                    .ifPresent(errors::add);
        }
    }

    private String mark(CaseFile file, String name) {
        return sealing.mark(file.caseNo() + "\n" + plain(name));
    }

    /** A name without what typing adds to it. */
    private static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]", "");
    }

    private static @Nullable String text(@Nullable String said) {
        return said == null || said.isBlank() ? null : said.strip();
    }
}

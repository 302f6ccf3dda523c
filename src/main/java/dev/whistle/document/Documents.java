package dev.whistle.document;

import dev.whistle.casefile.Cases;
import dev.whistle.casefile.ChineseTime;
import dev.whistle.casefile.EventKind;
import dev.whistle.casefile.Sha256;
import dev.whistle.casefile.Submission;
import dev.whistle.casefile.Timeline;
import dev.whistle.document.DocumentTable.Purpose;
import dev.whistle.document.DocumentVersion.Origin;
import dev.whistle.engine.UserNames;
import dev.whistle.organisation.CurrentOfficer;
import dev.whistle.organisation.Officer;
import dev.whistle.organisation.Units;
import dev.whistle.problem.FieldError;
import dev.whistle.problem.Problem;
import dev.whistle.problem.Problem.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The letters of a case: drafted from a template, corrected, signed, served, acknowledged. Their versions hold personal
 * data and are only added to. Whoever calls has checked that the letter may be read, or written to; models do as their
 * tasks allow.
 */
@Component
public class Documents {

    private static final String EXTENSION = ".docx";

    private final DocumentTable table;
    private final LetterTable letters;
    private final Templates templates;
    private final LetterFields fields;
    private final DocumentNumbers numbers;
    private final DocumentSettings settings;
    private final Cases cases;
    private final Timeline timeline;
    private final Units units;
    private final UserNames userNames;
    private final CurrentOfficer current;
    private final Clock clock;

    Documents(
            DocumentTable table,
            LetterTable letters,
            Templates templates,
            LetterFields fields,
            DocumentNumbers numbers,
            DocumentSettings settings,
            Cases cases,
            Timeline timeline,
            Units units,
            UserNames userNames,
            CurrentOfficer current,
            Clock clock) {
        this.table = table;
        this.letters = letters;
        this.templates = templates;
        this.fields = fields;
        this.numbers = numbers;
        this.settings = settings;
        this.cases = cases;
        this.timeline = timeline;
        this.units = units;
        this.userNames = userNames;
        this.current = current;
        this.clock = clock;
    }

    /**
     * Drafts a letter from its template. Drafted again by another step, while it is a draft, it gets one more version
     * with what is known now; by the same step, or once it is signed, it stays as it is.
     *
     * @param unit id of the unit that signs and sends it
     * @param to id of the unit that it is written to; null where the letter's row says to whom
     * @param step the step of the model that asks
     * @throws Problem if nobody is known to whom it could be written: it could be neither signed nor served
     */
    @Transactional
    Document draft(Purpose purpose, String unit, @Nullable String to, String step) {
        Letter letter = letters.of(purpose.letter());
        Document document = table.lock(purpose)
                .orElseGet(() -> begun(letter, purpose, units.get(unit).id(), to));
        if (document.state() == DocumentState.DRAFT && !document.hasVersionOf(step)) {
            table.addVersion(document, Origin.GENERATED, step, generated(letter, document));
        }
        return get(document.id());
    }

    /**
     * Signs a letter for the officer who is acting: its latest version gets number, name and day. One that is signed
     * stays as it is.
     *
     * @throws Problem if the latest version has fields that nothing is known for
     */
    @Transactional
    Document sign(Purpose purpose) {
        Document document = locked(purpose);
        if (!document.state().signed()) {
            Letter letter = letters.of(document.letter());
            WordFile file =
                    WordFile.read(table.content(document.id(), document.latest().number()));
            file.fill(fields.values(letter, document, file.fields()));
            refuseUnfilled(document, file.fields());
            LocalDate today = LocalDate.now(clock);
            String number = numbers.next(units.get(document.unit()), letter.numberWord(), today.getYear());
            file.fill(Map.of(
                    LetterFields.NUMBER, number,
                    LetterFields.SIGNER, signer(),
                    LetterFields.SIGNED_ON, ChineseTime.of(today)));
            table.addVersion(document, Origin.SIGNED, null, file.bytes());
            table.signed(document, number);
        }
        return get(document.id());
    }

    /**
     * Notes that a signed letter was handed over. One that was stays as it is.
     *
     * @param on the day it was handed over, in China
     * @param acknowledged whether whoever got it has confirmed that
     * @throws Problem if that day is before the letter was signed, or still to come
     */
    @Transactional
    Document serve(Purpose purpose, ServiceWay how, LocalDate on, boolean acknowledged) {
        Document document = locked(purpose);
        if (document.state() == DocumentState.DRAFT) {
            throw new IllegalStateException("a letter is signed before it is served");
        }
        if (document.state() == DocumentState.SIGNED) {
            checkServedOn(document, on);
            table.served(document, how, on);
            if (acknowledged) {
                table.acknowledged(document);
            }
        }
        return get(document.id());
    }

    /** Notes that a draft is not sent. What it was for may be drafted anew; done twice it changes nothing. */
    @Transactional
    void withdraw(Purpose purpose) {
        table.lock(purpose).ifPresent(document -> {
            if (document.state() != DocumentState.DRAFT) {
                throw new IllegalStateException("a letter that is signed is not withdrawn");
            }
            table.withdrawn(document);
        });
    }

    /**
     * Notes that what is not handed over yet is not sent any more, signed or not, and tells so on the timeline. A
     * number that was given stays given.
     *
     * @param reason why, as officers read it
     */
    @Transactional
    void withdrawUnserved(String caseNo, String reason) {
        for (String id : table.unserved(caseNo)) {
            Document document = table.lock(id);
            if (document.state().mayBeServed()) { // or somebody was faster
                table.withdrawn(document);
                timeline.record(
                        caseNo,
                        EventKind.LETTER,
                        null,
                        "撤回文书：" + document.title(),
                        document.clause(),
                        new Submission.Draft()
                                .field("documentNumber", "文号", document.number())
                                .field("reason", "理由", reason)
                                .done()
                                .fields());
            }
        }
    }

    /**
     * Adds a draft's corrected version. The content that it has already changes nothing.
     *
     * @param fileName as the sender calls it
     * @param content read once and not closed, at most {@code whistle.documents.max-size} of it
     * @throws Problem if it is no .docx that can be this letter, or the letter is signed or its case closed
     */
    @Transactional
    public Document upload(Document letter, String fileName, InputStream content) {
        byte[] bytes = read(content);
        check(letters.of(letter.letter()), fileName, bytes);
        Document document = table.lock(letter.id());
        if (document.state() != DocumentState.DRAFT) {
            throw new Problem(
                    Kind.CONFLICT,
                    "document.refused.not_draft",
                    document.title(),
                    document.state().label());
        }
        if (cases.get(document.caseNo()).closed()) {
            throw new Problem(Kind.CONFLICT, "document.refused.case_closed", document.caseNo());
        }
        if (!document.latest().sha256().equals(Sha256.of(bytes))) {
            table.addVersion(document, Origin.UPLOADED, null, bytes);
            timeline.record(
                    document.caseNo(),
                    EventKind.ATTACHED,
                    "上传文书修改稿：%s（第 %d 稿）"
                            .formatted(document.title(), document.versions().size() + 1));
        }
        return get(document.id());
    }

    /**
     * Notes that a served letter has been received; noted already, it stays as it is.
     *
     * @throws Problem if it is not served
     */
    @Transactional
    public Document acknowledge(Document letter) {
        Document document = table.lock(letter.id());
        if (document.state() == DocumentState.SERVED) {
            table.acknowledged(document);
            timeline.record(
                    document.caseNo(),
                    EventKind.ACKNOWLEDGED,
                    "登记文书签收：%s（%s）".formatted(document.title(), document.number()));
        } else if (document.state() != DocumentState.ACKNOWLEDGED) {
            throw new Problem(
                    Kind.CONFLICT,
                    "document.not-served",
                    document.title(),
                    document.state().label());
        }
        return get(document.id());
    }

    /**
     * Hands out a version and writes on the timeline who took it.
     *
     * @throws Problem if the letter has no such version
     */
    @Transactional
    public DocumentContent open(Document document, int version) {
        DocumentVersion wanted = document.versions().stream()
                .filter(it -> it.number() == version)
                .findFirst()
                .orElseThrow(() -> new Problem(Kind.NOT_FOUND, "document.no-version", document.title(), version));
        timeline.record(document.caseNo(), EventKind.READ, "查看文书：%s（%s）".formatted(document.title(), said(wanted)));
        return new DocumentContent(
                document.title() + "-" + (wanted.origin() == Origin.SIGNED ? document.number() : said(wanted))
                        + EXTENSION,
                table.content(document.id(), version));
    }

    /**
     * Shows a version as a page of HTML and writes on the timeline who looked at it.
     *
     * @return the page, in UTF-8, without scripts; whoever shows it locks it up all the same, since officers wrote it
     * @throws Problem if the letter has no such version
     */
    @Transactional
    public byte[] page(Document document, int version) {
        return WordFile.read(open(document, version).bytes()).page();
    }

    private static String said(DocumentVersion version) {
        return version.origin() == Origin.SIGNED ? Origin.SIGNED.label() : "第 %d 稿".formatted(version.number());
    }

    private Document get(String id) {
        return table.find(id).orElseThrow();
    }

    private Document locked(Purpose purpose) {
        return table.lock(purpose)
                .orElseThrow(() -> new IllegalStateException("the letter " + purpose + " was not drafted"));
    }

    private Document begun(Letter letter, Purpose purpose, String unit, @Nullable String to) {
        Document draft = new Document(
                UUID.randomUUID().toString(),
                purpose.caseNo(),
                letter.id(),
                letter.name(),
                unit,
                current.get()
                        .flatMap(it -> it.units().stream().sorted().findFirst())
                        .orElse(unit),
                to == null ? null : units.get(to).id(),
                letter.clause(),
                DocumentState.DRAFT,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of());
        table.insert(draft, purpose);
        return draft;
    }

    private byte[] generated(Letter letter, Document document) {
        try {
            WordFile file = WordFile.read(templates
                    .find(letter.template())
                    .orElseThrow(() -> new Problem(Kind.CONFLICT, "document.template", letter.template())));
            Map<String, String> values = fields.values(letter, document, file.fields());
            if (file.fields().contains(LetterFields.ADDRESSEE) && !values.containsKey(LetterFields.ADDRESSEE)) {
                throw new Problem(Kind.CONFLICT, "document.no-addressee", letter.name());
            }
            return file.fill(values).bytes();
        } catch (UnusableWordFileException unusable) { // exchanged since the start, which checks all templates
            throw new Problem(Kind.CONFLICT, "document.template", letter.template());
        }
    }

    private String signer() {
        String user = current.get()
                .map(Officer::user)
                .orElseThrow(() -> new IllegalStateException("a letter is signed by somebody"));
        return userNames.nameOf(user);
    }

    private static void refuseUnfilled(Document document, Collection<String> left) {
        List<String> unfilled = new ArrayList<>(left);
        unfilled.removeAll(LetterFields.OF_THE_SIGNING);
        if (!unfilled.isEmpty()) {
            throw new Problem(Kind.CONFLICT, "document.unfilled", document.title(), named(unfilled));
        }
    }

    private void checkServedOn(Document document, LocalDate on) {
        LocalDate signedOn = document.signedAt() == null
                ? on
                : document.signedAt().atZone(clock.getZone()).toLocalDate();
        if (on.isBefore(signedOn)) {
            throw Problem.invalid(
                    new FieldError("servedOn", "document.served-before-signed", ChineseTime.of(signedOn)));
        }
        if (on.isAfter(LocalDate.now(clock))) {
            throw Problem.invalid(new FieldError("servedOn", "form.field.future", "送达日期"));
        }
    }

    private byte[] read(InputStream content) {
        try {
            byte[] bytes = content.readNBytes((int) settings.maxSize().toBytes() + 1);
            if (bytes.length > settings.maxSize().toBytes()) {
                throw tooLarge();
            }
            return bytes;
        } catch (IOException brokenOff) {
            throw new UncheckedIOException(brokenOff);
        }
    }

    private void check(Letter letter, String fileName, byte[] docx) {
        if (!fileName.toLowerCase(Locale.ROOT).endsWith(EXTENSION)) {
            throw new Problem(Kind.UNSUPPORTED_TYPE, "document.refused.not_docx");
        }
        Set<String> names = fieldsOf(docx);
        if (!names.contains(LetterFields.NUMBER)) {
            throw new Problem(Kind.INVALID, "document.refused.number_lost", LetterFields.NUMBER);
        }
        List<String> unknown = fields.unknown(letter, names);
        if (!unknown.isEmpty()) {
            throw new Problem(Kind.INVALID, "document.refused.unknown_field", named(unknown));
        }
        List<String> ambiguous = fields.ambiguous(letter, names);
        if (!ambiguous.isEmpty()) {
            throw new Problem(Kind.INVALID, "document.refused.ambiguous_field", named(ambiguous));
        }
    }

    private Set<String> fieldsOf(byte[] docx) {
        try {
            return WordFile.read(docx).fields();
        } catch (UnusableWordFileException unusable) {
            throw switch (unusable.reason()) {
                case TOO_LARGE -> tooLarge();
                case NOT_DOCX, MACROS -> new Problem(Kind.UNSUPPORTED_TYPE, unusable.messageKey());
                case REVISIONS, TORN_FIELD -> new Problem(Kind.INVALID, unusable.messageKey());
            };
        }
    }

    private Problem tooLarge() {
        return new Problem(
                Kind.TOO_LARGE, "document.refused.too_large", settings.maxSize().toMegabytes());
    }

    private static String named(Collection<String> names) {
        return names.stream()
                .map(it -> "«" + it + "»")
                .reduce((a, b) -> a + "、" + b)
                .orElse("");
    }
}

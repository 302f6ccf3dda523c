package dev.whistle.document;

import dev.whistle.casefile.ArchivedLetter;
import dev.whistle.casefile.CaseClosing;
import dev.whistle.casefile.CaseLetters;
import dev.whistle.engine.UserNames;
import dev.whistle.organisation.Units;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/**
 * Letters as their case sees them: none waits any more once it is closed. What has a number goes into the archive, also
 * if it was withdrawn, so that a series has no hole; drafts stay where they are.
 */
@Component
class LettersOfCase implements CaseLetters, CaseClosing {

    private final DocumentTable table;
    private final Documents documents;
    private final Units units;
    private final UserNames userNames;

    LettersOfCase(DocumentTable table, Documents documents, Units units, UserNames userNames) {
        this.table = table;
        this.documents = documents;
        this.units = units;
        this.userNames = userNames;
    }

    @Override
    public void closing(String caseNo, String reason) {
        documents.withdrawUnserved(caseNo, reason);
    }

    @Override
    public List<ArchivedLetter> signedOf(String caseNo) {
        List<Document> signed =
                table.of(caseNo).stream().filter(it -> it.signedAt() != null).toList();
        Map<String, String> names = userNames.of(
                signed.stream().map(Document::signedBy).filter(Objects::nonNull).toList());
        return IntStream.range(0, signed.size())
                .mapToObj(i -> archived(i + 1, signed.get(i), names))
                .toList();
    }

    @Override
    public byte[] signed(ArchivedLetter letter) {
        return table.content(
                letter.id(), table.find(letter.id()).orElseThrow().latest().number());
    }

    private ArchivedLetter archived(int number, Document document, Map<String, String> names) {
        String signer = Objects.requireNonNull(document.signedBy());
        ServiceWay how = document.servedHow();
        return new ArchivedLetter(
                document.id(),
                "文书/%02d-%s.docx".formatted(number, document.title()),
                document.title(),
                Objects.requireNonNull(document.number()),
                units.get(document.unit()).name(),
                names.getOrDefault(signer, signer),
                Objects.requireNonNull(document.signedAt()),
                document.state() == DocumentState.WITHDRAWN,
                how == null ? null : how.label(),
                document.servedOn(),
                document.acknowledgedAt(),
                document.latest().sha256());
    }
}

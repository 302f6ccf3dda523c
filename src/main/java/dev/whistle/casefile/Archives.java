package dev.whistle.casefile;

import dev.whistle.organisation.Compound;
import dev.whistle.organisation.Compounds;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The archives of closed cases (归档, JJ.A7 三(六)): registration, investigation, pictures, opinions, minutes,
 * instructions and result as one indexed file. Whoever calls has checked that the case may be read.
 */
@Component
public class Archives {

    private final JdbcClient db;
    private final Cases cases;
    private final Compounds compounds;
    private final Particulars particulars;
    private final Parties parties;
    private final CaseClocks clocks;
    private final Holdings holdings;
    private final Timeline timeline;
    private final Attachments attachments;
    private final CaseLetters letters;
    private final CaseNotices notices;
    private final CaseLinks links;
    private final ArchiveFile file;
    private final Clock clock;

    Archives(
            JdbcClient db,
            Cases cases,
            Compounds compounds,
            Particulars particulars,
            Parties parties,
            CaseClocks clocks,
            Holdings holdings,
            Timeline timeline,
            Attachments attachments,
            CaseLetters letters,
            CaseNotices notices,
            CaseLinks links,
            ArchiveFile file,
            Clock clock) {
        this.db = db;
        this.cases = cases;
        this.compounds = compounds;
        this.particulars = particulars;
        this.parties = parties;
        this.clocks = clocks;
        this.holdings = holdings;
        this.timeline = timeline;
        this.attachments = attachments;
        this.letters = letters;
        this.notices = notices;
        this.links = links;
        this.file = file;
        this.clock = clock;
    }

    /**
     * Makes the archive of a case that has just been closed, in the transaction that closed it and after its last line
     * was recorded. A case that has its archive keeps it.
     *
     * @throws IllegalStateException if the case is open or unknown: a fault of the caller's
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void make(String caseNo) {
        CaseFile cover = cases.get(caseNo);
        if (!cover.closed()) {
            throw new IllegalStateException("case " + caseNo + " is not closed");
        }
        if (!exists(caseNo)) {
            store(caseNo, file.of(dossier(cover)));
        }
    }

    /**
     * Hands out the archive and writes on the timeline who took it.
     *
     * @throws NotOnFileException if the case has none, because it is open or unknown
     */
    @Transactional
    public ArchiveContent open(String caseNo) {
        ArchiveContent archive = db.sql("select made_at, sha256, content from whistle.archive where case_no = ?")
                .param(caseNo)
                .query((row, n) -> new ArchiveContent(
                        caseNo,
                        row.getObject("made_at", OffsetDateTime.class).toInstant(),
                        row.getString("sha256"),
                        row.getBytes("content")))
                .optional()
                .orElseThrow(() -> new NotOnFileException(NotOnFileException.What.ARCHIVE, caseNo));
        timeline.record(caseNo, EventKind.READ, "查看归档材料");
        return archive;
    }

    private CaseDossier dossier(CaseFile cover) {
        List<Attachment> files = attachments.of(cover.caseNo());
        return new CaseDossier(
                cover,
                Optional.ofNullable(cover.compound())
                        .flatMap(compounds::find)
                        .map(Compound::name)
                        .orElse(null),
                particulars.of(cover.caseNo()),
                parties.inClear(cover.caseNo()),
                clocks.of(cover.caseNo()),
                holdings.of(cover.caseNo()),
                timeline.of(cover.caseNo()),
                IntStream.range(0, files.size())
                        .mapToObj(i -> ArchivedFile.of(i + 1, files.get(i)))
                        .toList(),
                letters.signedOf(cover.caseNo()),
                notices.of(cover.caseNo()),
                links.of(cover.caseNo()));
    }

    private boolean exists(String caseNo) {
        return db.sql("select count(*) from whistle.archive where case_no = ?")
                        .param(caseNo)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private void store(String caseNo, byte[] zip) {
        db.sql("insert into whistle.archive (case_no, made_at, sha256, content) values (?, ?, ?, ?)")
                .params(caseNo, OffsetDateTime.now(clock), Sha256.of(zip), zip)
                .update();
    }
}

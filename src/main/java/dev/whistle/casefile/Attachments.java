package dev.whistle.casefile;

import dev.whistle.organisation.CurrentOfficer;
import dev.whistle.organisation.Officer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The files of a case. Whoever calls has checked that the case may be read, or written to. */
@Component
public class Attachments {

    private static final String COLUMNS = "id, case_no, name, media_type, size, sha256, uploaded_by, uploaded_at";

    /** Who put a file on a case when no officer did. */
    private static final String SYSTEM = "system";

    private final JdbcClient db;
    private final AttachmentSettings settings;
    private final Timeline timeline;
    private final CurrentOfficer current;
    private final Clock clock;

    Attachments(JdbcClient db, AttachmentSettings settings, Timeline timeline, CurrentOfficer current, Clock clock) {
        this.db = db;
        this.settings = settings;
        this.timeline = timeline;
        this.current = current;
        this.clock = clock;
    }

    /**
     * Puts a file on an open case and writes that on the timeline. The same content again returns the file that the
     * case has, under its first name.
     *
     * @param fileName as the sender calls it; cleaned before it is kept
     * @param content read once and not closed, at most {@code whistle.attachments.max-size} of it
     * @throws AttachmentRefusedException if name, size or type are not accepted, or the case is closed
     * @throws NotOnFileException if there is no such case
     */
    @Transactional
    public Attachment add(String caseNo, String fileName, InputStream content) {
        FileName name = FileName.clean(fileName);
        byte[] bytes = read(name, content);
        FileType type = type(name, bytes);
        lockOpenCase(caseNo);
        String sha256 = Sha256.of(bytes);
        return bySha256(caseNo, sha256).orElseGet(() -> store(caseNo, name, type, sha256, bytes));
    }

    /** As {@link #add(String, String, InputStream)}, for a content that is at hand. */
    @Transactional
    public Attachment add(String caseNo, String fileName, byte[] content) {
        return add(caseNo, fileName, new ByteArrayInputStream(content));
    }

    /** The files of a case in the order they came. */
    public List<Attachment> of(String caseNo) {
        return db.sql("select " + COLUMNS + " from whistle.attachment where case_no = ? order by uploaded_at, name, id")
                .param(caseNo)
                .query(Attachments::attachment)
                .list();
    }

    /**
     * Hands out a file and writes on the timeline who took it.
     *
     * @throws NotOnFileException if the case has no such file
     */
    @Transactional
    public AttachmentContent open(String caseNo, String id) {
        Attachment attachment = db.sql("select " + COLUMNS + " from whistle.attachment where case_no = ? and id = ?")
                .params(caseNo, id)
                .query(Attachments::attachment)
                .optional()
                .orElseThrow(() -> new NotOnFileException(NotOnFileException.What.ATTACHMENT, caseNo));
        timeline.record(caseNo, EventKind.READ, "查看附件：" + new FileName(attachment.name()));
        return new AttachmentContent(attachment, content(id));
    }

    /** A file's content for the archive, which nobody reads by making it. */
    byte[] content(String id) {
        return db.sql("select content from whistle.attachment where id = ?")
                .param(id)
                .query((row, n) -> row.getBytes("content"))
                .single();
    }

    private byte[] read(FileName name, InputStream content) {
        try {
            byte[] bytes = content.readNBytes((int) settings.maxSize().toBytes() + 1);
            if (bytes.length == 0) {
                throw AttachmentRefusedException.empty(name);
            }
            if (bytes.length > settings.maxSize().toBytes()) {
                throw AttachmentRefusedException.tooLarge(name, settings.maxSize());
            }
            return bytes;
        } catch (IOException brokenOff) {
            throw new UncheckedIOException(brokenOff);
        }
    }

    private static FileType type(FileName name, byte[] content) {
        FileType type = FileType.byExtension(name.extension()).orElseThrow(() -> AttachmentRefusedException.type(name));
        if (!type.isWhatIsIn(SniffedType.of(content))) {
            throw AttachmentRefusedException.differentContent(name);
        }
        return type;
    }

    /** Two uploads of one file, or an upload and the closing of its case, come one after the other. */
    private void lockOpenCase(String caseNo) {
        boolean closed = db.sql("select closed_at from whistle.case_file where case_no = ? for update")
                .param(caseNo)
                .query((row, n) -> row.getObject("closed_at") != null)
                .optional()
                .orElseThrow(() -> new NotOnFileException(NotOnFileException.What.CASE, caseNo));
        if (closed) {
            throw AttachmentRefusedException.caseClosed(caseNo);
        }
    }

    private Optional<Attachment> bySha256(String caseNo, String sha256) {
        return db.sql("select " + COLUMNS + " from whistle.attachment where case_no = ? and sha256 = ?")
                .params(caseNo, sha256)
                .query(Attachments::attachment)
                .optional();
    }

    private Attachment store(String caseNo, FileName name, FileType type, String sha256, byte[] bytes) {
        Attachment attachment = new Attachment(
                UUID.randomUUID().toString(),
                caseNo,
                name.text(),
                type.mediaType(),
                bytes.length,
                sha256,
                current.get().map(Officer::user).orElse(SYSTEM),
                clock.instant());
        db.sql("insert into whistle.attachment (" + COLUMNS + ", content) values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        attachment.id(),
                        caseNo,
                        attachment.name(),
                        attachment.mediaType(),
                        attachment.size(),
                        sha256,
                        attachment.uploadedBy(),
                        attachment.uploadedAt().atZone(clock.getZone()).toOffsetDateTime(),
                        bytes)
                .update();
        timeline.record(caseNo, EventKind.ATTACHED, "添加附件：" + name);
        return attachment;
    }

    private static Attachment attachment(ResultSet row, int number) throws SQLException {
        return new Attachment(
                row.getString("id"),
                row.getString("case_no"),
                row.getString("name"),
                row.getString("media_type"),
                row.getLong("size"),
                row.getString("sha256"),
                row.getString("uploaded_by"),
                row.getObject("uploaded_at", OffsetDateTime.class).toInstant());
    }
}

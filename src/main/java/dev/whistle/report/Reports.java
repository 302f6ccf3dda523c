package dev.whistle.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.whistle.casefile.ChineseTime;
import dev.whistle.casefile.Sha256;
import dev.whistle.document.DocumentNumbers;
import dev.whistle.notification.Circulars;
import dev.whistle.notification.Circulars.Circular;
import dev.whistle.organisation.CurrentOfficer;
import dev.whistle.organisation.Officer;
import dev.whistle.organisation.Unit;
import dev.whistle.problem.Problem;
import dev.whistle.problem.Problem.Kind;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reports of a district's office about a month (JJ.7, JJ.A2.2.3.3), a quarter (JJ.A2.2.2) or a year (YQ). Its figures are
 * read once, when it is issued, and kept; both files are made of them then.
 */
@Component
public class Reports {

    private static final String ISSUED = "circular.report-issued";

    private final ReportReaders readers;
    private final FigureReader reader;
    private final ReportTable table;
    private final DocumentNumbers numbers;
    private final Circulars circulars;
    private final CurrentOfficer current;
    private final ObjectMapper json;
    private final Clock clock;
    private final TransactionTemplate writing;
    private final TransactionTemplate reading;

    Reports(
            ReportReaders readers,
            FigureReader reader,
            ReportTable table,
            DocumentNumbers numbers,
            Circulars circulars,
            CurrentOfficer current,
            ObjectMapper json,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.readers = readers;
        this.reader = reader;
        this.table = table;
        this.numbers = numbers;
        this.circulars = circulars;
        this.current = current;
        this.json = json;
        this.clock = clock;
        this.writing = new TransactionTemplate(transactions);
        this.reading = ofOneMoment(transactions);
    }

    /** All figures are those of one moment, whatever others do meanwhile. */
    private static TransactionTemplate ofOneMoment(PlatformTransactionManager transactions) {
        TransactionTemplate reading = new TransactionTemplate(transactions);
        reading.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        reading.setReadOnly(true);
        return reading;
    }

    /**
     * What a report would say if it was issued now.
     *
     * @throws Problem naming {@code kind} or {@code period}: it is none, or is not over
     */
    public Draft preview(String kind, String code, Supplement supplement) {
        Officer officer = officer();
        Period period = Period.over(kind, code, today());
        ReportFigures figures = read(officer, readers.officeOf(officer), period);
        return new Draft(figures, new ReportText(figures, supplement).paper("", today()));
    }

    /**
     * Issues a report of the office that the officer leads.
     *
     * @throws Problem naming {@code kind} or {@code period}: it is none, or is not over; of kind CONFLICT if it has been
     *     issued: that one stays
     */
    public IssuedReport issue(String kind, String code, Supplement supplement) {
        Officer officer = officer();
        Unit office = readers.ledBy(officer);
        Period period = Period.over(kind, code, today());
        refuseSecond(office, period);
        ReportFigures figures = read(officer, office, period);
        return writing.execute(it -> issue(officer, office, period, figures, supplement));
    }

    private IssuedReport issue(
            Officer officer, Unit office, Period period, ReportFigures figures, Supplement supplement) {
        // Who takes the next number waits here for whoever took the last one, and then finds his report.
        String number = numbers.next(office, period.kind().numberWord(), today().getYear());
        refuseSecond(office, period);
        String content = written(figures);
        Paper paper = new ReportText(figures, supplement).paper(number, today());
        byte[] docx = WordPaper.of(paper);
        byte[] xlsx = SheetPaper.of(paper);
        IssuedReport report = new IssuedReport(
                office.id(),
                period.kind(),
                period.code(),
                number,
                paper.title(),
                Sha256.of(content),
                Sha256.of(docx),
                Sha256.of(xlsx),
                officer.user(),
                Instant.now(clock).truncatedTo(ChronoUnit.MILLIS));
        table.add(report, content, supplement, docx, xlsx);
        if (!paper.addressees().isEmpty()) {
            tell(office, period, report);
        }
        return report;
    }

    /** A report is issued to be read: whom it is addressed to hears of it. */
    private void tell(Unit office, Period period, IssuedReport report) {
        String said = "《%s》（%s）".formatted(report.title(), report.number());
        circulars.tellLeads(readers.addressees(office).stream()
                .map(it -> new Circular(ISSUED, it.id(), period.said(), said, report.number()))
                .toList());
    }

    private void refuseSecond(Unit office, Period period) {
        table.find(office, period).ifPresent(first -> {
            throw new Problem(
                    Kind.CONFLICT,
                    "report.issued",
                    first.title(),
                    first.number(),
                    ChineseTime.of(LocalDate.ofInstant(first.issuedAt(), ChineseTime.CHINA)),
                    LocalDate.ofInstant(first.issuedAt(), ChineseTime.CHINA));
        });
    }

    /**
     * What has been issued by the offices whose reports the officer reads, the latest first.
     *
     * @throws Problem of kind FORBIDDEN if reports are not for this officer
     */
    public List<IssuedReport> issued() {
        return table.of(readers.officesFor(officer()));
    }

    /**
     * A file of an issued report.
     *
     * @param from id of the office that issued it; null for the officer's own
     * @throws Problem of kind FORBIDDEN if reports are not for this officer, of kind NOT_FOUND if none is issued
     */
    public ReportFile file(String kind, String code, @Nullable String from, ReportFormat format) {
        Unit office = readers.officesFor(officer()).stream()
                .filter(it -> from == null || it.id().equals(from))
                .findFirst()
                .orElseThrow(() -> notFound(kind, code));
        Period period = Period.find(kind, code).orElseThrow(() -> notFound(kind, code));
        IssuedReport report = table.find(office, period).orElseThrow(() -> notFound(kind, code));
        byte[] bytes = table.file(office, period, format).orElseThrow(() -> notFound(kind, code));
        return new ReportFile(report.title() + "." + format.suffix(), bytes);
    }

    private static Problem notFound(String kind, String code) {
        return new Problem(Kind.NOT_FOUND, "report.not-found", kind, code);
    }

    private ReportFigures read(Officer officer, Unit office, Period period) {
        return reading.execute(it -> reader.of(officer, office, period));
    }

    private String written(ReportFigures figures) {
        try {
            return json.writeValueAsString(figures);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Officer officer() {
        return current.get().orElseThrow();
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(ChineseTime.CHINA));
    }
}

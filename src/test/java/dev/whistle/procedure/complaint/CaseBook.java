package dev.whistle.procedure.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whistle.casefile.Archives;
import dev.whistle.casefile.CaseEvent;
import dev.whistle.casefile.CaseFile;
import dev.whistle.casefile.Cases;
import dev.whistle.casefile.EventKind;
import dev.whistle.casefile.Particular;
import dev.whistle.casefile.Particulars;
import dev.whistle.casefile.Timeline;
import dev.whistle.clock.CaseClock;
import dev.whistle.clock.ClockState;
import dev.whistle.clock.Clocks;
import dev.whistle.document.ReadableDocuments;
import dev.whistle.notification.CaseMessages;
import dev.whistle.procedure.Ending;
import dev.whistle.testing.Desk;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;
import org.springframework.stereotype.Component;

/** What a case has come to: what the stories look up to see that the whole of it is right. */
@Component
public class CaseBook {

    private final Desk desk;
    private final Cases cases;
    private final Clocks clocks;
    private final Timeline timeline;
    private final Particulars particulars;
    private final Archives archives;
    private final CaseMessages messages;
    private final ReadableDocuments documents;

    CaseBook(
            Desk desk,
            Cases cases,
            Clocks clocks,
            Timeline timeline,
            Particulars particulars,
            Archives archives,
            CaseMessages messages,
            ReadableDocuments documents) {
        this.desk = desk;
        this.cases = cases;
        this.clocks = clocks;
        this.timeline = timeline;
        this.particulars = particulars;
        this.archives = archives;
        this.messages = messages;
        this.documents = documents;
    }

    /** The case is closed with this outcome, its answer's clock stands so, no other runs, and its archive says all. */
    public void ended(String caseNo, Ending end, ClockState answerClock) {
        CaseFile file = cases.get(caseNo);
        assertThat(file.outcome()).isEqualTo(end.outcome());
        assertThat(file.closedAt()).isNotNull();
        assertThat(desk.path(caseNo)).contains(end.event());
        assertThat(desk.open(caseNo)).as("nothing of the case is left to do").isEmpty();
        assertThat(clock(caseNo).state()).isEqualTo(answerClock);
        assertThat(clocks.of(caseNo)).extracting(CaseClock::state).doesNotContain(ClockState.RUNNING);
        assertThat(archive(caseNo)).contains(file.title(), "结案归档");
    }

    public CaseFile file(String caseNo) {
        return cases.get(caseNo);
    }

    public CaseClock clock(String caseNo) {
        return clock(caseNo, ComplaintProcess.ANSWER_CLOCK);
    }

    public CaseClock clock(String caseNo, String kind) {
        return clocks.find(caseNo, kind).orElseThrow();
    }

    /** Kinds and states of all its clocks, in the order they were started. */
    public List<String> clocks(String caseNo) {
        return clocks.of(caseNo).stream()
                .map(it -> it.kind() + " " + it.state())
                .toList();
    }

    /** Who was told what, in order. */
    public List<String> told(String caseNo) {
        return messages.of(caseNo).stream()
                .map(it -> it.event() + " " + it.recipient())
                .toList();
    }

    public List<String> told(String caseNo, String event) {
        return told(caseNo).stream().filter(it -> it.startsWith(event + " ")).toList();
    }

    /** The words of the only message about this event. */
    public String words(String caseNo, String event) {
        return messages.of(caseNo).stream()
                .filter(it -> it.event().equals(event))
                .findFirst()
                .orElseThrow()
                .text();
    }

    public List<String> documents(String caseNo) {
        return desk.as("district", () -> documents.of(caseNo)).stream()
                .map(it -> it.letter() + " " + it.state())
                .toList();
    }

    /** What a form has kept with the case, in words. */
    public String particular(String caseNo, String name) {
        return particulars.of(caseNo).stream()
                .filter(it -> it.name().equals(name))
                .findFirst()
                .map(Particular::shown)
                .orElse("");
    }

    /** The index of the case's archive, which anybody can read in a browser. */
    public String archive(String caseNo) {
        return desk.as("district", () -> {
            try (var zip = new ZipInputStream(
                    new ByteArrayInputStream(archives.open(caseNo).bytes()), StandardCharsets.UTF_8)) {
                assertThat(zip.getNextEntry().getName()).isEqualTo("目录.html");
                return new String(zip.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        });
    }

    public List<String> lines(String caseNo) {
        return steps(caseNo).map(CaseEvent::name).toList();
    }

    public List<String> actors(String caseNo) {
        return steps(caseNo).map(CaseEvent::actor).map(Objects::requireNonNull).toList();
    }

    /** What was entered at a step, by label. */
    public List<String> entered(String caseNo, String step) {
        return steps(caseNo)
                .filter(it -> it.name().equals(step))
                .flatMap(it -> it.entered().stream())
                .map(it -> it.label() + "：" + it.value())
                .toList();
    }

    /** What the model did, without the reading of the archive that these tests do themselves. */
    private Stream<CaseEvent> steps(String caseNo) {
        return timeline.of(caseNo).stream().filter(event -> event.kind() != EventKind.READ);
    }
}
